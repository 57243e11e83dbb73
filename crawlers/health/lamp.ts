import type { Lamp, LampColour } from "../../model/source-health.ts";

/** What one look at a source shows for one lamp; null when it shows nothing either way. */
export interface Verdict {
  colour: Exclude<LampColour, "unknown">;
  reason: string;
}

/** A lamp turns worse when it was seen so twice in a row, and better after three times: neither one bad poll nor one good. */
const timesToWorsen = 2;
const timesToImprove = 3;

const severity: Record<LampColour, number> = { unknown: -1, green: 0, yellow: 1, red: 2 };

export const unlit = (since: string): Lamp => ({ colour: "unknown", reason: "", since, pending: null });

/** The lamp after one more look. Pure. The first look ever is believed at once. */
export function turnLamp(lamp: Lamp, seen: Verdict | null, at: string): Lamp {
  if (seen === null) return lamp;
  if (seen.colour === lamp.colour) return { ...lamp, reason: seen.reason, pending: null };
  const times = lamp.pending?.colour === seen.colour ? lamp.pending.times + 1 : 1;
  const worse = severity[seen.colour] > severity[lamp.colour];
  const needed = lamp.colour === "unknown" ? 1 : worse ? timesToWorsen : timesToImprove;
  if (times < needed) return { ...lamp, pending: { colour: seen.colour, times } };
  return { colour: seen.colour, reason: seen.reason, since: at, pending: null };
}

/** The worst of several verdicts, with the reasons of all that are as bad; null for none. */
export function worst(verdicts: readonly Verdict[]): Verdict | null {
  const level = Math.max(...verdicts.map(({ colour }) => severity[colour]));
  const worstOnes = verdicts.filter(({ colour }) => severity[colour] === level);
  const [first] = worstOnes;
  if (first === undefined) return null;
  const reasons = [...new Set(worstOnes.map(({ reason }) => reason))].filter((reason) => reason !== "");
  return { colour: first.colour, reason: reasons.join("; ") };
}
