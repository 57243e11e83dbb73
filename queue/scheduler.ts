import type { EndpointState } from "../model/endpoint-state.ts";
import type { Endpoint, Source } from "../model/source.ts";
import type { Store } from "../storage/store.ts";
import { every, type Repeating } from "./every.ts";
import type { Queue } from "./queue.ts";
import { pollJob, revisitJob } from "./stages/jobs.ts";

export interface DueEndpoint {
  source: Source;
  endpoint: Endpoint;
}

/**
 * Endpoints whose time has come; such as were never polled are due at once, switched-off and retired ones never, and a
 * search proxy only while nothing else of its source answers. Pure.
 */
export function dueEndpoints(
  sources: readonly Source[],
  states: readonly EndpointState[],
  now: number,
): DueEndpoint[] {
  const stateOf = new Map(states.map((state) => [state.url, state]));
  const answers = (endpoint: Endpoint) => {
    const state = stateOf.get(endpoint.url);
    return state === undefined || (state.retiredAt === null && state.consecutiveFailures < failuresOfTheDead);
  };
  return sources
    .filter((source) => source.enabled)
    .flatMap((source) => {
      const enabled = source.endpoints.filter((endpoint) => endpoint.enabled);
      const [proxies, own] = partition(enabled, ({ role }) => role === "search_proxy");
      const polled = own.some(answers) ? own : [...own, ...proxies];
      return polled.map((endpoint) => ({ source, endpoint }));
    })
    .filter(({ endpoint }) => {
      const state = stateOf.get(endpoint.url);
      return state === undefined || (state.retiredAt === null && Date.parse(state.dueAt) <= now);
    });
}

/** Failures in a row after which a source's fallbacks are asked in its place. */
const failuresOfTheDead = 3;

function partition<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** The rest comes with the next tick. */
const visitsPerTick = 100;

export interface SchedulerOptions {
  store: {
    articles: Pick<Store["articles"], "dueForRevisit">;
    endpoints: Pick<Store["endpoints"], "list">;
  };
  queue: Pick<Queue, "add">;
  sources: readonly Source[];
  now?: () => number;
  /** How often it is looked what is due. */
  tickMs?: number;
  /**
   * An endpoint that stays due although its poll was added (the poll broke before it could note anything) is added
   * again only after the endpoint's own interval, or this when it has none.
   */
  defaultIntervalMs?: number;
  onTick?: (added: number) => void;
  onError?: (error: unknown) => void;
}

export interface Scheduler {
  /** Adds the polls and second visits that are due now; returns how many were not in the queue yet. */
  tick(): Promise<number>;
  start(): Repeating;
}

/**
 * Turns due endpoints into poll jobs, and articles that are to be looked at again into fetches. Two schedulers may run: the jobs' keys keep one poll from being added twice.
 */
export function createScheduler({
  store,
  queue,
  sources,
  now = Date.now,
  tickMs = 15_000,
  defaultIntervalMs = 15 * 60_000,
  onTick = () => undefined,
  onError = () => undefined,
}: SchedulerOptions): Scheduler {
  const addedAt = new Map<string, number>();

  const isFresh = ({ endpoint }: DueEndpoint) => {
    const intervalMs = (endpoint.intervalSeconds ?? defaultIntervalMs / 1_000) * 1_000;
    return now() - (addedAt.get(endpoint.url) ?? -Infinity) >= intervalMs;
  };
  const tick = async () => {
    const states = await store.endpoints.list();
    const due = dueEndpoints(sources, states, now()).filter(isFresh);
    const visits = await store.articles.dueForRevisit(new Date(now()).toISOString(), visitsPerTick);
    const added = await queue.add([
      ...due.map(({ source, endpoint }) => pollJob(source.id, endpoint.url)),
      ...visits.map((record) => ({ ...revisitJob(record), unlessDead: true })),
    ]);
    for (const { endpoint } of due) addedAt.set(endpoint.url, now());
    onTick(added);
    return added;
  };
  return { tick, start: () => every(tickMs, tick, onError) };
}
