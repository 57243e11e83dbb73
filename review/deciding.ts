import { createHash } from "node:crypto";
import { decide as decideInLedger, type DecisionRequest, decisionsOf } from "../ledger/decide.ts";
import { decidePersons } from "../ledger/persons/decide-persons.ts";
import type { ResolveOptions } from "../ledger/resolve.ts";
import { stateOf } from "../ledger/history.ts";
import { type Decision, standingDecisions } from "../model/decision.ts";
import { Permanent } from "../model/errors.ts";
import type { LedgerEvent } from "../model/ledger.ts";
import type { StandingChange } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import { HttpFault } from "./http/fault.ts";
import type { Projector } from "./inbox/projector.ts";

/** An event as it stands, with all that was decided about it. */
export interface Dossier {
  /** Changes with everything that an analyst should know of before deciding: slots, standing, decisions. */
  version: string;
  /** Oldest first, undone ones included. */
  decisions: Decision[];
  /** Those that still hold. */
  standing: Decision[];
  history: StandingChange[];
}

export interface Deciding {
  dossier(event: LedgerEvent): Promise<Dossier>;
  decision(id: string): Promise<Decision | null>;
  /**
   * Records a decision about an event that the viewer sees.
   *
   * @param seen version that the viewer decided on; null does not look
   * @throws HttpFault 409 when the event changed meanwhile, 422 when the decision makes no sense
   */
  decide(event: LedgerEvent, request: DecisionRequest, by: Decided, seen: string | null): Promise<Decision>;
  /** Records a decision that is about no event of now: an addition, or about persons. @throws HttpFault 422 */
  record(request: DecisionRequest, by: Decided): Promise<Decision>;
  /** Records a decision about who is who, and brings the ledger in line with it. @throws HttpFault 422 */
  onPersons(request: DecisionRequest, by: Decided): Promise<Decision>;
  /** The viewer's last decision that still holds, if it is about an event or persons. */
  lastBy(login: string): Promise<Decision | null>;
}

export interface Decided {
  by: string;
  /** ISO time. */
  at: string;
  reason: string | null;
}

export function createDeciding(
  store: Store,
  projector: Projector,
  ledger: Omit<ResolveOptions, "at"> = {},
): Deciding {
  const dossier = async (event: LedgerEvent): Promise<Dossier> => {
    const decisions = await decisionsOf(store, event);
    const standing = standingDecisions(decisions);
    return {
      version: versionOf(event, standing),
      decisions,
      standing,
      history: await store.standingChanges.ofEvent(event.id),
    };
  };

  const record = (request: DecisionRequest, by: Decided): Promise<Decision> =>
    decideInLedger(store, request, by).catch(asFault);

  return {
    dossier,
    record,
    onPersons: (request, by) => decidePersons(store, request, by, ledger).catch(asFault),
    decision: (id) => store.decisions.get(id),

    decide: (event, request, by, seen) =>
      // Two who decide at once take turns: the second sees what the first did.
      store.withLock(`decide:${event.id}`, async () => {
        const { version } = await dossier((await store.events.get(event.id)) ?? event);
        if (seen !== null && seen !== version)
          throw new HttpFault(409, "Somebody changed this event after you opened it.", {
            extra: { version },
          });
        const decision = await record(request, by);
        await projector.refresh(event.id, by.at);
        return decision;
      }),

    async lastBy(login) {
      const { items } = await store.decisions.list({ by: login }, { limit: 50 });
      const [last] = standingDecisions(items).toReversed();
      return last?.target.kind === "event" || last?.target.kind === "persons" ? last : null;
    },
  };
}

const asFault = (error: unknown): never => {
  if (error instanceof Permanent) throw new HttpFault(422, sentence(error.message));
  throw error;
};

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Further origins alone are no change: they make nothing untrue that somebody decides. */
function versionOf(event: LedgerEvent, standing: readonly Decision[]): string {
  const state = { ...stateOf(event), origins: 0 };
  const decided = standing.filter(({ kind }) => kind !== "comment").map(({ id }) => id);
  return createHash("sha256")
    .update(JSON.stringify([state, decided]))
    .digest("hex")
    .slice(0, 16);
}
