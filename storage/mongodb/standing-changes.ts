import { setTimeout as sleep } from "node:timers/promises";
import { Retryable } from "../../model/errors.ts";
import type { StandingChange } from "../../model/standing-change.ts";
import { cursorOf, positionBefore, readCursor } from "../cursor.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { StandingChangeRepository } from "../store.ts";
import type { Collections, KeptStandingChange } from "./collections.ts";
import { isDuplicate } from "./writes.ts";

const read = (kept: KeptStandingChange): StandingChange =>
  checkDocument("standingChanges", String(kept._id), kept.doc);

const maxTries = 200;

/**
 * Positions are given by the insert itself: an entry takes the number behind the last that can be read, and whoever
 * loses that number to another writer reads and tries again. So no number is ever skipped, and one that can be read has
 * all smaller ones before it. A counter would give numbers that become readable out of order.
 */
export function createStandingChanges({ standingChanges }: Collections): StandingChangeRepository {
  const lastPosition = async () =>
    (await standingChanges.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } }))?._id ?? 0;

  const add = async (change: StandingChange): Promise<boolean> => {
    const doc = storableDocument(change);
    const { id, eventId, seq } = doc;
    for (let attempt = 1; attempt <= maxTries; attempt++) {
      try {
        await standingChanges.insertOne({ _id: (await lastPosition()) + 1, id, eventId, seq, doc });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        if ((await standingChanges.findOne({ eventId, seq }, { projection: { _id: 1 } })) !== null)
          return false;
        await sleep(Math.random() * Math.min(attempt, 20));
      }
    }
    throw new Retryable(`no place for the entry ${id}: others were faster ${maxTries} times in a row`);
  };

  return {
    async append(changes) {
      const added: StandingChange[] = [];
      for (const change of changes) if (await add(change)) added.push(change);
      return added;
    },

    async latest(eventIds) {
      const found = new Map<string, StandingChange>();
      const entries = standingChanges
        .find({ eventId: { $in: eventIds.map(storable) } })
        .sort({ eventId: 1, seq: 1 });
      for await (const kept of entries) found.set(kept.eventId, read(kept));
      return found;
    },

    async ofEvent(eventId) {
      const found = await standingChanges
        .find({ eventId: storable(eventId) })
        .sort({ seq: 1 })
        .toArray();
      return found.map(read);
    },

    async after(cursor, limit) {
      const found = await standingChanges
        .find({ _id: { $gt: readCursor(cursor) } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      const last = found.at(-1);
      return { items: found.map(read), cursor: last === undefined ? cursor : cursorOf(last._id) };
    },

    async before(time) {
      const position = await positionBefore(time, await lastPosition(), async (from) => {
        const kept = await standingChanges.findOne(
          { _id: { $gte: from } },
          { sort: { _id: 1 }, projection: { "doc.at": 1 } },
        );
        return kept === null ? null : { position: kept._id, at: kept.doc.at };
      });
      return position === 0 ? null : cursorOf(position);
    },

    async end() {
      const last = await lastPosition();
      return last === 0 ? null : cursorOf(last);
    },
  };
}
