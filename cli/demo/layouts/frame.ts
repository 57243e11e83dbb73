import { html, raw } from "hono/html";
import type { DemoArticle } from "../articles.ts";
import type { Publisher } from "../publishers.ts";
import { words } from "./words.ts";

export type Html = ReturnType<typeof html>;

/** What a layout is given to make an article's page. */
export interface ArticlePage {
  article: DemoArticle;
  publisher: Publisher;
  url: string;
  origin: string;
  related: readonly DemoArticle[];
}

/** The page around the content, as all publishers but the oldest have it: sample notice, masthead, footer. */
export function frame(options: {
  publisher: Publisher;
  lang: DemoArticle["lang"];
  title: string;
  head?: Html;
  main: Html;
}): Html {
  const { publisher, lang, title, head, main } = options;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="${publisher.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="habeas-demo" content="sample">
<title>${title} – ${publisher.name}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
${head ?? ""}
</head>
<body>
<p class="sample-notice" role="note">${words[lang].notice}</p>
<header class="masthead"><a class="brand" href="/">${publisher.name}</a><span class="tagline">${publisher.tagline}</span></header>
${main}
<footer class="colophon"><p>${publisher.name} · ${words[lang].invented}</p></footer>
</body>
</html>
`;
}

/** Meta tags that most publishers give: description, canonical address, Open Graph. */
export function metaTags({ article, publisher, url, origin }: ArticlePage): Html {
  return html`<link rel="canonical" href="${url}">
<meta name="description" content="${article.standfirst ?? article.title}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${publisher.name}">
<meta property="og:title" content="${article.title}">
<meta property="og:url" content="${url}">
${article.caption === undefined ? "" : html`<meta property="og:image" content="${origin}/images/${article.id}.svg">`}`;
}

/** A JSON-LD block. `<` is escaped so that no text can end the script element. */
export function jsonLd(data: Record<string, unknown>): Html {
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  return html`<script type="application/ld+json">${raw(json)}</script>`;
}

/** Date and time as the publisher prints them, in the time zone in which the article was written. */
export function printedDate(iso: string, lang: DemoArticle["lang"]): string {
  const local = new Date(`${iso.slice(0, 19)}Z`);
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(local);
}

export function byline(article: DemoArticle): Html {
  const { authors, published, modified, lang } = article;
  return html`<p class="byline">${authors.length > 0 ? html`<span class="author">${authors.join(", ")}</span> · ` : ""}<time datetime="${published}">${printedDate(published, lang)}</time>${
    modified === undefined
      ? ""
      : html` · <span class="updated">${words[lang].updated} <time datetime="${modified}">${printedDate(modified, lang)}</time></span>`
  }</p>`;
}

export function leadFigure(article: DemoArticle): Html | "" {
  if (article.caption === undefined) return "";
  return html`<figure><img src="/images/${article.id}.svg" alt="" width="960" height="400"><figcaption>${article.caption}</figcaption></figure>`;
}
