import { similarity } from "../../crawlers/read/copies.ts";
import { creditOf } from "../../crawlers/read/credits.ts";
import type { Article, ArticleRecord } from "../../model/article.ts";
import { isoNow, type StageContext } from "./context.ts";
import { nextJobOf } from "./jobs.ts";

/** Share of common text from which two articles count as copies: agency stories with a new lead stay above it. */
const copyThreshold = 0.6;

interface Text extends ArticleRecord {
  article: Article;
}

const hasText = (record: ArticleRecord | null): record is Text => record?.article != null;

/** Earlier published first; without a date last; then by id, so that every worker sees the same order. */
function earlier(a: Text, b: Text): number {
  return (
    (a.article.published ?? "9999").localeCompare(b.article.published ?? "9999") || a.id.localeCompare(b.id)
  );
}

/** Agencies that articles of a group credit; whoever is credited is the root, however late its own page was found. */
function creditedBy(records: readonly Text[]): Set<string> {
  return new Set(records.flatMap(({ article }) => creditOf(article)?.agency ?? []));
}

/**
 * Links an article that has just been read, and those that it resembles, to the root of their kind: the agency that they
 * credit, else the earliest one. What an article is a copy of depends only on which articles are there, not on the order
 * in which they came. Articles whose origin changes after they were resolved are resolved again, because origins are what
 * corroboration counts.
 */
export async function linkCopies(context: StageContext, articleId: string): Promise<void> {
  const { store } = context;
  const added = await store.articles.get(articleId);
  if (!hasText(added)) return;
  for (const record of [added, ...(await similarTo(context, added)).map((found) => found.record)]) {
    const similar = await similarTo(context, record);
    const credited = creditedBy([record, ...similar.map((found) => found.record)]);
    const compare = (x: Text, y: Text) =>
      Number(credited.has(y.sourceId)) - Number(credited.has(x.sourceId)) || earlier(x, y);
    const [origin] = similar
      .filter((found) => compare(found.record, record) < 0)
      .toSorted((x, y) => compare(x.record, y.record));
    const copyOf =
      origin === undefined ? null : { articleId: origin.record.id, similarity: origin.similarity };
    if (copyOf?.articleId === record.copyOf?.articleId) continue;
    await store.articles.setCopyOf(record.id, copyOf);
    if (record.stage === "resolved") await resolveAgain(context, record);
  }
}

async function similarTo({ store }: StageContext, record: Text) {
  const candidates = await store.articles.sharingCopyKeys(record.id, record.copyKeys);
  return candidates.filter(hasText).flatMap((candidate) => {
    const share = similarity(record.article.text, candidate.article.text);
    return share >= copyThreshold ? [{ record: candidate, similarity: Math.round(share * 1000) / 1000 }] : [];
  });
}

async function resolveAgain(context: StageContext, record: ArticleRecord): Promise<void> {
  await context.store.articles.advance(record.id, { stage: "extracted", at: isoNow(context), force: true });
  const job = nextJobOf({ ...record, stage: "extracted" });
  if (job !== null) await context.queue.add([job]);
}
