import type { Collection, Db, Filter } from "mongodb";
import { parseDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { RecordKind, Records } from "../records.ts";
import { alertRecordKinds } from "../alert-store.ts";
import { recordKinds } from "../review-store.ts";
import { createIndexesOf } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { insertMissing, newRevision, revise } from "./writes.ts";

interface KeptRecord {
  _id: string;
  group: string;
  sort: string;
  revision: string;
  doc: unknown;
}

export async function createRecordIndexes(db: Db): Promise<void> {
  for (const { name } of [...Object.values(recordKinds), ...Object.values(alertRecordKinds)])
    await createIndexesOf(db, name, [{ key: { sort: 1, _id: 1 } }, { key: { group: 1, sort: 1, _id: 1 } }]);
  await createIndexesOf(db, "audit", [{ key: { actor: 1, _id: -1 } }, { key: { action: 1, _id: -1 } }]);
}

export function createRecords<T>(db: Db, kind: RecordKind<T>): Records<T> {
  const records: Collection<KeptRecord> = db.collection(kind.name);
  const read = (kept: KeptRecord): T => parseDocument(kind.schema, kind.name, kept._id, kept.doc);
  const keep = (record: T): Omit<KeptRecord, "_id" | "revision"> => ({
    group: storable(kind.group(record)),
    sort: storable(kind.sortKey(record)),
    doc: storableDocument(record),
  });

  return {
    async get(id) {
      const kept = await records.findOne({ _id: storable(id) });
      return kept === null ? null : read(kept);
    },

    async insert(record) {
      const added = await insertMissing(records, [
        { _id: storable(kind.id(record)), revision: newRevision(), ...keep(record) },
      ]);
      return added.length === 1;
    },

    async update(id, change) {
      let result: T | null = null;
      await revise(records, storable(id), async (kept) => {
        const now = kept === null ? null : read(kept);
        const next = change(now);
        result = next === null ? now : next === "remove" ? null : next;
        return next === null ? null : next === "remove" ? "remove" : keep(next);
      });
      return result;
    },

    async remove(id) {
      await records.deleteOne({ _id: storable(id) });
    },

    async removeBefore(sort) {
      return (await records.deleteMany({ sort: { $lt: storable(sort) } })).deletedCount;
    },

    async list({ group, descending = false }, page) {
      const { limit, after } = readPageRequest(page);
      const filters: Filter<KeptRecord>[] = group === undefined ? [] : [{ group: storable(group) }];
      const found = await pageDocuments(records, {
        filters,
        sortField: "sort",
        descending,
        after,
        limit,
      });
      return pageOf(found.map(read), limit, (record) => ({
        sort: kind.sortKey(record),
        id: kind.id(record),
      }));
    },
  };
}
