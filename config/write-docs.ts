import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPages } from "./generated-pages.ts";
import { packageRoot } from "./package-root.ts";

for (const [path, text] of generatedPages()) {
  const file = join(packageRoot(), path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}
