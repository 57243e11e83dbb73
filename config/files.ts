import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "./config-error.ts";

const DATA_FILE = /\.(ya?ml|json)$/;

/**
 * YAML and JSON files of a folder and its subfolders, sorted by path. Hidden ones are left out, and so are folders that
 * are named like a file beside them: they hold recordings that the file is tested with.
 */
export function dataFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("."));
  const files = new Set(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name));
  const isBesideFile = (name: string) => ["yaml", "yml", "json"].some((ext) => files.has(`${name}.${ext}`));
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isBesideFile(entry.name) ? [] : dataFiles(path);
      return DATA_FILE.test(entry.name) ? [path] : [];
    })
    .toSorted();
}

/**
 * The folder that a setting names.
 * @throws ConfigError when it does not exist or is not a folder.
 */
export function checkFolder(folder: string, key: string): string {
  const found = !existsSync(folder) ? "no such folder" : statSync(folder).isDirectory() ? null : "a file";
  if (found === null) return folder;
  throw new ConfigError([{ place: folder, line: null, key, found, expected: "a folder" }]);
}
