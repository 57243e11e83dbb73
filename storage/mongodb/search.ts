import { randomUUID } from "node:crypto";
import type { Collection, Db, Filter } from "mongodb";
import type { ArticleRecord } from "../../model/article.ts";
import type { LedgerEvent, Person } from "../../model/ledger.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type {
  CountriesOf,
  SearchFacets,
  SearchKind,
  SearchQuery,
  SearchRepository,
  ToldDay,
} from "../search.ts";
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
import { type Term, termsOf } from "../sounds.ts";
import { type Collections, createIndexesOf, type Kept } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { putAll, upserting } from "./writes.ts";

interface KeptEntry {
  /** Kind and id with a blank between. */
  _id: string;
  id: string;
  sort: string;
  tokens: string[];
  told: string | null;
  facets: SearchFacets;
}
interface KeptDay {
  _id: string;
  /** Changes with every write to the day; null while the counts are right. */
  stale: string | null;
  counts: ToldDay | null;
}

/** How the other repositories keep the index up to date: before they write, so that a try that was cut off is repeated. */
export interface SearchIndex extends SearchRepository {
  /** @param langs of claims that are not written yet, by id */
  events(events: readonly LedgerEvent[], langs?: ReadonlyMap<string, string>): Promise<void>;
  article(record: ArticleRecord): Promise<void>;
  person(person: Person): Promise<void>;
  remove(kind: SearchKind, ids: readonly string[]): Promise<void>;
}

export async function createSearchIndexes(db: Db): Promise<void> {
  await createIndexesOf(db, "search", [{ key: { tokens: 1, sort: -1, _id: -1 } }, { key: { told: 1 } }]);
}

const keyOf = (kind: SearchKind, id: string) => `${kind} ${storable(id)}`;
const sortOf = (rank: number) => String(rank).padStart(7, "0");

function keep(entry: SearchEntry): KeptEntry {
  const { kind, id, rank, tokens, facets } = storableDocument(entry);
  return { _id: keyOf(kind, id), id, sort: sortOf(rank), tokens, told: facets.told, facets };
}

export function createSearch(db: Db, collections: Collections, countriesOf: CountriesOf): SearchIndex {
  const search: Collection<KeptEntry> = db.collection("search");
  const days: Collection<KeptDay> = db.collection("searchDays");

  const markStale = async (told: Iterable<string | null>) => {
    for (const day of new Set(told))
      if (day !== null)
        await upserting(() =>
          days.updateOne({ _id: day }, { $set: { stale: randomUUID() } }, { upsert: true }),
        );
  };
  const toldOf = async (keys: string[]) => {
    const found = await search.find({ _id: { $in: keys } }, { projection: { told: 1 } }).toArray();
    return found.map(({ told }) => told);
  };
  const putEntries = async (entries: readonly SearchEntry[]) => {
    const kept = entries.map(keep);
    const told = kept.some((entry) => entry.told !== null) ? await toldOf(kept.map(({ _id }) => _id)) : [];
    await putAll(search, kept);
    await markStale([...told, ...kept.map((entry) => entry.told)]);
  };

  const langsOf = async (events: readonly LedgerEvent[], known: ReadonlyMap<string, string>) => {
    const ids = events.flatMap(({ claimIds }) => claimIds.filter((id) => !known.has(id)).map(storable));
    const claims = await collections.claims
      .find({ _id: { $in: ids } }, { projection: { "doc.lang": 1 } })
      .toArray();
    const langs = new Map(claims.map(({ _id, doc }) => [_id, doc.lang]));
    return ({ claimIds }: LedgerEvent) =>
      [...new Set(claimIds.flatMap((id) => known.get(id) ?? langs.get(storable(id)) ?? []))].toSorted();
  };

  const index = {
    async events(events: readonly LedgerEvent[], known: ReadonlyMap<string, string> = new Map()) {
      if (events.length === 0) return;
      const langs = await langsOf(events, known);
      await putEntries(events.map((event) => eventEntry(event, langs(event), countriesOf)));
    },
    article: (record: ArticleRecord) => putEntries([articleEntry(record, countriesOf)]),
    person: (person: Person) => putEntries([personEntry(person, countriesOf)]),
  };

  const countAnew = async (day: string, stale: string): Promise<ToldDay | null> => {
    const found = await search.find({ told: day }, { projection: { facets: 1 } }).toArray();
    if (found.length === 0) {
      await days.deleteOne({ _id: day, stale });
      return null;
    }
    const counts = countDay(
      day,
      found.map(({ facets }) => facets),
    );
    await days.updateOne({ _id: day, stale }, { $set: { stale: null, counts } });
    return counts;
  };

  return {
    ...index,

    async remove(kind, ids) {
      if (ids.length === 0) return;
      const keys = ids.map((id) => keyOf(kind, id));
      const told = await toldOf(keys);
      await search.deleteMany({ _id: { $in: keys } });
      await markStale(told);
    },

    async find(query, page) {
      const { limit, after } = readPageRequest(page);
      const filters = filtersOf(query);
      if (filters === null) return { items: [], next: null };
      const found = await pageDocuments(
        search,
        { filters, sortField: "sort", descending: true, after, limit },
        { id: 1, sort: 1 },
      );
      const all = pageOf(found, limit, ({ sort, _id }) => ({ sort, id: _id }));
      return { ...all, items: all.items.map(({ id }) => id) };
    },

    async facets(query, most) {
      const filters = filtersOf(query);
      if (filters === null) return [];
      const found = await search
        .find({ $and: filters }, { projection: { facets: 1 } })
        .sort({ sort: -1, _id: -1 })
        .limit(most)
        .toArray();
      return found.map(({ facets }) => facets);
    },

    async count(query, most) {
      const filters = filtersOf(query);
      return filters === null ? 0 : search.countDocuments({ $and: filters }, { limit: most });
    },

    async toldDays(from, to) {
      const found = await days
        .find({ _id: { $gte: from, $lte: to } })
        .sort({ _id: 1 })
        .toArray();
      const counted = [];
      for (const { _id, stale, counts } of found) {
        const day = stale === null ? counts : await countAnew(_id, stale);
        if (day !== null) counted.push(day);
      }
      return counted;
    },

    async rebuild(onProgress) {
      await search.deleteMany({});
      await days.deleteMany({});
      let done = 0;
      const { events, persons, articles } = collections;
      const each = async <D>(collection: Collection<Kept<D>>, add: (kept: Kept<D>[]) => Promise<void>) => {
        for (let last = ""; ; ) {
          const found = (await collection
            .find({ _id: { $gt: last } } as Filter<Kept<D>>, { projection: { doc: 1 } })
            .sort({ _id: 1 })
            .limit(batch)
            .toArray()) as unknown as Kept<D>[];
          if (found.length > 0) await add(found);
          done += found.length;
          onProgress?.(done);
          if (found.length < batch) return;
          last = found.at(-1)?._id ?? "";
        }
      };
      await each(events as unknown as Collection<Kept<LedgerEvent>>, (kept) =>
        index.events(kept.map(({ _id, doc }) => checkDocument("events", _id, doc))),
      );
      await each(persons as unknown as Collection<Kept<Person>>, (kept) =>
        putEntries(kept.map(({ _id, doc }) => personEntry(checkDocument("persons", _id, doc), countriesOf))),
      );
      await each(articles as unknown as Collection<Kept<ArticleRecord>>, (kept) =>
        putEntries(
          kept.map(({ _id, doc }) => articleEntry(checkDocument("articles", _id, doc), countriesOf)),
        ),
      );
      return done;
    },
  };
}

const batch = 200;

function matching(term: Term): object {
  const single = term.every((all) => all.length === 1);
  if (single) return { tokens: { $in: term.flat() } };
  return { $or: term.map((all) => ({ tokens: { $all: all } })) };
}

const persons = (ids: readonly string[]) => ids.map((id) => facetToken("person", id));

/** Null when nothing can match. */
function filtersOf(query: SearchQuery): Filter<KeptEntry>[] | null {
  const terms = termsOf(query.text, query.exactScript ?? false);
  if (terms?.length === 0) return null;
  const { from, to } = ranksOf(query);
  const filters: Filter<KeptEntry>[] = [
    ...(terms ?? []).map(matching),
    ...facetTokens(query).map((tokens) => ({ tokens })),
  ];
  if (from > 0) filters.push({ sort: { $gte: sortOf(from) } });
  if (query.to !== undefined) filters.push({ sort: { $lt: sortOf(to) } });
  const { except, only, kind } = query;
  const keys = (ids: readonly string[]) => ids.map((id) => keyOf(kind, id));
  if (except !== undefined && except.ids.length > 0) filters.push({ _id: { $nin: keys(except.ids) } });
  if (except !== undefined && except.personIds.length > 0)
    filters.push({ tokens: { $nin: persons(except.personIds) } });
  if (only !== undefined)
    filters.push({ $or: [{ _id: { $in: keys(only.ids) } }, { tokens: { $in: persons(only.personIds) } }] });
  return filters;
}
