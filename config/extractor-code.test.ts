import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readExtractorCode } from "./extractor-code.ts";
import { packageRoot } from "./package-root.ts";

describe("the fingerprint of the extractors' code", () => {
  let root: string;
  const write = (file: string, text: string) => {
    writeFileSync(join(root, file), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "habeas-code-"));
    mkdirSync(join(root, "extractors"));
    mkdirSync(join(root, "model"));
    write("package.json", '{"dependencies":{"compromise":"14.0.0","hono":"4.0.0"}}');
    write(
      "extractors/index.ts",
      'import { a } from "./rules.ts";\nimport type { B } from "../model/b.ts";\nexport {\n  c,\n} from "../model/c.ts";\n',
    );
    write("extractors/rules.ts", 'import nlp from "compromise/two";\nexport const a = 1;\n');
    write("extractors/rules.test.ts", "");
    write("model/b.ts", "export interface B {}\n");
    write("model/c.ts", "export const c = 1;\n");
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it.each([
    ["a rule", "extractors/rules.ts", 'import nlp from "compromise/two";\nexport const a = 2;\n'],
    ["a module further away", "model/c.ts", "export const c = 2;\n"],
    ["a library's version", "package.json", '{"dependencies":{"compromise":"14.0.1","hono":"4.0.0"}}'],
  ])("changes with %s", (_what, file, text) => {
    const before = readExtractorCode(root);
    write(file, text);
    expect(readExtractorCode(root)).not.toBe(before);
  });

  it.each([
    ["a test", "extractors/rules.test.ts", "it();"],
    ["a type", "model/b.ts", "export interface B { b: 1 }\n"],
    ["another library", "package.json", '{"dependencies":{"compromise":"14.0.0","hono":"5.0.0"}}'],
  ])("stays with %s", (_what, file, text) => {
    const before = readExtractorCode(root);
    write(file, text);
    expect(readExtractorCode(root)).toBe(before);
  });

  it("is that of the project's own sources", () => {
    expect(readExtractorCode(packageRoot())).toMatch(/^[0-9a-f]{64}$/);
  });
});
