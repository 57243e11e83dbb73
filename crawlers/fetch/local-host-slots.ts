import type { HostMemory } from "./host-memory.ts";
import {
  decide,
  type HostLimits,
  type HostSlots,
  type HostState,
  restedHost,
  settle,
  sleepFor,
  type Slot,
  type SlotOutcome,
} from "./politeness.ts";

export interface LocalHostSlotsOptions {
  now?: () => number;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  memory?: HostMemory;
  /** Hosts remembered at most; the ones asked for longest ago and at rest are forgotten first. */
  maxHosts?: number;
}

const isAtRest = ({ nextStartAt, askedUntil, restUntil, breaker }: HostState, now: number) =>
  Math.max(nextStartAt, askedUntil, restUntil) <= now && breaker === "closed";

/** Host slots of one process. */
export function createLocalHostSlots(options: LocalHostSlotsOptions = {}): HostSlots {
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? sleepFor;
  const maxHosts = options.maxHosts ?? 5_000;
  const hosts = new Map<string, HostState>();
  const wakers = new Map<string, Set<() => void>>();

  const remember = (host: string, state: HostState) => {
    options.memory?.note(host, hosts.get(host) ?? restedHost, state, now());
    hosts.delete(host);
    hosts.set(host, state);
    if (hosts.size <= maxHosts) return;
    for (const [name, kept] of hosts) {
      if (kept.leases.length > 0 || !isAtRest(kept, now())) continue;
      hosts.delete(name);
      break;
    }
  };

  /** What an earlier process knew about a host, asked once. */
  async function recall(host: string): Promise<void> {
    if (options.memory === undefined || hosts.has(host)) return;
    const state = await options.memory.recall(host);
    if (state !== null && !hosts.has(host)) hosts.set(host, state);
  }

  function tryNow(host: string, limits: HostLimits): { slot: Slot } | { waitMs: number } {
    const decision = decide(hosts.get(host) ?? restedHost, limits, now());
    if (!decision.granted) return { waitMs: decision.waitMs };
    remember(host, decision.state);
    let released = false;
    const release = (outcome: SlotOutcome) => {
      if (!released) {
        released = true;
        remember(host, settle(hosts.get(host) ?? restedHost, decision.leaseEnd, outcome, now(), limits));
        for (const wake of wakers.get(host) ?? []) wake();
      }
      return Promise.resolve();
    };
    return { slot: { release } };
  }

  /** Sleeps until the time is over, somebody gives a slot of the host back, or the signal fires. */
  async function sleepUntilReleased(host: string, ms: number, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    const wake = () => woken.abort();
    const waiting = wakers.get(host) ?? new Set();
    wakers.set(host, waiting.add(wake));
    try {
      await sleep(ms, AbortSignal.any([signal, woken.signal]));
    } catch (error) {
      if (!woken.signal.aborted) throw error;
    } finally {
      waiting.delete(wake);
      if (waiting.size === 0) wakers.delete(host);
    }
  }

  return {
    async tryAcquire(host, limits) {
      await recall(host);
      return tryNow(host, limits);
    },
    async acquire(host, limits, signal = new AbortController().signal) {
      await recall(host);
      for (;;) {
        signal.throwIfAborted();
        // Asked without a gap before the sleep, so that no release goes unheard.
        const answer = tryNow(host, limits);
        if ("slot" in answer) return answer.slot;
        await sleepUntilReleased(host, answer.waitMs, signal);
      }
    },
  };
}
