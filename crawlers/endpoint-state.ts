import { type EndpointState, newEndpointState } from "../model/endpoint-state.ts";
import { Gone, type HabeasError, RateLimited } from "../model/errors.ts";
import { type IntervalOptions, intervalSeconds, learnRhythm, type SeenItem } from "./rhythm.ts";

/** What every transition needs: the state before, the clock, chance. */
export interface Before {
  url: string;
  sourceId: string;
  /** null at the first poll. */
  state: EndpointState | null;
  /** Epoch milliseconds. */
  now: number;
  /** 0…1. */
  random: () => number;
  /** What the source's file or the settings ask for. */
  baseSeconds: number;
}

/** How a poll that could be read ended. */
export interface Success {
  /** Items on the list; null when nothing had changed. */
  items: number | null;
  /** Those that were not known. */
  fresh: readonly SeenItem[];
  adviceSeconds: IntervalOptions["adviceSeconds"];
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  /** Where it answered, when it had moved there for good. */
  movedTo: string | null;
  /** Null when nothing was learned about the validators. */
  validatorsLied: boolean | null;
  /** Null: nothing new was read, what was known stays. */
  notes: readonly string[] | null;
}

/** Spread of due times, so that endpoints do not move in step. */
const jitter = 0.1;
/** A failing endpoint is asked less and less often, but daily at least, so that its return is noticed. */
const maxBackoffSeconds = 24 * 3_600;
const keptNotes = 10;

export function afterSuccess(before: Before, success: Success): EndpointState {
  const { now, baseSeconds } = before;
  const state = before.state ?? blank(before);
  const { fresh, adviceSeconds, validatorsLied, notes } = success;
  const items = success.items ?? state.lastItems;
  const rhythm = learnRhythm(state.rhythm, { now, items, fresh });
  const at = new Date(now).toISOString();
  return {
    ...state,
    etag: success.etag,
    lastModified: success.lastModified,
    bodyHash: success.bodyHash,
    polledAt: at,
    readAt: at,
    dueAt: dueAt(before, intervalSeconds(rhythm, { baseSeconds, adviceSeconds })),
    lastError: null,
    consecutiveFailures: 0,
    lastItems: items,
    lastNew: fresh.length,
    movedTo: success.movedTo,
    retiredAt: null,
    proposals: [],
    validatorLies:
      validatorsLied === null ? state.validatorLies : validatorsLied ? state.validatorLies + 1 : 0,
    notes: notes === null ? state.notes : notes.slice(0, keptNotes),
    rhythm,
  };
}

/** A 410 retires the endpoint; everything else makes it wait longer, and at least as long as the host asked. */
export function afterFailure(
  before: Before,
  error: HabeasError,
  proposals: readonly string[] | null,
): EndpointState {
  const { now, baseSeconds } = before;
  const state = before.state ?? blank(before);
  const failures = state.consecutiveFailures + 1;
  const seconds = Math.min(baseSeconds * 2 ** Math.min(failures - 1, 10), maxBackoffSeconds);
  const due = dueAt(before, seconds);
  const asked = error instanceof RateLimited ? new Date(error.until).toISOString() : due;
  const at = new Date(now).toISOString();
  const retired = error instanceof Gone && error.forGood && state.movedTo === null;
  return {
    ...state,
    polledAt: at,
    dueAt: asked > due ? asked : due,
    lastError: error.message,
    consecutiveFailures: failures,
    lastNew: 0,
    // The address that it had moved to is no better than the old one any more: the next poll asks that again.
    movedTo: null,
    retiredAt: retired ? at : state.retiredAt,
    proposals: proposals === null ? state.proposals : [...proposals],
  };
}

function blank({ url, sourceId, now }: Before): EndpointState {
  return newEndpointState(url, sourceId, new Date(now).toISOString());
}

function dueAt({ now, random }: Before, seconds: number): string {
  const spread = 1 + jitter * (2 * random() - 1);
  return new Date(now + seconds * spread * 1_000).toISOString();
}
