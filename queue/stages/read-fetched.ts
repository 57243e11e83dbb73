import { canonicalUrl } from "../../crawlers/discover/canonical-url.ts";
import { notInFuture } from "../../crawlers/read/published.ts";
import type { Fetched } from "../../crawlers/fetch/types.ts";
import { type Article, type ArticleRecord, articleId } from "../../model/article.ts";
import type { Source } from "../../model/source.ts";
import type { StageContext } from "./context.ts";

/** Reads a page that was fetched, with what is known about its source and from its announcement. */
export async function readFetched(
  context: StageContext,
  source: Source,
  record: ArticleRecord,
  result: Fetched,
): Promise<Article> {
  const article = await context.tasks.read({
    html: result.text,
    options: {
      url: result.url,
      sourceId: source.id,
      sourceName: source.name,
      captureHash: result.hash,
      hint: record.hint,
      ...(source.selectors === undefined ? {} : { selectors: source.selectors }),
      ...(source.timeZone === undefined ? {} : { timeZone: source.timeZone }),
      ...(source.langs.length === 1 && source.langs[0] !== undefined ? { lang: source.langs[0] } : {}),
    },
  });
  const url = canonicalUrl(article.url) ?? record.url;
  const published = notInFuture([article.published, record.hint.published], context.now());
  const modified = notInFuture([article.modified], context.now());
  return { ...article, url, id: articleId(url), published, modified };
}
