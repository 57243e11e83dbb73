import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "./config-error.ts";

const DATA_FILE = /\.(ya?ml|json)$/;

/** YAML and JSON files of a folder and its subfolders, sorted by path; hidden ones are left out. */
export function dataFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return dataFiles(path);
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
