import { type PersonClock, readClock } from "../ledger/isolation/read-clock.ts";
import type { Link } from "../ledger/links/link.ts";
import { linksOf } from "../ledger/links/links-of.ts";
import { findPerson } from "../ledger/persons/decide-persons.ts";
import { type KnownPeople, nobodyKnown } from "../ledger/persons/known-people.ts";
import { type Relation, relationsOf } from "../ledger/relations.ts";
import type { ArticleRecord } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Claim, LedgerEvent, Person } from "../model/ledger.ts";
import type { Candidate } from "../model/candidate.ts";
import type { Decision } from "../model/decision.ts";
import type { ReviewTask } from "../model/review-task.ts";
import type { InboxItem } from "../model/inbox.ts";
import type { InboxFilter } from "../storage/inbox.ts";
import { countDay } from "../storage/search-entry.ts";
import type { SearchFacets, SearchQuery, ToldDay } from "../storage/search.ts";
import type {
  ArticleFilter,
  EventFilter,
  Page,
  PageRequest,
  PersonFilter,
  ReviewTaskFilter,
  Store,
} from "../storage/store.ts";
import { fieldKey, type Hidden } from "./access/hidden.ts";

/** An event with everything that its page shows. */
export interface EventCase {
  event: LedgerEvent;
  claims: Claim[];
  articles: ReadonlyMap<string, ArticleRecord>;
  extractions: ReadonlyMap<string, Extraction>;
}

/** The forms of a person's name that were joined, what is open about them, and what was decided. */
export interface Identity {
  candidates: Candidate[];
  /** Open questions about who they are. */
  tasks: ReviewTask[];
  /** Oldest first. */
  decisions: Decision[];
}

/**
 * The ledger as one viewer may see it. Everything that pages, the API, exports and live updates show goes through
 * here, so that what is restricted vanishes from all of them alike: what is hidden is not there.
 */
export interface Reading {
  events(filter: EventFilter, page: PageRequest): Promise<Page<LedgerEvent>>;
  event(id: string): Promise<LedgerEvent | null>;
  eventCase(id: string): Promise<EventCase | null>;
  claims(ids: readonly string[]): Promise<Claim[]>;
  claimsOfArticle(articleId: string): Promise<Claim[]>;
  persons(filter: PersonFilter, page: PageRequest): Promise<Page<Person>>;
  /** The person who has or had this id. */
  person(id: string): Promise<Person | null>;
  /** What happened to somebody, their status and the isolation clock on an ISO day. */
  personClock(id: string, asOf: string): Promise<PersonClock>;
  /** What others are to somebody, by what articles claim. */
  relations(id: string): Promise<Relation[]>;
  /** How it is known who somebody is. */
  identity(id: string): Promise<Identity>;
  tasks(filter: ReviewTaskFilter, page: PageRequest): Promise<Page<ReviewTask>>;
  task(id: string): Promise<ReviewTask | null>;
  decision(id: string): Promise<Decision | null>;
  /** Other events that belong to one, with the reasons. */
  links(event: LedgerEvent): Promise<Link[]>;
  articles(filter: ArticleFilter, page: PageRequest): Promise<Page<ArticleRecord>>;
  article(id: string): Promise<ArticleRecord | null>;
  extraction(articleId: string): Promise<Extraction | null>;
  /** A page as it was fetched last with these bytes. */
  capture(hash: string): Promise<{ body: Uint8Array; charset: string | null; fetchedAt: string } | null>;
  inbox(filter: InboxFilter, page: PageRequest): Promise<Page<InboxItem>>;
  inboxCount(filter: InboxFilter, most: number): Promise<number>;
  /** Persons, events or articles, whatever the query is for. */
  search(query: SearchQuery, page: PageRequest): Promise<Page<Found>>;
  searchCount(query: SearchQuery, most: number): Promise<number>;
  searchFacets(query: SearchQuery, most: number): Promise<SearchFacets[]>;
  /** What was first told on the days from one to another. */
  toldDays(from: string, to: string): Promise<ToldDay[]>;
  /** Whether what was once told of an event and these persons may be shown: nothing of it is hidden, no field either. */
  showsWhole(eventId: string, personIds: readonly string[]): Promise<boolean>;
  /** Whether something may be shown that was found by other ways than these. */
  shows(kind: "person" | "event" | "article", id: string): Promise<boolean>;
}

/** Something that a search found. */
export type Found =
  | { kind: "event"; event: LedgerEvent }
  | { kind: "person"; person: Person }
  | { kind: "article"; article: ArticleRecord };

const shownEvent = (event: LedgerEvent, { persons, events, articles, fields }: Hidden) => {
  const parties = [...event.subjects, ...event.agents, ...event.recipients];
  if (events.has(event.id) || parties.some(({ id }) => persons.has(id))) return null;
  const seen = articles.size + persons.size === 0 ? event : withoutParties(event, persons);
  return without(seen, fields.get(fieldKey("event", event.id)));
};
/** Whoever is restricted is not named as the one who confirms or denies either. */
function withoutParties(event: LedgerEvent, persons: ReadonlySet<string>): LedgerEvent {
  const origins = (ids: readonly string[]) => ids.filter((id) => !persons.has(id));
  const given = <T extends { originIds: string[] }>(values: readonly T[]) =>
    values.map((value) => ({ ...value, originIds: origins(value.originIds) }));
  return {
    ...event,
    originIds: origins(event.originIds),
    confirmedBy: event.confirmedBy.filter(({ id }) => !persons.has(id)),
    deniedBy: event.deniedBy.filter(({ id }) => !persons.has(id)),
    dates: given(event.dates),
    counts: given(event.counts),
  };
}
const shownClaims = (claims: readonly Claim[], { articles }: Hidden) =>
  claims.filter(({ articleId }) => !articles.has(articleId));
const shownPerson = (person: Person, { persons, articles }: Hidden) => {
  if (persons.has(person.id)) return null;
  if (articles.size === 0) return person;
  return { ...person, articleIds: person.articleIds.filter((id) => !articles.has(id)) };
};

const exceptBy = ({ events, persons }: Hidden) => ({ ids: [...events], personIds: [...persons] });

/**
 * A query that finds only what may be seen. An event of which fields are hidden is found by no words and by no country:
 * both may come from these fields.
 */
function onlySeen(query: SearchQuery, { persons, events, articles, fields }: Hidden): SearchQuery {
  if (query.kind !== "event")
    return { ...query, except: { ids: [...(query.kind === "article" ? articles : persons)], personIds: [] } };
  const tells = query.text !== undefined || query.country !== undefined;
  const partly = tells
    ? [...fields.keys()].flatMap((key) => (key.startsWith("event ") ? [key.slice("event ".length)] : []))
    : [];
  return { ...query, except: { ids: [...events, ...partly], personIds: [...persons] } };
}

/** Far more events than are ever restricted. */
const mostHidden = 10_000;

const less = (all: Record<string, number>, by: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(all)
      .map(([key, count]) => [key, count - (by[key] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );

/** A day's counts without the events that must not be seen; null when nothing is left. */
function withoutHidden(day: ToldDay, hidden: readonly SearchFacets[]): ToldDay | null {
  const secret = countDay(
    day.day,
    hidden.filter(({ told }) => told === day.day),
  );
  if (day.events <= secret.events) return null;
  return {
    day: day.day,
    events: day.events - secret.events,
    types: less(day.types, secret.types),
    countries: less(day.countries, secret.countries),
    sources: less(day.sources, secret.sources),
    releases: day.releases - secret.releases,
    released: day.released - secret.released,
  };
}

/** @param lookUpHidden what this viewer must not see; asked for at most once */
export function createReading(
  store: Store,
  lookUpHidden: () => Promise<Hidden>,
  known: KnownPeople = nobodyKnown,
): Reading {
  let asked: Promise<Hidden> | null = null;
  const hidden = () => (asked ??= lookUpHidden());

  const foundItems = async (kind: SearchQuery["kind"], ids: readonly string[]): Promise<Found[]> => {
    if (kind === "event") {
      const events = new Map((await store.events.withIds(ids)).map((event) => [event.id, event]));
      const now = await hidden();
      return ids.flatMap((id) => {
        const event = events.get(id);
        const shown = event === undefined ? null : shownEvent(event, now);
        return shown === null ? [] : { kind, event: shown };
      });
    }
    const found = await Promise.all(
      ids.map(async (id): Promise<Found | null> => {
        if (kind === "person") {
          const person = await reading.person(id);
          return person === null ? null : { kind, person };
        }
        const article = await reading.article(id);
        return article === null ? null : { kind, article };
      }),
    );
    return found.filter((item) => item !== null);
  };

  /** Whether all may be seen that a task or a decision is about. */
  const showsTarget = async (target: ReviewTask["target"] | Decision["target"]): Promise<boolean> => {
    const { persons, events } = await hidden();
    if (target.kind === "persons") return !target.ids.some((id) => persons.has(id));
    if (target.kind === "decision") return (await reading.decision(target.id)) !== null;
    if (events.has(target.id)) return false;
    if ("subjectIds" in target && target.subjectIds.some((id) => persons.has(id))) return false;
    const event = await store.events.get(target.id);
    return event === null || shownEvent(event, await hidden()) !== null;
  };

  const reading: Reading = {
    async events(filter, page) {
      const now = await hidden();
      const found = await store.events.list({ ...filter, except: exceptBy(now) }, page);
      return { ...found, items: found.items.flatMap((event) => shownEvent(event, now) ?? []) };
    },

    async event(id) {
      const event = await store.events.get(id);
      return event === null ? null : shownEvent(event, await hidden());
    },

    async claims(ids) {
      return shownClaims(await store.claims.get(ids), await hidden());
    },

    async claimsOfArticle(articleId) {
      return shownClaims(await store.claims.forArticle(articleId), await hidden());
    },

    async persons(filter, page) {
      const now = await hidden();
      const found = await store.persons.list({ ...filter, exceptIds: [...now.persons] }, page);
      return { ...found, items: found.items.flatMap((person) => shownPerson(person, now) ?? []) };
    },

    async person(id) {
      const person = await findPerson(store, id);
      return person === null ? null : shownPerson(person, await hidden());
    },

    async personClock(id, asOf) {
      const { articles } = await hidden();
      return readClock(
        {
          events: { list: (filter, page) => reading.events(filter, page) },
          conditionReports: {
            async list(filter, page) {
              const found = await store.conditionReports.list(filter, page);
              return { ...found, items: found.items.filter(({ articleId }) => !articles.has(articleId)) };
            },
          },
        },
        id,
        asOf,
      );
    },

    async relations(id) {
      const { articles, persons } = await hidden();
      return relationsOf(
        {
          relationClaims: {
            async list(filter, page) {
              const found = await store.relationClaims.list(filter, page);
              const items = found.items.filter(
                ({ articleId, person, of }) =>
                  !articles.has(articleId) && !persons.has(person.id) && !persons.has(of.id),
              );
              return { ...found, items };
            },
          },
        },
        id,
      );
    },

    async identity(id) {
      const candidates = await store.candidates.ofPersons([id]);
      const about = [id, ...candidates.map((candidate) => candidate.id)];
      const { items: tasks } = await reading.tasks({ kind: "identity", targetId: id }, { limit: 20 });
      const decisions = await store.decisions.about(about);
      const shown = await Promise.all(decisions.map((decision) => showsTarget(decision.target)));
      return {
        candidates,
        tasks: tasks.filter(({ status }) => status !== "closed"),
        decisions: decisions.filter(
          ({ kind, target }, index) => (target.kind === "persons" || kind === "undo") && shown[index],
        ),
      };
    },

    async tasks(filter, page) {
      const found = await store.reviewTasks.list(filter, page);
      const shown = await Promise.all(found.items.map(({ target }) => showsTarget(target)));
      return { ...found, items: found.items.filter((_, index) => shown[index]) };
    },

    async task(id) {
      const task = await store.reviewTasks.get(id);
      return task !== null && (await showsTarget(task.target)) ? task : null;
    },

    async decision(id) {
      const decision = await store.decisions.get(id);
      return decision !== null && (await showsTarget(decision.target)) ? decision : null;
    },

    async links(event) {
      const now = await hidden();
      const all = await store.events.get(event.id);
      if (all === null) return [];
      const found = await linksOf(store, all, known);
      return found.flatMap((link) => {
        const shown = shownEvent(link.event, now);
        return shown === null ? [] : [{ ...link, event: shown }];
      });
    },

    async articles(filter, page) {
      const exceptIds = [...(await hidden()).articles];
      return store.articles.list({ ...filter, exceptIds }, page);
    },

    async article(id) {
      return (await hidden()).articles.has(id) ? null : store.articles.get(id);
    },

    async extraction(articleId) {
      return (await hidden()).articles.has(articleId) ? null : store.extractions.latest(articleId);
    },

    async eventCase(id) {
      const event = await reading.event(id);
      if (event === null) return null;
      const all = await reading.claims(event.claimIds);
      const hiddenFields = (await hidden()).fields.get(fieldKey("event", event.id)) ?? [];
      const claims = hiddenFields.includes("evidence")
        ? []
        : all.map((claim) => without(claim, hiddenFields));
      const ids = [...new Set(claims.map(({ articleId }) => articleId))];
      const articles = await Promise.all(ids.map((articleId) => reading.article(articleId)));
      const extractions = await Promise.all(ids.map((articleId) => reading.extraction(articleId)));
      return {
        event: { ...event, claimIds: claims.map((claim) => claim.id) },
        claims,
        articles: byKey(articles, ({ id: key }) => key),
        extractions: byKey(extractions, ({ articleId }) => articleId),
      };
    },

    async capture(hash) {
      const [body, [note]] = [await store.captures.body(hash), await store.captures.notes(hash)];
      return body === null || note === undefined
        ? null
        : { body, charset: note.charset, fetchedAt: note.fetchedAt };
    },

    async inbox(filter, page) {
      return store.review.inbox.list({ ...filter, except: exceptBy(await hidden()) }, page);
    },

    async inboxCount(filter, most) {
      return store.review.inbox.count({ ...filter, except: exceptBy(await hidden()) }, most);
    },

    async search(query, page) {
      const found = await store.search.find(onlySeen(query, await hidden()), page);
      return { ...found, items: await foundItems(query.kind, found.items) };
    },

    async searchCount(query, most) {
      return store.search.count(onlySeen(query, await hidden()), most);
    },

    async searchFacets(query, most) {
      return store.search.facets(onlySeen(query, await hidden()), most);
    },

    async toldDays(from, to) {
      const days = await store.search.toldDays(from, to);
      const only = exceptBy(await hidden());
      if (only.ids.length + only.personIds.length === 0) return days;
      const secret = await store.search.facets({ kind: "event", only }, mostHidden);
      return days.flatMap((day) => withoutHidden(day, secret) ?? []);
    },

    async showsWhole(eventId, personIds) {
      const now = await hidden();
      const event = await store.events.get(eventId);
      const ids = event === null ? [eventId] : [eventId, event.id];
      return (
        !ids.some((id) => now.events.has(id) || now.fields.has(fieldKey("event", id))) &&
        !personIds.some((id) => now.persons.has(id)) &&
        (event === null || shownEvent(event, now) !== null)
      );
    },

    async shows(kind, id) {
      if (kind === "event") return (await reading.event(id)) !== null;
      return !(await hidden())[`${kind}s`].has(id);
    },
  };
  return reading;
}

type Slots = Pick<LedgerEvent, "agents" | "recipients" | "date" | "place" | "term" | "charge">;
const emptySlots: Slots = { agents: [], recipients: [], date: null, place: null, term: null, charge: null };

/** Fields of an event that can be hidden by themselves; `evidence` hides its claims. */
export const hideableFields = [...(Object.keys(emptySlots) as (keyof Slots)[]), "evidence"] as const;

function without<T extends Slots>(record: T, fields: readonly string[] | undefined): T {
  if (fields === undefined || fields.length === 0) return record;
  const empty = Object.entries(emptySlots).filter(([name]) => fields.includes(name));
  return { ...record, ...Object.fromEntries(empty) };
}

function byKey<T>(items: readonly (T | null)[], key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.flatMap((item) => (item === null ? [] : [[key(item), item] as const])));
}
