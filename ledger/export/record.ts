import type { ArticleRecord } from "../../model/article.ts";
import type { Claim, LedgerEvent, Party } from "../../model/ledger.ts";

/** An event with what the richer formats tell beside it. */
export interface ExportedEvent {
  event: LedgerEvent;
  claims: readonly Claim[];
  /** The articles of the claims, by id. */
  articles: ReadonlyMap<string, ArticleRecord>;
}

const words = (type: string) => type.replaceAll("_", " ");
const names = (parties: readonly Party[]) => parties.map(({ name }) => name).join(", ");

/** `Release of Ales Sample`, with its number when a group is meant. */
export function titleOf({ type, subjects, group, agents }: LedgerEvent): string {
  const title = words(type).replace(/^./, (first) => first.toUpperCase());
  const counted = group === null ? "" : `${group.count ?? ""} ${group.label}`.trim();
  const whom =
    counted === "" ? names(subjects) : subjects.length === 0 ? counted : `${counted} (${names(subjects)})`;
  if (whom !== "") return `${title} of ${whom}`;
  return agents.length === 0 ? title : `${title} by ${names(agents)}`;
}

/** What is known of an event in one sentence for people. */
export function summaryOf(event: LedgerEvent): string {
  const { assertion, standing, originIds, date, place, term, charge } = event;
  const told = assertion === "asserted" ? standing : `${assertion}, ${standing}`;
  const slots = [date, place, term, charge].filter((slot) => slot !== null);
  return [`${told} (${originIds.join(", ")})`, ...slots].join("; ");
}

/** Addresses of the articles that tell it, sorted. */
export function addressesOf({ claims, articles }: ExportedEvent): string[] {
  const urls = claims.flatMap(({ articleId }) => articles.get(articleId)?.url ?? []);
  return [...new Set(urls)].toSorted((a, b) => (a < b ? -1 : 1));
}
