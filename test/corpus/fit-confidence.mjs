// Fits the weights of the events' confidence (extractors/events/confidence.ts): a logistic regression on what speaks
// for or against each event that was reported as a fact, with the rule's own weight as an offset.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadGazetteers } from "../../dist/config/load-gazetteers.js";
import { readText } from "../../dist/crawlers/read/text.js";
import { explain } from "../../dist/extractors/explain/explain.js";
import { createExtractor } from "../../dist/extractors/index.js";

/** Pull towards 0: as strong as this many events of average doubt. */
const ridge = 2;
const steps = 6_000;
const rate = 0.02;

/** @param judged `{ id, at, right }` of events in the articles of the folder; `at` is their place among the article's. */
export async function fitWeights(gold, judged) {
  const extract = createExtractor({ gazetteers: loadGazetteers(), code: "fit" });
  const featuresById = new Map();
  for (const id of new Set(judged.map((event) => event.id))) {
    const { title, text, published, lang, source, url } = JSON.parse(
      readFileSync(join(gold, `${id}.json`), "utf8"),
    );
    const article = readText(text, { title, published, lang, url, sourceName: source });
    const { explanation } = explain(extract, article);
    featuresById.set(
      id,
      explanation.events.map(({ features }) => features),
    );
  }
  const rows = judged.map(({ id, at, right }) => {
    const { rule, ...features } = featuresById.get(id)[at];
    return { offset: rule, features, right: Number(right) };
  });
  const names = Object.keys(rows[0]?.features ?? {});
  let base = 0;
  const weights = Object.fromEntries(names.map((name) => [name, 0]));
  for (let step = 0; step < steps; step++) {
    let baseSlope = 0;
    const slopes = Object.fromEntries(names.map((name) => [name, 0]));
    for (const { offset, features, right } of rows) {
      const sum = names.reduce((total, name) => total + weights[name] * features[name], offset + base);
      const error = right - 1 / (1 + Math.exp(-sum));
      baseSlope += error;
      for (const name of names) slopes[name] += error * features[name];
    }
    base += rate * baseSlope;
    for (const name of names) weights[name] += rate * (slopes[name] - ridge * weights[name]);
  }
  return { base, ...weights };
}
