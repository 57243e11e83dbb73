import { isDeepStrictEqual } from "node:util";
import type { LedgerEvent } from "../../model/ledger.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { endOf, eventPersonIds, eventSort } from "../event-filter.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { EventFilter, EventRepository } from "../store.ts";
import type { Collections, KeptEvent } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import type { SearchIndex } from "./search.ts";
import { putAll } from "./writes.ts";

const read = (kept: KeptEvent): LedgerEvent => checkDocument("events", kept._id, kept.doc);

function keep(event: LedgerEvent): KeptEvent {
  const doc = storableDocument(event);
  const { id: _id, blockKey, type, assertion, standing, date, sourceIds } = doc;
  const personIds = eventPersonIds(doc);
  return { _id, blockKey, type, assertion, standing, date, sort: eventSort(doc), personIds, sourceIds, doc };
}

export function createEvents(
  { events, eventSuccessions }: Collections,
  search: SearchIndex,
): EventRepository {
  const inBlock = async (blockKey: string) => {
    const found = await events
      .find({ blockKey: storable(blockKey) })
      .sort({ _id: 1 })
      .toArray();
    return found.map(read);
  };

  return {
    async replaceBlock(blockKey, wanted, { successions = [], before, langs } = {}) {
      const there = (before ?? (await inBlock(blockKey))).map(keep);
      const standing = new Map(there.map((event) => [event._id, event]));
      const kept = new Map(wanted.map(keep).map((event) => [event._id, event]));
      const arriving = [...kept.keys()].filter((id) => !standing.has(id));
      if (arriving.length > 0) await eventSuccessions.deleteMany({ _id: { $in: arriving } });
      const changed = [...kept.values()].filter(
        (event) => !isDeepStrictEqual(standing.get(event._id), event),
      );
      await search.events(
        changed.map(({ doc }) => doc),
        langs,
      );
      await putAll(events, changed);
      // Before the events go: one that is gone without a successor would never get one.
      await putAll(
        eventSuccessions,
        successions.map((succession) => {
          const doc = storableDocument(succession);
          return { _id: doc.id, successorId: doc.successorId, doc };
        }),
      );
      const leaving = [...standing.keys()].filter((id) => !kept.has(id));
      await search.remove("event", leaving);
      if (leaving.length > 0)
        await events.deleteMany({ blockKey: storable(blockKey), _id: { $in: leaving } });
    },

    async withIds(ids) {
      const found = await events
        .find({ _id: { $in: ids.map(storable) } })
        .sort({ _id: 1 })
        .toArray();
      return found.map(read);
    },

    async get(id) {
      const seen = new Set<string>();
      for (let at = storable(id); !seen.has(at); ) {
        const kept = await events.findOne({ _id: at });
        if (kept !== null) return read(kept);
        seen.add(at);
        const next = await eventSuccessions.findOne({ _id: at });
        if (next === null) return null;
        at = next.successorId;
      }
      return null;
    },

    async predecessors(id) {
      const found = new Set<string>();
      for (let of = [storable(id)]; of.length > 0; ) {
        const before = await eventSuccessions.find({ successorId: { $in: of } }).toArray();
        of = before.map(({ _id }) => _id).filter((one) => one !== storable(id) && !found.has(one));
        for (const one of of) found.add(one);
      }
      return [...found].toSorted();
    },

    inBlock,

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

function filtersOf({
  type,
  personId,
  assertion,
  standing,
  sourceId,
  from,
  to,
  except,
}: EventFilter): object[] {
  const filters: object[] = [];
  if (except !== undefined && except.ids.length > 0)
    filters.push({ _id: { $nin: except.ids.map(storable) } });
  if (except !== undefined && except.personIds.length > 0)
    filters.push({ personIds: { $nin: except.personIds.map(storable) } });
  if (type !== undefined) filters.push({ type });
  if (assertion !== undefined) filters.push({ assertion });
  if (standing !== undefined) filters.push({ standing });
  if (personId !== undefined) filters.push({ personIds: storable(personId) });
  if (sourceId !== undefined) filters.push({ sourceIds: storable(sourceId) });
  // A dated event is sorted by its date, so the bounds may be those of the index.
  if (from !== undefined || to !== undefined) filters.push({ date: { $ne: null } });
  if (from !== undefined) filters.push({ sort: { $gte: storable(from) } });
  if (to !== undefined) filters.push({ sort: { $lt: storable(endOf(to)) } });
  return filters;
}
