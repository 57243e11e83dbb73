import { html } from "hono/html";
import type { DemoArticle } from "../articles.ts";
import { type ArticlePage, frame, type Html } from "./frame.ts";
import { words } from "./words.ts";

/** A page that is empty until its script has fetched the story. */
export function shellLayout({ article, publisher }: ArticlePage): Html {
  return frame({
    publisher,
    lang: article.lang,
    title: "Case file",
    head: html`<script type="module" src="/app.js"></script>`,
    main: html`<main id="app" data-story="/api/stories/${article.id}.json"><p class="loading">${words[article.lang].loading}</p><noscript><p>${words[article.lang].needsScript}</p></noscript></main>`,
  });
}

/** What the page's script fetches. */
export function storyOf({ title, section, authors, published, modified, paragraphs }: DemoArticle) {
  return { title, section, authors, published, modified: modified ?? null, paragraphs };
}

/** Script of the page. It builds elements and sets their text, so a story cannot smuggle in markup. */
export const appScript = `const app = document.getElementById("app");
const make = (name, text, className) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};
const meta = (property, content) => {
  const element = make("meta");
  element.setAttribute("property", property);
  element.setAttribute("content", content);
  document.head.append(element);
};
const story = await (await fetch(app.dataset.story)).json();
document.title = story.title + " – Open Case";
meta("og:title", story.title);
meta("article:published_time", story.published);
const article = make("article");
const time = make("time", new Date(story.published).toUTCString());
time.dateTime = story.published;
const byline = make("p", story.authors.join(", ") + " · ", "byline");
byline.append(time);
article.append(make("p", story.section, "section"), make("h1", story.title), byline);
const body = make("div", "", "article-body");
const tags = { heading: "h2", quote: "blockquote" };
for (const { zone, text } of story.paragraphs) body.append(make(tags[zone] ?? "p", text));
article.append(body);
app.replaceChildren(article);
`;
