import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { Claim } from "../../model/ledger.ts";
import type { ClaimRepository } from "../store.ts";
import type { Collections, KeptClaim } from "./collections.ts";
import { put, upserting } from "./writes.ts";

const read = (kept: KeptClaim) => checkDocument("claims", kept._id, kept.doc);

const supersededId = (claim: Pick<Claim, "id" | "extractionId">) => `${claim.id} ${claim.extractionId}`;

export function createClaims({ claims, supersededClaims }: Collections): ClaimRepository {
  const supersede = async (kept: readonly KeptClaim[]) => {
    for (const { doc } of kept) {
      const { id: claimId, extractionId, articleId } = doc;
      await put(supersededClaims, { _id: supersededId(doc), claimId, extractionId, articleId, doc });
    }
  };

  return {
    async replaceInBlock(articleId, blockKey, wanted) {
      const [article, block] = [storable(articleId), storable(blockKey)];
      const standing = await claims
        .find({ _id: { $in: wanted.map((claim) => storable(claim.id)) } })
        .toArray();
      const extractions = new Map(wanted.map((claim) => [storable(claim.id), storable(claim.extractionId)]));
      await supersede(standing.filter(({ _id, doc }) => doc.extractionId !== extractions.get(_id)));
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
      await supersede(await claims.find({ ...others, blocks: [block] }).toArray());
      await claims.deleteMany({ ...others, blocks: [block] });
      await claims.updateMany({ ...others, blocks: block }, { $pull: { blocks: block } });
      if (wanted.length > 0)
        await supersededClaims.deleteMany({
          _id: { $in: wanted.map((claim) => storable(supersededId(claim))) },
        });
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
