import { stringify } from "csv-stringify/sync";
import type { LedgerEvent, Party } from "../../model/ledger.ts";
import type { CommandContext } from "../program.ts";
import { withStore } from "../with-store.ts";
import { type EventOptions, eventFilter } from "./events.ts";

const pageSize = 500;
const names = (parties: readonly Party[]) => parties.map(({ name }) => name).join("; ");
const ids = (parties: readonly Party[]) => parties.map(({ id }) => id).join("; ");

const columns: Record<string, (event: LedgerEvent) => string | number | null> = {
  id: ({ id }) => id,
  type: ({ type }) => type,
  date: ({ date }) => date,
  subjects: ({ subjects }) => names(subjects),
  subject_ids: ({ subjects }) => ids(subjects),
  group_count: ({ group }) => group?.count ?? null,
  group_label: ({ group }) => group?.label ?? null,
  agents: ({ agents }) => names(agents),
  recipients: ({ recipients }) => names(recipients),
  place: ({ place }) => place,
  term: ({ term }) => term,
  charge: ({ charge }) => charge,
  assertion: ({ assertion }) => assertion,
  standing: ({ standing }) => standing,
  origins: ({ originIds }) => originIds.length,
  sources: ({ sourceIds }) => sourceIds.join("; "),
  first_published: ({ firstPublished }) => firstPublished,
  last_published: ({ lastPublished }) => lastPublished,
};

const row = (cells: (string | number | null)[]) => stringify([cells], { escape_formulas: true }).trimEnd();

/** Writes events to standard output as they are read. Cells that a spreadsheet would run as a formula are quoted. */
export async function exportEvents({
  options,
  globals,
  terminal,
}: CommandContext<EventOptions & { format: "jsonl" | "csv" }>): Promise<undefined> {
  const filter = eventFilter(options);
  await withStore(globals, async (store) => {
    if (options.format === "csv") terminal.out(row(Object.keys(columns)));
    for (let after: string | undefined; ; ) {
      const page = await store.events.list(filter, {
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      });
      for (const event of page.items)
        terminal.out(
          options.format === "csv"
            ? row(Object.values(columns).map((of) => of(event)))
            : JSON.stringify(event),
        );
      if (page.next === null) return;
      after = page.next;
    }
  });
}
