// Server time of the review app's pages with a million events, 200,000 articles and 50,000 persons, on either backend.
//   npm run bench -- review [--events 1000000] [--articles 200000] [--persons 50000] [--mongodb URL] [--keep FOLDER]
//                           [--only TEXT] [--rounds 30] [--seed 1]
// With --keep the data stays in the folder (with --mongodb: in the database that the folder names) and is measured again
// by the next call; making a million events takes an hour or more. Times are those of the whole request in
// this process, rendering and compression included; bytes are those of the compressed answer.
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { generate, lastDay, sources } from "./review/generate.mjs";
import { addresses } from "./review/addresses.mjs";

const dist = path.join(import.meta.dirname, "../dist");
const { openStore } = await import(path.join(dist, "storage/index.js"));
const { createReviewApp } = await import(path.join(dist, "review/http/app.js"));
const { createCountriesOf } = await import(path.join(dist, "config/countries-of.js"));
const { loadGazetteers } = await import(path.join(dist, "config/load-gazetteers.js"));

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    articles: { type: "string", default: "200000" },
    persons: { type: "string", default: "50000" },
    mongodb: { type: "string" },
    keep: { type: "string" },
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
  },
});
const sizes = {
  events: Number(values.events),
  articles: Number(values.articles),
  persons: Number(values.persons),
  seed: Number(values.seed),
};
const folder = values.keep ?? mkdtempSync(path.join(tmpdir(), "habeas-bench-"));
await mkdir(folder, { recursive: true });
const marker = path.join(folder, values.mongodb ? "made-mongodb.json" : "made-sqlite.json");
const made = existsSync(marker) ? JSON.parse(readFileSync(marker, "utf8")) : null;
const database = made?.database ?? `habeas_bench_${process.pid}`;
const gazetteers = loadGazetteers();
const store = await openStore({
  dataFolder: folder,
  mongodbUrl: values.mongodb,
  mongodbDatabase: database,
  countriesOf: createCountriesOf({ gazetteers, sources }),
});

try {
  if (made === null) {
    const from = performance.now();
    await generate(store, sizes, (line) => console.error(`${line}, ${Math.round((performance.now() - from) / 1000)} s`));
    writeFileSync(marker, JSON.stringify({ ...sizes, database }));
  }
  await measure(made ?? sizes);
} finally {
  await store.close();
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function measure({ events, articles, persons }) {
  const now = () => Date.parse(`${lastDay}T18:00:00Z`);
  const app = createReviewApp({
    store, now, random: randomBytes, sources, gazetteers, publicUrl: null, host: "127.0.0.1", trustedProxies: [],
    sessionIdleMinutes: 600, sessionHours: 24,
    onError: (error) => {
      throw error;
    },
  });
  const login = "bench";
  await store.review.users.insert({
    login, name: "Bench", role: "admin", seesRestricted: false, password: null, totp: null, active: true,
    createdAt: new Date(now()).toISOString(), tourDone: true,
  });
  const secret = await app.services.sessions.start(login, { address: null, userAgent: "bench" });
  console.log(`${store.backend}, ${events} events, ${articles} articles, ${persons} persons; bar: p95 below 100 ms, 120 kB`);
  console.log(`${"".padEnd(44)}   median      p95      max       kB`);
  const get = async (address) => {
    const headers = { host: "localhost", cookie: `habeas_session=${secret}`, "accept-encoding": "gzip" };
    const before = performance.now();
    const answer = await app.fetch(new Request(`http://localhost${address}`, { headers }));
    const { byteLength } = await answer.arrayBuffer();
    const tookMs = performance.now() - before;
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    return { tookMs, byteLength };
  };
  for (const [name, of] of Object.entries(addresses({ persons, articles, events, lastDay }))) {
    if (!name.includes(values.only)) continue;
    const rounds = Array.from({ length: Number(values.rounds) }, (_, at) => of(at));
    const results = [];
    for (const address of rounds) results.push(await get(typeof address === "string" ? address : await address(get, app)));
    const times = results.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1).padStart(9);
    const kilobytes = (Math.max(...results.map(({ byteLength }) => byteLength)) / 1000).toFixed(1).padStart(9);
    console.log(`${name.padEnd(44)}${at(0.5)}${at(0.95)}${at(1)}${kilobytes}`);
  }
}
