import type { ArticleRecord } from "../../model/article.ts";
import type { Store } from "../../storage/store.ts";

/**
 * What a crawl leaves behind, without what depends on when it ran and which endpoint was asked first: articles with
 * their outcome, and extractions, claims, events and persons in full.
 */
export async function ledgerOf(store: Store): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for await (const { collection, document } of store.dump()) {
    if (collection === "endpoints" || collection === "captures") continue;
    (found[collection] ??= []).push(
      collection === "articles" ? timeless(document as ArticleRecord) : document,
    );
  }
  return found;
}

function timeless({ id, url, stage, outcome, article, copyKeys, copyOf }: ArticleRecord) {
  return { id, url, stage, outcome: outcome && [outcome.kind, outcome.reason], article, copyKeys, copyOf };
}
