import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { compiledFile } from "./compiled.ts";
import { packageRoot, runsCompiled } from "./package-root.ts";

/** Where extraction begins; what it imports, it runs. */
const entry = join("extractors", "index.ts");
// The formatter writes every import so. Types alone change no result.
const importPattern = /^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gmu;

/**
 * Fingerprint of the code that extracts: every module that `extractors/index.ts` runs, rules and lexicons among them,
 * and the versions of the libraries that these import. Another comment makes another fingerprint too; extracting once
 * more than needed costs time, once less would leave stale results.
 */
export function readExtractorCode(root: string): string {
  const hash = createHash("sha256");
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const { modules, packages } = imported(root);
  for (const [name, text] of modules) hash.update(`${name}\n${text}\n`);
  for (const name of packages) hash.update(`${name} ${dependencies[name] ?? ""}\n`);
  return hash.digest("hex");
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);

/** All modules that the entry imports, directly or not, by path in order of path; and packages. */
function imported(root: string): { modules: [string, string][]; packages: string[] } {
  const modules = new Map<string, string>();
  const packages = new Set<string>();
  const open = [join(root, entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const name = relative(root, file).replaceAll("\\", "/");
    if (modules.has(name)) continue;
    const text = readFileSync(file, "utf8");
    modules.set(name, text);
    for (const [, target = ""] of text.matchAll(importPattern)) {
      if (target.startsWith(".")) open.push(join(dirname(file), target));
      else if (!target.startsWith("node:")) packages.add(target.split("/")[0] ?? target);
    }
  }
  return { modules: [...modules].toSorted(byName), packages: [...packages].toSorted() };
}

/** Fingerprint of the code that runs: as the build found it, or of the sources when they run themselves. */
export function loadExtractorCode(): string {
  if (!runsCompiled()) return readExtractorCode(packageRoot());
  return JSON.parse(readFileSync(compiledFile("extractor-code"), "utf8")) as string;
}
