import type { ArticleRecord } from "../../model/article.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";

/** What tells when and in which order things came. */
const historical = new Set([
  "endpoints",
  "hosts",
  "robots",
  "sourceHabits",
  "sourceHealth",
  "sourceNotices",
  "captures",
  "eventSuccessions",
  "standingChanges",
  "reviewTasks",
]);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What a crawl leaves behind, without what depends on when it ran and which endpoint was asked first: articles with
 * their outcome, extractions, claims and persons in full, and events without the ids that tell who came first.
 */
export async function ledgerOf(store: Store): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for await (const { collection, document } of store.dump()) {
    if (historical.has(collection)) continue;
    (found[collection] ??= []).push(
      collection === "articles" ? timeless(document as ArticleRecord) : document,
    );
  }
  const events = (found["events"] ?? []) as LedgerEvent[];
  found["events"] = events
    .map((event) => ({ ...event, id: "" }))
    .toSorted((a, b) => compare(`${a.blockKey} ${a.claimIds[0]}`, `${b.blockKey} ${b.claimIds[0]}`));
  return found;
}

function timeless({ id, url, stage, outcome, article, copyKeys, copyOf }: ArticleRecord) {
  return { id, url, stage, outcome: outcome && [outcome.kind, outcome.reason], article, copyKeys, copyOf };
}
