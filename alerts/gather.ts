import type { AlertDeal, AlertLanguage, AlertRemark, Notice } from "../model/alert.ts";
import type { ConditionReport } from "../model/condition-report.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import type { Claim, LedgerEvent } from "../model/ledger.ts";
import type { Restriction } from "../model/restriction.ts";
import type { Cause, EventState, StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import type { AlertSetup } from "./setup.ts";
import { countriesOf, type Facts, type Told } from "./facts.ts";

/** What is known of sources: their names and how reliable they are. */
export type SourceIndex = ReadonlyMap<string, { name: string; tier: number }>;

/** What is looked up about one change, before any rule is asked. */
export interface Gathered {
  facts: Omit<Facts, "changes" | "before">;
  restrictions: readonly Restriction[];
  /** Ids of the event and of those that became part of it. */
  eventIds: readonly string[];
  /** The deal that it is part of; looked up at the first call. */
  deal: () => Promise<AlertDeal | null>;
}

/** What an event is at the end of its history, as far as alerts look at it. */
export async function gather(
  store: Store,
  change: StandingChange,
  { places, sources, dealOf }: Pick<AlertSetup, "places" | "sources" | "dealOf">,
): Promise<Gathered> {
  const event: LedgerEvent | null = change.after === null ? null : await store.events.get(change.eventId);
  const told = event === null ? [] : await toldOf(store, change.cause, event);
  const state = change.after ?? change.before;
  const telling = told.filter(({ assertion }) => assertion === change.after?.assertion);
  const restrictions = await restrictionsOf(store, change.eventId, state, told);
  let deal: Promise<AlertDeal | null> | undefined;
  const remark = remarkOf(change.cause);
  const published = told
    .flatMap((one) => one.published ?? [])
    .toSorted()
    .at(-1);
  return {
    facts: {
      eventId: change.eventId,
      after: change.after,
      told,
      remark,
      confidence: Math.max(0, ...telling.map(({ confidence }) => confidence.value)),
      countries: state === null ? [] : countriesOf(state, places),
      facilities: state?.place == null ? [] : places.facilitiesIn(state.place),
      tiers: new Map([...sources].map(([id, { tier }]) => [id, tier])),
      restricted: restrictions.some(({ fields }) => fields === null),
      published: published ?? null,
    },
    restrictions,
    eventIds: [change.eventId, ...(await store.events.predecessors(change.eventId))],
    // Who hears of a beating or of silence wants to hear of that.
    deal: () => (deal ??= remark === null ? dealOf(store, change.eventId) : Promise.resolve(null)),
  };
}

/** What proves a change: the report of a condition, else the claims of the event. */
async function toldOf(
  store: Store,
  cause: Cause,
  event: LedgerEvent,
): Promise<readonly (ConditionReport | Claim)[]> {
  if (cause.kind !== "condition") return store.claims.get(event.claimIds);
  const reports = await store.conditionReports.forArticle(cause.articleId);
  return reports.filter(({ id }) => id === cause.reportId);
}

function remarkOf(cause: Cause): AlertRemark | null {
  if (cause.kind === "condition") return { kind: "condition", category: cause.category };
  if (cause.kind !== "clock") return null;
  const { what, since, days } = cause;
  return { kind: "clock", what, since, days };
}

async function restrictionsOf(
  store: Store,
  eventId: string,
  state: EventState | null,
  told: readonly Told[],
): Promise<Restriction[]> {
  const targets = [
    `event ${eventId}`,
    ...(state?.subjects ?? []).map(({ id }) => `person ${id}`),
    ...new Set(told.map(({ articleId }) => `article ${articleId}`)),
  ];
  const found = await Promise.all(targets.map((id) => store.review.restrictions.get(id)));
  return found.filter((restriction) => restriction !== null);
}

/** A state without the fields that are kept back. */
export function withoutFields(
  state: EventState | null,
  restrictions: readonly Restriction[],
): EventState | null {
  if (state === null) return null;
  const hidden = new Set(restrictions.flatMap(({ fields }) => fields ?? []));
  return {
    ...state,
    place: hidden.has("place") ? null : state.place,
    term: hidden.has("term") ? null : state.term,
    charge: hidden.has("charge") ? null : state.charge,
    date: hidden.has("date") ? null : state.date,
    agents: hidden.has("agents") ? [] : state.agents,
    recipients: hidden.has("recipients") ? [] : state.recipients,
  };
}

const maxQuote = 400;

/** The words that prove it: of the best source that tells it as it stands, the newest on a tie. */
export async function evidenceOf(
  store: Store,
  told: readonly Told[],
  after: EventState | null,
  sources: SourceIndex,
): Promise<Notice["evidence"]> {
  const tier = ({ sourceId }: Told) => sources.get(sourceId)?.tier ?? 9;
  const [best] = told.toSorted(
    (a, b) =>
      Number(b.assertion === after?.assertion) - Number(a.assertion === after?.assertion) ||
      tier(a) - tier(b) ||
      (b.published ?? "").localeCompare(a.published ?? "") ||
      a.id.localeCompare(b.id),
  );
  if (best === undefined) return null;
  const record = await store.articles.get(best.articleId);
  if (record?.article == null) return null;
  const { sourceName, title, url } = record.article;
  const quote = best.quote.length > maxQuote ? `${best.quote.slice(0, maxQuote - 1)}…` : best.quote;
  return { quote, sourceName, title, url, published: best.published };
}

const cyrillic: ReadonlySet<AlertLanguage> = new Set(["ru", "be"]);

/** Finds names in the script of a language: those of the gazetteer first, then what articles wrote. */
export function createNamer({ people }: Pick<Gazetteers, "people">) {
  const known = new Map(people.map((person) => [person.id, person]));
  return async (
    store: Store,
    state: EventState | null,
    language: AlertLanguage,
  ): Promise<Record<string, string>> => {
    const names: Record<string, string> = {};
    for (const { id, name } of state?.subjects ?? []) {
      const aliases = known.get(id)?.aliases[language]?.[0];
      if (aliases !== undefined && cyrillic.has(language)) names[id] = aliases;
      else if (cyrillic.has(language)) {
        const forms = (await store.persons.get(id))?.names ?? [];
        names[id] = forms.find((form) => /\p{Script=Cyrillic}/u.test(form) && form.includes(" ")) ?? name;
      } else names[id] = name;
    }
    return names;
  };
}
