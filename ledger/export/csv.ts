import { stringify } from "csv-stringify/sync";
import type { LedgerEvent, Party } from "../../model/ledger.ts";

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
  basis: ({ basis }) => basis.join("; "),
  confirmed_by: ({ confirmedBy }) => names(confirmedBy),
  denied_by: ({ deniedBy }) => names(deniedBy),
  origins: ({ originIds }) => originIds.length,
  sources: ({ sourceIds }) => sourceIds.join("; "),
  first_published: ({ firstPublished }) => firstPublished,
  last_published: ({ lastPublished }) => lastPublished,
};

/** One line of CSV. Cells that a spreadsheet would run as a formula are quoted. */
export const csvCells = (cells: (string | number | null)[]) =>
  stringify([cells], { escape_formulas: true }).trimEnd();

export const csvHeader = (): string => csvCells(Object.keys(columns));
export const csvRow = (event: LedgerEvent): string => csvCells(Object.values(columns).map((of) => of(event)));
