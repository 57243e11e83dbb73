import type { LedgerEvent } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import type { KnownPeople } from "../persons/known-people.ts";
import { linksInDeal } from "./deals.ts";
import type { Link } from "./link.ts";

/** What belongs to one deal with an event. */
export interface Deal {
  /** The id of its oldest concession, else of its oldest talks, else of what is freed: events of one deal share it. */
  id: string;
  /** The other events, the oldest first. */
  links: Link[];
}

const at = ({ date, firstPublished }: LedgerEvent) => date ?? firstPublished ?? "~";
const ranks: Partial<Record<LedgerEvent["type"], number>> = { sanction_relief: 0, negotiation: 1 };
const rank = ({ type }: LedgerEvent) => ranks[type] ?? 2;
const byAge = (a: LedgerEvent, b: LedgerEvent) =>
  at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.id < b.id ? -1 : 1;

/** The deal that an event is part of; null when nothing is known that belongs to it. */
export async function dealOf(
  store: Pick<Store, "events" | "claims" | "articles">,
  eventId: string,
  known: KnownPeople,
): Promise<Deal | null> {
  const event = await store.events.get(eventId);
  if (event === null) return null;
  const links = await linksInDeal(store, event, await store.claims.get(event.claimIds), known);
  const [anchor] = [event, ...links.map((link) => link.event)].toSorted(
    (a, b) => rank(a) - rank(b) || byAge(a, b),
  );
  if (links.length === 0 || anchor === undefined) return null;
  return { id: anchor.id, links: links.toSorted((a, b) => byAge(a.event, b.event)) };
}
