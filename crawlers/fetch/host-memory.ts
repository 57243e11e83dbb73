import type { HostRecord } from "../../model/crawl-state.ts";
import type { HostState } from "./politeness.ts";

/** Where the trouble of hosts outlives a process or an emptied Redis, and where operators see it. */
export interface HostMemory {
  recall(host: string): Promise<HostState | null>;
  /** Told about every change; keeps what matters. Never throws. */
  note(host: string, before: HostState, after: HostState, now: number): void;
}

export interface HostMemoryOptions {
  hosts: { get(host: string): Promise<HostRecord | null>; put(record: HostRecord): Promise<void> };
  /** Told when a record could not be read or kept; crawling goes on without it. */
  onError?: (error: unknown) => void;
}

/** Keeps host states in the store. */
export function createHostMemory({ hosts, onError = () => undefined }: HostMemoryOptions): HostMemory {
  return {
    async recall(host) {
      try {
        const record = await hosts.get(host);
        return record && stateOf(record);
      } catch (error) {
        onError(error);
        return null;
      }
    },
    note(host, before, after, now) {
      if (tellsNothingNew(before, after)) return;
      hosts.put(recordOf(host, after, now)).catch(onError);
    },
  };
}

/** Paces and leases change with every request; only trouble that comes or goes is worth a write. */
function tellsNothingNew(before: HostState, after: HostState): boolean {
  return (
    before.breaker === after.breaker &&
    before.failures === after.failures &&
    before.throttles === after.throttles &&
    before.askedUntil === after.askedUntil
  );
}

function recordOf(host: string, state: HostState, now: number): HostRecord {
  const { leases: _, nextStartAt: __, ...kept } = state;
  return { host, ...kept, changedAt: new Date(now).toISOString() };
}

function stateOf(record: HostRecord): HostState {
  const { host: _, changedAt: __, ...kept } = record;
  return { ...kept, leases: [], nextStartAt: 0 };
}
