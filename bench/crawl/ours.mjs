// One measured run of Habeas in a process of its own; prints a line of JSON. See bench/crawl.mjs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { crawlOnce } from "../../dist/cli/crawl-once.js";
import { loadSettings } from "../../dist/config/load-settings.js";
import { createFetcher } from "../../dist/crawlers/fetch/fetcher.js";
import { readPage } from "../../dist/crawlers/read/read.js";
import { openPipeline } from "../../dist/queue/pipeline.js";

const { values } = parseArgs({
  options: {
    mode: { type: "string", default: "read" },
    urls: { type: "string", default: "" },
    origin: { type: "string" },
    sitemaps: { type: "string", default: "0" },
    concurrency: { type: "string", default: "16" },
    mongodb: { type: "string" },
    redis: { type: "string" },
  },
});
const { mode, origin } = values;
const concurrency = Number(values.concurrency);

const began = performance.now();
const cpuBefore = process.cpuUsage();
const memory = [];
let done = 0;
const count = () => {
  if (++done % 1_000 === 0) memory.push(Math.round(process.memoryUsage().rss / 1e6));
};

/** Fetching and reading in one process and one thread, as the usual crawlers' parse callbacks do. */
async function fetchAndRead(urls) {
  const fetcher = createFetcher({
    userAgent: "Habeas/0.1 (bench)",
    allowHosts: [new URL(origin).host],
    delayMs: 0,
    concurrency,
    browser: null,
  });
  const waiting = [...urls];
  const worker = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const page = await fetcher.fetch({ url });
      if (mode === "read") {
        const article = readPage(page.text, { url: page.url, sourceId: "bench", sourceName: "Bench" });
        if (article.title === "" || article.paragraphs.length < 3) throw new Error(`${url} was read wrongly`);
      }
      count();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await fetcher.close();
}

/** The pipeline as it runs in production, up to the stored article or to stored events. */
async function pipeline(stages) {
  const folder = mkdtempSync(join(tmpdir(), "habeas-bench-"));
  const { host } = new URL(origin);
  const settings = loadSettings({
    cwd: folder,
    flags: {
      "data.folder": folder,
      "crawl.perHostDelaySeconds": 0,
      "crawl.perHostConcurrency": concurrency,
      "crawl.allowPrivateHosts": host,
      "queue.fetchConcurrency": concurrency,
      "browser.enabled": "off",
      "log.level": "silent",
      ...(values.mongodb && { "mongodb.url": values.mongodb, "mongodb.database": `bench_${process.pid}` }),
      ...(values.redis && { "redis.url": values.redis, "redis.prefix": `bench-${process.pid}` }),
    },
  }).settings;
  const source = {
    id: "bench",
    name: "Bench",
    homepage: `${origin}/`,
    kind: "online_news",
    tier: 2,
    countries: [],
    langs: ["en"],
    enabled: true,
    needsBrowser: false,
    endpoints: Array.from({ length: Number(values.sitemaps) }, (_, n) => ({ kind: "sitemap", url: `${origin}/sitemap-${n}.xml`, enabled: true })),
  };
  const opened = await openPipeline({
    settings,
    sources: [source],
    onError: (error) => console.error(String(error)),
    report: ({ stage }) => stage === stages.at(-1) && count(),
  });
  if (stages.includes("resolve")) await crawlOnce(opened, [source]);
  else {
    const { pollJob } = await import("../../dist/queue/stages/jobs.js");
    await opened.queue.pause("extract");
    await opened.queue.add(source.endpoints.map(({ url }) => pollJob(source.id, url)));
    const worker = await opened.work(stages);
    for (;;) {
      const { poll, fetch } = await opened.queue.counts();
      if (poll.waiting + poll.active + poll.delayed + fetch.waiting + fetch.active + fetch.delayed === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await worker.close();
  }
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
}

if (mode === "stored") await pipeline(["poll", "fetch"]);
else if (mode === "events") await pipeline(["poll", "fetch", "extract", "resolve"]);
else {
  const urls = values.urls.startsWith("http") ? (await (await fetch(values.urls)).text()).trim().split("\n") : Array.from({ length: Number(values.urls) }, (_, n) => `${origin}/news/${n}`);
  await fetchAndRead(urls);
}
const cpu = process.cpuUsage(cpuBefore);
console.log(
  JSON.stringify({
    pages: done,
    seconds: (performance.now() - began) / 1_000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    rssMb: Math.round(process.resourceUsage().maxRSS / 1_000),
    memory,
  }),
);
process.exit(0);
