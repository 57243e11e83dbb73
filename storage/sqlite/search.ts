import { createHash } from "node:crypto";
import { storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import {
  articleEntry,
  countDay,
  eventEntry,
  facetToken,
  facetTokens,
  personEntry,
  ranksOf,
  type SearchEntry,
} from "../search-entry.ts";
import type {
  CountriesOf,
  Naming,
  SearchFacets,
  SearchKind,
  SearchQuery,
  SearchRepository,
  ToldDay,
} from "../search.ts";
import { type Term, termsOf } from "../sounds.ts";
import type { ArticleRecord } from "../../model/article.ts";
import type { LedgerEvent, Person } from "../../model/ledger.ts";
import type { Database, SqlValue } from "./database.ts";
import { createWhere, documentOf, type Where, whereNotIn } from "./query.ts";

/**
 * The rows' numbers are the order of the hits: full text gives them in this order without sorting. `search_days` has
 * the counts of the days on which events were told; `stale` ones are counted anew when they are asked for.
 */
export const searchSchema = `
  CREATE TABLE search (
    row INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, told TEXT, digest TEXT NOT NULL, facets TEXT NOT NULL,
    UNIQUE (kind, id));
  CREATE INDEX search_by_told ON search (told) WHERE told IS NOT NULL;
  CREATE TABLE search_days (day TEXT PRIMARY KEY, stale INTEGER NOT NULL, counts TEXT) WITHOUT ROWID;
  CREATE VIRTUAL TABLE search_words USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars ':'");
`;

/** Rows of one rank: as many as there can be entries without a date. */
const perRank = 1n << 24n;
const firstRow = (rank: number) => BigInt(rank) * perRank;

/** How the other repositories keep the index up to date; inside their transactions. */
export interface SearchIndex extends SearchRepository {
  /** @param langs of claims that are not written yet, by id */
  event(event: LedgerEvent, langs?: ReadonlyMap<string, string>): void;
  article(record: ArticleRecord): void;
  person(person: Person): void;
  remove(kind: SearchKind, id: string): void;
}

export function createSearch(database: Database, countriesOf: CountriesOf): SearchIndex {
  const find = database.prepare("SELECT row, told, digest FROM search WHERE kind = ? AND id = ?");
  const stale = (day: unknown) => {
    if (typeof day === "string")
      database
        .prepare(
          "INSERT INTO search_days (day, stale) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET stale = 1",
        )
        .run(day);
  };
  const erase = (row: SqlValue, told: unknown) => {
    database.prepare("DELETE FROM search_words WHERE rowid = ?").run(row);
    database.prepare("DELETE FROM search WHERE row = ?").run(row);
    stale(told);
  };
  const freeRow = (rank: number): bigint => {
    const first = firstRow(rank);
    const last = database
      .prepare("SELECT max(row) AS last FROM search WHERE row >= ? AND row < ?")
      .get(first, first + perRank)?.["last"];
    return last === null || last === undefined ? first : BigInt(last as number) + 1n;
  };
  const put = ({ kind, id: givenId, rank, tokens, facets }: SearchEntry) => {
    const id = storable(givenId);
    const words = storable(tokens.join(" "));
    const json = toJson(facets);
    const digest = createHash("sha256").update(words).update(json).digest("base64url").slice(0, 16);
    const known = find.get(kind, id);
    if (known?.["digest"] === digest) return;
    if (known !== undefined) erase(BigInt(known["row"] as number), known["told"]);
    const row = freeRow(rank);
    database
      .prepare("INSERT INTO search (row, kind, id, told, digest, facets) VALUES (?, ?, ?, ?, ?, ?)")
      .run(row, kind, id, facets.told, digest, json);
    database.prepare("INSERT INTO search_words (rowid, tokens) VALUES (?, ?)").run(row, words);
    stale(facets.told);
  };

  const langsOf = ({ claimIds }: LedgerEvent, known: ReadonlyMap<string, string>): string[] => {
    const unknown = claimIds.filter((id) => !known.has(id));
    const written = database
      .prepare(
        "SELECT DISTINCT json_extract(doc, '$.lang') AS lang FROM claims WHERE id IN (SELECT value FROM json_each(?))",
      )
      .all(toJson(unknown))
      .map((row) => String(row["lang"]));
    return [...new Set([...claimIds.flatMap((id) => known.get(id) ?? []), ...written])].toSorted();
  };

  const index = {
    event: (event: LedgerEvent, langs: ReadonlyMap<string, string> = new Map()) =>
      put(eventEntry(event, langsOf(event, langs), countriesOf)),
    article: (record: ArticleRecord) => put(articleEntry(record, countriesOf)),
    person: (person: Person) => put(personEntry(person, countriesOf)),
  };

  const countAnew = (day: string): ToldDay | null =>
    database.transaction(() => {
      const found = database.prepare("SELECT facets FROM search WHERE told = ?").all(day);
      if (found.length === 0) database.prepare("DELETE FROM search_days WHERE day = ?").run(day);
      const counted = countDay(day, found.map(facetsOf));
      database
        .prepare("UPDATE search_days SET stale = 0, counts = ? WHERE day = ?")
        .run(toJson(counted), day);
      return found.length === 0 ? null : counted;
    });

  return {
    ...index,

    remove(kind, id) {
      const known = find.get(kind, storable(id));
      if (known !== undefined) erase(BigInt(known["row"] as number), known["told"]);
    },

    async find(query, page) {
      const { limit, after } = readPageRequest(page);
      const where = whereOf(query);
      if (where === null) return { items: [], next: null };
      if (after !== null) where.add("rowid < ?", BigInt(after.sort));
      const rows = database
        .prepare(`SELECT row, id FROM search WHERE row IN (${hits(where)}) ORDER BY row DESC`)
        .all(...where.values, limit + 1);
      const found = pageOf(rows, limit, (row) => ({ sort: String(row["row"]), id: String(row["id"]) }));
      return { ...found, items: found.items.map((row) => String(row["id"])) };
    },

    async facets(query, most) {
      const where = whereOf(query);
      if (where === null) return [];
      return database
        .prepare(`SELECT facets FROM search WHERE row IN (${hits(where)})`)
        .all(...where.values, most)
        .map(facetsOf);
    },

    async count(query, most) {
      const where = whereOf(query);
      if (where === null) return 0;
      const row = database.prepare(`SELECT count(*) AS n FROM (${hits(where)})`).get(...where.values, most);
      return Number(row?.["n"]);
    },

    async toldDays(from, to) {
      return database
        .prepare("SELECT day, stale, counts FROM search_days WHERE day >= ? AND day <= ? ORDER BY day")
        .all(from, to)
        .flatMap((row) =>
          Number(row["stale"]) === 1
            ? (countAnew(String(row["day"])) ?? [])
            : (JSON.parse(String(row["counts"])) as ToldDay),
        );
    },

    async rebuild(onProgress) {
      const batch = 500;
      let done = 0;
      database.transaction(() => {
        database.exec("DELETE FROM search");
        database.exec("DELETE FROM search_days");
        database.exec("INSERT INTO search_words (search_words) VALUES ('delete-all')");
      });
      for (const [table, add] of [
        ["events", (id: string, row: Record<string, unknown>) => index.event(documentOf("events", id, row))],
        [
          "persons",
          (id: string, row: Record<string, unknown>) => index.person(documentOf("persons", id, row)),
        ],
        [
          "articles",
          (id: string, row: Record<string, unknown>) => index.article(documentOf("articles", id, row)),
        ],
      ] as const)
        for (let last = -1; ; ) {
          // One piece after the other: other writers get their turn between them.
          const rows = database.transaction(() => {
            const found = database
              .prepare(`SELECT row, id, doc FROM ${table} WHERE row > ? ORDER BY row LIMIT ?`)
              .all(last, batch);
            for (const row of found) add(String(row["id"]), row);
            return found;
          });
          done += rows.length;
          onProgress?.(done);
          if (rows.length < batch) break;
          last = Number(rows.at(-1)?.["row"]);
          await new Promise((resolve) => setImmediate(resolve));
        }
      return done;
    },
  };
}

const facetsOf = (row: Record<string, unknown>) => JSON.parse(String(row["facets"])) as SearchFacets;

const hits = ({ parts }: Where) =>
  `SELECT rowid FROM search_words WHERE ${parts.join(" AND ")} ORDER BY rowid DESC LIMIT ?`;

/** Quoted, so that no token is an operator. */
const quoted = (token: string) => `"${token}"`;
const either = (tokens: readonly string[]) => tokens.map(quoted).join(" OR ");
const matching = (term: Term) => `(${term.map((all) => `(${all.map(quoted).join(" AND ")})`).join(" OR ")})`;

/** Null when nothing can match. */
function whereOf(query: SearchQuery) {
  const terms = termsOf(query.text, query.exactScript ?? false);
  if (terms?.length === 0) return null;
  const where = createWhere();
  const match = [...(terms ?? []).map(matching), ...facetTokens(query).map(quoted)].join(" AND ");
  where.add("search_words MATCH ?", storable(match));
  const { from, to } = ranksOf(query);
  if (from > 0) where.add("rowid >= ?", firstRow(from));
  if (query.to !== undefined) where.add("rowid < ?", firstRow(to));
  const { except, only } = query;
  if (except !== undefined && except.ids.length > 0)
    whereNotIn(where, `(SELECT id FROM search WHERE row = search_words.rowid)`, except.ids);
  if (except !== undefined && except.personIds.length > 0)
    where.add("rowid NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH ?)", persons(except));
  if (only !== undefined) {
    const named = only.personIds.length === 0 ? quoted(facetToken("person", "")) : persons(only);
    where.add(
      "rowid IN (SELECT rowid FROM search_words WHERE search_words MATCH ? UNION SELECT row FROM search WHERE kind = ? AND id IN (SELECT value FROM json_each(?)))",
      named,
      query.kind,
      toJson(only.ids),
    );
  }
  return where;
}

const persons = ({ personIds }: Naming) => either(personIds.map((id) => facetToken("person", id)));
