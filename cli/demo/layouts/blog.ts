import { html } from "hono/html";
import { bodyOf } from "./body.ts";
import { type ArticlePage, byline, frame, type Html, jsonLd, leadFigure, metaTags } from "./frame.ts";
import { newsArticle } from "./semantic.ts";
import { words } from "./words.ts";

/** A blog: the post in a column beside a sidebar full of things that are not the post. */
export function blogLayout(page: ArticlePage): Html {
  const { article, publisher, related } = page;
  return frame({
    publisher,
    lang: article.lang,
    title: article.title,
    head: html`${metaTags(page)}
${jsonLd(newsArticle(page, "BlogPosting"))}`,
    main: html`<div class="columns"><div id="content" class="post hentry">
<h1 class="entry-title">${article.title}</h1>
${byline(article)}
${leadFigure(article)}
<div class="entry-content">
${bodyOf(article)}</div>
</div>
<div id="sidebar" class="sidebar">
<div class="widget"><h3>About</h3><p>${publisher.tagline}.</p></div>
<div class="widget"><h3>${words[article.lang].related}</h3><ul>${related.map(({ path, title }) => html`<li><a href="${path}">${title}</a></li>\n`)}</ul></div>
<div class="widget"><h3>Topics</h3><p class="tags"><a href="/">letters</a> <a href="/">prisons</a> <a href="/">patience</a> <a href="/">exchange</a></p></div>
</div></div>`,
  });
}
