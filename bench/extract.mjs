// CPU time of the extractors per article, on long pages and on hostile ones, and their memory over many articles.
//   npm run bench -- extract [FOLDER] [--rounds 5] [--articles 10000] [--only speed,length,memory,hostile]
// FOLDER holds articles in the corpus format (test/corpus/GUIDE.md); the open English corpus by default.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const dist = path.join(import.meta.dirname, "../dist");
const { loadGazetteers } = await import(path.join(dist, "config/load-gazetteers.js"));
const { loadExtractorCode } = await import(path.join(dist, "config/extractor-code.js"));
const { readText } = await import(path.join(dist, "crawlers/read/text.js"));
const { createExtractor } = await import(path.join(dist, "extractors/index.js"));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    articles: { type: "string", default: "10000" },
    only: { type: "string", default: "speed,length,memory,hostile" },
  },
});
const folder = positionals[0] ?? path.join(import.meta.dirname, "../test/corpus/dev");
const rounds = Number(values.rounds);
const parts = values.only.split(",");
const standardWords = 450;

const texts = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")))
  .filter(({ lang }) => lang === "en");
const articleOf = ({ title, text, published, lang, url, source }) =>
  readText(text, { title, published, lang, url, sourceName: source });
const wordsIn = (text) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
const started = process.cpuUsage();
const extract = createExtractor({ gazetteers: loadGazetteers(), code: loadExtractorCode() });
console.log(`building the extractor once      ${msSince(started).toFixed(0)} ms of CPU`);

function msSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function cpuMs(work) {
  const before = process.cpuUsage();
  work();
  return msSince(before);
}

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const quantile = (numbers, q) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? 0;
const median = (numbers) => quantile(numbers, 0.5);

const articles = texts.map((one) => ({ article: articleOf(one), words: wordsIn(`${one.title} ${one.text}`) }));
for (let round = 0; round < 3; round++) for (const { article } of articles) extract(article);

// CPU time is counted in steps of the system's clock, so each article is repeated until it fills many of them.
const perArticle = articles.map(({ article, words }) => {
  const times = Array.from({ length: rounds }, () => {
    let repeats = 0;
    const before = process.cpuUsage();
    do {
      extract(article);
      repeats++;
    } while (msSince(before) < 20);
    return msSince(before) / repeats;
  });
  return (median(times) * standardWords) / words;
});
const typicalMs = median(perArticle);
if (parts.includes("speed"))
  console.log(
    `an article of ${standardWords} words, warm     median ${typicalMs.toFixed(2)} ms of CPU, nine of ten below ${quantile(perArticle, 0.9).toFixed(2)} (${articles.length} articles, by their words)`,
  );

/** The corpus' paragraphs in a row, again and again, up to a number of words. */
function longPage(words) {
  const paragraphs = texts.flatMap(({ text }) => text.split("\n\n"));
  const page = [];
  for (let at = 0, count = 0; count < words; at++) {
    const paragraph = paragraphs[at % paragraphs.length] ?? "";
    page.push(paragraph);
    count += wordsIn(paragraph);
  }
  return readText(page.join("\n\n"), { title: "A long page", published: "2025-06-01T00:00:00Z", lang: "en" });
}
if (parts.includes("length")) {
  for (const words of [5_000, 50_000]) {
    const page = longPage(words);
    const ms = cpuMs(() => extract(page));
    console.log(
      `a page of ${String(words).padEnd(6)} words           ${ms.toFixed(0)} ms, ${(ms / typicalMs).toFixed(0)} × an article for ${(words / standardWords).toFixed(0)} × its words`,
    );
  }
}

if (parts.includes("hostile")) {
  const runs = {
    letters: "a",
    capitals: "A ",
    "capital words": "Ann ",
    words: "word ",
    digits: "1,",
    hyphens: "a-",
    dots: "a.",
    "full stops": ". ",
    quotes: '"',
    brackets: "(",
    apostrophes: "'s",
    dashes: "— ",
    "and Ann": "and Ann ",
    "Ann, ": "Ann, ",
    "of the": "of the Court ",
    "said that": "said that ",
    "who was": "who was freed ",
    "to free": "to free ",
    "to be": "to be ",
    "was freed": "was freed, ",
    "not": "not ",
    years: "2 years and ",
    dates: "on 3 May 2024, ",
    initials: "J. ",
    combining: "e\u0301",
    surrogates: "\ud83d",
    blanks: " \u00a0",
    "beaten ~": "was denied ~ visits ",
    markup: "<p>&amp;</p>",
  };
  const size = 20_000;
  const slow = [];
  const grown = [];
  for (const [name, unit] of Object.entries(runs)) {
    const page = (chars) => {
      const text = `Ann Lee was jailed in a prison. ${unit.repeat(Math.ceil(chars / unit.length))} and Ann Lee was freed from prison.`;
      return readText(text, { title: "Prison", published: "2025-06-01T00:00:00Z", lang: "en" });
    };
    const [small, large] = [page(size), page(4 * size)];
    extract(small);
    const a = median([0, 1, 2].map(() => cpuMs(() => extract(small))));
    const b = median([0, 1, 2].map(() => cpuMs(() => extract(large))));
    const growth = b / Math.max(a, 1);
    slow.push({ name, ms: b });
    if (growth > 8) grown.push(`${name} ${a.toFixed(0)} → ${b.toFixed(0)} ms`);
  }
  const slowest = slow.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  console.log(
    `long runs, ${Object.keys(runs).length} kinds           ${4 * size} characters: ${slowest.map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`).join(", ")}; ` +
      (grown.length === 0 ? "none grows faster than its length" : `faster than their length grow ${grown.join(", ")}`),
  );
}

if (parts.includes("memory")) {
  const total = Number(values.articles);
  const steps = 5;
  const heap = [];
  // Every article gets words of its own, so that whatever is remembered of words is put to the test.
  const before = process.cpuUsage();
  for (let n = 0; n < total; n++) {
    const one = texts[n % texts.length];
    extract(articleOf({ ...one, text: one.text.replace(/\b(\p{Lu}\p{Ll}{4,})\b/gu, `$1${(n % 9973).toString(36)}`) }));
    if ((n + 1) % Math.ceil(total / steps) === 0) {
      globalThis.gc?.();
      heap.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
  }
  const rss = process.memoryUsage().rss / 2 ** 20;
  console.log(
    `heap over ${total} articles         ${heap.map((mb) => mb.toFixed(0)).join(" → ")} MB after collection, ${rss.toFixed(0)} MB resident, ${(msSince(before) / total).toFixed(1)} ms each`,
  );
}
