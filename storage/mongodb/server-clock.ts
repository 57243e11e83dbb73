import type { Db } from "mongodb";
import { type Clock, systemClock } from "../locks.ts";

/** Clocks drift by seconds a day; once in this time is often enough. */
const MEASURE_AGAIN_MS = 60_000;

/**
 * The server's clock: locks of many machines must not depend on how well their own clocks agree. It is our clock, moved
 * by how far the server's was from it when it was last asked (half of the round trip counts for the way back).
 */
export async function createServerClock(db: Pick<Db, "command">, own: Clock = systemClock): Promise<Clock> {
  let offsetMs = 0;
  let measuredAt = own.now();

  const measure = async () => {
    measuredAt = own.now();
    const { localTime } = (await db.command({ hello: 1 })) as { localTime?: Date };
    if (localTime instanceof Date) offsetMs = localTime.getTime() - (measuredAt + own.now()) / 2;
  };

  await measure();
  return {
    now() {
      // A server that does not answer has other callers who notice.
      if (own.now() - measuredAt > MEASURE_AGAIN_MS) measure().catch(() => undefined);
      return Math.round(own.now() + offsetMs);
    },
    sleep: (ms) => own.sleep(ms),
  };
}
