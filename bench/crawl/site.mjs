// A news site for measuring: node bench/crawl/site.mjs --pages 2000 --kilobytes 60. Pages are made once and served from
// memory; prints its address as JSON. It counts how many requests run at once and how close they start.
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { pageOf } from "../../test/crawl/chaos/articles.mjs";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "2000" },
    kilobytes: { type: "string", default: "60" },
    latency: { type: "string", default: "0" },
    crawlDelay: { type: "string", default: "0" },
  },
});
const [pages, kilobytes, latencyMs, crawlDelay] = Object.values(values).map(Number);
const PER_SITEMAP = 200;
/** Pages beyond this many come again under other addresses, so that long runs need no more memory. */
const DISTINCT = 2_000;
const made = new Map();
let origin = "";
let [running, most, total] = [0, 0, 0];
const starts = [];

function bodyOf(number) {
  const known = made.get(number % DISTINCT);
  if (known !== undefined) return known;
  const page = Buffer.from(pageOf(number % DISTINCT, origin, "/CANONICAL", kilobytes * 1024).replace(/<link rel="canonical"[^>]*>/, ""));
  made.set(number % DISTINCT, page);
  return page;
}

const server = createServer((request, response) => {
  const path = request.url ?? "/";
  if (path === "/figures") {
    response.end(JSON.stringify({ most, total, starts }));
    return;
  }
  running++;
  total++;
  most = Math.max(most, running);
  starts.push(Date.now());
  if (starts.length > 100_000) starts.splice(0, 50_000);
  response.once("close", () => running--);
  const reply = () => {
    const sitemap = /^\/sitemap-(\d+)\.xml$/.exec(path);
    const page = /^\/news\/(\d+)$/.exec(path);
    if (path === "/robots.txt") response.end(`User-agent: *\n${crawlDelay > 0 ? `Crawl-delay: ${crawlDelay}\n` : ""}Disallow: /private/\n`);
    else if (sitemap) {
      const first = Number(sitemap[1]) * PER_SITEMAP;
      const urls = Array.from({ length: Math.min(PER_SITEMAP, pages - first) }, (_, n) => `<url><loc>${origin}/news/${first + n}</loc></url>`);
      response.writeHead(200, { "content-type": "application/xml" }).end(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`);
    } else if (page && Number(page[1]) < pages) response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(bodyOf(Number(page[1])));
    else response.writeHead(404).end();
  };
  if (latencyMs > 0) setTimeout(reply, latencyMs);
  else reply();
});
server.keepAliveTimeout = 30_000;
server.listen(0, "127.0.0.1", () => {
  origin = `http://127.0.0.1:${server.address().port}`;
  for (let number = 0; number < Math.min(pages, DISTINCT); number++) bodyOf(number);
  console.log(JSON.stringify({ origin, pages, sitemaps: Math.ceil(pages / PER_SITEMAP) }));
});
