import type { DemoArticle } from "./articles.ts";
import { announce } from "./announce.ts";
import { articlePage } from "./layouts/index.ts";
import { appScript, storyOf } from "./layouts/shell.ts";
import { frontPage, notFoundPage } from "./layouts/front.ts";
import { illustration } from "./layouts/illustration.ts";
import { styleSheet } from "./layouts/style.ts";
import type { Publisher, PublisherId } from "./publishers.ts";
import { type Resource, textResource } from "./resource.ts";

/** Everything that a publisher's server answers, with the addresses that all publishers have in this run. */
export async function buildResources(
  publisher: Publisher,
  articles: readonly DemoArticle[],
  origins: ReadonlyMap<PublisherId, string>,
): Promise<Resource[]> {
  const origin = origins.get(publisher.id) ?? "";
  const own = articles.filter((article) => article.source === publisher.id);
  const page = (path: string, markup: string) => textResource(path, "text/html", markup, publisher.charset);
  const announced = await Promise.all(
    publisher.announcements.map((announcement) => announce(publisher, announcement, own, origin)),
  );
  const resources: Resource[] = [
    ...announced.flat(),
    page("/", await frontPage(publisher, own, origins)),
    { ...page("/404", await notFoundPage(publisher)), status: 404 },
    textResource("/robots.txt", "text/plain", robotsText(publisher, origin), "utf-8"),
    textResource("/style.css", "text/css", styleSheet(publisher.accent), "utf-8"),
  ];
  for (const article of own) {
    const related = own.filter(({ id }) => id !== article.id).slice(0, 3);
    const markup = await articlePage({ article, publisher, url: origin + article.path, origin, related });
    resources.push(page(article.path, markup));
    if (article.formerPath !== undefined) {
      resources.push({
        ...textResource(article.formerPath, "text/plain", "Moved\n", "utf-8"),
        status: 301,
        location: origin + article.path,
      });
    }
    if (article.caption !== undefined) {
      const picture = await illustration(article.id, publisher.accent);
      resources.push(textResource(`/images/${article.id}.svg`, "image/svg+xml", picture, "utf-8"));
    }
    if (article.layout === "shell") {
      const story = JSON.stringify(storyOf(article));
      resources.push(textResource(`/api/stories/${article.id}.json`, "application/json", story, "utf-8"));
    }
  }
  if (publisher.needsBrowser) {
    resources.push(textResource("/app.js", "text/javascript", appScript, "utf-8"));
  }
  return resources;
}

function robotsText(publisher: Publisher, origin: string): string {
  const sitemaps = publisher.announcements.filter(({ format }) => format.includes("sitemap"));
  return [
    "User-agent: *",
    ...(publisher.disallow.length > 0
      ? publisher.disallow.map((path) => `Disallow: ${path}`)
      : ["Disallow:"]),
    ...sitemaps.map(({ path }) => `Sitemap: ${origin}${path}`),
    "",
  ].join("\n");
}
