import type { EndpointState } from "../../model/endpoint-state.ts";
import { quantile } from "../rhythm.ts";
import type { Verdict } from "./lamp.ts";

/** Failures in a row from which an endpoint counts as lost and not as unlucky. */
const failuresOfTheLost = 3;

const isLost = ({ consecutiveFailures, retiredAt }: EndpointState) =>
  retiredAt !== null || consecutiveFailures >= failuresOfTheLost;

/** A poll that is due for this long says something about us, not about the source. */
const overdueMs = 3 * 3_600_000;

/** True when none of a source's endpoints was polled although they have long been due. */
export function isOverdue(states: readonly EndpointState[], now: number): boolean {
  const alive = states.filter(({ retiredAt }) => retiredAt === null);
  return alive.length > 0 && alive.every(({ dueAt }) => Date.parse(dueAt) < now - overdueMs);
}

/** Red when no endpoint answers any more, or is asked any more; yellow when some do not answer. */
export function judgeTransport(states: readonly EndpointState[], now: number): Verdict | null {
  const polled = states.filter(({ polledAt }) => polledAt !== null);
  if (polled.length === 0) return null;
  if (isOverdue(polled, now))
    return {
      colour: "red",
      reason: "its endpoints are not polled although they are due; see whether workers run",
    };
  const lost = polled.filter(isLost);
  const [first] = lost;
  if (first === undefined) {
    return polled.some(({ consecutiveFailures }) => consecutiveFailures === 0)
      ? { colour: "green", reason: "" }
      : null;
  }
  const why = first.lastError ?? `${first.url} is retired`;
  return lost.length === polled.length
    ? { colour: "red", reason: `no endpoint answers: ${why}` }
    : { colour: "yellow", reason: `${lost.length} of ${polled.length} endpoints do not answer: ${why}` };
}

const minGaps = 10;
/** A longest gap of a sample is not the longest ever; the next rung is for what cannot be chance any more. */
const staleFactor = 1.5;
const deadFactor = 4;
/** Nobody has to be woken for less. */
const minStaleSeconds = 12 * 3_600;

/** How long an endpoint may be silent before it is odd: the 99th percentile of its gaps, with some air. Null: unknown. */
export function staleAfterSeconds({ rhythm: { gapsSeconds } }: EndpointState): number | null {
  const usual = gapsSeconds.length < minGaps ? null : quantile(gapsSeconds, 0.99);
  return usual === null ? null : Math.max(usual * staleFactor, minStaleSeconds);
}

const minPolls = 5;
const collapsed = 0.3;

/**
 * "200, but silent": red when every endpoint that answers has been silent for far longer than it ever was, or lists
 * nothing; yellow when one has, or lists far less than usual. Endpoints that cannot be reached are the other lamp's.
 */
export function judgeDiscovery(states: readonly EndpointState[], now: number): Verdict | null {
  const readable = states.filter((state) => state.readAt !== null && !isLost(state));
  if (readable.length === 0) return null;
  const verdicts = readable.map((state) => judgeEndpoint(state, now));
  const bad = verdicts.filter(({ colour }) => colour !== "green");
  const [first] = bad;
  if (first === undefined) return { colour: "green", reason: "" };
  const allRed = verdicts.every(({ colour }) => colour === "red");
  return { colour: allRed ? "red" : "yellow", reason: first.reason };
}

function judgeEndpoint(state: EndpointState, now: number): Verdict {
  const { url, rhythm, lastItems } = state;
  if (rhythm.polls >= minPolls && lastItems === 0 && rhythm.yield >= 1)
    return { colour: "red", reason: `${url} lists nothing any more` };
  const limit = staleAfterSeconds(state);
  if (limit !== null && rhythm.newestAt !== null) {
    const silentSeconds = (now - Date.parse(rhythm.newestAt)) / 1_000;
    const reason = `${url} answers but has told nothing new for ${days(silentSeconds)}; usual are at most ${days(limit / staleFactor)}`;
    if (silentSeconds > (limit * deadFactor) / staleFactor) return { colour: "red", reason };
    if (silentSeconds > limit) return { colour: "yellow", reason };
  }
  if (rhythm.polls >= minPolls && lastItems < collapsed * rhythm.yield)
    return {
      colour: "yellow",
      reason: `${url} lists ${lastItems} items; usual are ${Math.round(rhythm.yield)}`,
    };
  return { colour: "green", reason: "" };
}

function days(seconds: number): string {
  const hours = seconds / 3_600;
  return hours < 48 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
}
