/**
 * Crawls a site while everything around the crawl breaks, and looks whether what it found is what an undisturbed crawl
 * finds: every article ended once, no event or claim twice, no job among the dead letters.
 *
 *   node test/crawl/chaos/main.mjs [--articles 2000] [--faults 100] [--backend both|embedded|servers] [--seed 1]
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { crawlOnce } from "../../../dist/cli/crawl-once.js";
import { loadSettings } from "../../../dist/config/load-settings.js";
import { openQueueOf, openStoreOf } from "../../../dist/queue/open.js";
import { openPipeline } from "../../../dist/queue/pipeline.js";
import { temporaryFolder } from "../../services/child.mjs";
import { randomFrom } from "./articles.mjs";
import { drawFault, faultsOf, mountSmallDisk } from "./faults.mjs";
import { difference, ledgerLines } from "./ledger.mjs";
import { startProcesses } from "./processes.mjs";
import { startKillableMongo, startKillableRedis } from "./servers.mjs";
import { startNewsSite } from "./site.mjs";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "2000" },
    faults: { type: "string", default: "100" },
    backend: { type: "string", default: "both" },
    seed: { type: "string", default: "1" },
    verbose: { type: "boolean", default: false },
  },
});
const [articleCount, faultCount, seed] = [values.articles, values.faults, values.seed].map(Number);
/** What each article's stages and the polls print at least; faults are spread over this. */
const linesExpected = articleCount * 3;
/** Nothing done for this long: the next fault comes all the same, or, after the last, the crawl is given up. */
const STILL_MS = 5_000;
const GIVE_UP_MS = 180_000;

/** @type {import("../../services/child.mjs").Cleanups} */
const cleanups = [];
const site = await startNewsSite({ articles: articleCount });
cleanups.push(() => site.close());

function settingsFor(folder, servers) {
  return loadSettings({
    cwd: folder,
    flags: {
      "data.folder": folder,
      "crawl.perHostDelaySeconds": 0,
      "crawl.perHostConcurrency": 8,
      "crawl.breakerRestSeconds": 1,
      "crawl.pollIntervalSeconds": 5,
      "crawl.allowPrivateHosts": site.sources.map(({ homepage }) => new URL(homepage).host).join(","),
      "browser.enabled": "off",
      "queue.leaseSeconds": 2,
      "queue.backoffBaseSeconds": 0.2,
      "queue.backoffMaxSeconds": 5,
      "queue.sweepSeconds": 2,
      "queue.sweepGraceSeconds": 4,
      "log.level": "silent",
      ...(servers && { "mongodb.url": servers.mongo.url, "mongodb.database": "chaos", "redis.url": servers.redis.url }),
    },
  }).settings;
}

async function undisturbed() {
  const settings = settingsFor(temporaryFolder("chaos-calm", cleanups), null);
  const pipeline = await openPipeline({ settings, sources: site.sources, onError: (error) => console.error(error) });
  await crawlOnce(pipeline, site.sources);
  const lines = await ledgerLines(pipeline.store);
  await pipeline.close();
  return lines;
}

/** Strikes until all faults were had; each comes after a number of things done that is drawn anew. */
async function disturb(faults, random, progress) {
  const struck = {};
  for (let count = 0; count < faultCount; count++) {
    const after = progress.lines + (linesExpected / faultCount) * (0.4 + random());
    for (let still = 0; progress.lines < after && still < STILL_MS; still += 20) {
      const before = progress.lines;
      await sleep(20);
      if (progress.lines > before) still = 0;
    }
    const name = drawFault(faults, random);
    if (values.verbose) console.log(`  ${count + 1}. ${name} (${progress.lines} things done)`);
    await faults[name].strike();
    struck[name] = (struck[name] ?? 0) + 1;
  }
  return struck;
}

/** Waits until every announced article has arrived, or nothing happens any more. */
async function settle(store, queue, progress) {
  const arrived = async () => {
    const counts = await store.articles.countByStage();
    return counts.resolved + counts.closed >= articleCount && counts.discovered + counts.fetched + counts.extracted === 0;
  };
  for (let still = 0; still < GIVE_UP_MS; still += 500) {
    // The last fault may still have the database away.
    if (await arrived().catch(() => false)) return true;
    const before = progress.lines;
    await sleep(500);
    if (progress.lines > before) still = 0;
    if (values.verbose && still % 10_000 === 0 && progress.lines > before)
      console.log(`  ${progress.lines} things done, ${JSON.stringify(await store.articles.countByStage())}, ${JSON.stringify(await queue.counts())}`);
  }
  return false;
}

async function run(backend, expected) {
  const own = [];
  cleanups.push(() => cleanUp(own));
  const random = randomFrom(seed);
  const folder = temporaryFolder(`chaos-${backend}`, own);
  let [redis, mongo, disk] = [null, null, null];
  try {
    if (backend === "servers") {
      [redis, mongo] = [await startKillableRedis(own), await startKillableMongo(own)];
      if (redis === null || mongo === null) throw new Error("Redis and MongoDB have to be on this machine: npm run services");
    } else disk = mountSmallDisk(folder, 64 + Math.ceil(articleCount / 8), own);
    const data = join(folder, "data");
    mkdirSync(data);
    const settings = settingsFor(data, redis && mongo && { redis, mongo });
    const progress = { lines: 0, dead: [], trouble: 0 };
    const onLine = (line) => {
      if (line.startsWith("dead ")) progress.dead.push(line);
      else if (line.startsWith("trouble ")) progress.trouble++;
      else progress.lines++;
    };
    const began = Date.now();
    const processes = startProcesses({ settings, sources: site.sources, onLine });
    own.push(() => processes.end());
    const struck = await disturb(faultsOf({ processes, site, redis, mongo, disk, random }), random, progress);
    const store = await openStoreOf(settings);
    const queue = await openQueueOf(settings);
    own.push(() => store.close(), () => queue.close());
    const arrived = await settle(store, queue, progress);
    const missing = await processes.end();
    return await judge({ backend, expected, store, queue, progress, struck, arrived, missing, seconds: (Date.now() - began) / 1_000 });
  } finally {
    await cleanUp(own);
  }
}

async function judge({ backend, expected, store, queue, progress, struck, arrived, missing, seconds }) {
  const faults = [];
  if (!arrived) faults.push(`articles stand still: ${JSON.stringify(await store.articles.countByStage())}`);
  if (missing.length > 0) faults.push(`processes ended by themselves: ${missing.join(", ")}`);
  const found = await ledgerLines(store);
  const { missing: lost, extra } = difference(expected, found);
  for (const [what, lines] of [["lost or changed", lost], ["doubled or wrong", extra]])
    if (lines.length > 0) faults.push(`${lines.length} documents ${what}, first: ${lines.slice(0, 3).join(" · ")}`);
  const dead = await queue.dead.list(1_000);
  for (const { key, error } of dead) faults.push(`dead letter ${key}: ${error.class}: ${error.message}`);
  const count = (collection) => found.filter((line) => line.startsWith(`${collection} `)).length;
  console.log(`\n${backend}: ${Object.values(struck).reduce((a, b) => a + b, 0)} faults over ${articleCount} articles in ${seconds.toFixed(0)} s`);
  for (const [name, times] of Object.entries(struck).toSorted((a, b) => b[1] - a[1])) console.log(`  ${String(times).padStart(3)}  ${name}`);
  console.log(
    `  ${count("articles")} articles, ${count("extractions")} extractions, ${count("claims")} claims, ${count("events")} events, ${count("persons")} persons; ` +
      `${lost.length} lost, ${extra.length} doubled, ${dead.length} dead letters; ${progress.lines} things done for ${linesExpected}, ${progress.trouble} times trouble`,
  );
  for (const fault of faults.slice(0, 20)) console.log(`  FAULT ${fault}`);
  return faults.length === 0;
}

const cleanUp = async (list) => {
  for (const cleanup of list.splice(0).toReversed()) await cleanup();
};
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    void cleanUp(cleanups).finally(() => process.exit(1));
  });

let good = true;
try {
  const expected = await undisturbed();
  console.log(`undisturbed: ${expected.length} documents`);
  const backends = values.backend === "both" ? ["embedded", "servers"] : [values.backend];
  for (const backend of backends) good = (await run(backend, expected)) && good;
} finally {
  await cleanUp(cleanups);
}
process.exit(good ? 0 : 1);
