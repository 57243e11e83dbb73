import type { Decision } from "../../model/decision.ts";
import type { Person } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import { type Deciding, type DecisionRequest, recordDecision } from "../decide.ts";
import { follow, type ResolveOptions } from "../resolve.ts";
import { plainKey } from "./candidate-ids.ts";
import { regroup } from "./identify.ts";
import { nobodyKnown } from "./known-people.ts";

/**
 * Records what an analyst decides about persons and brings the ledger in line with it: who is who, their claims and
 * events. Undoing works in the same way. A decision stays in force for everything that is read later.
 *
 * @throws Permanent when a person or the decision to undo does not exist.
 */
export async function decidePersons(
  store: Store,
  request: DecisionRequest,
  deciding: Deciding,
  options: Omit<ResolveOptions, "at"> = {},
): Promise<Decision> {
  const decision = await recordDecision(store, request, deciding);
  await applyPersonDecision(store, decision, { ...options, at: deciding.at });
  return decision;
}

/** Brings the ledger in line with a decision on persons that has been recorded; repeating it changes nothing. */
async function applyPersonDecision(
  store: Store,
  { about }: Decision,
  options: ResolveOptions,
): Promise<void> {
  const { known = nobodyKnown, at } = options;
  const concerned = [
    ...(await store.candidates.get(about)),
    ...(await store.candidates.ofPersons(about)),
    ...(await store.candidates.withKeys(about.map(plainKey))),
    ...about.flatMap((id) => known.person(id) ?? []),
  ];
  const candidates = new Map(concerned.toReversed().map((candidate) => [candidate.id, candidate]));
  await follow(store, [await regroup(store, [...candidates.values()], known, at)], options);
}

/** The person who has or had an id: persons that became one are found by the ids of all of them. */
export async function findPerson(store: Store, id: string): Promise<Person | null> {
  const person = await store.persons.get(id);
  if (person !== null) return person;
  const [candidate] = [
    ...(await store.candidates.get([id])),
    ...(await store.candidates.withKeys([plainKey(id)])),
  ];
  return candidate === undefined ? null : store.persons.get(candidate.personId);
}
