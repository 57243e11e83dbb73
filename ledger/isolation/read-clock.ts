import type { ConditionReport } from "../../model/condition-report.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import type { Page, PageRequest, Store } from "../../storage/store.ts";
import { type StatusReport, statusOf } from "../status.ts";
import { type IsolationClock, isolationClock } from "./clock.ts";

/** How much of the newest about one person is read. */
const maxRead = 2_000;
const pageSize = 200;

async function newest<T>(list: (page: PageRequest) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let after: string | null = null; found.length < maxRead; ) {
    const page: Page<T> = await list({ limit: pageSize, ...(after === null ? {} : { after }) });
    found.push(...page.items);
    if (page.next === null) break;
    after = page.next;
  }
  return found;
}

/** A person's events in which they are the one concerned, and their condition reports, with what follows from both. */
export interface PersonClock {
  events: LedgerEvent[];
  reports: ConditionReport[];
  status: StatusReport;
  clock: IsolationClock;
}

/** @param asOf ISO day */
export async function readClock(
  store: { [K in "events" | "conditionReports"]: Pick<Store[K], "list"> },
  personId: string,
  asOf: string,
): Promise<PersonClock> {
  const all = await newest((page) => store.events.list({ personId }, page));
  const events = all.filter(({ subjects }) => subjects.some(({ id }) => id === personId));
  const reports = await newest((page) => store.conditionReports.list({ personId }, page));
  return {
    events,
    reports,
    status: statusOf(personId, events, asOf),
    clock: isolationClock({ reports, events }, asOf),
  };
}
