import { html, raw } from "hono/html";
import { gzipSync } from "node:zlib";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import type { DemoArticle } from "./articles.ts";
import { listingPage } from "./layouts/listing.ts";
import type { Announcement, AnnouncementFormat, Publisher } from "./publishers.ts";
import { type Resource, textResource } from "./resource.ts";

interface Item {
  title: string;
  url: string;
  path: string;
  published: Date;
  modified: Date;
  summary: string;
  authors: string[];
  lang: string;
}

/** Writes an endpoint of a publisher; a sitemap index comes with the sitemap that it points to. */
export async function announce(
  publisher: Publisher,
  announcement: Announcement,
  articles: readonly DemoArticle[],
  origin: string,
): Promise<Resource[]> {
  const items = itemsOf(announcement, articles, origin);
  const { path, title, lang } = announcement;
  const text = (type: string, body: string) => [textResource(path, type, body, publisher.charset)];
  const writers: Record<AnnouncementFormat, () => Promise<Resource[]> | Resource[]> = {
    rss: () => text("application/rss+xml", rss(publisher, announcement, items, origin)),
    atom: () => text("application/atom+xml", atom(publisher, announcement, items, origin)),
    json: () => text("application/feed+json", jsonFeed(title, lang, items, origin, path)),
    sitemap: async () => text("application/xml", await sitemap(items)),
    "news-sitemap-index": async () => {
      const newsPath = path.replace(/[^/]*$/u, "news.xml.gz");
      return [
        ...text("application/xml", await sitemapIndex(`${origin}${newsPath}`, items)),
        {
          path: newsPath,
          status: 200,
          type: "application/gzip",
          body: gzipSync(await newsSitemap(publisher, items)),
        },
      ];
    },
    listing: async () => text("text/html", await listingPage(publisher, announcement, items)),
  };
  return await writers[announcement.format]();
}

function itemsOf(announcement: Announcement, articles: readonly DemoArticle[], origin: string): Item[] {
  const query = announcement.tracking === undefined ? "" : `?${announcement.tracking}`;
  const items = articles
    .filter((article) => article.endpoints.includes(announcement.path))
    .map((article) => {
      const path = (article.formerPath ?? article.path) + query;
      return {
        title: article.title,
        url: origin + path,
        path,
        published: new Date(article.published),
        modified: new Date(article.modified ?? article.published),
        summary: article.standfirst ?? article.title,
        authors: article.authors,
        lang: article.lang,
      };
    });
  const dead = (announcement.deadLinks ?? []).map((link) => ({
    title: link.title,
    url: origin + link.path + query,
    path: link.path + query,
    published: new Date(link.published),
    modified: new Date(link.published),
    summary: link.title,
    authors: [],
    lang: announcement.lang,
  }));
  return [...items, ...dead].toSorted((a, b) => b.published.getTime() - a.published.getTime());
}

function rss(publisher: Publisher, { title, lang }: Announcement, items: readonly Item[], origin: string) {
  const xml = generateRssFeed({
    title,
    link: `${origin}/`,
    description: publisher.tagline,
    language: lang,
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      guid: { value: item.url, isPermaLink: true },
      description: item.summary,
      pubDate: item.published,
      ...(item.authors.length > 0 ? { dc: { creators: item.authors } } : {}),
    })),
  });
  return publisher.charset === "utf-8"
    ? xml
    : xml.replace(/encoding="utf-8"/iu, `encoding="${publisher.charset}"`);
}

function atom(publisher: Publisher, { title, path }: Announcement, items: readonly Item[], origin: string) {
  return generateAtomFeed({
    id: origin + path,
    title: { value: title },
    updated: items[0]?.modified ?? new Date(0),
    links: [
      { href: origin + path, rel: "self", type: "application/atom+xml" },
      { href: `${origin}/`, rel: "alternate", type: "text/html" },
    ],
    entries: items.map((item) => ({
      id: item.url,
      title: { value: item.title },
      links: [{ href: item.url, rel: "alternate" }],
      published: item.published,
      updated: item.modified,
      summary: { value: item.summary },
      authors: (item.authors.length > 0 ? item.authors : [publisher.name]).map((name) => ({ name })),
    })),
  });
}

function jsonFeed(title: string, lang: string, items: readonly Item[], origin: string, path: string) {
  const feed = generateJsonFeed({
    title,
    home_page_url: `${origin}/`,
    feed_url: origin + path,
    language: lang,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      date_published: item.published,
      date_modified: item.modified,
      language: item.lang,
      authors: item.authors.map((name) => ({ name })),
    })),
  });
  return JSON.stringify(feed, null, 2);
}

const xmlHead = raw('<?xml version="1.0" encoding="UTF-8"?>\n');

async function sitemap(items: readonly Item[]): Promise<string> {
  return String(
    await html`${xmlHead}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${items.map(
  (item) => html`<url><loc>${item.url}</loc><lastmod>${item.modified.toISOString()}</lastmod></url>
`,
)}</urlset>
`,
  );
}

async function newsSitemap(publisher: Publisher, items: readonly Item[]): Promise<string> {
  return String(
    await html`${xmlHead}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items.map(
  (item) => html`<url>
<loc>${item.url}</loc>
<lastmod>${item.modified.toISOString()}</lastmod>
<news:news>
<news:publication><news:name>${publisher.name}</news:name><news:language>${item.lang}</news:language></news:publication>
<news:publication_date>${item.published.toISOString()}</news:publication_date>
<news:title>${item.title}</news:title>
</news:news>
</url>
`,
)}</urlset>
`,
  );
}

async function sitemapIndex(newsUrl: string, items: readonly Item[]): Promise<string> {
  const lastModified = items[0]?.modified ?? new Date(0);
  return String(
    await html`${xmlHead}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${newsUrl}</loc><lastmod>${lastModified.toISOString()}</lastmod></sitemap>
</sitemapindex>
`,
  );
}
