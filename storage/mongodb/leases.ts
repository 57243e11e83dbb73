import { storable } from "../documents.ts";
import type { LeaseRows } from "../locks.ts";
import type { Collections } from "./collections.ts";
import { isDuplicate } from "./writes.ts";

export function createLeases({ locks }: Collections): LeaseRows {
  return {
    async take(key, holder, now, expiresAt) {
      try {
        // Not findOneAndUpdate: FerretDB reports its duplicate as an internal error.
        await locks.updateOne(
          { _id: storable(key), expiresAt: { $lte: now } },
          { $set: { holder, expiresAt } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false; // it is there, and its time has not run out
        throw error;
      }
    },
    async extend(key, holder, expiresAt) {
      return (
        (await locks.updateOne({ _id: storable(key), holder }, { $set: { expiresAt } })).matchedCount === 1
      );
    },
    async release(key, holder) {
      return (await locks.deleteOne({ _id: storable(key), holder })).deletedCount === 1;
    },
  };
}
