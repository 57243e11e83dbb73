import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { ClaimRepository } from "../store.ts";
import type { Collections, KeptClaim } from "./collections.ts";
import { upserting } from "./writes.ts";

const read = (kept: KeptClaim) => checkDocument("claims", kept._id, kept.doc);

export function createClaims({ claims }: Collections): ClaimRepository {
  return {
    async replaceInBlock(articleId, blockKey, wanted) {
      const [article, block] = [storable(articleId), storable(blockKey)];
      for (const claim of wanted) {
        const doc = storableDocument(claim);
        await upserting(() =>
          claims.updateOne(
            { _id: doc.id },
            { $set: { articleId: doc.articleId, doc }, $addToSet: { blocks: block } },
            { upsert: true },
          ),
        );
      }
      const others = { articleId: article, _id: { $nin: wanted.map((claim) => storable(claim.id)) } };
      // Those that stand nowhere else go first and at once: one that left its last block would be found by no block.
      await claims.deleteMany({ ...others, blocks: [block] });
      await claims.updateMany({ ...others, blocks: block }, { $pull: { blocks: block } });
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
