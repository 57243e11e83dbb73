import type { LedgerEvent } from "../../model/ledger.ts";

/**
 * What another event is to this one: the group whose member it is, or one of its members; told of others in the same
 * words; the other side of a swap; the pardon by which somebody was freed, or the release that it brought; the sentence
 * that was extended, or the extension; or part of the same deal.
 */
export const linkKinds = [
  "group",
  "member",
  "together",
  "swap",
  "pardon",
  "freed",
  "term",
  "extended",
  "deal",
] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface Link {
  kind: LinkKind;
  event: LedgerEvent;
  /** Why they belong together, in sentences' parts for people. */
  reasons: string[];
}
