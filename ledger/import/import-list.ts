import type { Article } from "../../model/article.ts";
import type { Store } from "../../storage/store.ts";
import { resolveArticle, type SourceWeight } from "../resolve.ts";
import { rowArticle, rowExtraction } from "./documents.ts";
import type { ListRow } from "./rows.ts";

/** What importing a row does, or would do. */
export interface RowChange {
  row: ListRow;
  what: "new" | "changed" | "same";
  /** Cells that are not as they were, `- ` before and `+ ` now. */
  cells: string[];
}

export interface ListDifference {
  changes: RowChange[];
  /** Rows of earlier imports that the list no longer has; they stay until somebody decides about them. */
  missing: { url: string; name: string }[];
}

/** Compares a list with what was imported from it before. */
export async function compareList(
  store: Pick<Store, "articles">,
  source: SourceWeight,
  rows: readonly ListRow[],
  asOf: string,
): Promise<ListDifference> {
  const changes: RowChange[] = [];
  const present = new Set<string>();
  for (const row of rows) {
    const article = rowArticle(source, row, asOf);
    present.add(article.id);
    const known = (await store.articles.get(article.id))?.article ?? null;
    changes.push({ row, ...difference(known, article) });
  }
  const missing: ListDifference["missing"] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = { limit: 500, ...(after === undefined ? {} : { after }) };
    const { items, next } = await store.articles.list({ sourceId: source.id }, page);
    for (const { id, url, article } of items)
      if (url.startsWith(`import:${source.id}/`) && !present.has(id))
        missing.push({ url, name: article?.title ?? url });
    after = next;
  }
  return { changes, missing };
}

function difference(known: Article | null, now: Article): Pick<RowChange, "what" | "cells"> {
  if (known === null) return { what: "new", cells: [] };
  if (known.text === now.text) return { what: "same", cells: [] };
  const [before, after] = [known, now].map(({ text }) => text.split("\n\n")) as [string[], string[]];
  return {
    what: "changed",
    cells: [
      ...before.filter((cell) => !after.includes(cell)).map((cell) => `- ${cell}`),
      ...after.filter((cell) => !before.includes(cell)).map((cell) => `+ ${cell}`),
    ],
  };
}

export interface ImportOptions {
  /** Partial date at which the list said so. */
  asOf: string;
  /** ISO time of the import. */
  at: string;
  /** Publishers by id, the list's own among them. */
  sources: ReadonlyMap<string, SourceWeight>;
}

/**
 * Brings one row into the ledger. Each row is an article of the list, which is one source with its own tier; saying the
 * same again changes nothing, and what it says differently supersedes what it said before.
 */
export async function importRow(
  store: Store,
  source: SourceWeight,
  row: ListRow,
  { asOf, at, sources }: ImportOptions,
): Promise<void> {
  const article = rowArticle(source, row, asOf);
  const extraction = rowExtraction(source, row, article);
  const hint = { title: row.name, published: asOf };
  await store.articles.discover([
    { url: article.url, sourceId: source.id, endpointUrl: null, discoveredAt: at, hint, priority: 5 },
  ]);
  // The extraction first: an article at this stage must have one.
  await store.extractions.put(extraction);
  await store.articles.advance(article.id, { stage: "extracted", at, article, force: true });
  const record = await store.articles.get(article.id);
  if (record === null) return;
  await resolveArticle(store, record, extraction, { at, sources });
  await store.articles.advance(article.id, { stage: "resolved", at });
}
