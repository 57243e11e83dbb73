import type { LedgerEvent } from "../../model/ledger.ts";
import { storable, toJson } from "../documents.ts";
import { endOf, eventPersonIds, eventSort } from "../event-filter.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { EventFilter, EventRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, type PagedList, pageRows } from "./query.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): LedgerEvent => documentOf("events", String(row["id"]), row);

export function createEvents(database: Database, tags: Tags): EventRepository {
  const remove = (id: string) => {
    tags.set("event.person", id, []);
    tags.set("event.source", id, []);
    database.prepare("DELETE FROM events WHERE id = ?").run(id);
  };

  const put = (event: LedgerEvent) => {
    const id = storable(event.id);
    const sort = storable(eventSort(event));
    database
      .prepare(
        `INSERT INTO events (id, block_key, type, assertion, date, sort, doc) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET block_key = excluded.block_key, type = excluded.type,
           assertion = excluded.assertion, date = excluded.date, sort = excluded.sort, doc = excluded.doc`,
      )
      .run(id, storable(event.blockKey), event.type, event.assertion, event.date, sort, toJson(event));
    tags.set("event.person", id, eventPersonIds(event).map(storable), sort);
    tags.set("event.source", id, event.sourceIds.map(storable), sort);
  };

  return {
    async replaceBlock(blockKey, events) {
      const kept = new Set(events.map((event) => storable(event.id)));
      database.transaction(() => {
        const standing = database
          .prepare("SELECT id FROM events WHERE block_key = ?")
          .all(storable(blockKey));
        for (const row of standing) if (!kept.has(String(row["id"]))) remove(String(row["id"]));
        for (const event of events) put(event);
      });
    },

    async get(id) {
      const row = database.prepare("SELECT id, doc FROM events WHERE id = ?").get(storable(id));
      return row === undefined ? null : read(row);
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const rows = pageRows(database, {
        table: "events",
        sortColumn: "sort",
        descending: true,
        where: whereOf(filter),
        tag: tagOf(filter),
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (event) => ({ sort: eventSort(event), id: event.id }));
    },
  };
}

/** The tag that narrows the list most. */
function tagOf({ personId, sourceId }: EventFilter): PagedList["tag"] {
  if (personId !== undefined) return { kind: "event.person", value: storable(personId) };
  if (sourceId !== undefined) return { kind: "event.source", value: storable(sourceId) };
  return undefined;
}

function whereOf({ personId, sourceId, type, assertion, from, to }: EventFilter) {
  const where = createWhere();
  if (personId !== undefined && sourceId !== undefined)
    where.add(
      "EXISTS (SELECT 1 FROM tags s WHERE s.kind = 'event.source' AND s.value = ? AND s.sort = events.sort AND s.id = events.id)",
      storable(sourceId),
    );
  if (type !== undefined) where.add("type = ?", type);
  if (assertion !== undefined) where.add("assertion = ?", assertion);
  // A dated event is sorted by its date, so the bounds may be those of the index.
  if (from !== undefined || to !== undefined) where.add("date IS NOT NULL");
  if (from !== undefined) where.add("events.sort >= ?", storable(from));
  if (to !== undefined) where.add("events.sort < ?", storable(endOf(to)));
  return where;
}
