// Extracts from the open corpus and prints the score table. Arguments go to the scorer (--errors, --json, --lang en);
// a first argument without dashes is another corpus folder in the same form. With --names FILE it scores pairs of names.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { main as scoreNames } from "../names/score.mjs";

if (process.argv.includes("--names")) {
  scoreNames(process.argv.slice(2));
  process.exit();
}

const here = dirname(fileURLToPath(import.meta.url));
const [first, ...rest] = process.argv.slice(2);
const gold = first !== undefined && !first.startsWith("--") ? first : join(here, "dev");
const flags = gold === first ? rest : process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), "habeas-score-"));
try {
  const main = join(here, "../../dist/cli/main.js");
  const predictions = join(folder, "predictions.jsonl");
  const extracted = execFileSync(process.execPath, [main, "extract", "--format", "gold", gold], { maxBuffer: 1e9 });
  writeFileSync(predictions, extracted);
  const scorer = spawnSync(process.execPath, [join(here, "score.mjs"), gold, predictions, ...flags], { stdio: "inherit" });
  process.exitCode = scorer.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
