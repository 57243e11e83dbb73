import type { Candidate, CandidateMention } from "../../model/candidate.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { CandidateRepository } from "../store.ts";
import type { Collections, KeptCandidate } from "./collections.ts";
import { putAll } from "./writes.ts";

const read = (kept: KeptCandidate): Candidate => checkDocument("candidates", kept._id, kept.doc);

const mentionId = ({ candidateId, articleId }: CandidateMention) => `${candidateId} ${articleId}`;

export function createCandidates({ candidates, candidateMentions }: Collections): CandidateRepository {
  const found = async (filter: object) =>
    (await candidates.find(filter).sort({ _id: 1 }).toArray()).map(read);
  return {
    get: (ids) => found({ _id: { $in: ids.map(storable) } }),
    withKeys: (keys) => found({ keys: { $in: keys.map(storable) } }),
    ofPersons: (personIds) => found({ personId: { $in: personIds.map(storable) } }),

    async put(changed) {
      const docs = changed.map((candidate) => storableDocument(candidate));
      await putAll(
        candidates,
        docs.map((doc) => ({ _id: doc.id, personId: doc.personId, keys: doc.keys, doc })),
      );
    },

    async remove(ids) {
      await candidates.deleteMany({ _id: { $in: ids.map(storable) } });
    },

    async noteMentions(articleId, mentions) {
      const article = storable(articleId);
      const docs = mentions.map((mention) => storableDocument({ ...mention, articleId: article }));
      await putAll(
        candidateMentions,
        docs.map((doc) => ({ _id: mentionId(doc), candidateId: doc.candidateId, articleId: article, doc })),
      );
      await candidateMentions.deleteMany({ articleId: article, _id: { $nin: docs.map(mentionId) } });
    },

    async mentions(candidateIds) {
      const kept = await candidateMentions
        .find({ candidateId: { $in: candidateIds.map(storable) } })
        .sort({ candidateId: 1, articleId: 1 })
        .toArray();
      return kept.map(({ _id, doc }) => checkDocument("candidateMentions", _id, doc));
    },

    async namedIn(articleId) {
      const kept = await candidateMentions
        .find({ articleId: storable(articleId) }, { projection: { candidateId: 1 } })
        .sort({ candidateId: 1 })
        .toArray();
      return kept.map(({ candidateId }) => candidateId);
    },
  };
}
