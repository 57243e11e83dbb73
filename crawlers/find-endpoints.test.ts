import { afterEach, describe, expect, it } from "vitest";
import { answer, type LocalSite, startLocalSite } from "../test/local-site.ts";
import { createFetcher } from "./fetch/fetcher.ts";
import { findEndpoints, shapeOf } from "./find-endpoints.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

const xml = { "content-type": "text/xml" };
const rss = (...paths: string[]) =>
  answer(
    `<rss version="2.0"><channel><title>T</title>${paths
      .map((path) => `<item><title>Story ${path}</title><link>${path}</link></item>`)
      .join("")}</channel></rss>`,
    xml,
  );
const front = (head: string, body = "") =>
  answer(
    `<html lang="be-BY"><head><title>Front</title><meta property="og:site_name" content="The Courier">${head}</head><body>${body}</body></html>`,
  );

async function look(answers: Parameters<typeof startLocalSite>[0]) {
  const site: LocalSite = await startLocalSite(answers);
  const fetcher = createFetcher({
    userAgent: "Habeas/0.1 (+x)",
    allowHosts: [site.host],
    delayMs: 0,
    browser: null,
  });
  open.push(site, fetcher);
  const found = await findEndpoints(`${site.origin}/`, fetcher, Date.now());
  const endpoints = found.endpoints.map(
    ({ endpoint }) => `${endpoint.kind} ${endpoint.url.slice(site.origin.length)}`,
  );
  return { ...found, endpoints, first: found.endpoints[0]?.endpoint };
}

describe("the endpoints of a site", () => {
  it("are the feeds that its homepage names, as far as they give articles, without those of comments", async () => {
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    const found = await look({
      "/": front(link("/all.rss") + link("/comments/feed/") + link("/dead.rss")),
      "/all.rss": rss("/1", "/2", "/3"),
      "/comments/feed/": rss("/1", "/2", "/3"),
    });
    expect(found).toMatchObject({ name: "The Courier", lang: "be", endpoints: ["feed /all.rss"] });
    expect(found.refused).toEqual([
      { url: expect.stringContaining("/dead.rss"), reason: expect.stringContaining("404") },
    ]);
  });

  it("are the usual addresses when it names none, and the news sitemap of robots.txt", async () => {
    const map = answer(
      `<urlset>${[1, 2, 3].map((n) => `<url><loc>/a${n}</loc></url>`).join("")}</urlset>`,
      xml,
    );
    const robots = (request: { headers: { host?: string | undefined } }) =>
      `Sitemap: http://${request.headers.host}/maps/news.xml\n`;
    const found = await look({
      "/": front(""),
      "/rss.xml": rss("/1", "/2", "/3"),
      "/robots.txt": (request, response) => {
        response.writeHead(200, { "content-type": "text/plain" }).end(robots(request));
      },
      "/maps/news.xml": map,
    });
    expect(found.endpoints).toEqual(["feed /rss.xml", "news_sitemap /maps/news.xml"]);
  });

  it("is the homepage when there is nothing else, with the form that addresses of articles have", async () => {
    const links = [1, 2, 3, 4, 5].map(
      (n) =>
        `<p><a href="/news/2026/0${n}/a-long-slug-of-story-${n}">A headline that is long enough ${n}</a></p>`,
    );
    const found = await look({
      "/": front("", `${links.join("")}<a href="/about">About this site and its authors</a>`),
    });
    expect(found.endpoints).toEqual(["listing /"]);
    expect(found.first?.linkPattern).toMatch(/\/news\/\\d\{4\}\/\\d\{1,2\}\/\[\^\/\]\+\/\?\$$/);
  });

  it("are none on a page that lists nothing", async () => {
    expect((await look({ "/": front("", "<p>Under construction</p>") })).endpoints).toEqual([]);
  });
});

it("the form of an address keeps sections and opens numbers and slugs", () => {
  expect(shapeOf("https://a.example/en/news/2026/02/03/teacher-freed-on-monday.html")).toBe(
    String.raw`^https://a\.example/en/news/\d{4}/\d{1,2}/\d{1,2}/[^/]+/?$`,
  );
  expect(new RegExp(shapeOf("https://a.example/n/12345"), "u").test("https://a.example/n/999")).toBe(true);
});
