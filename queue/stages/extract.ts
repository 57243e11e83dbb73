import type { Article } from "../../model/article.ts";
import { firstVisit } from "../../crawlers/revisit.ts";
import { Bug, Permanent } from "../../model/errors.ts";
import type { Handler } from "../queue.ts";
import { type ArticleTasks, isoNow, type StageContext } from "./context.ts";
import { nextJobOf } from "./jobs.ts";
import { linkCopies } from "./link-copies.ts";

/** Article → extraction, and what the article is a copy of. The extraction is stored before the article moves on. */
export function createExtractHandler(context: StageContext): Handler<"extract"> {
  const { store, queue, tasks, sources } = context;
  return async ({ payload: { articleId } }) => {
    const record = await store.articles.get(articleId);
    if (record === null) throw new Permanent(`no article ${articleId} in the store`);
    if (record.stage === "fetched" && record.article !== null) {
      // Here and not when it was fetched: this stage is repeated until the article has left it.
      await linkCopies(context, articleId);
      const extraction = await extractOrBury(tasks, record.article);
      await store.extractions.put(extraction);
      await store.articles.advance(articleId, {
        stage: "extracted",
        at: isoNow(context),
        ...(record.revisions === 0 ? { revisit: firstVisit(record, extraction, context.now()) } : {}),
      });
      context.report?.({
        stage: "extract",
        source: sources.get(record.sourceId) ?? null,
        extraction,
        title: record.article.title,
      });
    }
    const job = nextJobOf(record.stage === "fetched" ? { ...record, stage: "extracted" } : record);
    if (job !== null) await queue.add([job]);
  };
}

/** An article that breaks or hangs the extractors goes to the dead letters: it waits there for better ones. */
async function extractOrBury(tasks: ArticleTasks, article: Article) {
  try {
    return await tasks.extract(article);
  } catch (cause) {
    if (!(cause instanceof Permanent)) throw cause;
    throw new Bug(`cannot extract ${article.url}: ${cause.message}`, { url: article.url, cause });
  }
}
