import type { LedgerEvent } from "../model/ledger.ts";
import type { ToldDay } from "../storage/search.ts";
import type { Reading } from "./reading.ts";

export const overviewSpans = [30, 90, 365] as const;

/** What was told in a span of time, in pieces of it. */
export interface Overview {
  from: string;
  to: string;
  /** Last day on which something was told. */
  last: string | null;
  /** First days of the pieces, oldest first. */
  pieces: string[];
  events: number[];
  releases: number;
  released: number;
  types: Tally[];
  countries: Tally[];
  sources: Tally[];
}
export interface Tally {
  value: string;
  total: number;
  counts: number[];
}

const dayMs = 86_400_000;
const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Days to a piece: a month has thirty pieces, a quarter thirteen weeks, a year twelve or so. */
const pieceDays: Record<(typeof overviewSpans)[number], number> = { 30: 1, 90: 7, 365: 30 };

/** @param now epoch milliseconds; the span ends on that day */
export async function overviewOf(
  reading: Reading,
  days: (typeof overviewSpans)[number],
  now: number,
): Promise<Overview> {
  const perPiece = pieceDays[days];
  const count = Math.floor(days / perPiece) + (days % perPiece === 0 ? 0 : 1);
  const to = isoDay(now);
  const first = Date.parse(to) - (count * perPiece - 1) * dayMs;
  const pieces = Array.from({ length: count }, (_, at) => isoDay(first + at * perPiece * dayMs));
  const told = await reading.toldDays(isoDay(first), to);
  const pieceOf = ({ day }: ToldDay) => Math.floor((Date.parse(day) - first) / dayMs / perPiece);
  const events = pieces.map(() => 0);
  for (const day of told) events[pieceOf(day)] = (events[pieceOf(day)] ?? 0) + day.events;
  const tally = (countsOf: (day: ToldDay) => Record<string, number>): Tally[] => {
    const by = new Map<string, number[]>();
    for (const day of told)
      for (const [value, n] of Object.entries(countsOf(day))) {
        const counts = by.get(value) ?? pieces.map(() => 0);
        counts[pieceOf(day)] = (counts[pieceOf(day)] ?? 0) + n;
        by.set(value, counts);
      }
    return [...by]
      .map(([value, counts]) => ({ value, total: counts.reduce((all, one) => all + one, 0), counts }))
      .toSorted((a, b) => b.total - a.total || (a.value < b.value ? -1 : 1));
  };
  const sum = (of: (day: ToldDay) => number) => told.reduce((all, day) => all + of(day), 0);
  return {
    from: isoDay(first),
    to,
    last: told.at(-1)?.day ?? null,
    pieces,
    events,
    releases: sum(({ releases }) => releases),
    released: sum(({ released }) => released),
    types: tally(({ types }) => types),
    countries: tally(({ countries }) => countries),
    sources: tally(({ sources }) => sources),
  };
}

/** How long it took until somebody else told an event too, in hours. */
export interface CorroborationLag {
  /** Events that it was measured on: the latest that more than one independent origin tells. */
  events: number;
  medianHours: number | null;
  /** Nine of ten took no longer. */
  slowHours: number | null;
}

const measuredEvents = 60;

export async function corroborationLag(reading: Reading): Promise<CorroborationLag> {
  const { items } = await reading.search(
    { kind: "event", standing: "corroborated" },
    { limit: measuredEvents },
  );
  const events = items.flatMap((item) => (item.kind === "event" ? item.event : []));
  const claims = await reading.claims(events.flatMap(({ claimIds }) => claimIds));
  const published = new Map(claims.map(({ id, originId, published: at }) => [id, { originId, at }]));
  const hours = events.flatMap((event) => lagOf(event, published) ?? []).toSorted((a, b) => a - b);
  const at = (share: number) => hours[Math.min(hours.length - 1, Math.floor(hours.length * share))] ?? null;
  return { events: hours.length, medianHours: at(0.5), slowHours: at(0.9) };
}

function lagOf(
  { claimIds }: LedgerEvent,
  published: ReadonlyMap<string, { originId: string; at: string | null }>,
): number | null {
  const firsts = new Map<string, number>();
  for (const id of claimIds) {
    const { originId, at } = published.get(id) ?? { originId: "", at: null };
    const time = Date.parse(at ?? "");
    // A bare date says nothing about hours.
    if (at === null || at.length <= 10 || Number.isNaN(time)) continue;
    firsts.set(originId, Math.min(time, firsts.get(originId) ?? time));
  }
  const [first, second] = [...firsts.values()].toSorted((a, b) => a - b);
  return first === undefined || second === undefined ? null : (second - first) / 3_600_000;
}
