import type { LedgerEvent } from "../model/ledger.ts";

/** Lists of events go by the day that they are told of, else by the day of the first report; the rest comes last. */
export const eventSort = (event: LedgerEvent): string =>
  event.date ?? event.firstPublished?.slice(0, 10) ?? "";

/** Persons and actors that an event is found by. */
export const eventPersonIds = ({ subjects, agents, recipients }: LedgerEvent): string[] => [
  ...new Set([...subjects, ...agents, ...recipients].map((party) => party.id)),
];

/** Upper bound, exclusive, of the partial dates that lie in `date` or before it. */
export const endOf = (date: string): string => `${date}\uffff`;
