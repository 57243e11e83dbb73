import type { ArticleSelectors, Endpoint, ListingSelectors, Source } from "../../model/source.ts";

export const publisherIds = [
  "demo-vigil-house",
  "demo-meridian-wire",
  "demo-harbour-broadcasting",
  "demo-lamplight-letters",
  "demo-severny-bereg",
  "demo-republic-telegraph",
  "demo-open-case",
] as const;
export type PublisherId = (typeof publisherIds)[number];

/** How an endpoint is written; the endpoint kind of the catalogue follows from it. */
export type AnnouncementFormat = "rss" | "atom" | "json" | "news-sitemap-index" | "sitemap" | "listing";

export interface Announcement {
  path: string;
  format: AnnouncementFormat;
  lang: "en" | "ru" | "be";
  title: string;
  /** Query that the publisher hangs on every link to count clicks. */
  tracking?: string;
  selectors?: ListingSelectors;
  /** Links that lead nowhere any more. */
  deadLinks?: readonly { path: string; title: string; published: string }[];
}

/** An invented publisher of the demo; what it says about itself, and how it announces its articles. */
export interface Publisher {
  id: PublisherId;
  name: string;
  tagline: string;
  kind: Source["kind"];
  tier: 1 | 2 | 3 | 4;
  langs: readonly ("en" | "ru" | "be")[];
  countries: readonly string[];
  accent: string;
  charset: "utf-8" | "windows-1251";
  timeZone: string;
  /** Paths that robots.txt forbids. */
  disallow: readonly string[];
  needsBrowser: boolean;
  selectors?: ArticleSelectors;
  announcements: readonly Announcement[];
}

const listingSelectors: ListingSelectors = { item: ".item", link: "a.headline", date: ".date" };

export const publishers: readonly Publisher[] = [
  {
    id: "demo-vigil-house",
    name: "Vigil House",
    tagline: "Documenting political imprisonment, case by case",
    kind: "human_rights_ngo",
    tier: 2,
    langs: ["en", "be"],
    countries: ["BY"],
    accent: "#b3422e",
    charset: "utf-8",
    timeZone: "Europe/Minsk",
    disallow: [],
    needsBrowser: false,
    announcements: [
      {
        path: "/feed.xml",
        format: "rss",
        lang: "en",
        title: "Vigil House: all news",
        tracking: "utm_source=rss&utm_medium=feed&utm_campaign=all",
      },
      { path: "/urgent.xml", format: "rss", lang: "en", title: "Vigil House: urgent cases" },
      { path: "/be/atom.xml", format: "atom", lang: "be", title: "Дом варты: навіны" },
    ],
  },
  {
    id: "demo-meridian-wire",
    name: "Meridian Wire",
    tagline: "International news agency",
    kind: "news_agency",
    tier: 1,
    langs: ["en"],
    countries: [],
    accent: "#1f5fa8",
    charset: "utf-8",
    timeZone: "UTC",
    disallow: [],
    needsBrowser: false,
    announcements: [
      {
        path: "/sitemaps/index.xml",
        format: "news-sitemap-index",
        lang: "en",
        title: "Meridian Wire: news sitemap",
      },
    ],
  },
  {
    id: "demo-harbour-broadcasting",
    name: "Harbour Broadcasting",
    tagline: "News, radio and television from the waterfront",
    kind: "broadcaster",
    tier: 2,
    langs: ["en"],
    countries: [],
    accent: "#0d7a6f",
    charset: "utf-8",
    timeZone: "Europe/Dublin",
    disallow: ["/members/"],
    needsBrowser: false,
    announcements: [
      {
        path: "/atom.xml",
        format: "atom",
        lang: "en",
        title: "Harbour Broadcasting: world",
        deadLinks: [
          {
            path: "/world/2025/ferry-strike-called-off",
            title: "Ferry strike called off after night of talks",
            published: "2025-11-03T08:00:00+00:00",
          },
        ],
      },
    ],
  },
  {
    id: "demo-lamplight-letters",
    name: "Lamplight Letters",
    tagline: "Slow writing about people who are kept waiting",
    kind: "blog",
    tier: 3,
    langs: ["en"],
    countries: [],
    accent: "#8a5a12",
    charset: "utf-8",
    timeZone: "Europe/Lisbon",
    disallow: [],
    needsBrowser: false,
    announcements: [{ path: "/feed.json", format: "json", lang: "en", title: "Lamplight Letters" }],
  },
  {
    id: "demo-severny-bereg",
    name: "Северный берег",
    tagline: "Новости суда, колонии и этапа",
    kind: "online_news",
    tier: 2,
    langs: ["ru"],
    countries: ["RU", "BY"],
    accent: "#35507a",
    charset: "windows-1251",
    timeZone: "Europe/Vilnius",
    disallow: [],
    needsBrowser: false,
    selectors: {
      title: "td.content h1",
      body: "td.content",
      authors: "td.content .author",
      published: "td.content .date",
      remove: ["td.content .date", "td.content .author", "td.content .share"],
    },
    announcements: [
      {
        path: "/news/",
        format: "listing",
        lang: "ru",
        title: "Все новости",
        selectors: listingSelectors,
      },
      { path: "/rss.xml", format: "rss", lang: "ru", title: "Северный берег: главное" },
    ],
  },
  {
    id: "demo-republic-telegraph",
    name: "Republic Telegraph",
    tagline: "Official news of the day",
    kind: "news_agency",
    tier: 4,
    langs: ["en"],
    countries: [],
    accent: "#9b1c31",
    charset: "utf-8",
    timeZone: "Asia/Baku",
    disallow: [],
    needsBrowser: false,
    announcements: [
      {
        path: "/latest/",
        format: "listing",
        lang: "en",
        title: "Latest news",
        selectors: listingSelectors,
      },
      { path: "/sitemap.xml", format: "sitemap", lang: "en", title: "Republic Telegraph: sitemap" },
    ],
  },
  {
    id: "demo-open-case",
    name: "Open Case",
    tagline: "Every case file, as it unfolds",
    kind: "online_news",
    tier: 2,
    langs: ["en"],
    countries: [],
    accent: "#5b3d99",
    charset: "utf-8",
    timeZone: "UTC",
    disallow: [],
    needsBrowser: true,
    announcements: [{ path: "/rss.xml", format: "rss", lang: "en", title: "Open Case" }],
  },
];

const endpointKindOf: Record<AnnouncementFormat, Endpoint["kind"]> = {
  rss: "feed",
  atom: "feed",
  json: "feed",
  "news-sitemap-index": "news_sitemap",
  sitemap: "sitemap",
  listing: "listing",
};

/** The catalogue entry by which Habeas watches a publisher that answers at `origin`. */
export function sourceOf(publisher: Publisher, origin: string): Source {
  return {
    id: publisher.id,
    name: publisher.name,
    homepage: `${origin}/`,
    kind: publisher.kind,
    tier: publisher.tier,
    countries: [...publisher.countries],
    langs: [...publisher.langs],
    enabled: true,
    endpoints: publisher.announcements.map(({ path, format, lang, selectors }) => ({
      kind: endpointKindOf[format],
      url: `${origin}${path}`,
      lang,
      enabled: true,
      ...(selectors === undefined ? {} : { selectors }),
    })),
    ...(publisher.selectors === undefined ? {} : { selectors: publisher.selectors }),
    needsBrowser: publisher.needsBrowser,
    timeZone: publisher.timeZone,
    crawl: { concurrency: 4, delaySeconds: 0 },
    notes: "Invented publisher of the demo; its articles are samples.",
  };
}
