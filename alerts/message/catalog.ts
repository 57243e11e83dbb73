import type { AlertLanguage } from "../../model/alert.ts";
import type { ClockKind } from "../../model/standing-change.ts";
import type { Assertion, ConditionCategory, EventType } from "../../model/extraction.ts";
import type { Standing } from "../../model/ledger.ts";
import { belarusian } from "./languages/be.ts";
import { english } from "./languages/en.ts";
import { russian } from "./languages/ru.ts";
import { spanish } from "./languages/es.ts";

/** Forms of a word behind a number, by the plural categories of `Intl.PluralRules`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Everything that a message says in one language. `{…}` stands for what is put in. */
export interface Catalog {
  /** Of an event that is told as a fact: stands before the names, with a colon. */
  happened: Record<EventType, string>;
  /** Of an event that is only planned, denied, …: followed by the word of its assertion. */
  subject: Record<EventType, string>;
  assertion: Record<Exclude<Assertion, "asserted">, string>;
  standing: Record<Standing, string>;
  /** "confirmed by 4 sources": the standing and `sources`. */
  by: string;
  sources: Plural;
  /** `{before}` is what was told last. */
  was: string;
  /** Nobody tells the event any longer. */
  gone: string;
  persons: Plural;
  /** `{names}`, `{count}`. */
  andMore: string;
  unnamed: string;
  uncertain: string;
  oneSource: string;
  noDate: string;
  disputed: string;
  reportedBy: string;
  changed: string;
  fields: Record<"date" | "place" | "term" | "charge" | "people" | "assertion" | "standing", string>;
  /** Of the isolation clock: stands before the names, with a colon. */
  clock: Record<ClockKind, string>;
  /** `{days}`: so many `days`; `{date}` since when. */
  lasting: string;
  days: Plural;
  /** A condition is reported: stands before the names, with a colon. */
  reported: string;
  condition: Record<ConditionCategory, string>;
  /** What else belongs to the same deal follows, with a colon. */
  deal: string;
  evidence: string;
  open: string;
  rule: string;
  digest: string;
  changesCount: Plural;
  term: string;
  charge: string;
  agents: string;
}

const catalogs: Record<AlertLanguage, Catalog> = {
  en: english,
  ru: russian,
  be: belarusian,
  es: spanish,
};

export const catalogOf = (language: AlertLanguage): Catalog => catalogs[language];

/** Puts values into the places of a phrase. */
export function fill(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** "4 sources", in the form that the language wants behind the number. */
export function counted(language: AlertLanguage, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return `${count} ${form}`;
}

/** A partial date as the language writes it: "13 Dec 2025", "December 2025", "2025". */
export function written(language: AlertLanguage, date: string): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const at = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  const form: Intl.DateTimeFormatOptions =
    day === undefined
      ? { month: "long", year: "numeric" }
      : { day: "numeric", month: "short", year: "numeric" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...form, timeZone: "UTC" }).format(
    at,
  );
}

/** A country's name in the language; its two letters when there is none. */
export function countryName(language: AlertLanguage, country: string): string {
  return new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(country) ?? country;
}
