import type { Collection, Db } from "mongodb";
import type { EventType } from "../../model/extraction.ts";
import { type InboxItem, InboxItemSchema, inboxSort, type InboxState } from "../../model/inbox.ts";
import type { Standing } from "../../model/ledger.ts";
import { parseDocument, storable, storableDocument } from "../documents.ts";
import type { InboxFilter, InboxRepository } from "../inbox.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import { createIndexesOf } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { put } from "./writes.ts";

interface KeptItem {
  _id: string;
  state: InboxState;
  type: EventType;
  standing: Standing;
  assignee: string | null;
  confidence: number;
  langs: string[];
  sourceIds: string[];
  countries: string[];
  personIds: string[];
  sort: string;
  doc: InboxItem;
}

export async function createInboxIndexes(db: Db): Promise<void> {
  const fields = ["type", "standing", "assignee", "sourceIds", "countries", "langs"];
  await createIndexesOf(db, "inbox", [
    { key: { state: 1, sort: 1, _id: 1 } },
    ...fields.map((field) => ({ key: { state: 1, [field]: 1, sort: 1, _id: 1 } as const })),
  ]);
}

const read = (kept: KeptItem): InboxItem => parseDocument(InboxItemSchema, "inbox", kept._id, kept.doc);

export function createInbox(db: Db): InboxRepository {
  const inbox: Collection<KeptItem> = db.collection("inbox");
  return {
    async get(eventId) {
      const kept = await inbox.findOne({ _id: storable(eventId) });
      return kept === null ? null : read(kept);
    },

    async put(item) {
      const doc = storableDocument(item);
      const { eventId: _id, state, type, standing, assignee, confidence } = doc;
      const { langs, sourceIds, countries, personIds } = doc;
      const lists = { langs, sourceIds, countries, personIds };
      await put(inbox, {
        _id,
        state,
        type,
        standing,
        assignee,
        confidence,
        ...lists,
        sort: inboxSort(doc),
        doc,
      });
    },

    async remove(eventId) {
      await inbox.deleteOne({ _id: storable(eventId) });
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const list = { filters: filtersOf(filter), sortField: "sort", descending: false, after, limit };
      const found = await pageDocuments(inbox, list);
      return pageOf(found.map(read), limit, (item) => ({ sort: inboxSort(item), id: item.eventId }));
    },

    async count(filter, most) {
      const filters = filtersOf(filter);
      return inbox.countDocuments(filters.length === 0 ? {} : { $and: filters }, { limit: most });
    },
  };
}

function filtersOf(filter: InboxFilter): object[] {
  const { state, type, standing, assignee, sourceId, lang, country, minConfidence, except } = filter;
  const filters: object[] = [];
  if (state !== undefined) filters.push({ state });
  if (type !== undefined) filters.push({ type });
  if (standing !== undefined) filters.push({ standing });
  if (assignee !== undefined) filters.push({ assignee: assignee === null ? null : storable(assignee) });
  if (sourceId !== undefined) filters.push({ sourceIds: storable(sourceId) });
  if (lang !== undefined) filters.push({ langs: storable(lang) });
  if (country !== undefined) filters.push({ countries: storable(country) });
  if (minConfidence !== undefined) filters.push({ confidence: { $gte: minConfidence } });
  if (except !== undefined && except.ids.length > 0)
    filters.push({ _id: { $nin: except.ids.map(storable) } });
  if (except !== undefined && except.personIds.length > 0)
    filters.push({ personIds: { $nin: except.personIds.map(storable) } });
  return filters;
}
