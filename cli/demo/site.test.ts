import { gunzipSync } from "node:zlib";
import { load } from "cheerio";
import fc from "fast-check";
import { parseFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SourceSchema } from "../../model/source.ts";
import { parseArticle } from "./articles.ts";
import { loadExpected } from "./expected.ts";
import { articlePage } from "./layouts/index.ts";
import { publishers } from "./publishers.ts";
import { createDemoSite, type DemoSite } from "./site.ts";
import { encodeWindows1251 } from "./windows1251.ts";

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite({ browser: true });
});
afterAll(() => site.close());

/** Markup as a browser decodes it. */
async function markupOf(url: string): Promise<string> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const charset = /charset=["']?([\w-]+)/iu.exec(new TextDecoder("latin1").decode(bytes))?.[1];
  return new TextDecoder(charset ?? "utf-8").decode(bytes);
}

/** Addresses that an endpoint announces. */
async function linksOf(url: string, kind: string): Promise<string[]> {
  if (kind === "feed") {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    const declared = /encoding="([\w-]+)"/u.exec(bytes.toString("latin1"))?.[1];
    const { format, feed } = parseFeed(new TextDecoder(declared ?? "utf-8").decode(bytes));
    if (format === "rss") return (feed.items ?? []).map(({ link }) => link ?? "");
    if (format === "atom") return (feed.entries ?? []).map(({ links }) => links?.[0]?.href ?? "");
    if (format === "json") return (feed.items ?? []).map((item) => item.url ?? "");
    throw new Error(`${url} is ${format}`);
  }
  if (kind === "listing") {
    const $ = load(await markupOf(url));
    return $(".item a.headline")
      .toArray()
      .map((link) => new URL($(link).attr("href") ?? "", url).href);
  }
  const xml = await (await fetch(url)).text();
  const locations = [...xml.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, location]) => location ?? "");
  if (!xml.includes("<sitemapindex")) return locations;
  const [news = ""] = locations;
  const inner = gunzipSync(Buffer.from(await (await fetch(news)).arrayBuffer())).toString("utf8");
  expect(inner).toContain("<news:publication_date>");
  return [...inner.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, location]) => location ?? "");
}

async function announced(): Promise<string[]> {
  const endpoints = site.sources.flatMap(({ endpoints: own }) => own);
  return (await Promise.all(endpoints.map(({ url, kind }) => linksOf(url, kind)))).flat();
}

const withoutQuery = (url: string) => url.replace(/\?.*$/u, "");

describe("the demo's news site", () => {
  it("describes its publishers as sources of the catalogue", () => {
    expect(site.sources.map((source) => SourceSchema.parse(source).id)).toEqual(
      publishers.map(({ id }) => id),
    );
    expect(new Set(site.sources.map(({ homepage }) => homepage)).size).toBe(publishers.length);
  });

  it("leaves out the publisher that needs JavaScript when there is no browser", async () => {
    const plain = await createDemoSite();
    await plain.close();
    expect(plain.sources.some(({ needsBrowser }) => needsBrowser)).toBe(false);
    expect(plain.sources).toHaveLength(publishers.length - 1);
  });

  it("has at least 28 articles in seven layouts and three languages", () => {
    expect(site.articles.length).toBeGreaterThanOrEqual(28);
    expect(new Set(site.articles.map(({ layout }) => layout)).size).toBe(7);
    expect(site.articles.filter(({ lang }) => lang === "ru").length).toBeGreaterThanOrEqual(5);
    expect(new Set(site.articles.map(({ lang }) => lang))).toEqual(new Set(["en", "ru", "be"]));
  });

  it("answers every article with its title, and says in the frame and in a meta tag that it is a sample", async () => {
    for (const article of site.articles) {
      const response = await fetch(site.urlOf(article.id));
      expect(response.status, article.id).toBe(200);
      const $ = load(await markupOf(site.urlOf(article.id)));
      expect($('meta[name="habeas-demo"]').attr("content")).toBe("sample");
      expect($(".sample-notice").text()).toMatch(/Habeas/u);
      expect($(".sample-notice").closest("main, article, .story, .content, .post")).toHaveLength(0);
      if (article.layout !== "shell") expect($("h1").text()).toBe(article.title);
    }
  });

  it("announces every article through some endpoint", async () => {
    const links = new Set((await announced()).map(withoutQuery));
    for (const { id, path, formerPath } of site.articles) {
      const address = site.urlOf(id).replace(path, formerPath ?? path);
      expect(links, id).toContain(address);
    }
  });

  it("announces some articles twice, some with tracking parameters, one that is gone and one that has moved", async () => {
    const links = await announced();
    const bare = links.map(withoutQuery);
    expect(bare.length).toBeGreaterThan(new Set(bare).size);
    expect(links.some((link) => link.includes("utm_source=rss"))).toBe(true);
    const statuses = await Promise.all(
      [...new Set(bare)].map(
        async (link) => [link, (await fetch(link, { redirect: "manual" })).status] as const,
      ),
    );
    expect(statuses.filter(([, status]) => status === 404)).toHaveLength(1);
    const moved = statuses.filter(([, status]) => status === 301).map(([link]) => link);
    expect(moved).toHaveLength(1);
    expect((await fetch(moved[0] ?? "")).url).toBe(site.urlOf("harbour-nicaragua-briefing"));
    expect(statuses.every(([, status]) => [200, 301, 404].includes(status))).toBe(true);
  });

  it("forbids the members' pages in robots.txt and nothing else", async () => {
    const forbidden = await Promise.all(
      site.articles.map(async ({ id, path }) => {
        const rules = await (await fetch(new URL("/robots.txt", site.urlOf(id)))).text();
        return [...rules.matchAll(/^Disallow: (.+)$/gmu)].some(([, prefix]) => path.startsWith(prefix ?? ""))
          ? [id]
          : [];
      }),
    );
    expect(forbidden.flat()).toEqual(["harbour-members-only"]);
  });

  it("serves the Russian outlet in windows-1251, named in the document alone", async () => {
    const response = await fetch(site.urlOf("ru-arrest"));
    expect(response.headers.get("content-type")).toBe("text/html");
    const bytes = await response.arrayBuffer();
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow(TypeError);
    expect(new TextDecoder("windows-1251").decode(bytes)).toContain("художницу Веру Ключникову");
  });

  it("keeps the stories of the script-made pages out of their markup, and hands them to the script", async () => {
    const markup = await markupOf(site.urlOf("oc-lindholt"));
    expect(markup).not.toContain("Lindholt");
    const story = load(markup)("#app").attr("data-story") ?? "";
    const response = await fetch(new URL(story, site.urlOf("oc-lindholt")));
    expect(await response.text()).toContain("Karen Lindholt was deported");
  });

  it("loads nothing from elsewhere", async () => {
    for (const { id } of site.articles) {
      const $ = load(await markupOf(site.urlOf(id)));
      const resources = $("[src], link[rel=stylesheet], link[rel=icon]")
        .toArray()
        .map((element) => $(element).attr("src") ?? $(element).attr("href") ?? "");
      for (const address of resources) expect(address).toMatch(/^(\/(?!\/)|data:)/u);
      for (const address of resources.filter((candidate) => candidate.startsWith("/"))) {
        expect((await fetch(new URL(address, site.urlOf(id)))).status, address).toBe(200);
      }
    }
  });

  it("says what was asked of it, by whom and with what answer", async () => {
    const before = site.requests.length;
    await fetch(`${site.url}nothing-here`, { headers: { "user-agent": "probe/1" } });
    expect(site.requests.slice(before)).toEqual([
      {
        sourceId: "demo-vigil-house",
        method: "GET",
        path: "/nothing-here",
        status: 404,
        userAgent: "probe/1",
      },
    ]);
  });

  it("answers a conditional request with 304 and refuses to be written to", async () => {
    const feed = site.sources[0]?.endpoints[0]?.url ?? "";
    const etag = (await fetch(feed)).headers.get("etag") ?? "";
    expect((await fetch(feed, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await fetch(feed, { method: "POST", body: "x" })).status).toBe(405);
  });

  it("names the port when it is taken, and leaves no server behind", async () => {
    const taken = Number(new URL(site.url).port);
    await expect(createDemoSite({ port: taken })).rejects.toThrow(`127.0.0.1:${taken}`);
  });
});

describe("the pages' markup", () => {
  it("escapes whatever an article says, in every layout", async () => {
    const publisher = publishers[0];
    const hostile = `</script><script>alert(1)</script>" onload='x' & <b>`;
    for (const layout of ["semantic", "meta", "table", "blog", "liveblog", "briefs", "shell"] as const) {
      const front = {
        source: publisher?.id,
        layout,
        lang: "en",
        path: "/x",
        published: "2026-01-01T10:00:00Z",
      };
      const article = {
        ...parseArticle(
          "x",
          `---\n${JSON.stringify({ ...front, title: "T", section: "S", endpoints: ["/feed.xml"] })}\n---\ntext\n`,
        ),
        title: hostile,
        section: hostile,
        authors: [hostile],
        caption: hostile,
        standfirst: hostile,
        paragraphs: [
          { text: hostile, zone: "body" as const },
          { text: hostile, zone: "faq" as const },
          { text: hostile, zone: "liveblog" as const, at: "10:00" },
        ],
      };
      const url = "http://127.0.0.1/x";
      if (publisher === undefined) throw new Error("no publisher");
      const $ = load(
        await articlePage({ article, publisher, url, origin: "http://127.0.0.1", related: [article] }),
      );
      expect($("[onload], b:not(td b)"), layout).toHaveLength(0);
      for (const script of $("script:not([src])").toArray()) {
        expect(() => JSON.parse($(script).text()) as unknown, layout).not.toThrow();
      }
      if (layout !== "shell") expect($("h1").text()).toBe(hostile);
    }
  });

  it("says which article is faulty and why", () => {
    expect(() => parseArticle("stray", "no front matter")).toThrow("Demo article stray: front matter");
    expect(() => parseArticle("stray", "---\nsource: nobody\n---\ntext")).toThrow(/stray.*source/su);
  });

  it("can be turned back from windows-1251 for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = text.replaceAll("&", "&amp;");
        const decoded = new TextDecoder("windows-1251").decode(encodeWindows1251(escaped));
        const back = decoded
          .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
          .replaceAll("&amp;", "&");
        expect(back).toBe(text.replace(/^\uFEFF/u, ""));
      }),
    );
  });
});

describe("what the articles should give", () => {
  it("is written down for every article, with persons whom the article names", () => {
    const expected = loadExpected(new URL("expected.yaml", import.meta.url));
    expect(new Set(expected.keys())).toEqual(new Set(site.articles.map(({ id }) => id)));
    for (const article of site.articles) {
      const { persons = {}, says = [], never = [] } = expected.get(article.id) ?? {};
      const text = [
        article.title,
        ...article.authors,
        ...article.paragraphs.map((paragraph) => paragraph.text),
      ].join("\n");
      const facts = [...says, ...never].flatMap(({ subjects }) => subjects);
      for (const name of article.lang === "en" ? [...Object.keys(persons), ...facts] : []) {
        expect(text, article.id).toContain(name.split(" ").at(-1));
      }
      for (const name of says.flatMap(({ subjects }) => subjects))
        expect(persons, article.id).toHaveProperty([name]);
    }
  });
});
