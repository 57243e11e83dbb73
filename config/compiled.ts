import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot, runsCompiled } from "./package-root.ts";

/** What the build writes as JSON: data files, because YAML takes ten times as long to read, and what it knows of the sources. */
export type CompiledName = "sources" | "gazetteers" | "topic-filters" | "extractor-code";

export function compiledFile(name: CompiledName): string {
  return join(packageRoot(), "dist", "config", "compiled", `${name}.json`);
}

/**
 * The compiled form of data files, or null when there is none or it is older than one of them. Compiled code believes
 * it without looking: both were built together.
 * @param file made by {@link compiledFile}.
 * @param originals files and folders that it was made from.
 */
export function readCompiled(file: string, originals: readonly string[]): unknown {
  if (!existsSync(file)) return null;
  if (!runsCompiled() && newest(originals) > statSync(file).mtimeMs) return null;
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Newest change of the files, and of the folders that hold them (a file that was removed changes its folder). */
function newest(paths: readonly string[]): number {
  return Math.max(
    ...paths.map((path) => {
      const stat = statSync(path);
      if (!stat.isDirectory()) return stat.mtimeMs;
      return Math.max(stat.mtimeMs, newest(readdirSync(path).map((name) => join(path, name))));
    }),
  );
}
