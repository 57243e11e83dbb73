// Runs `habeas names match` over a file of pairs (a, b, label, category; tabs) and prints precision, recall and F1, for
// all and by category; a category of negatives alone shows how many were wrongly matched. Unsure counts as no match.
// Flags: --errors lists what went wrong, --json prints the figures for programs, --no-gazetteer leaves names to their spelling.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

function scoreNames(rows) {
  const empty = () => ({ pairs: 0, tp: 0, fp: 0, fn: 0, tn: 0, unsure: 0 });
  const all = empty();
  const categories = new Map();
  for (const { label, category, outcome } of rows) {
    const of = categories.get(category) ?? empty();
    categories.set(category, of);
    const said = outcome === "match";
    const cell = label === "match" ? (said ? "tp" : "fn") : said ? "fp" : "tn";
    for (const count of [all, of]) {
      count.pairs++;
      count[cell]++;
      if (outcome === "unsure") count.unsure++;
    }
  }
  const figures = ({ tp, fp, fn, ...rest }) => {
    const precision = tp + fp === 0 ? null : tp / (tp + fp);
    const recall = tp + fn === 0 ? null : tp / (tp + fn);
    const f1 = 2 * tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn);
    return { ...rest, tp, fp, fn, precision, recall, f1 };
  };
  return {
    all: figures(all),
    categories: Object.fromEntries([...categories].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => [name, figures(count)])),
  };
}

export function main(args) {
  const at = args.indexOf("--names");
  const file = args[at + 1] === undefined || args[at + 1].startsWith("--") ? join(here, "pairs.tsv") : args[at + 1];
  const habeas = join(here, "../../dist/cli/main.js");
  const flags = args.includes("--no-gazetteer") ? ["--no-gazetteer"] : [];
  const printed = execFileSync(process.execPath, [habeas, "names", "match", file, ...flags], { maxBuffer: 1e9, encoding: "utf8" });
  const outcomes = printed.trimEnd().split("\n").map((line) => line.split("\t")[2]);
  const pairs = readFileSync(file, "utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .filter((line, index) => line.trim() !== "" && !(index === 0 && line.startsWith("a\tb\t") && !/^(match|nomatch)$/.test(line.split("\t")[2])))
    .map((line) => line.split("\t"));
  if (pairs.length !== outcomes.length) throw new Error(`${pairs.length} pairs, but ${outcomes.length} outcomes`);
  const rows = pairs.map(([a, b, label, category = "all"], index) => ({ a, b, label, category, outcome: outcomes[index] }));
  if (rows.some(({ label }) => label !== "match" && label !== "nomatch")) throw new Error("every pair needs a label: match or nomatch");
  const result = scoreNames(rows);
  if (args.includes("--json")) {
    console.log(JSON.stringify(result, null, 2));
    return;
  }
  const shown = (value) => (value === null ? "–" : value.toFixed(3)).padStart(9);
  console.log(`${"category".padEnd(24)}${["pairs", "P", "R", "F1", "unsure"].map((head) => head.padStart(9)).join("")}`);
  for (const [name, figure] of [...Object.entries(result.categories), ["all", result.all]])
    console.log(
      `${name.padEnd(24)}${String(figure.pairs).padStart(9)}${shown(figure.precision)}${shown(figure.recall)}${shown(figure.f1)}${String(figure.unsure).padStart(9)}`,
    );
  if (args.includes("--errors"))
    for (const { a, b, label, category, outcome } of rows)
      if ((outcome === "match") !== (label === "match")) console.log(`${label}\t${outcome}\t${category}\t${a}\t${b}`);
}
