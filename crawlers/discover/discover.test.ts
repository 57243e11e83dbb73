import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Permanent } from "../../model/errors.ts";
import { discover, type DiscoverOptions } from "./discover.ts";

const now = Date.parse("2026-02-02T12:00:00Z");
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

type EndpointPart = Parameters<typeof discover>[0];

function read(
  body: string | Uint8Array,
  endpoint: Partial<EndpointPart> = {},
  options: Partial<DiscoverOptions> = {},
  contentType: string | null = "text/xml",
) {
  const url = endpoint.url ?? "https://site.example/feeds/all";
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return discover(
    { kind: "feed", url, ...endpoint },
    { url, body: bytes, headers: { contentType } },
    { now, ...options },
  );
}

const rss = (items: string, attributes = "") =>
  `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>T</title><link>https://e.example/</link><description>d</description>${items}</channel></rss>`;
const item = (n: number, extra = "") =>
  `<item><title>Story ${n}</title><link>https://e.example/${n}</link><pubDate>Mon, 02 Feb 2026 10:0${n}:00 GMT</pubDate>${extra}</item>`;

describe("an RSS feed", () => {
  it("gives its items newest first, once each, with clean titles and addresses", async () => {
    const { items, ttlSeconds } = await read(fixture("courier.rss.xml"));
    expect(items).toEqual([
      {
        url: "https://courier.example/calendar",
        title: "Calendar of hearings",
        published: "2027-01-01T00:00:00Z",
        summary: null,
        lang: "en-gb",
      },
      {
        url: "https://courier.example/2026/02/02/freed",
        title: "Anna Varga freed after 400 days",
        published: "2026-02-02T09:30:00Z",
        summary: null,
        lang: "ru",
      },
      {
        url: "https://courier.example/notes/5",
        title: "Undated note",
        published: null,
        summary: null,
        lang: "en-gb",
      },
      {
        url: "https://courier.example/2026/02/01/custody",
        title: "Court keeps Anna Varga & two others in custody",
        published: "2026-02-01T18:05:00+03:00",
        summary: "The hearing lasted ten minutes. Her lawyer was not admitted.",
        lang: "en-gb",
      },
    ]);
    expect(ttlSeconds).toBe(900);
  });

  it("tells in notes what was odd about it", async () => {
    const { notes } = await read(fixture("courier.rss.xml"));
    expect(notes).toEqual([
      "1 item has no address",
      "1 without a usable address",
      "1 without a readable date",
      "1 dated in the future",
    ]);
  });

  it("takes the newest up to a limit", async () => {
    const { items, notes } = await read(rss([1, 3, 2].map((n) => item(n)).join("")), {}, { limit: 2 });
    expect(items.map(({ url }) => url)).toEqual(["https://e.example/3", "https://e.example/2"]);
    expect(notes).toContain("the 2 newest of 3 are taken");
  });

  it("keeps what the topic filter keeps, before the limit", async () => {
    const { items, notes } = await read(
      rss([1, 2, 3].map((n) => item(n)).join("")),
      {},
      { limit: 1, keep: ({ title }) => title === "Story 1" },
    );
    expect(items.map(({ url }) => url)).toEqual(["https://e.example/1"]);
    expect(notes).toContain("2 left out by the topic filter");
  });

  it("keeps what the endpoint's link patterns allow", async () => {
    const { items, notes } = await read(rss([1, 2, 3].map((n) => item(n)).join("")), {
      linkPattern: "/[12]$",
      excludePattern: "/2$",
    });
    expect(items.map(({ url }) => url)).toEqual(["https://e.example/1"]);
    expect(notes).toContain("2 left out by the endpoint's link patterns");
  });

  it("gives the addresses behind FeedBurner's", async () => {
    const { items } = await read(fixture("burner.rss.xml"));
    expect(items.map(({ url }) => url)).toEqual(["https://b.example/one?a=1&b=2", "https://b.example/two"]);
    expect(items[0]).toMatchObject({ title: "One", published: "2026-02-02T09:45:00Z", lang: "en" });
  });

  it("in windows-1251 is read by its declaration", async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>T</title><item><link>https://e.example/1</link><title>',
      ),
      Buffer.from([0xce, 0xf1, 0xe2, 0xee, 0xe1, 0xee, 0xe6, 0xe4, 0xe5, 0xed, 0xe0]),
      Buffer.from("</title></item></channel></rss>"),
    ]);
    expect((await read(bytes)).items[0]?.title).toBe("Освобождена");
  });

  it("without language takes the endpoint's", async () => {
    expect((await read(rss(item(1)), { lang: "be" })).items[0]?.lang).toBe("be");
  });

  it("takes zoneless dates in the zone of the source", async () => {
    const feed = rss(
      "<item><title>A</title><link>https://e.example/1</link><pubDate>2026-07-01 12:00</pubDate></item>",
    );
    expect((await read(feed, {}, { timeZone: "Europe/Minsk" })).items[0]?.published).toBe(
      "2026-07-01T12:00:00+03:00",
    );
    expect((await read(feed)).items[0]?.published).toBe("2026-07-01T12:00:00Z");
  });
});

describe("other formats", () => {
  it("are read: Atom, with xml:base and languages by entry", async () => {
    const { items } = await read(fixture("observer.atom.xml"));
    expect(items).toEqual([
      {
        url: "https://observer.example/be/news/11",
        title: "Вызвалілі журналістку",
        published: "2026-02-02T11:00:00+03:00",
        summary: "Яна вярнулася дадому.",
        lang: "be",
      },
      {
        url: "https://observer.example/en/news/12",
        title: "Second, in English",
        published: "2026-02-01T10:00:00Z",
        summary: null,
        lang: "en",
      },
      {
        url: "https://observer.example/be/news/13",
        title: "Identified by address",
        published: "2026-01-31T10:00:00Z",
        summary: null,
        lang: "be",
      },
    ]);
  });

  it("are read: RDF, with its rhythm", async () => {
    const { items, ttlSeconds } = await read(fixture("bulletin.rdf.xml"));
    expect(items.map(({ url, published, lang }) => [url, published, lang])).toEqual([
      ["https://bulletin.example/1", "2026-02-02T08:00:00-04:00", "es"],
      ["https://bulletin.example/2", "2026-02-01", "es"],
    ]);
    expect(ttlSeconds).toBe(1_800);
  });

  it("are read: JSON Feed", async () => {
    const { items, notes } = await read(fixture("gazette.feed.json"), {}, {}, "application/feed+json");
    expect(items.map(({ url, summary, lang }) => [url, summary, lang])).toEqual([
      ["https://elsewhere.example/b", null, "ru"],
      ["https://gazette.example/a", "He has lost twelve kilos.", "en"],
    ]);
    expect(notes).toContain("1 item has no address");
  });

  it("are read: Atom 0.3", async () => {
    const { items } = await read(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>A</title><link rel="alternate" type="text/html" href="https://e.example/1"/><issued>2026-02-01T10:00:00Z</issued></entry></feed>',
    );
    expect(items).toMatchObject([{ url: "https://e.example/1", published: "2026-02-01T10:00:00Z" }]);
  });
});

describe("a damaged feed", () => {
  const two = item(1) + item(2);

  it.each([
    ["blank lines before the declaration", `\n\n ${rss(two)}`, 2],
    ["a warning of PHP before it", `<br />\n<b>Warning</b>: x in /y.php on line 3<br />\n${rss(two)}`, 2],
    ["bare ampersands", rss(two.replaceAll("Story", "D&D & co")), 2],
    ["entities of HTML", rss(two.replaceAll("Story", "A&nbsp;&raquo;&eacute;")), 2],
    ["control characters", rss(two.replaceAll("Story", "St\u000bo\u0001ry")), 2],
    [
      "undeclared prefixes",
      rss(item(1, "<dc:creator>X</dc:creator><media:thumbnail url='x'/>") + item(2)),
      2,
    ],
    [
      "crossed tags in a description",
      rss(item(1, "<description>a <b>bold <i>x</b></i></description>") + item(2)),
      2,
    ],
    ["unclosed <br> in a description", rss(item(1, "<description>a<br>b</description>") + item(2)), 2],
    [
      "attributes without quotes",
      rss(item(1, "<enclosure url=https://e.example/a.mp3 type=audio/mpeg length=1 />") + item(2)),
      2,
    ],
    [
      "capital tags",
      rss(two).replaceAll(
        /<(\/?)(item|title|link|channel|rss)/g,
        (_m, slash: string, tag: string) => `<${slash}${tag.toUpperCase()}`,
      ),
      2,
    ],
    ["dates of no calendar", rss(two.replaceAll("Mon, 02 Feb", "Lun, 31 Foo")), 2],
    ["its end missing in the second title", rss(two).slice(0, rss(two).indexOf("Story 2") + 5), 1],
    ["its end missing in the second date", rss(two).slice(0, rss(two).lastIndexOf("Feb")), 2],
    ["a tag that nothing closes", rss(two).replace("</channel></rss>", "<foo><bar>"), 2],
    ["a mark of byte order", `\ufeff${rss(two)}`, 2],
    ["no items", rss(""), 0],
  ])("with %s is read as far as it goes", async (_, text, count) => {
    const { items } = await read(text);
    expect(items).toHaveLength(count);
    if (count > 0) expect(items.map(({ url }) => url)).toContain("https://e.example/1");
  });

  it("says that it was salvaged", async () => {
    const { notes } = await read(rss(two).slice(0, -30));
    expect(notes[0]).toBe("the feed is not well formed; 2 items were salvaged");
  });

  it("never gives an address that was cut short", async () => {
    const whole = rss(two);
    const known = new Set(["https://e.example/1", "https://e.example/2"]);
    for (let end = whole.indexOf("<channel"); end < whole.length; end += 1) {
      const { items } = await read(whole.slice(0, end));
      expect(items.every(({ url }) => known.has(url))).toBe(true);
    }
  });

  it("that multiplies entities is not expanded", async () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY l${i + 1} "${`&l${i || ""};`.repeat(10)}">`,
    ).join("");
    const bomb = rss(two)
      .replace('<?xml version="1.0"?>', `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l "l">${levels}]>`)
      .replace("<title>T", "<title>&l9;");
    const started = process.cpuUsage();
    await read(bomb).catch(() => undefined);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });

  it("of any text gives items with http addresses or a clear error", async () => {
    const pieces = fc.constantFrom(
      "<rss>",
      "<channel>",
      "<item>",
      "</item>",
      "<link>",
      "</link>",
      "<title>",
      "https://e.example/x",
      "<![CDATA[",
      "]]>",
      "<feed>",
      "<entry>",
      "<link href='/y'/>",
      "<urlset>",
      "<url>",
      "<loc>",
      "</loc>",
      "&amp;",
      "<constructor>",
      "{",
      "<!--",
      "text",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 }),
        async (parts) => {
          try {
            const { items } = await read(parts.join(""));
            for (const { url } of items) expect(url).toMatch(/^https?:\/\//);
          } catch (error) {
            expect(error).toBeInstanceOf(Permanent);
          }
        },
      ),
    );
  });
});

describe("something else in place of a feed", () => {
  it("is named, with the feeds that the page knows", async () => {
    const html = `<!DOCTYPE html><html><head><title>All our
      feeds</title><link rel="alternate" type="application/rss+xml" href="/rss.xml"><link rel="stylesheet" href="/s.css"><link rel="alternate" hreflang="ru" href="/ru"></head><body>x</body></html>`;
    await expect(read(html, {}, {}, "text/html")).rejects.toThrow(
      "https://site.example/feeds/all is no feed: it is the HTML page “All our feeds”, which names the feeds https://site.example/rss.xml",
    );
    await expect(read(html, { kind: "sitemap" }, {}, "text/html")).rejects.toThrow(/is no sitemap/);
  });

  it.each([
    ["", "the body is empty"],
    ["Service unavailable", "it begins with “Service unavailable”"],
    ["<?xml version='1.0'?><opml version='2.0'/>", "it begins with"],
    ['{"error":"not found"}', "it begins with"],
  ])("is described: %j", async (text, words) => {
    await expect(read(text)).rejects.toThrow(words);
    await expect(read(text)).rejects.toBeInstanceOf(Permanent);
  });
});

describe("a sitemap", () => {
  it("gives its pages newest first, with what a news sitemap says of them", async () => {
    const { items } = await read(fixture("news.sitemap.xml"), { kind: "news_sitemap", lang: "ru" });
    expect(items).toEqual([
      {
        url: "https://paper.example/story-2",
        title: null,
        published: "2026-02-02",
        summary: null,
        lang: "ru",
      },
      { url: "https://paper.example/story-3", title: null, published: null, summary: null, lang: "ru" },
      {
        url: "https://paper.example/story-1",
        title: "Jailed teacher's appeal & what it says",
        published: "2026-02-01T10:00:00+03:00",
        summary: null,
        lang: "en",
      },
    ]);
  });

  it("index gives its sitemaps, newest first by date or name, up to a limit", async () => {
    const endpoint = { kind: "sitemap" as const, url: "https://paper.example/sitemap.xml" };
    expect((await read(fixture("index.sitemap.xml"), endpoint)).children).toEqual([
      "https://paper.example/recent.xml.gz",
      "https://paper.example/sitemap-2025-12.xml",
      "https://paper.example/sitemap-2025-11.xml",
      "https://paper.example/pages.xml",
    ]);
    const limited = await read(fixture("index.sitemap.xml"), endpoint, { maxChildren: 2 });
    expect(limited.children).toHaveLength(2);
    expect(limited.notes).toContain("the 2 newest of 4 sitemaps are read");
  });

  it("is unpacked within a limit", async () => {
    const packed = gzipSync(fixture("news.sitemap.xml"));
    expect((await read(packed, { kind: "sitemap" }, {}, "application/gzip")).items).toHaveLength(3);
    const bomb = gzipSync(Buffer.alloc(5_000_000, 32));
    await expect(read(bomb, { kind: "sitemap" }, { maxUnpackedBytes: 1_000_000 })).rejects.toThrow(Permanent);
  });

  it("is read as far as it goes", async () => {
    const text = fixture("news.sitemap.xml").toString("utf8");
    const { items } = await read(text.slice(0, text.indexOf("story-2")), { kind: "sitemap" });
    expect(items.map(({ url }) => url)).toEqual(["https://paper.example/story-1"]);
  });

  it("may be a list of addresses, and may be configured as a feed", async () => {
    const list = "https://e.example/1\nhttps://e.example/2\n";
    expect((await read(list, { kind: "sitemap" }, {}, "text/plain")).items).toHaveLength(2);
    expect((await read(fixture("news.sitemap.xml"))).items).toHaveLength(3);
    expect((await read(fixture("courier.rss.xml"), { kind: "sitemap" })).items).toHaveLength(4);
  });
});

describe("a listing", () => {
  const listing = (endpoint: Partial<EndpointPart>) =>
    read(
      fixture("listing.html"),
      { kind: "listing", url: "https://agency.example/news", ...endpoint },
      { timeZone: "Europe/Moscow" },
      "text/html",
    );

  it("is read by the selectors of its items", async () => {
    const { items } = await listing({
      selectors: { item: ".card", link: "h3 a", title: "h3", date: ".when" },
    });
    expect(items.map(({ url, title, published, lang }) => [url, title, published, lang])).toEqual([
      [
        "https://agency.example/news/101",
        "Задержанного учителя отпустили домой",
        "2026-02-02T14:05:00+03:00",
        "ru",
      ],
      ["https://agency.example/news/102", "Суд продлил арест журналистке", "2026-02-01", "ru"],
      ["https://ads.example/offer", "Реклама: скидки на билеты до пятницы", null, "ru"],
    ]);
  });

  it("is read by the selector of its links alone, with dates that stand beside them", async () => {
    const { items } = await listing({
      selectors: { link: "h3 a, article a", date: ".when, time" },
      linkPattern: "/news/\\d+$",
    });
    expect(items.map(({ url, published }) => [url, published])).toEqual([
      ["https://agency.example/news/101", "2026-02-02T14:05:00+03:00"],
      ["https://agency.example/news/102", "2026-02-01"],
      ["https://agency.example/news/103", "2026-01-30T10:00:00+03:00"],
    ]);
  });

  it("without selectors gives the links with titles that stay on the site, outside of its furniture", async () => {
    const { items } = await listing({});
    expect(items.map(({ url }) => url).toSorted()).toEqual([
      "https://agency.example/news/101",
      "https://agency.example/news/102",
      "https://agency.example/news/103",
    ]);
  });

  it("whose selector matches nothing says so", async () => {
    const { items, notes } = await listing({ selectors: { link: ".headline a" } });
    expect(items).toEqual([]);
    expect(notes).toEqual(["the selector “.headline a” matches nothing on the page"]);
  });
});
