// Alerts: time from a fetched article to its message at the target, with a backfill of 20,000 articles in front; p50, p95, worst.
//   npm run bench -- alerts [BACKLOG=20000] [NEWS=60]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSettings } from "../dist/config/load-settings.js";
import { readText } from "../dist/crawlers/read/text.js";
import { articleId } from "../dist/model/article.js";
import { openPipeline } from "../dist/queue/pipeline.js";

const [backlog = 20_000, news = 60] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "habeas-bench-alerts-"));
const surnames = ["Karpovich", "Lindqvist", "Barrera", "Okafor", "Tanaka", "Moreau", "Castellan", "Wolska", "Duarte", "Petrosyan"];
const given = ["Alena", "Maria", "Daniel", "Oksana", "Ignacio", "Leila", "Viktar", "Samuel", "Teresa", "Ruslan"];
/** Of those released: so unlike that nobody is taken for another. */
const freed = ["Hrynevich", "Stolz", "Quiroga", "Mbeki", "Fontaine", "Ibarra", "Dolan", "Puskas", "Yilmaz", "Wren"];
const nameOf = (i) => `${given[i % 10]} ${surnames[Math.floor(i / 10) % 10]}${"abcdefghij"[Math.floor(i / 100) % 10]}`;

const arrived = new Map();
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    for (const { after } of JSON.parse(body).notices) {
      const name = after?.subjects[0]?.name;
      if (name !== undefined && !arrived.has(name)) arrived.set(name, performance.now());
    }
    response.end();
  });
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const host = `127.0.0.1:${server.address().port}`;
writeFileSync(join(folder, "key"), "key");
writeFileSync(
  join(folder, "alerts.yaml"),
  `targets: [{ id: desk, channel: webhook, url: "http://${host}/", secret: { file: "${join(folder, "key")}" } }]
rules: [{ id: releases, name: Releases, what: { types: [release] }, minimum: { confidence: 0 }, to: [desk] }]
`,
);
const { settings } = loadSettings({
  flags: { "data.folder": folder, "alerts.file": join(folder, "alerts.yaml"), "alerts.allowPrivateHosts": host },
});
const pipeline = await openPipeline({ settings, sources: [], onError: (error) => console.error(String(error)) });
const { store, queue } = pipeline;

/** Puts a fetched article into the store and its job into the queue. */
async function put(url, title, body, published, priority) {
  const article = { ...readText(`${title}\n\n${body}`, { lang: "en", published }), id: articleId(url), url };
  const at = new Date().toISOString();
  await store.articles.discover([
    { url, sourceId: "bench", endpointUrl: "bench", discoveredAt: at, hint: { title, published }, priority },
  ]);
  await store.articles.advance(article.id, { stage: "fetched", at, article, outcome: { kind: "ok", at, reason: "" } });
  return { name: "extract", key: `extract|${article.id}`, payload: { articleId: article.id }, priority };
}

const started = performance.now();
let jobs = [];
for (let i = 0; i < backlog; i++) {
  const person = nameOf(i % 1000);
  const body = `${person}, a teacher, was arrested in March 2019 and was sentenced to ${2 + (i % 9)} years in prison on 4 May 2019. The case number is ${i}.`;
  jobs.push(await put(`https://bench.example/old/${i}`, `Case ${i} of ${person}`, body, "2019-06-01T00:00:00Z", 8));
  if (jobs.length === 500) await queue.add(jobs.splice(0));
}
await queue.add(jobs);
console.log(`${backlog} articles of a backfill queued in ${((performance.now() - started) / 1000).toFixed(1)} s`);

await pipeline.work();
const schedule = pipeline.schedule();
const sent = new Map();
const now = new Date().toISOString();
for (let i = 0; i < news; i++) {
  const person = `${given[i % 10]} ${freed[Math.floor(i / 10) % 10]}`;
  const body = `${person}, 41, a teacher, was released from prison on ${now.slice(0, 10)}, her lawyer said.`;
  sent.set(person, performance.now());
  await queue.add([await put(`https://bench.example/new/${i}`, `${person} is free`, body, now, 1)]);
  await new Promise((resolve) => setTimeout(resolve, 500));
}
const deadline = performance.now() + 60_000;
while (arrived.size < news && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
const counts = await queue.counts();
const times = [...sent]
  .flatMap(([name, at]) => (arrived.has(name) ? [arrived.get(name) - at] : []))
  .toSorted((a, b) => a - b);
const at = (share) => ((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) / 1000).toFixed(2);
console.log(`${times.length} of ${news} releases told while ${counts.extract.waiting} articles of the backfill still waited`);
console.log(`fetched to sent: p50 ${at(0.5)} s, p95 ${at(0.95)} s, worst ${at(1)} s`);
await schedule.close();
await pipeline.close();
server.closeAllConnections();
await new Promise((resolve) => server.close(resolve));
rmSync(folder, { recursive: true, force: true });
