import { html } from "hono/html";
import { bodyOf } from "./body.ts";
import { type ArticlePage, frame, type Html, leadFigure, metaTags, printedDate } from "./frame.ts";

/** An agency's page: no JSON-LD, no semantic elements; dates and author stand in meta tags. */
export function metaLayout(page: ArticlePage): Html {
  const { article, publisher, related } = page;
  return frame({
    publisher,
    lang: article.lang,
    title: article.title,
    head: html`${metaTags(page)}
<meta property="article:published_time" content="${article.published}">
${article.modified === undefined ? "" : html`<meta property="article:modified_time" content="${article.modified}">`}
<meta property="article:section" content="${article.section}">
${article.authors.map((author) => html`<meta name="author" content="${author}">\n`)}`,
    main: html`<div class="page"><div class="story">
<h1>${article.title}</h1>
<div class="stamp">${printedDate(article.published, article.lang)}</div>
${leadFigure(article)}
<div class="text">
${bodyOf(article)}</div>
</div>
<div class="more"><h2>More stories</h2><ul>${related.map(({ path, title }) => html`<li><a href="${path}">${title}</a></li>\n`)}</ul></div></div>`,
  });
}
