import type { ArticleRecord } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Claim, LedgerEvent, Person } from "../model/ledger.ts";
import type { ArticleFilter, EventFilter, Page, PageRequest, PersonFilter, Store } from "../storage/store.ts";

/** An event with everything that its page shows. */
export interface EventCase {
  event: LedgerEvent;
  claims: Claim[];
  articles: ReadonlyMap<string, ArticleRecord>;
  extractions: ReadonlyMap<string, Extraction>;
}

/**
 * The ledger as one viewer may see it. Everything that pages, the API, exports and live updates show goes through
 * here, so that what is restricted vanishes from all of them alike.
 */
export interface Reading {
  events(filter: EventFilter, page: PageRequest): Promise<Page<LedgerEvent>>;
  event(id: string): Promise<LedgerEvent | null>;
  eventCase(id: string): Promise<EventCase | null>;
  claims(ids: readonly string[]): Promise<Claim[]>;
  persons(filter: PersonFilter, page: PageRequest): Promise<Page<Person>>;
  person(id: string): Promise<Person | null>;
  articles(filter: ArticleFilter, page: PageRequest): Promise<Page<ArticleRecord>>;
  article(id: string): Promise<ArticleRecord | null>;
  extraction(articleId: string): Promise<Extraction | null>;
}

export function createReading(store: Store): Reading {
  const reading: Reading = {
    events: (filter, page) => store.events.list(filter, page),
    event: (id) => store.events.get(id),
    claims: (ids) => store.claims.get(ids),
    persons: (filter, page) => store.persons.list(filter, page),
    person: (id) => store.persons.get(id),
    articles: (filter, page) => store.articles.list(filter, page),
    article: (id) => store.articles.get(id),
    extraction: (articleId) => store.extractions.latest(articleId),

    async eventCase(id) {
      const event = await reading.event(id);
      if (event === null) return null;
      const claims = await reading.claims(event.claimIds);
      const ids = [...new Set(claims.map(({ articleId }) => articleId))];
      const articles = await Promise.all(ids.map((articleId) => reading.article(articleId)));
      const extractions = await Promise.all(ids.map((articleId) => reading.extraction(articleId)));
      return {
        event,
        claims,
        articles: byKey(articles, ({ id: key }) => key),
        extractions: byKey(extractions, ({ articleId }) => articleId),
      };
    },
  };
  return reading;
}

function byKey<T>(items: readonly (T | null)[], key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.flatMap((item) => (item === null ? [] : [[key(item), item] as const])));
}
