import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { EndpointRepository } from "../store.ts";
import type { Collections, KeptEndpoint } from "./collections.ts";
import { put } from "./writes.ts";

const read = (kept: KeptEndpoint) => checkDocument("endpoints", kept._id, kept.doc);

export function createEndpoints({ endpoints }: Collections): EndpointRepository {
  return {
    async get(url) {
      const kept = await endpoints.findOne({ _id: storable(url) });
      return kept === null ? null : read(kept);
    },
    async put(state) {
      const doc = storableDocument(state);
      await put(endpoints, { _id: doc.url, sourceId: doc.sourceId, doc });
    },
    async list(sourceId) {
      const filter = sourceId === undefined ? {} : { sourceId: storable(sourceId) };
      return (await endpoints.find(filter).sort({ _id: 1 }).toArray()).map(read);
    },
  };
}
