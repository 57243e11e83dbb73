import type { Decision } from "../../model/decision.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { DecisionRepository } from "../store.ts";
import type { Collections, KeptDecision } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { insertMissing } from "./writes.ts";

const read = (kept: KeptDecision): Decision => checkDocument("decisions", kept._id, kept.doc);

export function createDecisions({ decisions }: Collections): DecisionRepository {
  return {
    async add(decision) {
      const doc = storableDocument(decision);
      const { id: _id, by, kind, at, about } = doc;
      await insertMissing(decisions, [{ _id, by, kind, at, about, doc }]);
    },

    async get(id) {
      const kept = await decisions.findOne({ _id: storable(id) });
      return kept === null ? null : read(kept);
    },

    async about(keys) {
      const found = await decisions
        .find({ about: { $in: keys.map(storable) } })
        .sort({ at: 1, _id: 1 })
        .toArray();
      return found.map(read);
    },

    async list({ by, kind }, page) {
      const { limit, after } = readPageRequest(page);
      const filters: object[] = [];
      if (by !== undefined) filters.push({ by: storable(by) });
      if (kind !== undefined) filters.push({ kind });
      const list = { filters, sortField: "at", descending: true, after, limit };
      const found = await pageDocuments(decisions, list);
      return pageOf(found.map(read), limit, ({ at, id }) => ({ sort: at, id }));
    },
  };
}
