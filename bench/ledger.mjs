// Claims per second that the ledger resolves, while it grows: is the cost per claim flat from 10 k to 1 M claims?
//   npm run bench -- ledger [--sizes 10000,100000,1000000] [--measured 800] [--hot 0.01] [--mongodb URL] [--seed 1]
// Made-up articles on as many persons as a tenth of the largest size are resolved one after the other in this one process,
// all the way as in a crawl, so a million takes an hour. One in a hundred articles is on one and the same person. CPU
// seconds are this process's own, and keeping the articles is among them; with MongoDB the server's come on top.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const dist = path.join(import.meta.dirname, "../dist");
const { articleId, composeText } = await import(path.join(dist, "model/article.js"));
const { openStore } = await import(path.join(dist, "storage/index.js"));
const { resolveArticle } = await import(path.join(dist, "ledger/resolve.js"));

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    measured: { type: "string", default: "800" },
    mongodb: { type: "string" },
    hot: { type: "string", default: "0.01" },
    seed: { type: "string", default: "1" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const measured = Number(values.measured);

/** Mulberry32: the same seed makes the same affairs. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const random = randomOf(Number(values.seed));
const pick = (list) => list[Math.floor(random() * list.length)];
const syllables = ["ka", "li", "no", "ra", "ve", "sta", "mi", "du", "to", "bel", "gor", "zha", "fen", "lu", "pri", "os"];
/** A name of its own for each number, as different names as people have. */
const nameOf = (number) => {
  const part = (at) => syllables[Math.floor(number / 16 ** at) % 16];
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  return `${capital(part(0) + part(1))} ${capital(part(2) + part(3) + part(4))}`;
};
const types = ["arrest", "charge", "sentence", "release", "transfer", "appeal", "statement", "visit", "trial"];
const day = () => new Date(Date.UTC(2016, 0, 1 + Math.floor(random() * 3600))).toISOString().slice(0, 10);
const sources = new Map(
  Array.from({ length: 40 }, (_, index) => [
    `s${index}`,
    { id: `s${index}`, name: `Outlet ${index}`, kind: index % 5 === 0 ? "human_rights_ngo" : "newspaper", tier: 1 + (index % 4) },
  ]),
);
const confidence = { value: 0.9, parts: { rule: 0.9 } };
const claimsPerArticle = 4;

/** An article on somebody and a few others, with four claims. */
function made(number, people) {
  const url = `https://bench.example/${number}`;
  const id = articleId(url);
  const when = day();
  const sourceId = `s${Math.floor(random() * 40)}`;
  const names = Array.from({ length: 2 }, () => nameOf(Math.floor(random() * people)));
  if (random() < Number(values.hot)) names[0] = nameOf(7);
  const lines = Array.from({ length: claimsPerArticle }, (_, at) => `${names[at % 2]} was told of in line ${at}.`);
  const article = {
    id, url, sourceId, sourceName: sourceId, captureHash: null, title: names[0], authors: [], published: `${when}T09:00:00Z`,
    modified: null, lang: "en", section: null, leadImage: null,
    ...composeText(names[0], lines.map((text) => ({ text, zone: "body" }))),
  };
  const person = (name) => ({ name, aliases: [], mentions: [], canonical: name, role: "detainee", gazetteerId: null, ruleId: "b", confidence });
  const extraction = {
    id: `${id}_b`, articleId: id, captureHash: null, extractorVersion: "b", actors: [], conditions: [], relations: [],
    persons: [...new Set(names)].map(person),
    events: lines.map((_, at) => {
      const { start, end } = article.paragraphs[at + 1];
      const span = { start, end };
      return {
        type: pick(types), subjects: [names[at % 2]], group: random() < 0.03 ? { count: 2 + Math.floor(random() * 90), label: "people" } : null,
        agents: [], recipients: [], date: random() < 0.7 ? when : null, place: null, term: null, charge: null,
        assertion: random() < 0.93 ? "asserted" : "negated", cues: [], attributedTo: [], trigger: span, evidence: span, ruleId: "b", confidence,
      };
    }),
  };
  return { article, extraction };
}

async function keep(store, { article, extraction }) {
  const { id, url, sourceId, title, published } = article;
  const at = `${published.slice(0, 10)}T10:00:00.000Z`;
  await store.articles.discover([{ url, sourceId, endpointUrl: null, discoveredAt: at, hint: { title, published }, priority: 5 }]);
  await store.articles.advance(id, { stage: "extracted", at, article });
  await store.extractions.put(extraction);
  return store.articles.get(id);
}

const folder = mkdtempSync(path.join(tmpdir(), "habeas-bench-"));
const database = `habeas_bench_${process.pid}`;
const store = await openStore({ dataFolder: folder, mongodbUrl: values.mongodb, mongodbDatabase: database });
console.log(`${store.backend}; the last ${measured} claims before each size are measured; bar: 300 claims/s`);
console.log("  claims   claims/s (wall)   claims/s (CPU)   ms/claim");
const people = Math.max(1, Math.round(Math.max(...sizes) / 10));
const options = { at: "2026-01-01T00:00:00.000Z", sources };
try {
  let claims = 0;
  for (const size of sizes) {
    let from = null;
    for (let number = claims / claimsPerArticle; claims < size; number++) {
      const one = made(number, people);
      const record = await keep(store, one);
      if (from === null && claims >= size - measured)
        from = { claims, cpu: process.cpuUsage(), wall: performance.now(), kept: 0 };
      const before = performance.now();
      await resolveArticle(store, record, one.extraction, options);
      if (from !== null) from.kept += performance.now() - before;
      claims += claimsPerArticle;
    }
    if (from === null) continue;
    const told = claims - from.claims;
    const { user, system } = process.cpuUsage(from.cpu);
    console.log(
      [
        String(size).padStart(8),
        ((told * 1000) / from.kept).toFixed(0).padStart(17),
        ((told * 1e6) / (user + system)).toFixed(0).padStart(16),
        (from.kept / told).toFixed(2).padStart(10),
      ].join(" "),
    );
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
