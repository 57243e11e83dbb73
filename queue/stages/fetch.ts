import { copyKeys } from "../../crawlers/read/copies.ts";
import { type Article, type ArticleRecord, type FetchOutcome } from "../../model/article.ts";
import { Blocked, Gone, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import type { Source } from "../../model/source.ts";
import type { Handler } from "../queue.ts";
import { isoNow, type StageContext } from "./context.ts";
import { fetchPage } from "./fetch-page.ts";
import { nextJobOf } from "./jobs.ts";
import { readFetched } from "./read-fetched.ts";
import { isDue, visitAgain } from "./revisit.ts";

/** Articles of a source that was switched off wait for its return; they are not given up. */
const unwatchedPauseMs = 6 * 3_600_000;

/**
 * Address → capture → article. The bytes are kept before anything is read out of them. Blocked, gone and unreadable
 * pages close the article with that outcome; trouble that may pass leaves it where it is.
 */
export function createFetchHandler(context: StageContext): Handler<"fetch"> {
  const { store, sources } = context;
  return async ({ payload, signal }) => {
    const record = await store.articles.get(payload.articleId);
    if (record === null) throw new Permanent(`no article ${payload.articleId} in the store`);
    const source = sources.get(record.sourceId);
    if (record.stage !== "discovered") {
      const due = isDue(record, context.now());
      if (due) await visitAgain(context, source, record, signal);
      return passOn(context, due ? ((await store.articles.get(record.id)) ?? record) : record);
    }
    if (source === undefined) {
      const until = context.now() + unwatchedPauseMs;
      throw new RateLimited(`${record.sourceId} is not watched at present`, until, { url: record.url });
    }
    try {
      await fetchArticle(context, source, record, signal);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome === null) {
        await noteTrouble(context, record, error);
        throw error;
      }
      await close(context, record, outcome);
      context.report?.({
        stage: "fetch",
        source,
        url: record.url,
        outcome: error instanceof Blocked ? "blocked" : error instanceof Gone ? "gone" : "unreadable",
        reason: outcome.reason ?? "",
      });
      throw error;
    }
  };
}

/** Errors that close the article: what they mean as its outcome. */
function outcomeOf(error: unknown): Omit<FetchOutcome, "at"> | null {
  if (error instanceof Blocked) return { kind: "blocked", reason: `${error.blockCause}: ${error.message}` };
  if (error instanceof Gone) return { kind: error.trouble ?? "gone", reason: error.message };
  if (error instanceof Permanent) return { kind: error.trouble ?? "unreadable", reason: error.message };
  return null;
}

/** Notes trouble that may pass with the article, so that who looks at it sees why it stands still. */
async function noteTrouble({ store, now }: StageContext, record: ArticleRecord, error: unknown) {
  if (!(error instanceof Retryable) || error.trouble === undefined) return;
  const outcome = { kind: error.trouble, reason: error.message, at: new Date(now()).toISOString() };
  await store.articles.advance(record.id, { stage: record.stage, at: record.stageAt, outcome });
}

async function fetchArticle(
  context: StageContext,
  source: Source,
  record: ArticleRecord,
  signal: AbortSignal,
) {
  const { store, topicFilters } = context;
  const result = await fetchPage(context, source, record, signal);
  await store.captures.put(result.capture, result.body);
  const article = await readFetched(context, source, record, result);
  const filter = source.topicFilter === undefined ? undefined : topicFilters.get(source.topicFilter);
  if (filter && !filter.matches(`${record.hint.title ?? ""}\n${article.text}`)) {
    await close(context, record, {
      kind: "off_topic",
      reason: `does not match topic filter ${source.topicFilter}`,
    });
    context.report?.({ stage: "fetch", source, url: record.url, outcome: "off_topic", title: article.title });
    return;
  }
  const { archived } = result.capture;
  const provenance = archived === undefined ? null : `archived at ${archived.at}: ${archived.url}`;
  const kept = await keep(context, record, article, provenance);
  context.report?.({
    stage: "fetch",
    source,
    url: record.url,
    outcome: kept === null ? "same" : "ok",
    title: article.title,
  });
}

/**
 * Stores the article under its canonical address. When that is not the address that was announced, the announced one is
 * closed and points to it. Returns null when the article was there already.
 */
async function keep(
  context: StageContext,
  record: ArticleRecord,
  article: Article,
  provenance: string | null,
): Promise<ArticleRecord | null> {
  const { store } = context;
  const { id } = article;
  if (id !== record.id) {
    const { sourceId, endpointUrl, discoveredAt, hint, priority } = record;
    await store.articles.discover([
      { url: article.url, sourceId, endpointUrl, discoveredAt, hint, priority },
    ]);
    const existing = await store.articles.get(id);
    if (existing !== null && existing.stage !== "discovered") {
      await close(context, record, sameAs(article));
      return null;
    }
  }
  await store.articles.advance(id, {
    stage: "fetched",
    at: isoNow(context),
    article,
    copyKeys: copyKeys(article.text),
    outcome: { kind: "ok", reason: provenance, at: isoNow(context) },
  });
  const kept = await store.articles.get(id);
  if (kept !== null) await passOn(context, kept);
  if (id !== record.id) await close(context, record, sameAs(article));
  return kept;
}

const sameAs = (article: Article) => ({ kind: "moved" as const, reason: `same article as ${article.url}` });

async function close(
  context: StageContext,
  record: ArticleRecord,
  outcome: Omit<FetchOutcome, "at">,
): Promise<void> {
  const at = isoNow(context);
  await context.store.articles.advance(record.id, { stage: "closed", at, outcome: { ...outcome, at } });
}

async function passOn(context: StageContext, record: ArticleRecord): Promise<void> {
  const job = nextJobOf(record);
  if (job !== null) await context.queue.add([job]);
}
