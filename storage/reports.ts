import type { Party } from "../model/ledger.ts";
import type { StoredDocument } from "./documents.ts";

/** The collections of what articles say of persons and what stays as they say it. */
export type ReportCollection = "conditionReports" | "relationClaims";
export type Report<C extends ReportCollection> = StoredDocument<C>;

const concerned: { [C in ReportCollection]: (report: Report<C>) => readonly Party[] } = {
  conditionReports: ({ persons }) => persons,
  relationClaims: ({ person, of }) => [person, of],
};

/** Ids of those under whom a report is found, each once. */
export function concernedIds<C extends ReportCollection>(collection: C, report: Report<C>): string[] {
  return [...new Set(concerned[collection](report).map(({ id }) => id))];
}

/** What reports are ordered by. */
export const reportSort = ({ published }: { published: string | null }): string => published ?? "";
