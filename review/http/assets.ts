import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { packageRoot } from "../../config/package-root.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

export interface Assets {
  /** Path that they are served below; it names their content, so browsers may keep them for ever. */
  path: string;
  get(name: string): { body: string; type: string } | undefined;
}

/** Reads styles and scripts into memory: they are few and small, and nothing else can then be asked for. */
export function loadAssets(): Assets {
  const root = packageRoot();
  const folders = [join(root, "review/assets"), join(root, "dist/review/client")];
  const files = new Map<string, { body: string; type: string }>();
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).toSorted()) {
      const type = types[extname(name)];
      if (type !== undefined) files.set(name, { body: readFileSync(join(folder, name), "utf8"), type });
    }
  }
  const hash = createHash("sha256");
  for (const [name, { body }] of files) hash.update(`${name}\n${body.length}\n${body}`);
  return { path: `/assets/${hash.digest("hex").slice(0, 12)}`, get: (name) => files.get(name) };
}
