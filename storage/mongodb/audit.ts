import type { Collection, Db, Filter } from "mongodb";
import { type AuditEntry, AuditEntrySchema, chained } from "../../model/audit.ts";
import { Retryable } from "../../model/errors.ts";
import { parseDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { AuditRepository } from "../review-store.ts";
import { isDuplicate } from "./writes.ts";

interface KeptEntry {
  /** The entry's place in the chain: two writers cannot both take it. */
  _id: number;
  actor: string;
  action: string;
  doc: AuditEntry;
}

const maxTries = 100;

const read = (kept: KeptEntry): AuditEntry =>
  parseDocument(AuditEntrySchema, "audit", String(kept._id), kept.doc);

export function createAudit(db: Db): AuditRepository {
  const audit: Collection<KeptEntry> = db.collection("audit");
  return {
    async append(entry) {
      for (let attempt = 1; attempt <= maxTries; attempt++) {
        const [last] = await audit.find({}).sort({ _id: -1 }).limit(1).toArray();
        const doc = chained(storableDocument(entry), last === undefined ? null : read(last));
        try {
          await audit.insertOne({ _id: doc.seq, actor: doc.actor, action: doc.action, doc });
          return doc;
        } catch (error) {
          if (!isDuplicate(error)) throw error;
        }
      }
      throw new Retryable(`the audit log was written by others ${maxTries} times in a row`);
    },

    async list({ actor, action }, page) {
      const { limit, after } = readPageRequest(page);
      const filter: Filter<KeptEntry> = {
        ...(actor === undefined ? {} : { actor: storable(actor) }),
        ...(action === undefined ? {} : { action: storable(action) }),
        ...(after === null ? {} : { _id: { $lt: Number(after.sort) } }),
      };
      const found = await audit
        .find(filter)
        .sort({ _id: -1 })
        .limit(limit + 1)
        .toArray();
      return pageOf(found.map(read), limit, ({ seq }) => ({ sort: String(seq), id: "" }));
    },

    async after(seq, limit) {
      const found = await audit
        .find({ _id: { $gt: seq } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(read);
    },
  };
}
