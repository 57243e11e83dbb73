import type { Collection, Db, Filter } from "mongodb";
import { parseDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { RecordKind, Records } from "../records.ts";
import { createIndexesOf } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { insertMissing, newRevision, revise } from "./writes.ts";

/** All kinds share one collection: they are small, and every collection costs a new database its indexes' time. */
interface KeptRecord {
  /** Kind and id with a blank between. */
  _id: string;
  kind: string;
  group: string;
  sort: string;
  revision: string;
  doc: unknown;
}

export async function createRecordIndexes(db: Db): Promise<void> {
  await createIndexesOf(db, "records", [
    { key: { kind: 1, sort: 1, _id: 1 } },
    { key: { kind: 1, group: 1, sort: 1, _id: 1 } },
  ]);
  await createIndexesOf(db, "audit", [{ key: { actor: 1, _id: -1 } }, { key: { action: 1, _id: -1 } }]);
}

export function createRecords<T>(db: Db, kind: RecordKind<T>): Records<T> {
  const records: Collection<KeptRecord> = db.collection("records");
  const { name } = kind;
  const keyOf = (id: string) => `${name} ${storable(id)}`;
  const read = (kept: KeptRecord): T => parseDocument(kind.schema, name, kept._id, kept.doc);
  const keep = (record: T): Omit<KeptRecord, "_id" | "revision"> => ({
    kind: name,
    group: storable(kind.group(record)),
    sort: storable(kind.sortKey(record)),
    doc: storableDocument(record),
  });

  return {
    async get(id) {
      const kept = await records.findOne({ _id: keyOf(id) });
      return kept === null ? null : read(kept);
    },

    async insert(record) {
      const added = await insertMissing(records, [
        { _id: keyOf(kind.id(record)), revision: newRevision(), ...keep(record) },
      ]);
      return added.length === 1;
    },

    async update(id, change) {
      let result: T | null = null;
      await revise(records, keyOf(id), async (kept) => {
        const now = kept === null ? null : read(kept);
        const next = change(now);
        result = next === null ? now : next === "remove" ? null : next;
        return next === null ? null : next === "remove" ? "remove" : keep(next);
      });
      return result;
    },

    async remove(id) {
      await records.deleteOne({ _id: keyOf(id) });
    },

    async removeBefore(sort) {
      return (await records.deleteMany({ kind: name, sort: { $lt: storable(sort) } })).deletedCount;
    },

    async list({ group, descending = false }, page) {
      const { limit, after } = readPageRequest(page);
      const filters: Filter<KeptRecord>[] = [{ kind: name }];
      if (group !== undefined) filters.push({ group: storable(group) });
      const found = await pageDocuments(records, {
        filters,
        sortField: "sort",
        descending,
        after: after === null ? null : { sort: after.sort, id: keyOf(after.id) },
        limit,
      });
      return pageOf(found.map(read), limit, (record) => ({
        sort: kind.sortKey(record),
        id: kind.id(record),
      }));
    },
  };
}
