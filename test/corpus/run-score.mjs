// Extracts from the open corpus and prints the score table.
//   npm run score -- [FOLDER] [--errors] [--json] [--events] [--lang en]   the scorer's own flags, see score.mjs
//   npm run score -- [FOLDER] --calibration [--svg FILE]                   how often events of a confidence are right
//   npm run score -- --names [FILE] [--errors] [--json] [--no-gazetteer]    pairs of names instead, see names/score.mjs
//   npm run score -- --save                                                 makes today's English result the one to keep
//   npm run score -- --fit                                                  weights of the confidence, fitted anew
// FOLDER is another corpus in the same form.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { calibrationOf, drawCalibration, isLookedAt, sureEvents, svgOfCalibration } from "./calibration.mjs";
import { fitWeights } from "./fit-confidence.mjs";
import { main as scoreNames } from "../names/score.mjs";

if (process.argv.includes("--names")) {
  scoreNames(process.argv.slice(2));
  process.exit();
}

const here = dirname(fileURLToPath(import.meta.url));
const [first, ...rest] = process.argv.slice(2);
const open = join(here, "dev");
const gold = first !== undefined && !first.startsWith("--") ? first : open;
const flags = gold === first ? rest : process.argv.slice(2);
const has = (flag) => flags.includes(flag);

const folder = mkdtempSync(join(tmpdir(), "habeas-score-"));
const predictions = join(folder, "predictions.jsonl");
const score = (...args) => [join(here, "score.mjs"), gold, predictions, ...args];
const judged = () =>
  execFileSync(process.execPath, score("--events", "--lang", "en"), { encoding: "utf8", maxBuffer: 1e9 })
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

try {
  const main = join(here, "../../dist/cli/main.js");
  const extracted = execFileSync(process.execPath, [main, "extract", "--format", "gold", gold], {
    maxBuffer: 1e9,
  });
  writeFileSync(predictions, extracted);
  if (has("--calibration")) {
    const events = judged();
    const sets =
      gold === open
        ? {
            "texts that no rule was written from": events.filter(isLookedAt),
            "texts that rules were written from": events.filter((event) => !isLookedAt(event)),
          }
        : { [gold]: events };
    for (const [name, some] of Object.entries(sets)) console.log(drawCalibration(name, some));
    const svg = has("--svg") ? flags[flags.indexOf("--svg") + 1] : undefined;
    if (svg !== undefined) writeFileSync(svg, svgOfCalibration(Object.entries(sets)[0]));
  } else if (has("--fit")) {
    const { base, ...weights } = await fitWeights(gold, judged().filter((event) => !isLookedAt(event)));
    console.log(`  base: ${base.toFixed(2)},`);
    for (const [name, weight] of Object.entries(weights)) console.log(`  ${name}: ${weight.toFixed(2)},`);
  } else if (has("--save") || has("--gate")) {
    const result = JSON.parse(
      execFileSync(process.execPath, score("--json", "--lang", "en"), { encoding: "utf8" }),
    );
    const round = (number) => Number(number.toFixed(3));
    const summary = {
      articles: result.articles,
      layers: Object.fromEntries(Object.entries(result.layers).map(([name, { f1 }]) => [name, round(f1)])),
      slots: Object.fromEntries(Object.entries(result.slots).map(([name, { ratio }]) => [name, round(ratio)])),
      falselyAsserted: round(result.falselyAsserted.count / result.falselyAsserted.of),
      sureEvents: sureEvents(calibrationOf(judged().filter(isLookedAt))),
    };
    const saved = join(here, "score.json");
    if (has("--save")) writeFileSync(saved, `${JSON.stringify(summary, null, 2)}\n`);
    else console.log(JSON.stringify({ now: summary, saved: JSON.parse(readFileSync(saved, "utf8")) }));
  } else {
    const scorer = spawnSync(process.execPath, score(...flags), { stdio: "inherit" });
    process.exitCode = scorer.status ?? 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
