import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findWall } from "./classify.ts";
import { findEmptyShell, findSoft404 } from "./missing-text.ts";
import type { PageLook } from "./page-look.ts";

const folder = new URL("fixtures/pages/", import.meta.url);

/** A page in its vendor's markup; its first line says with what it came and what it is. */
function recorded(file: string): { expected: string; page: PageLook } {
  const [first = "", ...rest] = readFileSync(new URL(file, folder), "utf8").split("\n");
  const facts = new Map(
    first
      .replace(/^<!-- | -->$/g, "")
      .split(" | ")
      .map((fact) => [fact.slice(0, fact.indexOf(": ")), fact.slice(fact.indexOf(": ") + 2)]),
  );
  const page: PageLook = {
    status: Number(facts.get("status")),
    requestedUrl: "https://news.example/2025/03/court-puts-hearing-off",
    url: facts.get("url") ?? "https://news.example/2025/03/court-puts-hearing-off",
    header: (name) => facts.get(name) ?? null,
    html: rest.join("\n"),
    expected: "page",
  };
  return { expected: facts.get("expect") ?? "", page };
}

function kindOf(page: PageLook): string {
  const wall = findWall(page);
  if (wall) return wall.cause;
  if (findSoft404(page) !== null) return "soft_404";
  return findEmptyShell(page) === null ? "article" : "empty_shell";
}

describe("recorded pages", () => {
  it.each(readdirSync(folder))("%s is what it is", (file) => {
    const { expected, page } = recorded(file);
    expect(kindOf(page)).toBe(expected);
  });
});
