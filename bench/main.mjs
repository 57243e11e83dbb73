// Runs a benchmark by its name: npm run bench -- NAME [arguments]. Each file in this folder is one; its first comment
// line says what it measures. Nothing here has to be told of a new one.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".mjs") && file !== "main.mjs")
  .map((file) => file.slice(0, -".mjs".length))
  .toSorted();
const [name, ...rest] = process.argv.slice(2);
const known = name !== undefined && names.includes(name);
if (!known) {
  if (name !== undefined && name !== "--help") console.error(`no benchmark ${name}`);
  console.error("usage: npm run bench -- NAME [arguments]\n");
  for (const one of names) {
    const first = readFileSync(join(import.meta.dirname, `${one}.mjs`), "utf8").split("\n", 1)[0] ?? "";
    console.error(`  ${one.padEnd(10)} ${first.replace(/^\/\/ */, "")}`);
  }
  process.exit(name === undefined || name === "--help" ? 0 : 2);
}
const run = spawnSync(
  process.execPath,
  [...process.execArgv, "--expose-gc", join(import.meta.dirname, `${name}.mjs`), ...rest],
  { stdio: "inherit" },
);
process.exitCode = run.status ?? 1;
