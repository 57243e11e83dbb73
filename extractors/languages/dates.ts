export type DateUnit = "day" | "week" | "month" | "year";

/** What an expression says, before it is reckoned against the day of publication or an earlier date of the text. */
export type DateHint =
  | { kind: "day"; day: number; month: number | null; year: number | null }
  | { kind: "month"; month: number; year: number | null; which: "last" | "next" | "context" | null }
  | { kind: "year"; year: number }
  | { kind: "weekday"; weekday: number; which: "last" | "next" | null }
  /** So many units before (negative) or after the anchor. */
  | { kind: "offset"; amount: number; unit: DateUnit; anchor: "published" | "context" }
  /** The unit itself: this year (0), last month (−1), that day (0, context). */
  | { kind: "unit"; unit: DateUnit; which: number; anchor: "published" | "context" };

export interface FoundHint {
  hint: DateHint;
  /** Range in the text that was searched. */
  start: number;
  end: number;
  /** Word before the expression ("since", "until"), lower case. */
  before: string;
}

export interface DateLexicon {
  /** Finds the date expressions of a lower-case text, in order and without overlap. */
  find(text: string): FoundHint[];
  /** Prepositions after which a date is an end or a limit, not when something happened. */
  limits: ReadonlySet<string>;
  /** Verbs that in the past say that what their infinitive tells was done ("was allowed to see her"). */
  implicatives: ReadonlySet<string>;
}
