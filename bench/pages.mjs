// Reads recorded pages and compares title, authors, date and body with what they should give.
//   npm run bench -- pages FOLDER [--failures] [--reader dist/crawlers/read/read.js]
// FOLDER holds html/ID.html.gz and expected.json: { ID: { url, title, authors, published, paragraphs } }.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { failures: { type: "boolean" }, reader: { type: "string" } },
});
const folder = positionals[0];
if (folder === undefined) {
  console.error("usage: npm run bench -- pages FOLDER [--failures] [--reader FILE]");
  process.exit(2);
}
const reader = values.reader ?? path.join(import.meta.dirname, "../dist/crawlers/read/read.js");
const { readPage, bodyText } = await import(pathToFileURL(path.resolve(reader)).href);

const foldSpace = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b]/g, "")
    .replace(/[“”„«»"]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
const wordsOf = (text) => foldSpace(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share in common of two lists as F1; items count as often as they occur. */
function f1(expected, found) {
  if (expected.length === 0 || found.length === 0) return expected.length === found.length ? 1 : 0;
  const counts = new Map();
  for (const item of expected) counts.set(item, (counts.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of found) {
    const left = counts.get(item) ?? 0;
    if (left > 0) common++;
    counts.set(item, left - 1);
  }
  return (2 * common) / (expected.length + found.length);
}
const shingles = (words) =>
  words.length < 4 ? [words.join(" ")] : words.slice(3).map((_, i) => words.slice(i, i + 4).join(" "));

/** Same instant when both have a time and a zone, else the same day. */
function sameDate(expected, found) {
  if (!expected || !found) return !expected && !found;
  const iso = expected.replace(" ", "T");
  const timed = /T\d\d:\d\d/.test(found) && /[+-]\d\d:\d\d$|Z$/.test(iso);
  if (timed) return Math.abs(Date.parse(iso) - Date.parse(found)) < 1000;
  if (/[+-]\d\d:\d\d$|Z$/.test(iso)) {
    return iso.startsWith(found.slice(0, 10)) || new Date(iso).toISOString().startsWith(found.slice(0, 10));
  }
  return iso.slice(0, 10) === found.slice(0, 10);
}

const expectedById = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8"));
const sums = { title: 0, authors: 0, date: 0, words: 0, shingles: 0 };
const ids = Object.keys(expectedById);
let cpuSeconds = 0;
for (const id of ids) {
  const expected = expectedById[id];
  const html = gunzipSync(readFileSync(path.join(folder, "html", `${id}.html.gz`))).toString("utf8");
  const started = process.cpuUsage();
  let article;
  try {
    article = readPage(html, { url: expected.url ?? "", sourceId: id, sourceName: "" });
  } catch (error) {
    console.log(`${id}: ${error.message}`);
    continue;
  } finally {
    const used = process.cpuUsage(started);
    cpuSeconds += (used.user + used.system) / 1e6;
  }
  const title = foldSpace(article.title) === foldSpace(expected.title ?? "");
  const authors = f1((expected.authors ?? []).map(foldSpace), article.authors.map(foldSpace));
  const date = sameDate(expected.published, article.published);
  const [a, b] = [wordsOf(expected.paragraphs.join("\n")), wordsOf(bodyText(article))];
  const [words, runs] = [f1(a, b), f1(shingles(a), shingles(b))];
  sums.title += title;
  sums.authors += authors;
  sums.date += date;
  sums.words += words;
  sums.shingles += runs;
  if (values.failures) {
    if (!title) console.log(`${id} title\n   want ${expected.title}\n   have ${article.title}`);
    if (authors < 1) {
      console.log(`${id} authors ${authors.toFixed(2)}\n   want ${JSON.stringify(expected.authors)}\n   have ${JSON.stringify(article.authors)}`);
    }
    if (!date) console.log(`${id} date\n   want ${expected.published}\n   have ${article.published}`);
    if (words < 0.92) console.log(`${id} body ${words.toFixed(3)} (want ${a.length} words, have ${b.length})`);
  }
}
const share = (sum) => (sum / ids.length).toFixed(3);
console.log(
  `${ids.length} pages: title exact ${share(sums.title)}, authors F1 ${share(sums.authors)}, date ${share(sums.date)}, ` +
    `body F1 by words ${share(sums.words)}, by runs of four words ${share(sums.shingles)}; ${(ids.length / cpuSeconds).toFixed(0)} pages per CPU second`,
);
