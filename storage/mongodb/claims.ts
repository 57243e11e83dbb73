import { isDeepStrictEqual } from "node:util";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { Claim } from "../../model/ledger.ts";
import type { ClaimRepository } from "../store.ts";
import type { Collections, KeptClaim } from "./collections.ts";
import { putAll, upserting } from "./writes.ts";

const read = (kept: KeptClaim) => checkDocument("claims", kept._id, kept.doc);

const supersededId = (claim: Pick<Claim, "id" | "extractionId">) => `${claim.id} ${claim.extractionId}`;

export function createClaims({ claims, supersededClaims }: Collections): ClaimRepository {
  const supersede = (kept: readonly KeptClaim[]) =>
    putAll(
      supersededClaims,
      kept.map(({ doc }) => {
        const { id: claimId, extractionId, articleId } = doc;
        return { _id: supersededId(doc), claimId, extractionId, articleId, doc };
      }),
    );

  return {
    async replaceInBlock(articleId, blockKey, told) {
      const [article, block] = [storable(articleId), storable(blockKey)];
      const standing = new Map(
        (await claims.find({ articleId: article }).toArray()).map((kept) => [kept._id, kept]),
      );
      const wanted = told.map((claim) => storableDocument(claim));
      const there = wanted.map(({ id }) => id);
      const reworded = wanted.filter(
        ({ id, extractionId }) => standing.get(id)?.doc.extractionId !== extractionId,
      );
      await supersede(reworded.flatMap(({ id }) => standing.get(id) ?? []));
      const changed = wanted.filter((doc) => {
        const kept = standing.get(doc.id);
        return !(kept?.blocks.includes(block) && isDeepStrictEqual(kept.doc, doc));
      });
      if (changed.length > 0)
        await upserting(() =>
          claims.bulkWrite(
            changed.map((doc) => ({
              updateOne: {
                filter: { _id: doc.id },
                update: { $set: { articleId: doc.articleId, doc }, $addToSet: { blocks: block } },
                upsert: true,
              },
            })),
          ),
        );
      const others = [...standing.values()].filter(
        ({ _id, blocks }) => blocks.includes(block) && !there.includes(_id),
      );
      if (others.length > 0) {
        const ids = { _id: { $in: others.map(({ _id }) => _id) } };
        // Those that stand nowhere else go first and at once: one that left its last block would be found by no block.
        await supersede(others.filter(({ blocks }) => blocks.length === 1));
        await claims.deleteMany({ ...ids, blocks: [block] });
        await claims.updateMany(ids, { $pull: { blocks: block } });
      }
      if (reworded.length > 0)
        await supersededClaims.deleteMany({ _id: { $in: reworded.map(supersededId) } });
    },

    async superseded(articleId) {
      const found = await supersededClaims
        .find({ articleId: storable(articleId) })
        .sort({ claimId: 1, extractionId: 1 })
        .toArray();
      return found.map((kept) => checkDocument("supersededClaims", kept._id, kept.doc));
    },

    async blocksOf(articleId) {
      const found = await claims
        .find({ articleId: storable(articleId) }, { projection: { blocks: 1 } })
        .toArray();
      return [...new Set(found.flatMap((kept) => kept.blocks))].toSorted();
    },

    async forArticle(articleId) {
      return (
        await claims
          .find({ articleId: storable(articleId) })
          .sort({ _id: 1 })
          .toArray()
      ).map(read);
    },

    async get(ids) {
      const found = await claims
        .find({ _id: { $in: ids.map(storable) } })
        .sort({ _id: 1 })
        .toArray();
      return found.map(read);
    },

    async inBlock(blockKey) {
      return (
        await claims
          .find({ blocks: storable(blockKey) })
          .sort({ _id: 1 })
          .toArray()
      ).map(read);
    },
  };
}
