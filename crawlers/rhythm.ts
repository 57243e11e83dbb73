import type { Rhythm } from "../model/endpoint-state.ts";

/** An item that a poll listed. */
export interface SeenItem {
  /** ISO date or time; null when the endpoint gives none. */
  published: string | null;
  isRelease: boolean;
}

/** What one readable poll showed. */
export interface Observation {
  /** Epoch milliseconds. */
  now: number;
  /** Items on the list, known ones as well. */
  items: number;
  /** Those that were not known before. */
  fresh: readonly SeenItem[];
}

/** Polls that an average looks back on: long enough for a weekend, short enough to follow a change within days. */
const memory = 30;
const gapsKept = 60;
/** Two items in one minute are one publication, as far as polling goes. */
const minGapSeconds = 60;

/**
 * What is known about an endpoint's rhythm after one more poll. Pure. Gaps are taken between the items' publications, so
 * that the first poll of a feed already tells how busy it is; items without a clock time count as published when found.
 */
export function learnRhythm(rhythm: Rhythm, { now, items, fresh }: Observation): Rhythm {
  const polls = Math.min(rhythm.polls + 1, memory);
  const blend = (old: number, seen: number) => old + (seen - old) / polls;
  const times = fresh
    .filter(({ published }) => rhythm.polls > 0 || hasClock(published))
    .map(({ published }) => (hasClock(published) ? Math.min(Date.parse(published), now) : now))
    .filter((time) => !Number.isNaN(time))
    .toSorted((a, b) => a - b);
  const newest = rhythm.newestAt === null ? null : Date.parse(rhythm.newestAt);
  const gaps = [...rhythm.gapsSeconds];
  let last = newest;
  for (const time of times) {
    const gap = last === null ? 0 : (time - last) / 1_000;
    if (gap >= minGapSeconds) gaps.push(Math.round(gap));
    last = Math.max(last ?? time, time);
  }
  const releases = fresh.filter(({ isRelease }) => isRelease).length;
  return {
    polls,
    newShare: blend(rhythm.newShare, fresh.length > 0 ? 1 : 0),
    releaseShare:
      fresh.length === 0 ? rhythm.releaseShare : blend(rhythm.releaseShare, releases / fresh.length),
    gapsSeconds: gaps.slice(-gapsKept),
    newestAt: last === null ? null : new Date(last).toISOString(),
    yield: blend(rhythm.yield, items),
  };
}

/** A bare day says too little about the time between two items. */
const hasClock = (published: string | null): published is string =>
  published !== null && published.length > 10;

/** The value below which a share of the values lies; null for none. Between two values the line is taken. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

export interface IntervalOptions {
  /** What the source's file or the settings ask for, in seconds. */
  baseSeconds: number;
  /** Longest wait that the publisher asks for (`ttl`, `sy:updatePeriod`, `max-age`), in seconds; 0 for none. */
  adviceSeconds: number;
}

/** With fewer gaps the configured interval is the better guess. */
const minGaps = 5;
/** How far learning may move an interval away from the configured one. */
const shortest = 1 / 3;
const longest = 4;
const maxIntervalSeconds = 24 * 3_600;
const minIntervalSeconds = 60;
const releaseLikelyShare = 0.03;

/**
 * How long to wait until the next poll, without jitter. Pure. Half of the usual gap between two items finds most items
 * well before the next one; polls that mostly find nothing are made rarer, those that always find something more often.
 * Endpoints that have told of releases keep at least to the configured interval, however quiet they are.
 */
export function intervalSeconds(rhythm: Rhythm, { baseSeconds, adviceSeconds }: IntervalOptions): number {
  let seconds = baseSeconds;
  if (rhythm.gapsSeconds.length >= minGaps) {
    seconds = (quantile(rhythm.gapsSeconds, 0.5) ?? baseSeconds * 2) / 2;
    if (rhythm.polls >= memory / 3) seconds *= rhythm.newShare > 0.7 ? 0.7 : rhythm.newShare < 0.1 ? 1.5 : 1;
    seconds = Math.min(Math.max(seconds, baseSeconds * shortest), baseSeconds * longest);
    if (rhythm.releaseShare >= releaseLikelyShare) seconds = Math.min(seconds / 2, baseSeconds);
  }
  // Who wants to be left alone for longer is, up to double the configured interval: news must not wait for advice.
  const advised = Math.max(seconds, Math.min(adviceSeconds, baseSeconds * 2));
  return Math.min(Math.max(advised, Math.min(baseSeconds, minIntervalSeconds)), maxIntervalSeconds);
}
