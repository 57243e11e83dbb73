import { isDeepStrictEqual } from "node:util";
import type { LedgerEvent } from "../../model/ledger.ts";
import { storable, storableDocument, toJson } from "../documents.ts";
import { endOf, eventPersonIds, eventSort } from "../event-filter.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { EventFilter, EventRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, type PagedList, pageRows, whereNotIn } from "./query.ts";
import type { SearchIndex } from "./search.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): LedgerEvent => documentOf("events", String(row["id"]), row);

export function createEvents(database: Database, tags: Tags, search: SearchIndex): EventRepository {
  const remove = (id: string) => {
    tags.set("event.person", id, []);
    tags.set("event.source", id, []);
    database.prepare("DELETE FROM events WHERE id = ?").run(id);
    search.remove("event", id);
  };

  const inBlock = (blockKey: string) =>
    database
      .prepare("SELECT id, doc FROM events WHERE block_key = ? ORDER BY id")
      .all(storable(blockKey))
      .map(read);

  const put = (event: LedgerEvent, langs?: ReadonlyMap<string, string>) => {
    const id = storable(event.id);
    const sort = storable(eventSort(event));
    database
      .prepare(
        `INSERT INTO events (id, block_key, type, assertion, standing, date, sort, doc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET block_key = excluded.block_key, type = excluded.type,
           assertion = excluded.assertion, standing = excluded.standing, date = excluded.date, sort = excluded.sort,
           doc = excluded.doc`,
      )
      .run(
        id,
        storable(event.blockKey),
        event.type,
        event.assertion,
        event.standing,
        event.date,
        sort,
        toJson(event),
      );
    database.prepare("DELETE FROM event_successions WHERE id = ?").run(id);
    tags.set("event.person", id, eventPersonIds(event).map(storable), sort);
    tags.set("event.source", id, event.sourceIds.map(storable), sort);
    search.event(event, langs);
  };

  return {
    async replaceBlock(blockKey, events, { successions = [], before, langs } = {}) {
      database.transaction(() => {
        const there = before ?? inBlock(blockKey);
        const standing = new Map(there.map((event) => [storable(event.id), event]));
        const kept = new Set(events.map((event) => storable(event.id)));
        for (const id of standing.keys()) if (!kept.has(id)) remove(id);
        for (const event of events)
          if (!isDeepStrictEqual(standing.get(storable(event.id)), storableDocument(event)))
            put(event, langs);
        for (const succession of successions)
          database
            .prepare("INSERT OR REPLACE INTO event_successions (id, successor_id, doc) VALUES (?, ?, ?)")
            .run(storable(succession.id), storable(succession.successorId), toJson(succession));
      });
    },

    async withIds(ids) {
      return database
        .prepare("SELECT id, doc FROM events WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id")
        .all(toJson(ids))
        .map(read);
    },

    async get(id) {
      // UNION drops what it has seen, so that a circle of successions ends.
      const row = database
        .prepare(
          `WITH RECURSIVE chain (id) AS (
             SELECT ? UNION SELECT s.successor_id FROM event_successions s JOIN chain ON s.id = chain.id)
           SELECT e.id, e.doc FROM chain CROSS JOIN events e ON e.id = chain.id LIMIT 1`,
        )
        .get(storable(id));
      return row === undefined ? null : read(row);
    },

    async predecessors(id) {
      return database
        .prepare(
          `WITH RECURSIVE chain (id) AS (
             SELECT ? UNION SELECT s.id FROM event_successions s JOIN chain ON s.successor_id = chain.id)
           SELECT id FROM chain WHERE id <> ? ORDER BY id`,
        )
        .all(storable(id), storable(id))
        .map((row) => String(row["id"]));
    },

    async inBlock(blockKey) {
      return inBlock(blockKey);
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

function whereOf({ personId, sourceId, type, assertion, standing, from, to, except }: EventFilter) {
  const where = createWhere();
  if (except !== undefined) whereNotIn(where, "events.id", except.ids);
  if (except !== undefined && except.personIds.length > 0)
    where.add(
      "NOT EXISTS (SELECT 1 FROM tags p WHERE p.id = events.id AND p.kind = 'event.person' AND p.value IN (SELECT value FROM json_each(?)))",
      toJson(except.personIds),
    );
  if (personId !== undefined && sourceId !== undefined)
    where.add(
      "EXISTS (SELECT 1 FROM tags s WHERE s.kind = 'event.source' AND s.value = ? AND s.sort = events.sort AND s.id = events.id)",
      storable(sourceId),
    );
  if (type !== undefined) where.add("type = ?", type);
  if (assertion !== undefined) where.add("assertion = ?", assertion);
  if (standing !== undefined) where.add("standing = ?", standing);
  // A dated event is sorted by its date, so the bounds may be those of the index.
  if (from !== undefined || to !== undefined) where.add("date IS NOT NULL");
  if (from !== undefined) where.add("events.sort >= ?", storable(from));
  if (to !== undefined) where.add("events.sort < ?", storable(endOf(to)));
  return where;
}
