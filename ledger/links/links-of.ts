import type { LedgerEvent } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import type { KnownPeople } from "../persons/known-people.ts";
import { linksInDeal } from "./deals.ts";
import type { Link } from "./link.ts";
import { linksInSameCase } from "./same-case.ts";
import { linksBySharedClaims } from "./shared-claims.ts";

/**
 * The events that belong to one: its group or its members, the pardon behind a release, the deal that it is part of.
 * Nothing of this is stored, so that it is always what the ledger says now; the same ledger gives the same links.
 * Each other event is there once, by its closest link, in the order in which `linkKinds` names them.
 */
export async function linksOf(
  store: Pick<Store, "events" | "claims" | "articles">,
  event: LedgerEvent,
  known: KnownPeople,
): Promise<Link[]> {
  const claims = await store.claims.get(event.claimIds);
  const found = [
    ...(await linksBySharedClaims(store, event, claims, known)),
    ...(await linksInSameCase(store, event)),
    ...(await linksInDeal(store, event, claims, known)),
  ];
  const once = new Map<string, Link>();
  for (const link of found) if (!once.has(link.event.id)) once.set(link.event.id, link);
  return [...once.values()];
}
