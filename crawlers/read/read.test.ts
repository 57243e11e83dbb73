import { describe, expect, it } from "vitest";
import { articleId, ArticleSchema } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import { bodyText, maxArticleCharacters, type ReadOptions, readPage } from "./read.ts";
import { maxPageCharacters } from "./tree.ts";

const url = "https://news.example.org/2025/12/13/translator-freed";
const read = (html: string, options: Partial<ReadOptions> = {}) =>
  readPage(html, { url, sourceId: "courier", sourceName: "Northern Courier", ...options });

const sentences = [
  "The court in Minsk freed the translator Alena Hurynovich on Friday after she had spent three years in a colony.",
  "Her lawyer said that the family had learnt of it from the radio, and drove to the gates at once to wait for her.",
  "Nobody in the prison service would say whether others are to follow, or under which article she had been held there.",
  "Neighbours had kept her flat warm all that time, they told this newspaper, and the cat had moved in with them.",
];
const paragraphs = (list: readonly string[] = sentences): string =>
  list.map((text) => `<p>${text}</p>`).join("\n");
const page = (body: string, head = ""): string =>
  `<!doctype html><html lang="en"><head><title>Translator freed | Northern Courier</title>${head}</head><body>${body}</body></html>`;
const zonesOf = (html: string, options: Partial<ReadOptions> = {}): string[] => {
  const article = read(html, options);
  return article.paragraphs
    .slice(1)
    .map(({ zone, start, end }) => `${zone}: ${article.text.slice(start, end).slice(0, 20)}`);
};
const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe("readPage", () => {
  it("reads a plain page into an article that the schema accepts", () => {
    const article = read(
      page(`<nav><a href="/">Home</a></nav><h1>Translator freed</h1>${paragraphs()}<footer>© 2025</footer>`),
    );
    expect(ArticleSchema.parse(article)).toEqual(article);
    expect(article).toMatchObject({
      id: articleId(url),
      url,
      sourceId: "courier",
      sourceName: "Northern Courier",
      captureHash: null,
      title: "Translator freed",
      authors: [],
      published: "2025-12-13",
      lang: "en",
    });
    expect(article.text).toBe(["Translator freed", ...sentences].join("\n\n"));
    expect(article.paragraphs.map(({ zone }) => zone)).toEqual(["headline", "lead", "body", "body", "body"]);
  });

  it("finds the text in markup without telling names, between menus, boxes and comments", () => {
    const links = '<li><a href="/a">Some other story of the day</a></li>'.repeat(12);
    const html = page(
      `<div class="c1"><ul>${links}</ul></div><div class="c2"><div class="c3"><h1>Translator freed</h1>
       ${sentences.map((text) => `<div class="x7">${text}</div>`).join("")}</div><div class="c4"><ul>${links}</ul></div></div>
       <div id="comments"><p>${"What a day, I am so glad for her and for all of them. ".repeat(30)}</p></div>`,
    );
    expect(bodyText(read(html))).toBe(sentences.join("\n"));
  });

  it("reads paragraphs that are only separated by line breaks", () => {
    const html = page(`<h1>Translator freed</h1><div>${sentences.join("<br><br>")}</div>`);
    expect(bodyText(read(html))).toBe(sentences.join("\n"));
  });

  it("takes up a summary that stands outside of the text's element", () => {
    const lead = "After three years the doors of the colony opened for the translator of banned interviews.";
    const html = page(
      `<article><header><h1>Translator freed</h1><p class="standfirst">${lead}</p></header>
       <div class="share-buttons"><a href="/s">Share</a></div><div class="article-body">${paragraphs()}</div></article>`,
    );
    expect(bodyText(read(html))).toBe([lead, ...sentences].join("\n"));
    expect(zonesOf(html)[0]).toMatch(/^lead: After three years/);
  });

  it("takes the text of JSON-LD when the page shows only its beginning", () => {
    const html = page(
      `<h1>Translator freed</h1><p>${sentences[0]}</p><div class="wall">Become a member.</div>`,
      jsonLd({ "@type": "NewsArticle", headline: "Translator freed", articleBody: sentences.join("\n\n") }),
    );
    expect(bodyText(read(html))).toBe(sentences.join("\n"));
  });

  it("marks what is not the article's own text, and keeps it out of the body", () => {
    const html = page(`<article><h1>Translator freed</h1>
      <figure><img src="a.jpg"><figcaption>Alena Hurynovich at the border, 2025.</figcaption></figure>
      <p>${sentences[0]}</p>
      <p>Read more: <a href="/x">Five colonies, one river</a></p>
      <p>${sentences[1]}</p>
      <div class="newsletter-signup"><p>Get the best of the Courier every morning.</p></div>
      <h2>Who is next</h2>
      <blockquote><p>I shall write to every one of them, she said.</p></blockquote>
      <ul><li>Nine people were freed in autumn.</li><li>More than a thousand stayed behind.</li></ul>
      <p>${sentences[2]}</p>
      <div class="author-bio"><p>Ann Lee has covered prisons for ten years.</p></div></article>`);
    expect(zonesOf(html)).toEqual([
      "caption: Alena Hurynovich at ",
      "lead: The court in Minsk f",
      "teaser: Read more: Five colo",
      "body: Her lawyer said that",
      "newsletter: Get the best of the ",
      "heading: Who is next",
      "quote: I shall write to eve",
      "list: Nine people were fre",
      "list: More than a thousand",
      "body: Nobody in the prison",
      "bio: Ann Lee has covered ",
    ]);
    const body = bodyText(read(html));
    for (const foreign of ["Five colonies", "every morning", "Ann Lee", "at the border"]) {
      expect(body).not.toContain(foreign);
    }
  });

  it("marks questions and answers, and boxes beside the text", () => {
    const html = page(`<article><h1>Translator freed</h1>${paragraphs()}
      <div class="key-takeaways"><p>Three years, one translator, no charge that was ever proven.</p></div>
      <h2>Frequently asked questions</h2><h3>What is a SHIZO?</h3><p>A punishment cell of a prison colony.</p>
      <h2>Reactions</h2><p>The neighbours said that they had never doubted it would end like this one day.</p></article>`);
    expect(zonesOf(html).slice(4)).toEqual([
      "tip: Three years, one tra",
      "faq: Frequently asked que",
      "faq: What is a SHIZO?",
      "faq: A punishment cell of",
      "heading: Reactions",
      "body: The neighbours said ",
    ]);
  });

  it("gives live-blog entries their time, from the page's elements or from JSON-LD", () => {
    const entries = [
      ["2025-12-13T14:05:00+03:00", "The bus has crossed the border", sentences[0]],
      ["2025-12-13T13:20:00+03:00", "Relatives wait at the crossing", sentences[1]],
    ] as const;
    const marked = page(
      `<article><h1>Live: prisoners freed</h1><p>${sentences[3]}</p>${entries
        .map(
          ([at, head, text]) =>
            `<div class="live-blog-post"><time datetime="${at}">14:05</time><h3>${head}</h3><p>${text}</p></div>`,
        )
        .join("")}</article>`,
    );
    const linked = page(
      `<article><h1>Live: prisoners freed</h1><p>${sentences[3]}</p>${entries
        .map(([, head, text]) => `<h3>${head}</h3><p>${text}</p>`)
        .join("")}</article>`,
      jsonLd({
        "@type": "LiveBlogPosting",
        headline: "Live: prisoners freed",
        liveBlogUpdate: entries.map(([at, head, text]) => ({
          "@type": "BlogPosting",
          headline: head,
          articleBody: text,
          datePublished: at,
        })),
      }),
    );
    for (const html of [marked, linked]) {
      const items = read(html).paragraphs.filter(({ zone }) => zone === "liveblog");
      expect(items.map(({ at }) => at)).toEqual([entries[0][0], entries[0][0], entries[1][0], entries[1][0]]);
    }
  });

  it("says where there is nothing to read", () => {
    for (const html of ["", "<html></html>", page('<nav><a href="/">Home</a></nav>')]) {
      expect(() => read(html)).toThrow(Permanent);
      expect(() => read(html)).toThrow(`nothing to read at ${url}`);
    }
  });

  it("applies the source's selectors, whose word is the last", () => {
    const html = page(
      `<div id="top">THE TRANSLATOR IS FREE</div><div class="who">By Bo Ek</div><div class="when">13.12.2025 19:40</div>
       <div class="text">${paragraphs(sentences.slice(0, 2))}<p class="promo-x">Buy our calendar with the finest views of the city of Vilnius.</p></div>
       <div>${paragraphs(sentences.slice(2))}</div>`,
      '<meta property="og:title" content="Translator freed"><meta name="author" content="Ann Lee">',
    );
    const article = read(html, {
      timeZone: "Europe/Minsk",
      selectors: {
        title: "#top",
        authors: ".who",
        published: ".when",
        body: ".text",
        remove: ["p.promo-x:last-child"],
      },
    });
    expect(article).toMatchObject({
      title: "THE TRANSLATOR IS FREE",
      authors: ["Bo Ek"],
      published: "2025-12-13T19:40:00+03:00",
    });
    expect(bodyText(article)).toBe(sentences.slice(0, 2).join("\n"));
  });

  it("falls back to its own finding where a selector finds nothing, and refuses one that is no CSS", () => {
    const html = page(`<h1>Translator freed</h1>${paragraphs()}`);
    expect(bodyText(read(html, { selectors: { body: ".gone" } }))).toBe(sentences.join("\n"));
    expect(() => read(html, { selectors: { body: "p:::" } })).toThrow(/not valid CSS/);
  });
});

describe("what a page says about its article", () => {
  const body = `<h1>Translator freed</h1>${paragraphs()}`;

  it("is read from JSON-LD in a graph", () => {
    const article = read(
      page(
        body,
        jsonLd({
          "@graph": [
            { "@type": "WebSite", name: "Northern Courier" },
            {
              "@type": ["NewsArticle"],
              headline: "Translator freed &amp; home",
              author: [{ "@type": "Person", name: "Ann Lee" }, { name: "Bo Ek" }],
              datePublished: "2025-12-13T19:40:00+03:00",
              dateModified: "2025-12-13T20:10:00+03:00",
              articleSection: ["Belarus", "World"],
              image: [{ url: "https://news.example.org/i.jpg" }],
            },
          ],
        }),
      ),
    );
    expect(article).toMatchObject({
      title: "Translator freed & home",
      authors: ["Ann Lee", "Bo Ek"],
      published: "2025-12-13T19:40:00+03:00",
      modified: "2025-12-13T20:10:00+03:00",
      section: "Belarus",
      leadImage: "https://news.example.org/i.jpg",
    });
  });

  it.each([
    [
      "in a comment",
      `<!--\n{"@type":"NewsArticle","headline":"Translator freed","datePublished":"2025-12-13T19:40:00+03:00"}\n-->`,
    ],
    [
      "with a raw line break in a string",
      `{"@type":"NewsArticle","headline":"Translator\nfreed","datePublished":"2025-12-13T19:40:00+03:00"}`,
    ],
    [
      "with a comma too many",
      `{"@type":"NewsArticle","headline":"Translator freed","datePublished":"2025-12-13T19:40:00+03:00",}`,
    ],
    [
      "cut off",
      `{"@type":"NewsArticle","headline":"Translator freed","datePublished":"2025-12-13T19:40:00+03:00","author":{"name":"An`,
    ],
  ])("is read from JSON-LD that is broken: %s", (_, script) => {
    const article = read(page(body, `<script type="application/ld+json">${script}</script>`));
    expect(article).toMatchObject({ title: "Translator freed", published: "2025-12-13T19:40:00+03:00" });
  });

  it("is read from meta elements", () => {
    const article = read(
      page(
        body,
        `<meta property="og:title" content="Translator freed – Northern Courier"><meta property="og:site_name" content="Northern Courier">
         <meta name="author" content="By Ann Lee"><meta property="article:published_time" content="2025-12-13T16:40:00Z">
         <meta property="article:modified_time" content="2025-12-13T17:10:00Z"><meta property="article:section" content="World">
         <meta property="og:image" content="/i.jpg">`,
      ),
    );
    expect(article).toMatchObject({
      title: "Translator freed",
      authors: ["Ann Lee"],
      published: "2025-12-13T16:40:00Z",
      modified: "2025-12-13T17:10:00Z",
      section: "World",
      leadImage: "https://news.example.org/i.jpg",
    });
  });

  it("is read from what readers see when nothing else tells", () => {
    const article = read(
      page(
        `<h1>Translator freed</h1><div class="line">Von <b>Nina Holt</b></div><div>Sa 13.12.25 | 19:40 Uhr</div>${paragraphs()}`,
      ),
      { url: "https://news.example.org/a1", timeZone: "Europe/Berlin" },
    );
    expect(article).toMatchObject({ authors: ["Nina Holt"], published: "2025-12-13T19:40:00+01:00" });
  });

  it("takes the time of a date from another place that gives the same day with its zone", () => {
    const article = read(
      page(
        body,
        `${jsonLd({ "@type": "NewsArticle", datePublished: "2025-12-13" })}<meta property="article:published_time" content="2025-12-13T16:40:00Z">`,
      ),
    );
    expect(article.published).toBe("2025-12-13T16:40:00Z");
  });

  it("comes from the feed when the page is silent", () => {
    const hint = { title: "From the feed", published: "2025-12-12T08:00:00Z" };
    const article = read(`<html><body>${paragraphs()}</body></html>`, {
      url: "https://news.example.org/a1",
      hint,
    });
    expect(article).toMatchObject({ title: "From the feed", published: "2025-12-12T08:00:00Z" });
  });

  it("prefers a named person to the site's own name", () => {
    const head = jsonLd({
      "@type": "NewsArticle",
      author: { "@type": "Organization", name: "Northern Courier" },
      publisher: { name: "Northern Courier" },
    });
    expect(
      read(page(`<h1>Translator freed</h1><p class="byline">By Ann Lee</p>${paragraphs()}`, head)).authors,
    ).toEqual(["Ann Lee"]);
    expect(read(page(body, head)).authors).toEqual(["Northern Courier"]);
  });

  it("makes a title that was cut whole again from the heading", () => {
    const title = "Translator freed after three years in a colony near Homel";
    const html = page(
      `<h1>${title}</h1>${paragraphs()}`,
      `<meta property="og:title" content="Translator freed after three years…">`,
    );
    expect(read(html).title).toBe(title);
  });
});

describe("the canonical address", () => {
  const at = (head: string, fetched = url): string => read(page(paragraphs(), head), { url: fetched }).url;

  it("is the page's own word on the same site, without tracking", () => {
    expect(at('<link rel="canonical" href="/2025/12/13/translator">')).toBe(
      "https://news.example.org/2025/12/13/translator",
    );
    expect(at('<meta property="og:url" content="https://www.news.example.org/t?utm_source=x">')).toBe(
      "https://www.news.example.org/t",
    );
    expect(at("", `${url}?utm_source=feed#top`)).toBe(url);
  });

  it("is not another site's, the front page, or the section that the page stands in", () => {
    for (const canonical of [
      "https://copy.example.net/t",
      "https://news.example.org/",
      "/2025/12",
      "data:text/html,x",
    ]) {
      expect(at(`<link rel="canonical" href="${canonical}">`), canonical).toBe(url);
    }
  });

  it("leaves the AMP or print form of a page behind", () => {
    expect(at('<link rel="canonical" href="/2025/12/13/translator-freed">', `${url}/amp`)).toBe(url);
  });
});

describe("hostile pages", () => {
  const article = paragraphs();

  it.each<[string, string]>([
    ["deep nesting", `${"<div>".repeat(10_000)}${article}`],
    ["unclosed inline elements", `${"<b><i>".repeat(5_000)}${article}`],
    ["two million angle brackets", `${article}${"<".repeat(2_000_000)}`],
    ["a million entities", `${article}<p>${"&amp;".repeat(1_000_000)}</p>`],
    ["hundreds of thousands of line breaks", `${article}${"<br>".repeat(300_000)}`],
    ["many headings", `${"<article><h1>x</h1></article>".repeat(20_000)}${article}`],
    [
      "endless brackets in JSON-LD",
      `<script type="application/ld+json">${"[".repeat(200_000)}</script>${article}`,
    ],
    ["a title of megabytes", `<title>${"a - ".repeat(500_000)}</title>${article}`],
    ["an author of megabytes", `<meta name="author" content="${"x@".repeat(500_000)}">${article}`],
    ["a class of megabytes", `<div class="${"a:".repeat(500_000)}">${article}</div>`],
  ])("are read to the end: %s", (_, html) => {
    expect(read(html).text).toContain(sentences[0]);
  });

  it("give an article of limited length", () => {
    const endless = Array.from(
      { length: 60_000 },
      (_, i) => `<p>Paragraph ${i} has some words of its own to say.</p>`,
    );
    expect(read(endless.join("")).text.length).toBeLessThan(1.1 * maxArticleCharacters);
  });

  it("are refused above the sizes that no news page has", () => {
    expect(() => read("a".repeat(maxPageCharacters + 1))).toThrow(/characters, more than/);
    expect(() => read("<p>".repeat(700_000))).toThrow(/more than \d+ elements/);
    expect(() => read("<div>".repeat(100_000))).toThrow(/nested more than/);
  });
});
