import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the project's package.json, from the sources as well as from `dist/`; data files are found from here. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** True when the compiled JavaScript runs, not the TypeScript sources. */
export function runsCompiled(): boolean {
  return import.meta.url.endsWith(".js");
}
