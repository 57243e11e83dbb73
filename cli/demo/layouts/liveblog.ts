import { html } from "hono/html";
import type { DemoArticle } from "../articles.ts";
import { type ArticlePage, byline, frame, type Html, jsonLd, leadFigure, metaTags } from "./frame.ts";
import { newsArticle } from "./semantic.ts";

/** Moment of an item: its clock time on the day and in the time zone of the article. */
function momentOf(article: DemoArticle, at: string): string {
  return `${article.published.slice(0, 10)}T${at}:00${article.published.slice(19)}`;
}

/** A live page: introduction, then items with their times, newest first. */
export function liveblogLayout(page: ArticlePage): Html {
  const { article, publisher } = page;
  const intro = article.paragraphs.filter(({ at }) => at === undefined);
  const items = article.paragraphs.flatMap(({ at, text }) =>
    at === undefined ? [] : [{ at, text, moment: momentOf(article, at) }],
  );
  return frame({
    publisher,
    lang: article.lang,
    title: article.title,
    head: html`${metaTags(page)}
${jsonLd({
  ...newsArticle(page, "LiveBlogPosting"),
  liveBlogUpdate: items.map(({ moment, text }) => ({
    "@type": "BlogPosting",
    datePublished: moment,
    articleBody: text,
  })),
})}`,
    main: html`<main><article class="live">
<header><p class="section">${article.section}</p><h1>${article.title}</h1>${byline(article)}</header>
${leadFigure(article)}
${intro.map(({ text }) => html`<p class="summary">${text}</p>\n`)}
<section class="live-updates">
${items.map(
  ({ at, text, moment }) =>
    html`<div class="live-item"><p><time datetime="${moment}">${at}</time> – ${text}</p></div>\n`,
)}</section>
</article></main>`,
  });
}
