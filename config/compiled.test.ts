import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readCompiled } from "./compiled.ts";

let root: string;
let folder: string;
let compiled: string;
const setTime = (path: string, seconds: number) => {
  utimesSync(path, seconds, seconds);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "habeas-compiled-"));
  folder = join(root, "data");
  compiled = join(root, "data.json");
  mkdirSync(join(folder, "people"), { recursive: true });
  writeFileSync(join(folder, "people", "BY.yaml"), "a: 1\n");
  writeFileSync(compiled, '{"a": 1}');
  for (const path of [join(folder, "people", "BY.yaml"), join(folder, "people"), folder]) setTime(path, 1000);
  setTime(compiled, 2000);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it("is read when it is newer than what it was made from", () => {
  expect(readCompiled(compiled, [folder])).toEqual({ a: 1 });
});

it("is passed over when there is none", () => {
  expect(readCompiled(join(root, "none.json"), [folder])).toBeNull();
});

it("is passed over when a file has changed since", () => {
  setTime(join(folder, "people", "BY.yaml"), 3000);
  expect(readCompiled(compiled, [folder])).toBeNull();
});

it("is passed over when a file was added or removed, which changes only its folder", () => {
  setTime(join(folder, "people"), 3000);
  expect(readCompiled(compiled, [folder])).toBeNull();
});
