import type { Claim, LedgerEvent } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import { blockKeysOf, readBlockKey } from "../blocks.ts";
import type { KnownPeople } from "../persons/known-people.ts";
import type { Link, LinkKind } from "./link.ts";

/** Blocks that are looked into at most: the list of a mass release names hundreds. */
const maxBlocks = 300;
const kindOf = ({ blockKey }: LedgerEvent) => readBlockKey(blockKey).kind;

/** Events that are told by the same words: a group and its members by name, the people of one swap. */
export async function linksBySharedClaims(
  store: Pick<Store, "events">,
  event: LedgerEvent,
  claims: readonly Claim[],
  known: KnownPeople,
): Promise<Link[]> {
  const own = new Set(event.claimIds);
  const blocks = new Set(claims.flatMap(blockKeysOf));
  blocks.delete(event.blockKey);
  const links: Link[] = [];
  for (const block of [...blocks].slice(0, maxBlocks))
    for (const other of await store.events.inBlock(block)) {
      const shared = other.claimIds.filter((id) => own.has(id)).length;
      if (shared === 0 || other.id === event.id) continue;
      const kind = kindBetween(event, other, known);
      const words = shared === 1 ? "one report tells both" : `${shared} reports tell both`;
      links.push({ kind, event: other, reasons: [words, ...sidesOf(kind, event, other, known)] });
    }
  return links;
}

const holderOf = ({ subjects: [subject] }: LedgerEvent, known: KnownPeople) =>
  subject === undefined ? null : (known.person(subject.id)?.country ?? null);

function kindBetween(event: LedgerEvent, other: LedgerEvent, known: KnownPeople): LinkKind {
  const [own, theirs] = [kindOf(event) === "person", kindOf(other) === "person"];
  if (own && !theirs) return "group";
  if (!own && theirs) return "member";
  const [from, to] = [holderOf(event, known), holderOf(other, known)];
  return event.type === "exchange" && from !== null && to !== null && from !== to ? "swap" : "together";
}

const sidesOf = (kind: LinkKind, event: LedgerEvent, other: LedgerEvent, known: KnownPeople) =>
  kind === "swap" ? [`given by ${holderOf(event, known)} and by ${holderOf(other, known)}`] : [];
