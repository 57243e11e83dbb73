import { describe, expect, it } from "vitest";
import { localPath } from "./login.tsx";

describe("where one is led after logging in", () => {
  it.each(["/events", "/events?type=release&from=2025", "/"])("is the page asked for: %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    "",
    "events",
    "https://elsewhere.example/",
    "//elsewhere.example",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/.//elsewhere.example",
    "/..//elsewhere.example",
    "javascript:alert(1)",
  ])("is never another site: %s", (path) => {
    expect(localPath(path)).toBe("/");
  });
});
