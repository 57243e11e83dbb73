import { createServer } from "node:http";
import { articleOf, pageOf } from "./articles.mjs";

/** Sources of the site, each on a port of its own; articles are dealt out to them in turn. */
const SOURCES = 4;
/** Articles of one sitemap. */
const PER_SITEMAP = 100;

/** What becomes of an article by its number: most are read, some are not there, walled or moved. */
function fateOf(number) {
  if (number % 97 === 13) return "gone";
  if (number % 89 === 7) return "blocked";
  if (number % 83 === 5) return "moved";
  return "ok";
}

const CHALLENGE = `<!doctype html><title>Just a moment...</title><script>window._cf_chl_opt={}</script><p>Checking.</p>`;

/**
 * A news site of several sources with so many articles.
 * @param {{ articles: number, pageBytes?: number }} options
 */
export async function startNewsSite({ articles, pageBytes = 0 }) {
  const requests = { pages: 0, sitemaps: 0, robots: 0 };
  /** @type {{ kind: "drop" | "busy" | "error", left: number } | null} */
  let trouble = null;
  const servers = [];
  const origins = [];

  const numbersOf = (source) => Array.from({ length: articles }, (_, n) => n).filter((n) => n % SOURCES === source);
  const pathOf = (number) => `/news/${number}`;

  const answer = (source) => (request, response) => {
    const path = request.url ?? "/";
    const html = (status, body, headers = {}) =>
      response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
    if (path === "/robots.txt") {
      requests.robots++;
      return response.writeHead(200, { "content-type": "text/plain" }).end("User-agent: *\nAllow: /\n");
    }
    if (trouble !== null) {
      const { kind } = trouble;
      if (--trouble.left <= 0) trouble = null;
      if (kind === "drop") return request.socket.destroy();
      if (kind === "busy") return response.writeHead(503, { "retry-after": "1" }).end();
      return response.writeHead(500).end();
    }
    const sitemap = /^\/sitemap-(\d+)\.xml$/.exec(path);
    if (sitemap) {
      requests.sitemaps++;
      const own = numbersOf(source).slice(sitemap[1] * PER_SITEMAP, (Number(sitemap[1]) + 1) * PER_SITEMAP);
      const urls = own.map((n) => `<url><loc>${origins[source]}${pathOf(n)}</loc><lastmod>${articleOf(n).published}</lastmod></url>`);
      return response
        .writeHead(200, { "content-type": "application/xml" })
        .end(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`);
    }
    const article = /^\/(?:news|old)\/(\d+)$/.exec(path);
    if (!article) return html(404, "not here");
    requests.pages++;
    const number = Number(article[1]);
    switch (path.startsWith("/old/") ? "ok" : fateOf(number)) {
      case "gone":
        return html(410, "gone");
      case "blocked":
        return html(403, CHALLENGE, { "cf-mitigated": "challenge" });
      case "moved":
        return response.writeHead(301, { location: `/old/${number}` }).end();
      default:
        return html(200, pageOf(number, origins[source], path, pageBytes));
    }
  };

  for (let source = 0; source < SOURCES; source++) {
    const server = createServer(answer(source));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    origins.push(`http://127.0.0.1:${server.address().port}`);
  }
  return {
    requests,
    /** The next requests fail: connections are dropped, or answered with 503 and a time, or with 500. */
    trouble(kind, left) {
      trouble = { kind, left };
    },
    /** Every announced address with what becomes of it. */
    fates: () =>
      Array.from({ length: articles }, (_, n) => ({ url: origins[n % SOURCES] + pathOf(n), fate: fateOf(n) })),
    sources: origins.map((origin, source) => ({
      id: `courier-${source}`,
      name: `The Test Courier ${source}`,
      homepage: `${origin}/`,
      kind: "online_news",
      tier: 2,
      countries: [],
      langs: ["en"],
      enabled: true,
      needsBrowser: false,
      endpoints: Array.from({ length: Math.ceil(numbersOf(source).length / PER_SITEMAP) }, (_, n) => ({
        kind: "sitemap",
        url: `${origin}/sitemap-${n}.xml`,
        enabled: true,
      })),
    })),
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
