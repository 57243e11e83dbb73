import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";

const run = promisify(execFile);
const runScore = fileURLToPath(new URL("../corpus/run-score.mjs", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-names-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("the score of pairs of names goes by category and counts unsure as no match", async () => {
  const file = join(folder, "pairs.tsv");
  const pairs = [
    "a\tb\tlabel\tcategory",
    "Юрий Королевский\tYury Karaleuski\tmatch\tcross",
    "Королевский\tЮрий Королевский\tmatch\tcross",
    "Юрий Королевский\tЮлия Королевская\tnomatch\tfamily",
  ];
  await writeFile(file, pairs.join("\n"));
  const { stdout } = await run(process.execPath, [runScore, "--names", file, "--json", "--no-gazetteer"]);
  const { all, categories } = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
  expect(all).toMatchObject({ pairs: 3, tp: 1, fp: 0, fn: 1, tn: 1, unsure: 1, precision: 1, recall: 0.5 });
  expect(categories?.["family"]).toMatchObject({ tn: 1, precision: null });
});
