import type { Collection } from "mongodb";
import {
  checkDocument,
  type CollectionName,
  storable,
  storableDocument,
  type StoredDocument,
} from "../documents.ts";
import type { KeyedRepository } from "../store.ts";
import type { Kept } from "./collections.ts";
import { put } from "./writes.ts";

/** Documents under their keys, with nothing beside them. */
export function createKeyed<C extends CollectionName>(
  collection: Collection<Kept<StoredDocument<C>>>,
  name: C,
  keyOf: (document: StoredDocument<C>) => string,
): KeyedRepository<StoredDocument<C>> {
  const read = ({ _id, doc }: { _id: string; doc: unknown }) => checkDocument(name, _id, doc);
  return {
    async get(key) {
      const kept = await collection.findOne({ _id: storable(key) } as never);
      return kept === null ? null : read(kept);
    },
    async put(document) {
      const doc = storableDocument(document);
      await put(collection, { _id: storable(keyOf(doc)), doc });
    },
    async list({ prefix = "", after = "", limit = 0 } = {}) {
      const [from, to] = [storable(prefix), `${storable(prefix)}\u{10ffff}`];
      const keys = { _id: { $gt: storable(after), $gte: from, $lt: to } } as never;
      return (await collection.find(keys).sort({ _id: 1 }).limit(limit).toArray()).map(read);
    },
  };
}
