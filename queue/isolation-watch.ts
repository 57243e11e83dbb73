import { raiseThresholds } from "../ledger/isolation/raise.ts";
import type { ClockThresholds } from "../ledger/isolation/thresholds.ts";
import type { Person } from "../model/ledger.ts";
import type { StandingChange } from "../model/standing-change.ts";
import type { Page, Store } from "../storage/store.ts";
import { every, type Repeating } from "./every.ts";

export interface IsolationWatchOptions {
  store: Pick<
    Store,
    "persons" | "events" | "conditionReports" | "standingChanges" | "reviewTasks" | "withLock"
  >;
  thresholds: ClockThresholds;
  now?: () => number;
  intervalMs?: number;
  onError?: (error: unknown) => void;
}

export interface IsolationWatch {
  /** Reads the clocks of all detainees once; gives what was raised. */
  look(): Promise<StandingChange[]>;
  start(): Repeating;
}

const pageSize = 200;

/**
 * Reads the isolation clocks from time to time. Any number of these may run at once: what one has raised the others find
 * told. One person's trouble does not keep the clocks of the others from being read.
 */
export function createIsolationWatch({
  store,
  thresholds,
  now = Date.now,
  intervalMs = 6 * 60 * 60_000,
  onError = () => undefined,
}: IsolationWatchOptions): IsolationWatch {
  const look = async () => {
    const at = new Date(now()).toISOString();
    const raised: StandingChange[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page<Person> = await store.persons.list(
        {},
        { limit: pageSize, ...(after === null ? {} : { after }) },
      );
      for (const { id, roles } of page.items) {
        if (roles.detainee === undefined) continue;
        try {
          raised.push(...(await raiseThresholds(store, id, { thresholds, at })));
        } catch (error) {
          onError(error);
        }
      }
      if (page.next === null) return raised;
      after = page.next;
    }
  };
  return { look, start: () => every(intervalMs, look, onError) };
}
