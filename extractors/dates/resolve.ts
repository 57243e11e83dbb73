import type { DateHint } from "../languages/dates.ts";

/** What a date expression is reckoned against. */
export interface DateContext {
  /** Day of publication, `YYYY-MM-DD`, or null. */
  published: string | null;
  /** The last date that the text gave before, partial. */
  previous: string | null;
  /** The clause tells of the future. */
  future: boolean;
}

const dayMs = 86_400_000;
const pad = (value: number, width = 2): string => String(value).padStart(width, "0");
const ymd = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

function utc(date: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date);
  if (match === null) return null;
  const value = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return Number.isNaN(value.getTime()) ? null : value;
}

const format = (date: Date): string => date.toISOString().slice(0, 10);

function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? ymd(year, month, day) : null;
}

/**
 * Works out a partial date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) from an expression; null when the anchor that it needs is
 * missing. Never more precise than the expression: weeks give a month, and only if it is certain.
 */
export function resolveDate(hint: DateHint, context: DateContext): string | null {
  const published = context.published === null ? null : utc(context.published);
  switch (hint.kind) {
    case "year":
      return pad(hint.year, 4);
    case "day":
      return resolveDay(hint, context, published);
    case "month":
      return resolveMonth(hint, context, published);
    case "weekday": {
      if (published === null) return null;
      const back = (published.getUTCDay() - hint.weekday + 7) % 7;
      const ahead = (7 - back) % 7;
      const days =
        hint.which === "next" || context.future ? (ahead === 0 && hint.which === "next" ? 7 : ahead) : -back;
      return format(new Date(published.getTime() + days * dayMs));
    }
    default: {
      const anchor =
        hint.anchor === "published" ? (context.published?.slice(0, 10) ?? null) : context.previous;
      if (anchor === null) return null;
      return shift(
        anchor,
        hint.kind === "offset" ? hint.amount : hint.which,
        hint.unit,
        hint.kind === "offset",
      );
    }
  }
}

function resolveDay(
  hint: Extract<DateHint, { kind: "day" }>,
  context: DateContext,
  published: Date | null,
): string | null {
  if (hint.month !== null && hint.year !== null) return valid(hint.year, hint.month, hint.day);
  if (hint.month === null) {
    const anchor =
      context.previous !== null && context.previous.length >= 7 ? context.previous : context.published;
    if (anchor === null) return null;
    return valid(Number(anchor.slice(0, 4)), Number(anchor.slice(5, 7)), hint.day);
  }
  if (published === null) return null;
  const year = published.getUTCFullYear();
  // A day later than publication is meant as last year's, unless the clause looks ahead.
  const candidates = [year - 1, year, year + 1]
    .map((value) => valid(value, hint.month ?? 1, hint.day))
    .filter((value) => value !== null);
  const today = format(new Date(published.getTime() + dayMs));
  if (context.future) return candidates.find((value) => value >= format(published)) ?? null;
  return candidates.findLast((value) => value <= today) ?? null;
}

function resolveMonth(
  hint: Extract<DateHint, { kind: "month" }>,
  context: DateContext,
  published: Date | null,
): string | null {
  if (hint.year !== null) return `${pad(hint.year, 4)}-${pad(hint.month)}`;
  if (hint.which === "context" && context.previous !== null)
    return `${context.previous.slice(0, 4)}-${pad(hint.month)}`;
  if (published === null) return null;
  const year = published.getUTCFullYear();
  const current = published.getUTCMonth() + 1;
  if (context.future || hint.which === "next")
    return `${pad(hint.month >= current ? year : year + 1, 4)}-${pad(hint.month)}`;
  const past = hint.month < current || (hint.month === current && hint.which !== "last");
  return `${pad(past ? year : year - 1, 4)}-${pad(hint.month)}`;
}

/** Moves a partial date by units; the result is no more precise than the anchor or the unit. */
function shift(
  anchor: string,
  amount: number,
  unit: "day" | "week" | "month" | "year",
  isOffset: boolean,
): string | null {
  const year = Number(anchor.slice(0, 4));
  if (unit === "year") return pad(year + amount, 4);
  if (anchor.length < 7) return amount === 0 ? anchor : null;
  const month = Number(anchor.slice(5, 7));
  if (unit === "month") {
    const total = year * 12 + month - 1 + amount;
    return `${pad(Math.floor(total / 12), 4)}-${pad((total % 12) + 1)}`;
  }
  const date = utc(anchor);
  if (date === null) return amount === 0 ? anchor : null;
  if (unit === "day") return format(new Date(date.getTime() + amount * dayMs));
  const to = new Date(date.getTime() + amount * 7 * dayMs);
  if (isOffset) return format(to).slice(0, 7);
  // "last week": certain to the month only when the whole week lies in one.
  const monday = new Date(to.getTime() - ((to.getUTCDay() + 6) % 7) * dayMs);
  const sunday = new Date(monday.getTime() + 6 * dayMs);
  return format(monday).slice(0, 7) === format(sunday).slice(0, 7)
    ? format(monday).slice(0, 7)
    : format(monday).slice(0, 4);
}

/** True when one date is a more precise form of the other, or they are equal. */
export function datesAgree(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) === b.slice(0, length);
}
