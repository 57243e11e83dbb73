import type { EventType } from "../model/extraction.ts";
import type { LedgerEvent } from "../model/ledger.ts";
import { dayRange } from "./date-range.ts";

const personStatuses = [
  "at_liberty",
  "detained",
  "convicted",
  "in_hospital",
  "released",
  "exiled",
  "died",
  "unknown",
] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** Something that does not fit with the status, for people to judge. */
interface Contradiction {
  reason: string;
  eventIds: string[];
}

export interface StatusReport {
  status: PersonStatus;
  /** Date of the event that brought the status about, as precise as it is known. */
  since: string | null;
  /** The events that carry the status, the latest first. */
  eventIds: string[];
  contradictions: Contradiction[];
}

const held: ReadonlySet<PersonStatus> = new Set<PersonStatus>(["detained", "convicted", "in_hospital"]);
export const isHeld = (status: PersonStatus): boolean => held.has(status);

/**
 * What an event makes of a status; null when it says nothing about it. A pardon alone opens no door, and who was charged
 * while nobody told of an arrest is at liberty as far as anybody knows.
 */
function after(type: EventType, before: PersonStatus): PersonStatus | null {
  switch (type) {
    case "arrest":
      return "detained";
    case "sentence":
      // Sentences in absence do not bring anybody back.
      return before === "exiled" ? null : "convicted";
    case "sentence_extension":
      return "convicted";
    case "transfer":
    case "hunger_strike":
      return before === "convicted" ? null : "detained";
    case "hospitalisation":
      return held.has(before) ? "in_hospital" : null;
    case "charge":
    case "trial":
      return before === "unknown" ? "at_liberty" : null;
    case "release":
    case "exchange":
      return "released";
    case "deportation":
      return "exiled";
    case "death_in_custody":
    case "execution":
      return "died";
    case "disappearance":
      return "unknown";
    default:
      return null;
  }
}

/** Of two events of one day: who is freed and arrested again is held, who dies is dead. */
const order: readonly EventType[] = [
  "charge",
  "trial",
  "sentence",
  "pardon",
  "release",
  "exchange",
  "deportation",
  "arrest",
];
const rank = (type: EventType) =>
  type.startsWith("death") || type === "execution" ? 99 : order.indexOf(type);

interface Dated {
  event: LedgerEvent;
  /** Days since 1970 that it may have happened on. */
  first: number;
  last: number;
}

function datedOf(event: LedgerEvent): Dated | null {
  const date = event.date ?? event.firstPublished;
  return date === null ? null : { event, ...dayRange(date) };
}

/**
 * The status of a person on a day, computed from what stands: events that are denied, retracted or only planned do not
 * count, disputed ones change nothing and are shown as contradictions.
 *
 * @param events of the person, in any order
 * @param asOf partial date, its last day counts; null for everything that is known
 */
export function statusOf(
  personId: string,
  events: readonly LedgerEvent[],
  asOf: string | null = null,
): StatusReport {
  const end = asOf === null ? Infinity : dayRange(asOf).last;
  const own = events
    .filter(
      ({ subjects, assertion }) => assertion === "asserted" && subjects.some(({ id }) => id === personId),
    )
    .filter(({ standing }) => standing !== "denied" && standing !== "retracted")
    .flatMap((event) => datedOf(event) ?? [])
    .filter(({ first }) => first <= end)
    .toSorted(
      (a, b) =>
        Math.min(a.last, end) - Math.min(b.last, end) ||
        rank(a.event.type) - rank(b.event.type) ||
        (a.event.id < b.event.id ? -1 : 1),
    );
  let status: PersonStatus = "unknown";
  let since: Dated | null = null;
  let carrying: Dated[] = [];
  const contradictions: Contradiction[] = [];
  for (const dated of own) {
    const { event } = dated;
    const next = after(event.type, status);
    if (next === null) continue;
    if (event.standing === "disputed") {
      if (next !== status) contradictions.push({ reason: `${event.type} is disputed`, eventIds: [event.id] });
      continue;
    }
    if (status === "died") {
      contradictions.push({
        reason: `${event.type} is told after the death`,
        eventIds: [event.id, ...carrying.map((one) => one.event.id)],
      });
      continue;
    }
    if (
      since !== null &&
      next !== status &&
      dated.first <= since.first &&
      dated.last >= since.last &&
      dated.last > dated.first
    )
      contradictions.push({
        reason: `${event.type} may have been before ${since.event.type}: its day is not known`,
        eventIds: [event.id, since.event.id],
      });
    if (next === status) carrying = [dated, ...carrying];
    else {
      // A conviction rests on the arrest too, as long as nobody was freed between.
      carrying = held.has(next) && held.has(status) ? [dated, ...carrying] : [dated];
      since = dated;
    }
    status = next;
  }
  return {
    status,
    since: since === null ? null : (since.event.date ?? since.event.firstPublished?.slice(0, 10) ?? null),
    eventIds: carrying.map(({ event }) => event.id),
    contradictions,
  };
}
