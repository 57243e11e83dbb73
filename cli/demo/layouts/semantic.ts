import { html } from "hono/html";
import { bodyOf } from "./body.ts";
import { type ArticlePage, byline, frame, type Html, jsonLd, leadFigure, metaTags } from "./frame.ts";

/** A modern article: semantic elements, JSON-LD, Open Graph. */
export function semanticLayout(page: ArticlePage): Html {
  const { article, publisher } = page;
  return frame({
    publisher,
    lang: article.lang,
    title: article.title,
    head: html`${metaTags(page)}
${jsonLd(newsArticle(page, "NewsArticle"))}`,
    main: html`<main><article>
<header><p class="section">${article.section}</p><h1>${article.title}</h1>${article.standfirst === undefined ? "" : html`<p class="standfirst">${article.standfirst}</p>`}${byline(article)}</header>
${leadFigure(article)}
<div class="article-body">
${bodyOf(article)}</div>
</article></main>`,
  });
}

/** What JSON-LD says about an article, whichever type the publisher gives it. */
export function newsArticle({ article, publisher, url, origin }: ArticlePage, type: string) {
  return {
    "@type": type,
    mainEntityOfPage: url,
    headline: article.title,
    datePublished: article.published,
    dateModified: article.modified ?? article.published,
    author: article.authors.map((name) => ({ "@type": "Person", name })),
    publisher: { "@type": "Organization", name: publisher.name },
    articleSection: article.section,
    inLanguage: article.lang,
    ...(article.standfirst === undefined ? {} : { description: article.standfirst }),
    ...(article.caption === undefined ? {} : { image: `${origin}/images/${article.id}.svg` }),
  };
}
