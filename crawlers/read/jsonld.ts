import { squeeze } from "./words.ts";

type Json = Record<string, unknown>;

/** What a page's JSON-LD says about its article; texts are unescaped, lists are lists. */
export interface LinkedArticle {
  headline: string | null;
  authors: string[];
  published: string | null;
  modified: string | null;
  lang: string | null;
  section: string | null;
  image: string | null;
  url: string | null;
  body: string | null;
  /** Entries of a live blog, as far as they are given. */
  updates: { headline: string | null; body: string | null; at: string }[];
  /** Name of the publisher, as titles end with it. */
  publisher: string | null;
}

const articleType = /(?:Article|BlogPosting|SocialMediaPosting|Report|LiveBlogPosting|Review|NewsItem)$/;
const maxNodes = 2000;
const maxScriptCharacters = 3_000_000;

/** Finds the article in a page's JSON-LD scripts; null when there is none. Broken JSON is read as far as it goes. */
export function findLinkedArticle(scripts: readonly string[]): LinkedArticle | null {
  let best: Json | null = null;
  let bestScore = 0;
  let publisher: string | null = null;
  const queue: unknown[] = scripts.map(parseLoosely);
  for (let i = 0; i < queue.length && i < maxNodes; i++) {
    const node = queue[i];
    if (Array.isArray(node)) {
      for (const item of node.slice(0, maxNodes)) queue.push(item);
      continue;
    }
    if (!isObject(node)) continue;
    const types = asList(node["@type"]).filter((type) => typeof type === "string");
    if (types.some((type) => articleType.test(type))) {
      const score =
        1 + (node["articleBody"] ? 2 : 0) + (node["headline"] ? 1 : 0) + (node["datePublished"] ? 1 : 0);
      if (score > bestScore) [best, bestScore] = [node, score];
    } else if (types.some((type) => /Organization$|^WebSite$/.test(type))) {
      publisher ??= textOf(node["name"]);
    }
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"]) {
      if (typeof node[key] === "object" && node[key] !== null) queue.push(node[key]);
    }
  }
  if (best === null) return null;
  return {
    headline: textOf(best["headline"]) ?? textOf(best["name"]),
    authors: namesOf(best["author"] ?? best["creator"]),
    published: textOf(best["datePublished"]) ?? textOf(best["dateCreated"]),
    modified: textOf(best["dateModified"]),
    lang: langOf(best["inLanguage"]),
    section: textOf(asList(best["articleSection"])[0]),
    image: imageOf(best["image"]) ?? imageOf(best["thumbnailUrl"]),
    url: textOf(best["url"]) ?? idOf(best["mainEntityOfPage"]),
    body: longTextOf(best["articleBody"]),
    updates: updatesOf(best["liveBlogUpdate"]),
    publisher: namesOf(best["publisher"])[0] ?? publisher,
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * JSON as publishers write it: wrapped in comments or CDATA, with raw line breaks inside strings, trailing commas or
 * quotation marks as entities. When nothing helps, the plain fields are picked out one by one.
 */
function parseLoosely(script: string): unknown {
  const bare = unwrap(script.slice(0, maxScriptCharacters));
  const attempts = [
    () => bare,
    () =>
      bare
        .replace(/[\p{Cc}]+/gu, " ")
        .replace(/,\s*(?=[}\]])/g, "")
        .replace(/;\s*$/, ""),
    () => bare.replace(/&quot;/g, '"').replace(/&amp;/g, "&"),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt());
    } catch {
      // The next attempt repairs more.
    }
  }
  return salvage(bare);
}

/** Takes off the comment or CDATA marks that older templates put around scripts. */
function unwrap(script: string): string {
  let bare = script.trim();
  for (const mark of ["<!--", "/*<![CDATA[*/", "//<![CDATA[", "<![CDATA["]) {
    if (bare.startsWith(mark)) bare = bare.slice(mark.length).trim();
  }
  for (const mark of ["-->", "]]>", "/*]]>*/", "//]]>", "//"]) {
    if (bare.endsWith(mark)) bare = bare.slice(0, -mark.length).trim();
  }
  return bare;
}

function salvage(script: string): Json | null {
  if (!/"@type"\s*:\s*\[?\s*"[^"]*(?:Article|Posting)"/.test(script)) return null;
  const field = (name: string): string | undefined =>
    new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,2000})"`).exec(script)?.[1];
  const author = /"author"\s*:[^}]{0,400}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(script)?.[1];
  const article: Json = { "@type": "Article" };
  for (const name of ["headline", "datePublished", "dateModified", "articleSection", "inLanguage"]) {
    article[name] = unescapeJson(field(name));
  }
  article["author"] = unescapeJson(author);
  return article;
}

function unescapeJson(text: string | undefined): string | undefined {
  return text
    ?.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, " ")
    .replace(/\\(.)/g, "$1");
}

const entities: Record<string, string> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

/** Some publishers escape for HTML what is already JSON. */
function unescapeHtml(text: string): string {
  if (!text.includes("&")) return text;
  return text
    .replace(/&amp;(?=#?\w{2,8};)/g, "&")
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
      const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => entities[name] ?? whole);
}

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (isObject(value)) return textOf(value["@value"]);
  if (typeof value !== "string") return null;
  const text = squeeze(unescapeHtml(value).replace(/<[^<>]{1,200}>/g, ""));
  return text === "" ? null : text;
}

/** Like {@link textOf}, with paragraphs kept apart by line breaks. */
function longTextOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = unescapeHtml(value)
    .replace(/<(?:br|\/p|p|\/div|\/li|\/h\d)\b[^<>]{0,200}>/gi, "\n")
    .replace(/<[^<>]{1,400}>/g, "")
    .trim();
  return text === "" ? null : text;
}

function namesOf(value: unknown): string[] {
  return asList(value)
    .flatMap((item) => (isObject(item) ? asList(item["name"]) : [item]))
    .map(textOf)
    .filter((name) => name !== null)
    .filter((name) => !/^https?:/.test(name));
}

function idOf(value: unknown): string | null {
  return isObject(value) ? (textOf(value["@id"]) ?? textOf(value["url"])) : textOf(value);
}

function langOf(value: unknown): string | null {
  const first = asList(value)[0];
  return isObject(first) ? (textOf(first["alternateName"]) ?? textOf(first["name"])) : textOf(first);
}

function imageOf(value: unknown): string | null {
  const first = asList(value)[0];
  if (typeof first === "string") return first.trim() || null;
  return isObject(first) ? (imageOf(first["url"]) ?? textOf(first["contentUrl"])) : null;
}

function updatesOf(value: unknown): LinkedArticle["updates"] {
  return asList(value)
    .slice(0, maxNodes)
    .filter(isObject)
    .flatMap((update) => {
      const at = textOf(update["datePublished"]) ?? textOf(update["dateModified"]);
      return at === null
        ? []
        : [{ headline: textOf(update["headline"]), body: longTextOf(update["articleBody"]), at }];
    });
}
