import type { ConditionReport } from "../../model/condition-report.ts";
import type { ConditionCategory } from "../../model/extraction.ts";
import type { LedgerEvent, Party } from "../../model/ledger.ts";
import { dayRange } from "../date-range.ts";
import { daysTold, sinceTold } from "./told-times.ts";

/** What is held back from somebody, or who has not come. */
export const contactKinds = ["letter", "call", "visit", "lawyer"] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Days in a row in isolation, as far as reports tell. */
export interface IsolationSpell {
  /** ISO day of the first and of the last day that is known of. */
  from: string;
  to: string;
  days: number;
  /** The reports that tell it, the earliest first. */
  reportIds: string[];
}

/** The last time of which something is known. */
export interface Last {
  /** Partial date. */
  date: string;
  /** Days from then to the day of the clock. */
  days: number;
  /** The event or the condition report that tells it. */
  by: { eventId: string } | { reportId: string };
}

export interface IsolationClock {
  /** ISO day that the clock is read on. */
  asOf: string;
  spells: IsolationSpell[];
  /** The spell that had not ended a fortnight before `asOf`; nobody told of an end. */
  current: IsolationSpell | null;
  /** Days in isolation in the calendar year of `asOf`; at least so many, reports are never complete. */
  daysThisYear: number;
  /** Null: nothing is known of any. */
  contacts: Record<ContactKind, Last | null>;
  /** The last day of which anything of the person was told but that there is no news. */
  news: Last | null;
}

const isolating: ReadonlySet<ConditionCategory> = new Set<ConditionCategory>([
  "solitary_confinement",
  "strict_regime",
]);
const withheld: Partial<Record<ConditionCategory, readonly ContactKind[]>> = {
  denied_visits: ["visit"],
  denied_lawyer: ["lawyer"],
  denied_correspondence: ["letter"],
  incommunicado: contactKinds,
};
/** One order of a punishment cell lasts at most this long in the law of Belarus and Russia; the next often follows at once. */
const longestOrderDays = 15;
const ended: ReadonlySet<string> = new Set([
  "release",
  "exchange",
  "deportation",
  "death_in_custody",
  "execution",
]);
const standingStill: ReadonlySet<string> = new Set(["denied", "retracted"]);

const dayMs = 86_400_000;
const isoDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

interface Stay {
  first: number;
  last: number;
  reportId: string;
}

/**
 * How long somebody has been alone, and since when nobody has heard of them, from what articles report. Pure. Figures are
 * lower bounds: a stay of which nobody tells the length counts as the day of its report, reports at most a fortnight
 * apart as one spell. Nothing counts after the person was freed or died.
 *
 * @param about the person's condition reports and standing events, in any order
 * @param asOf ISO day on which the clock is read; what was published or happened later is not known on it
 */
export function isolationClock(
  about: { reports: readonly ConditionReport[]; events: readonly LedgerEvent[] },
  asOf: string,
): IsolationClock {
  const today = dayRange(asOf).last;
  const known = (at: string | null): at is string => at !== null && dayRange(at).first <= today;
  const reports = about.reports
    .filter(({ assertion, published }) => assertion === "asserted" && known(published))
    .toSorted((a, b) => compare(a.published ?? "", b.published ?? "") || compare(a.id, b.id));
  const events = about.events.filter(
    (event) =>
      event.assertion === "asserted" &&
      !standingStill.has(event.standing) &&
      known(event.date ?? event.firstPublished),
  );
  const ends = events.flatMap((event) => (ended.has(event.type) ? [dayOf(event)] : []));
  const stays = reports
    .filter(({ category }) => isolating.has(category))
    .map((report) => stayOf(report, ends, today));
  const spells = spellsOf(stays);
  const last = spells.at(-1);
  const yearBegins = dayRange(asOf.slice(0, 4)).first;
  const lastEnd = Math.max(-Infinity, ...ends);
  const isCurrent =
    last !== undefined &&
    dayRange(last.to).last >= today - longestOrderDays &&
    lastEnd < dayRange(last.to).last;
  return {
    asOf: isoDay(today),
    spells,
    current: isCurrent ? last : null,
    daysThisYear: spells.reduce(
      (sum, { from, to }) =>
        sum + Math.max(0, dayRange(to).last - Math.max(dayRange(from).first, yearBegins) + 1),
      0,
    ),
    contacts: contactsOf(reports, events, today),
    news: newsOf(reports, events, today),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const dayOf = ({ date, firstPublished }: LedgerEvent) => dayRange(date ?? firstPublished ?? "1970").last;
/** What lasts until the report, as against what begins with it. */
const tellsOfPast =
  /\b(?:spent|spending|held|kept|been|served|after)\b|прове|провё|провод|находи|праве|правё|знаход|pas[óo]|lleva/iu;

function stayOf(report: ConditionReport, ends: readonly number[], today: number): Stay {
  const published = dayRange(report.published ?? "1970").first;
  const since = sinceTold(report.quote, report.lang, report.published ?? "1970");
  const days = daysTold(report.quote);
  let [first, last] = [published, published];
  if (since !== null) first = Math.min(dayRange(since).last, published);
  else if (days !== null && tellsOfPast.test(report.quote)) first = published - days + 1;
  else if (days !== null) last = Math.min(published + days - 1, today);
  // Who was freed meanwhile did not stay; who was freed before the report was held until then.
  const freed = ends.filter((end) => end >= first).toSorted((a, b) => a - b)[0];
  if (freed !== undefined) last = Math.min(last, freed);
  return { first, last: Math.max(first, last), reportId: report.id };
}

function spellsOf(stays: readonly Stay[]): IsolationSpell[] {
  const spells: { first: number; last: number; reportIds: string[] }[] = [];
  for (const { first, last, reportId } of stays.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const open = spells.at(-1);
    if (open !== undefined && first <= open.last + longestOrderDays) {
      open.last = Math.max(open.last, last);
      open.reportIds.push(reportId);
    } else spells.push({ first, last, reportIds: [reportId] });
  }
  return spells.map(({ first, last, reportIds }) => ({
    from: isoDay(first),
    to: isoDay(last),
    days: last - first + 1,
    reportIds,
  }));
}

const isLawyer = ({ kind }: Party) => kind === "lawyer";

function contactsOf(
  reports: readonly ConditionReport[],
  events: readonly LedgerEvent[],
  today: number,
): IsolationClock["contacts"] {
  const found: IsolationClock["contacts"] = { letter: null, call: null, visit: null, lawyer: null };
  const note = (kind: ContactKind, one: Last) => {
    found[kind] = later(found[kind], one);
  };
  for (const event of events) {
    const date = event.date ?? event.firstPublished?.slice(0, 10);
    if (event.type !== "visit" || date === undefined) continue;
    const one: Last = { date, days: today - dayRange(date).last, by: { eventId: event.id } };
    if (event.agents.some(isLawyer)) note("lawyer", one);
    if (!event.agents.some(isLawyer) || event.agents.length > 1) note("visit", one);
  }
  for (const report of reports) {
    const date = lastBefore(report);
    if (date === null) continue;
    const one: Last = { date, days: Math.max(0, today - dayRange(date).last), by: { reportId: report.id } };
    const kinds = withheld[report.category] ?? [];
    const isCall = report.category === "denied_correspondence" && callWords.test(report.quote);
    for (const kind of isCall ? (["call"] as const) : kinds) note(kind, one);
  }
  return found;
}

const callWords =
  /\b(?:phone|phoned|call(?:s|ed)?|telephone)\b|звон|звань|тэлефон|телефон|llamad|tel[ée]fon/iu;

/** Until when there was what is withheld: where the report says since when, or for how long. */
function lastBefore({ quote, lang, published }: ConditionReport): string | null {
  if (published === null) return null;
  const since = sinceTold(quote, lang, published);
  if (since !== null) return since;
  const days = daysTold(quote);
  return days === null ? null : isoDay(dayRange(published).first - days);
}

const later = (a: Last | null, b: Last) => (a === null || b.days < a.days ? b : a);

function newsOf(
  reports: readonly ConditionReport[],
  events: readonly LedgerEvent[],
  today: number,
): Last | null {
  let news: Last | null = null;
  const voices: ReadonlySet<string> = new Set(["appeal", "statement", "negotiation", "disappearance"]);
  for (const event of events) {
    // What others say and ask is no sign of the person.
    const date = event.date ?? event.firstPublished?.slice(0, 10);
    if (date === undefined || voices.has(event.type)) continue;
    news = later(news, { date, days: Math.max(0, today - dayRange(date).last), by: { eventId: event.id } });
  }
  for (const { category, published, id } of reports) {
    if (published === null || withheld[category] !== undefined) continue;
    const date = published.slice(0, 10);
    news = later(news, { date, days: today - dayRange(date).first, by: { reportId: id } });
  }
  return news;
}
