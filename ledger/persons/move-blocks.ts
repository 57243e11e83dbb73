import { eventTypes } from "../../model/extraction.ts";
import type { Claim, Party } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import { personBlockKey } from "../blocks.ts";
import { rebuildBlock } from "../rebuild-block.ts";

/** One person who is part of another from now on. */
export interface Absorption {
  from: string;
  into: string;
}

/**
 * Moves the events of a person to the one who they turned out to be, block by block, so that events keep their ids and
 * histories and those that both had become one. Can be repeated after a crash.
 *
 * @param at ISO time that the history gives to what changes
 */
export async function moveBlocks(store: Store, { from, into }: Absorption, at: string): Promise<void> {
  const renamed = (party: Party): Party => (party.id === from ? { ...party, id: into } : party);
  const blocks = new Map(eventTypes.map((type) => [personBlockKey(type, from), personBlockKey(type, into)]));
  for (const [old, next] of blocks) {
    const [first = old, second = next] = [old, next].toSorted();
    if ((await store.claims.inBlock(old)).length + (await store.events.inBlock(old)).length === 0) continue;
    await store.withLock(`block:${first}`, () =>
      store.withLock(`block:${second}`, async () => {
        const leaving = await store.claims.inBlock(old);
        const arriving = leaving.map(
          (claim): Claim => ({
            ...claim,
            subjects: claim.subjects.map(renamed),
            agents: claim.agents.map(renamed),
            recipients: claim.recipients.map(renamed),
            attributedTo: claim.attributedTo.map(renamed),
          }),
        );
        const events = await store.events.inBlock(old);
        const moved = events.map((event) => ({ ...event, blockKey: next }));
        await store.events.replaceBlock(next, [...(await store.events.inBlock(next)), ...moved]);
        await store.events.replaceBlock(old, []);
        const staying = (await store.claims.inBlock(next)).filter(({ id }) =>
          arriving.every((claim) => claim.id !== id),
        );
        await rebuildBlock(store, next, {
          claims: [...staying, ...arriving],
          leaving,
          at,
          cause: { kind: "identity", personIds: [into, from] },
        });
        const all = [...staying, ...arriving];
        for (const articleId of new Set(arriving.map((claim) => claim.articleId))) {
          const own = (claim: Claim) => claim.articleId === articleId;
          await store.claims.replaceInBlock(articleId, next, all.filter(own));
          await store.claims.replaceInBlock(articleId, old, []);
        }
      }),
    );
  }
}
