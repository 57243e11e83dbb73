import type { ClockKind } from "../../model/standing-change.ts";
import { contactKinds, type IsolationClock } from "./clock.ts";

/** Days after which a human and the subscribers are told. */
export interface ClockThresholds {
  /** In one spell of isolation. */
  isolationDays: number;
  /** Without any news of the person. */
  silenceDays: number;
  /** Without a letter, a call, a visit or a lawyer, each by itself. */
  contactDays: number;
}

/** Something that has lasted too long. */
export interface Crossing {
  what: ClockKind;
  /** Partial date since when. */
  since: string;
  days: number;
}

/** The thresholds that a clock has crossed. What nobody ever told of crosses none. */
export function crossingsOf(clock: IsolationClock, thresholds: ClockThresholds): Crossing[] {
  const { current, news, contacts } = clock;
  const found: Crossing[] = [];
  if (current !== null && current.days >= thresholds.isolationDays)
    found.push({ what: "isolation", since: current.from, days: current.days });
  if (news !== null && news.days >= thresholds.silenceDays)
    found.push({ what: "news", since: news.date, days: news.days });
  for (const kind of contactKinds) {
    const last = contacts[kind];
    if (last !== null && last.days >= thresholds.contactDays)
      found.push({ what: kind, since: last.date, days: last.days });
  }
  return found;
}
