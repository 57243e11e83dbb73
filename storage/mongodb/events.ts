import type { LedgerEvent } from "../../model/ledger.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { endOf, eventPersonIds, eventSort } from "../event-filter.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { EventFilter, EventRepository } from "../store.ts";
import type { Collections, KeptEvent } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { put } from "./writes.ts";

const read = (kept: KeptEvent): LedgerEvent => checkDocument("events", kept._id, kept.doc);

function keep(event: LedgerEvent): KeptEvent {
  const doc = storableDocument(event);
  const { id: _id, blockKey, type, assertion, date, sourceIds } = doc;
  const personIds = eventPersonIds(doc);
  return { _id, blockKey, type, assertion, date, sort: eventSort(doc), personIds, sourceIds, doc };
}

export function createEvents({ events }: Collections): EventRepository {
  return {
    async replaceBlock(blockKey, wanted) {
      for (const event of wanted) await put(events, keep(event));
      await events.deleteMany({
        blockKey: storable(blockKey),
        _id: { $nin: wanted.map((event) => storable(event.id)) },
      });
    },

    async get(id) {
      const kept = await events.findOne({ _id: storable(id) });
      return kept === null ? null : read(kept);
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const found = await pageDocuments(events, {
        filters: filtersOf(filter),
        sortField: "sort",
        descending: true,
        after,
        limit,
      });
      return pageOf(found.map(read), limit, (event) => ({ sort: eventSort(event), id: event.id }));
    },
  };
}

function filtersOf({ type, personId, assertion, sourceId, from, to }: EventFilter): object[] {
  const filters: object[] = [];
  if (type !== undefined) filters.push({ type });
  if (assertion !== undefined) filters.push({ assertion });
  if (personId !== undefined) filters.push({ personIds: storable(personId) });
  if (sourceId !== undefined) filters.push({ sourceIds: storable(sourceId) });
  // A dated event is sorted by its date, so the bounds may be those of the index.
  if (from !== undefined || to !== undefined) filters.push({ date: { $ne: null } });
  if (from !== undefined) filters.push({ sort: { $gte: storable(from) } });
  if (to !== undefined) filters.push({ sort: { $lt: storable(endOf(to)) } });
  return filters;
}
