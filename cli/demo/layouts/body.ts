import { html } from "hono/html";
import type { DemoArticle, DemoParagraph } from "../articles.ts";
import type { Html } from "./frame.ts";
import { words } from "./words.ts";

/** Neighbouring paragraphs of the same zone, which share one box. */
function runs(paragraphs: readonly DemoParagraph[]): DemoParagraph[][] {
  const grouped: DemoParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = grouped.at(-1);
    if (last?.[0]?.zone === paragraph.zone) last.push(paragraph);
    else grouped.push([paragraph]);
  }
  return grouped;
}

/** The article's paragraphs, each zone in the markup that publishers use for it. */
export function bodyOf(article: DemoArticle): Html[] {
  return runs(article.paragraphs).map((run) => runMarkup(run, article.lang));
}

function runMarkup(run: readonly DemoParagraph[], lang: DemoArticle["lang"]): Html {
  const texts = run.map(({ text }) => text);
  const paragraphs = texts.map((text) => html`<p>${text}</p>\n`);
  switch (run[0]?.zone) {
    case "heading":
      return html`${texts.map((text) => html`<h2>${text}</h2>\n`)}`;
    case "quote":
      return html`<blockquote>${paragraphs}</blockquote>\n`;
    case "list":
      return html`<ul>${texts.map((text) => html`<li>${text}</li>\n`)}</ul>\n`;
    case "caption":
      return html`<figure class="inline"><figcaption>${texts}</figcaption></figure>\n`;
    case "faq":
      return html`<section class="faq"><h2>${words[lang].questions}</h2>${texts.map(question)}</section>\n`;
    case "tip":
      return html`<aside class="tip-box">${paragraphs}</aside>\n`;
    case "teaser":
      return html`<aside class="related"><h2>${words[lang].related}</h2><ul>${texts.map((text) => html`<li><a href="/">${text}</a></li>\n`)}</ul></aside>\n`;
    case "newsletter":
      return html`<aside class="newsletter">${paragraphs}<form action="/" method="get"><input type="email" name="email" placeholder="${words[lang].address}" aria-label="${words[lang].address}"> <button type="submit">${words[lang].subscribe}</button></form></aside>\n`;
    case "bio":
      return html`<footer class="author-bio">${paragraphs}</footer>\n`;
    default:
      return html`${paragraphs}`;
  }
}

/** `Question || Answer` */
function question(text: string): Html {
  const [asked = "", answered = ""] = text.split("||");
  return html`<h3>${asked.trim()}</h3><p>${answered.trim()}</p>\n`;
}
