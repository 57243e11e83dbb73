import type { StandingChange } from "../../model/standing-change.ts";
import { cursorOf, positionBefore, readCursor } from "../cursor.ts";
import { storable, toJson } from "../documents.ts";
import type { StandingChangeRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { documentOf } from "./query.ts";

const read = (row: Row): StandingChange => documentOf("standingChanges", String(row["id"]), row);

/** Writers hold the file's write lock from before they get a position until their commit, so positions appear in order. */
export function createStandingChanges(database: Database): StandingChangeRepository {
  const lastPosition = () =>
    Number(database.prepare("SELECT ifnull(max(position), 0) AS last FROM standing_changes").get()?.["last"]);

  return {
    async append(changes) {
      const insert = database.prepare(
        "INSERT OR IGNORE INTO standing_changes (id, event_id, seq, doc) VALUES (?, ?, ?, ?)",
      );
      return database.transaction(() =>
        changes.filter(
          (change) =>
            insert.run(storable(change.id), storable(change.eventId), change.seq, toJson(change)) > 0,
        ),
      );
    },

    async latest(eventIds) {
      const rows = database
        .prepare(
          `SELECT c.id, c.doc FROM json_each(?) k CROSS JOIN standing_changes c ON c.event_id = k.value
           AND c.seq = (SELECT max(seq) FROM standing_changes l WHERE l.event_id = k.value)`,
        )
        .all(toJson(eventIds));
      return new Map(rows.map(read).map((change) => [change.eventId, change]));
    },

    async ofEvent(eventId) {
      return database
        .prepare("SELECT id, doc FROM standing_changes WHERE event_id = ? ORDER BY seq")
        .all(storable(eventId))
        .map(read);
    },

    async after(cursor, limit) {
      const rows = database
        .prepare(
          "SELECT position, id, doc FROM standing_changes WHERE position > ? ORDER BY position LIMIT ?",
        )
        .all(readCursor(cursor), limit);
      const last = rows.at(-1);
      return {
        items: rows.map(read),
        cursor: last === undefined ? cursor : cursorOf(Number(last["position"])),
      };
    },

    async before(time) {
      const at = database.prepare(
        "SELECT position, doc ->> '$.at' AS at FROM standing_changes WHERE position >= ? ORDER BY position LIMIT 1",
      );
      const position = await positionBefore(time, lastPosition(), async (from) => {
        const row = at.get(from);
        return row === undefined ? null : { position: Number(row["position"]), at: String(row["at"]) };
      });
      return position === 0 ? null : cursorOf(position);
    },

    async end() {
      const last = lastPosition();
      return last === 0 ? null : cursorOf(last);
    },
  };
}
