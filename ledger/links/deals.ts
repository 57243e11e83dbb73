import type { EventType } from "../../model/extraction.ts";
import type { Claim, LedgerEvent, Party } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import { dayRange, gapDays } from "../date-range.ts";
import type { KnownPeople } from "../persons/known-people.ts";
import type { Link } from "./link.ts";

/** What somebody gets out of a deal, what is given for it, and how it came about. */
type Part = "freeing" | "concession" | "talks";
const partOf: Partial<Record<EventType, Part>> = {
  release: "freeing",
  exchange: "freeing",
  pardon: "freeing",
  deportation: "freeing",
  sanction_relief: "concession",
  negotiation: "talks",
};
const typesOf = (part: Part) => (Object.keys(partOf) as EventType[]).filter((type) => partOf[type] === part);

/** How many days the second may lie before and after the first. */
const windows: Readonly<Record<`${Part} ${Part}`, readonly [before: number, after: number] | null>> = {
  "freeing concession": [21, 21],
  "freeing talks": [90, 7],
  "concession talks": [90, 14],
  "concession freeing": [21, 21],
  "talks freeing": [7, 90],
  "talks concession": [14, 90],
  "freeing freeing": null,
  "concession concession": null,
  "talks talks": null,
};
const parts: readonly Part[] = ["freeing", "concession", "talks"];
/** Of each type around an event, the nearest in time. */
const maxCandidates = 200;
const dayMs = 86_400_000;
const isoDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
const standing = ({ standing: is, assertion }: LedgerEvent) =>
  assertion === "asserted" && is !== "denied" && is !== "retracted";

/** Words that make one thing the price of another, in the languages that are read. */
const dealWords =
  /\b(?:in exchange for|in return for|as part of (?:an?|the) (?:deal|agreement|arrangement|swap|package)|under (?:an?|the) (?:deal|agreement)|quid pro quo|prisoner swap|brokered|after (?:\w+ ){0,3}talks with|deal (?:with|struck|reached|between))\b|в обмен на|взамен|в рамках (?:сделки|соглашения|договор[её]нност)|по итогам (?:переговоров|встречи)|у абмен на|узамен|у рамках (?:дамовы|дамоўленасц|пагаднення)|a cambio de|como parte de (?:un|el) (?:acuerdo|canje)/iu;
/** Letters between two statements of one paragraph or its neighbours. */
const nearLetters = 800;

/**
 * Releases, concessions and talks that belong together, because an article tells one as the price of the other, or
 * because the same people or states and the days say so. Each with its reasons; what is only likely says so itself.
 *
 * @param claims of the event
 */
export async function linksInDeal(
  store: Pick<Store, "events" | "claims" | "articles">,
  event: LedgerEvent,
  claims: readonly Claim[],
  known: KnownPeople,
): Promise<Link[]> {
  const part = partOf[event.type];
  const at = event.date ?? event.firstPublished;
  if (part === undefined || at === null || !standing(event)) return [];
  const range = dayRange(at);
  const links: Link[] = [];
  for (const other of parts) {
    const window = windows[`${part} ${other}`];
    if (window === null) continue;
    const [before, after] = window;
    for (const type of typesOf(other)) {
      const bounds = { from: isoDay(range.first - before), to: isoDay(range.last + after) };
      const { items } = await store.events.list({ type, ...bounds }, { limit: maxCandidates });
      for (const candidate of items.filter(standing)) {
        const reasons = await reasonsFor(store, event, claims, candidate, known);
        if (reasons.length > 0) links.push({ kind: "deal", event: candidate, reasons });
      }
    }
  }
  return links;
}

async function reasonsFor(
  store: Pick<Store, "claims" | "articles">,
  event: LedgerEvent,
  claims: readonly Claim[],
  candidate: LedgerEvent,
  known: KnownPeople,
): Promise<string[]> {
  if (candidate.sourceIds.some((id) => event.sourceIds.includes(id))) {
    const told = await toldAsOne(store, claims, await store.claims.get(candidate.claimIds));
    if (told !== null) return [told];
  }
  const when = daysApart(event, candidate);
  const people = sharedPeople(event, candidate);
  if (people.length > 0) return [`both name ${people.join(", ")}`, when];
  const states = sharedStates(event, candidate, known);
  if (states.length === 0) return [];
  return [`both concern ${states.join(" and ")}`, when, "no article tells them as one deal"];
}

/** The article that tells both as one deal, close to each other. */
async function toldAsOne(
  store: Pick<Store, "articles">,
  claims: readonly Claim[],
  others: readonly Claim[],
): Promise<string | null> {
  for (const claim of claims)
    for (const other of others) {
      if (claim.articleId !== other.articleId) continue;
      const start = Math.min(claim.evidence.start, other.evidence.start);
      const end = Math.max(claim.evidence.end, other.evidence.end);
      if (end - start > nearLetters) continue;
      const article = (await store.articles.get(claim.articleId))?.article;
      const words = dealWords.exec(article?.text.slice(start, end) ?? "")?.[0];
      if (words !== undefined) return `told as one by ${article?.sourceName ?? claim.sourceId}: “${words}”`;
    }
  return null;
}

function daysApart(a: LedgerEvent, b: LedgerEvent): string {
  const gap = gapDays(
    dayRange(a.date ?? a.firstPublished ?? "1970"),
    dayRange(b.date ?? b.firstPublished ?? "1970"),
  );
  return gap === 0 ? "at the same time" : gap === 1 ? "a day apart" : `${gap} days apart`;
}

/** People who are negotiated about and freed, or who act in both; not states and offices, which are in everything. */
function sharedPeople(a: LedgerEvent, b: LedgerEvent): string[] {
  const names = new Map(personsIn(a).map(({ id, name }) => [id, name]));
  return [...new Set(personsIn(b).flatMap(({ id }) => names.get(id) ?? []))];
}
const roles: ReadonlySet<string> = new Set(["detainee", "official", "lawyer", "relative", "advocate"]);
const isPerson = ({ kind }: Party) => kind !== undefined && roles.has(kind);
const personsIn = ({ subjects, agents, recipients }: LedgerEvent) =>
  [...subjects, ...agents, ...recipients].filter(isPerson);

/** States by id, with the names to call them by. */
type States = ReadonlyMap<string, string>;
const regions = new Intl.DisplayNames(["en"], { type: "region" });
const nameOf = (country: string) => (/^[A-Z]{2}$/.test(country) ? (regions.of(country) ?? country) : country);

/** The states of parties: they themselves, those whose bodies they are, those in which they hold an office. */
function countriesOf(parties: readonly Party[], known: KnownPeople): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, name, kind } of parties) {
    const country = known.countryOfActor(id);
    if (country !== null) found.set(country, nameOf(country));
    else if (kind === "state") found.set(id, name);
  }
  return found;
}

/** Who holds those who are freed. */
function holdersOf({ subjects, agents, place }: LedgerEvent, known: KnownPeople): States {
  const found = countriesOf(agents, known);
  const add = (country: string | null | undefined) => {
    if (country != null) found.set(country, nameOf(country));
  };
  for (const { id } of subjects) add(known.person(id)?.country);
  if (found.size === 0) add(known.countryOfPlace(place));
  return found;
}

/** The state with which a deal would be: who holds those freed, whom a concession is for, who talks. */
function statesOf(event: LedgerEvent, known: KnownPeople): States {
  if (partOf[event.type] === "freeing") return holdersOf(event, known);
  const parties =
    event.type === "sanction_relief" ? event.recipients : [...event.agents, ...event.recipients];
  return countriesOf(parties, known);
}

/** Names of the states that both are with. Of a concession and talks, who gives must have talked too. */
function sharedStates(a: LedgerEvent, b: LedgerEvent, known: KnownPeople): string[] {
  const [one, other] = [statesOf(a, known), statesOf(b, known)];
  const shared = [...one].flatMap(([id, name]) => (other.has(id) ? [name] : []));
  if ([a, b].some(({ type }) => partOf[type] === "freeing")) return shared;
  const [concession, talks] = a.type === "sanction_relief" ? [a, other] : [b, one];
  const givers = countriesOf(concession.agents, known);
  return [...givers.keys()].some((state) => talks.has(state)) ? shared : [];
}
