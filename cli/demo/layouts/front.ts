import { html } from "hono/html";
import type { DemoArticle } from "../articles.ts";
import { type Publisher, type PublisherId, publishers } from "../publishers.ts";
import { frame, printedDate } from "./frame.ts";
import { words } from "./words.ts";

/** A publisher's front page: its articles, its feeds, and the way to the other publishers. */
export async function frontPage(
  publisher: Publisher,
  articles: readonly DemoArticle[],
  origins: ReadonlyMap<PublisherId, string>,
): Promise<string> {
  const lang = publisher.langs[0] ?? "en";
  const others = publishers.filter(({ id }) => id !== publisher.id);
  return String(
    await frame({
      publisher,
      lang,
      title: publisher.tagline,
      main: html`<main class="front">
${articles.map(
  (
    article,
  ) => html`<section class="card"><p class="section">${article.section}</p><h2><a href="${article.path}" lang="${article.lang}">${article.title}</a></h2>${article.standfirst === undefined ? "" : html`<p lang="${article.lang}">${article.standfirst}</p>`}<p class="byline"><time datetime="${article.published}">${printedDate(article.published, lang)}</time></p></section>
`,
)}
<nav class="card"><h2>${words[lang].feeds}</h2><ul>${publisher.announcements.map(({ path, title }) => html`<li><a href="${path}">${title}</a></li>\n`)}</ul></nav>
<nav class="card"><h2>${words[lang].others}</h2><ul>${others.map(({ id, name }) => html`<li><a href="${origins.get(id) ?? ""}/">${name}</a></li>\n`)}</ul></nav>
</main>`,
    }),
  );
}

export async function notFoundPage(publisher: Publisher): Promise<string> {
  const { missing, missingText } = words[publisher.langs[0] ?? "en"];
  return String(
    await frame({
      publisher,
      lang: publisher.langs[0] ?? "en",
      title: missing,
      main: html`<main><h1>${missing}</h1><p>${missingText}</p></main>`,
    }),
  );
}
