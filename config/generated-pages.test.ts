import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generatedPages } from "./generated-pages.ts";
import { packageRoot } from "./package-root.ts";

it.each([...generatedPages()])("%s is what `npm run docs` writes today", (path, text) => {
  expect(readFileSync(join(packageRoot(), path), "utf8")).toBe(text);
});
