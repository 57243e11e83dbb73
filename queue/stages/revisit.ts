import { copyKeys } from "../../crawlers/read/copies.ts";
import { hasChanged, isRemnant } from "../../crawlers/read/changes.ts";
import { nextVisit } from "../../crawlers/revisit.ts";
import type { Article, ArticleRecord, FetchOutcome } from "../../model/article.ts";
import { Gone, HabeasError, RateLimited } from "../../model/errors.ts";
import { revisionId } from "../../model/revision.ts";
import type { Source } from "../../model/source.ts";
import { isoNow, type StageContext } from "./context.ts";
import { fetchPage } from "./fetch-page.ts";
import { readFetched } from "./read-fetched.ts";

/** Whether an article that has gone its way is to be looked at again; one on its way is left alone. */
export function isDue({ stage, revisit, article }: ArticleRecord, now: number): boolean {
  return stage === "resolved" && article !== null && revisit !== null && Date.parse(revisit.dueAt) <= now;
}

/**
 * Looks at a page again. When it tells something else than before, the version that is kept becomes a revision and the
 * new one goes the whole way again, so that the ledger learns what was corrected and what is no longer said. Trouble with
 * the page changes nothing that was read: the next visit may find it well.
 */
export async function visitAgain(
  context: StageContext,
  source: Source | undefined,
  record: ArticleRecord,
  signal: AbortSignal,
): Promise<void> {
  const { store } = context;
  const { article } = record;
  if (article === null) return;
  // A source that is not watched at present is not visited either.
  if (source === undefined) return note(context, record, { revisit: null });
  const visits = (record.revisit?.visits ?? 0) + 1;
  const next = nextVisit(article, visits, context.now());
  try {
    const result = await fetchPage(context, source, record, signal);
    if (result.hash !== article.captureHash && result.capture.archived === undefined) {
      await store.captures.put(result.capture, result.body);
      const after = await readFetched(context, source, record, result);
      // Another address in the page's own words: the page was put in the place of another one.
      const isItself = after.id === record.id;
      if (isItself && hasChanged(article, after) && !isRemnant(article, after)) {
        return await replace(context, record, after, visits);
      }
    }
    await note(context, record, { revisit: next });
  } catch (error) {
    // A host that is busy is waited for, our own bugs are not hidden; everything else is the page's trouble.
    if (error instanceof RateLimited || !(error instanceof HabeasError)) throw error;
    const gone = error instanceof Gone ? error : null;
    await note(context, record, {
      revisit: gone?.forGood === true ? null : next,
      ...(gone && { outcome: { kind: "gone", reason: gone.message, at: isoNow(context) } }),
    });
  }
}

/** The earlier version first: killed in between, the next try writes the same revision again. */
async function replace(
  context: StageContext,
  record: ArticleRecord,
  after: Article,
  visits: number,
): Promise<void> {
  const { store } = context;
  const number = record.revisions + 1;
  if (record.article !== null)
    await store.revisions.put({
      id: revisionId(record.id, number),
      articleId: record.id,
      number,
      article: record.article,
      replacedAt: isoNow(context),
    });
  await store.articles.advance(record.id, {
    stage: "fetched",
    force: true,
    at: isoNow(context),
    // What the first reading knew from the announcement stays known.
    article: { ...after, published: after.published ?? record.article?.published ?? null },
    copyKeys: copyKeys(after.text),
    outcome: { kind: "ok", reason: `version ${number + 1}`, at: isoNow(context) },
    revisions: number,
    revisit: nextVisit(after, visits, context.now()),
  });
}

async function note(
  { store }: StageContext,
  record: ArticleRecord,
  change: { revisit: ArticleRecord["revisit"]; outcome?: FetchOutcome },
): Promise<void> {
  await store.articles.advance(record.id, { stage: record.stage, at: record.stageAt, ...change });
}
