import type { ArticleRecord } from "../../model/article.ts";
import type { Candidate } from "../../model/candidate.ts";
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
  "backfills",
  "captures",
  "eventSuccessions",
  "standingChanges",
  "reviewTasks",
]);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = (document: unknown) => {
  const { id = "", personId = "", articleId = "" } = document as Record<string, string>;
  return [id, personId, articleId].join(" ");
};

/**
 * Persons under the first of their candidates: which of them a person is called by tells who came first. Ids stand
 * alone or at the end of a block's key.
 */
function withoutPrecedence(documents: unknown[], named: ReadonlyMap<string, string>): unknown[] {
  const rename = (text: string) => {
    const [, head = "", id = text] = /^([a-z_]+\|(?:person|by)\|)(.*?)(?:\|\d{4})?$/.exec(text) ?? [];
    const first = named.get(id);
    return first === undefined ? text : `${head}${first}${text.slice(head.length + id.length)}`;
  };
  const all = documents.map((document) =>
    JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
      typeof value === "string" ? rename(value) : value,
    ),
  ) as unknown[];
  return all.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
}

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
  const firsts = new Map<string, string>();
  for (const { id, personId } of (found["candidates"] ?? []) as Candidate[])
    if (id < (firsts.get(personId) ?? "~")) firsts.set(personId, id);
  for (const name of ["claims", "conditionReports", "relationClaims", "events", "persons", "personNotes"])
    found[name] = withoutPrecedence(found[name] ?? [], firsts);
  found["candidates"] = ((found["candidates"] ?? []) as Candidate[]).map((candidate) => ({
    ...candidate,
    personId: firsts.get(candidate.personId),
  }));
  const events = (found["events"] ?? []) as LedgerEvent[];
  found["events"] = events
    .map((event) => ({ ...event, id: "" }))
    .toSorted((a, b) => compare(`${a.blockKey} ${a.claimIds[0]}`, `${b.blockKey} ${b.claimIds[0]}`));
  return found;
}

function timeless({ id, url, stage, outcome, article, copyKeys, copyOf }: ArticleRecord) {
  return { id, url, stage, outcome: outcome && [outcome.kind, outcome.reason], article, copyKeys, copyOf };
}
