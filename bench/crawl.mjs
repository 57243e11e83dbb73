// Crawls a site on this machine: fetch and read per process, up to the stored article, up to stored events; peers beside.
//   npm run bench -- crawl [--pages 2000] [--rounds 3] [--only PATTERN] [--peers FOLDER] [--memory 50000]
// --peers: a folder with site.mjs and contestants of other crawlers; they and our first run then crawl that site.
// Redis and MongoDB come from REDIS_URL and MONGODB_URL, or are started as for the tests.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "2000" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    peers: { type: "string" },
    memory: { type: "string", default: "0" },
  },
});
const here = import.meta.dirname;
const children = [];
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts a program that lives on; gives the first line of JSON that it prints. */
function background(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"], ...options });
  children.push(child);
  return new Promise((done, fail) => {
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
      const line = output.split("\n").find((text) => text.startsWith("{"));
      if (line !== undefined && output.includes("\n")) done(JSON.parse(line));
    });
    child.once("exit", (code) => fail(new Error(`${command} ${args.join(" ")} ended with ${code}`)));
  });
}

/** Runs a program to its end; gives the last line of JSON that it printed. */
function measure([command, ...args], options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"], ...options });
  return new Promise((done) => {
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.once("close", () => {
      const line = output.trim().split("\n").findLast((text) => text.startsWith("{"));
      done(line === undefined ? null : JSON.parse(line));
    });
  });
}

const ours = (...args) => [process.execPath, join(here, "crawl/ours.mjs"), ...args];
const site = await background(process.execPath, [join(here, "crawl/site.mjs"), "--pages", values.pages]);
const sitemaps = ["--origin", site.origin, "--sitemaps", String(site.sitemaps)];
const service = async (name, variable) =>
  process.env[variable] ?? (await background(process.execPath, [join(here, "../test/services/supervise.mjs"), name])).url;

const runs = [
  { name: "Habeas: fetch", command: ours("--mode", "fetch", "--origin", site.origin, "--urls", values.pages) },
  { name: "Habeas: fetch + read the article", command: ours("--mode", "read", "--origin", site.origin, "--urls", values.pages) },
  { name: "Habeas: up to the stored article, embedded", command: ours("--mode", "stored", ...sitemaps) },
  { name: "Habeas: up to stored events, embedded", command: ours("--mode", "events", ...sitemaps) },
];
const only = new RegExp(values.only, "i");
if (only.test("Habeas: up to the stored article, servers") || only.test("Habeas: up to stored events, servers")) {
  const [redis, mongodb] = [await service("redis", "REDIS_URL"), await service("mongodb", "MONGODB_URL")];
  const servers = [...sitemaps, "--redis", redis, "--mongodb", mongodb];
  runs.push(
    { name: "Habeas: up to the stored article, servers", command: ours("--mode", "stored", ...servers) },
    { name: "Habeas: up to stored events, servers", command: ours("--mode", "events", ...servers) },
  );
}
if (values.peers !== undefined) {
  const folder = resolve(values.peers);
  const port = "8791";
  const { ready: origin } = await background(process.execPath, ["site.mjs", "--port", port], { cwd: folder });
  const python = join(folder, "venv/bin/python");
  const peer = (name, ...command) => ({ name, command, options: { cwd: folder } });
  runs.unshift(
    { name: "Habeas: fetch + read the article, peers' site", command: ours("--mode", "read", "--origin", origin, "--urls", `${origin}/urls.txt`) },
    peer("Crawlee CheerioCrawler, 16 at once", process.execPath, "contestants/crawlee-cheerio.mjs", "--site", origin, "--concurrency", "16"),
    peer("undici + cheerio, 16 at once", process.execPath, "contestants/undici-cheerio.mjs", "--site", origin, "--concurrency", "16"),
    ...(existsSync(python)
      ? [
          peer("Scrapy with CSS selectors, 16 at once", python, "contestants/scrapy_css.py", "--site", origin, "--concurrency", "16"),
        ]
      : []),
  );
}

const results = runs.filter(({ name }) => only.test(name)).map((run) => ({ ...run, measured: [] }));
for (let round = 0; round < Number(values.rounds); round++)
  for (const run of results) {
    const result = await measure(run.command, run.options);
    if (result === null) {
      console.error(`${run.name}: failed`);
      continue;
    }
    run.measured.push(result);
    console.error(`${round + 1} ${run.name}: ${(result.pages / result.seconds).toFixed(0)} pages/s, load ${loadavg()[0].toFixed(1)}`);
  }

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
console.log(`${cpus()[0]?.model} x${cpus().length}, node ${process.version}, ${values.pages} pages\n`);
console.log("| run | pages/s, median | CPU ms per page | memory MB |\n|---|---|---|---|");
for (const { name, measured } of results) {
  const rate = median(measured.map(({ pages, seconds }) => pages / seconds));
  const cost = median(measured.map(({ pages, cpuSeconds }) => (1_000 * cpuSeconds) / pages));
  console.log(`| ${name} | ${rate.toFixed(0)} | ${cost.toFixed(2)} | ${Math.max(...measured.map(({ rssMb }) => rssMb))} |`);
}

if (Number(values.memory) > 0) {
  const large = await background(process.execPath, [join(here, "crawl/site.mjs"), "--pages", values.memory, "--kilobytes", "20"]);
  const result = await measure(ours("--mode", "read", "--origin", large.origin, "--urls", values.memory));
  console.log(`\nMemory in MB after every 1,000 of ${values.memory} pages: ${result?.memory.join(" ")}`);
}
process.exit(0);
