import { html } from "hono/html";
import { type ArticlePage, frame, type Html, metaTags, printedDate } from "./frame.ts";

/** A page of short items: each heading of the article opens one. */
export function briefsLayout(page: ArticlePage): Html {
  const { article, publisher } = page;
  const items: { heading: string; texts: string[] }[] = [];
  for (const { zone, text } of article.paragraphs) {
    const last = items.at(-1);
    if (zone === "heading" || last === undefined) items.push({ heading: text, texts: [] });
    else last.texts.push(text);
  }
  return frame({
    publisher,
    lang: article.lang,
    title: article.title,
    head: html`${metaTags(page)}
<meta property="article:published_time" content="${article.published}">
<meta property="article:section" content="${article.section}">`,
    main: html`<div class="page"><div class="briefs">
<h1>${article.title}</h1>
<div class="stamp">${printedDate(article.published, article.lang)}</div>
${items.map(({ heading, texts }) => html`<div class="brief"><h2>${heading}</h2>${texts.map((text) => html`<p>${text}</p>`)}</div>\n`)}</div></div>`,
  });
}
