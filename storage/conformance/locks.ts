import { describe, expect, it, vi } from "vitest";
import { Retryable } from "../../model/errors.ts";
import type { Clock } from "../locks.ts";
import type { Store } from "../store.ts";
import type { Fixture } from "./index.ts";

/** A clock that stands still until somebody sleeps: then it jumps. */
function jumpingClock(): Clock & { advance(ms: number): void } {
  let now = 1_700_000_000_000;
  return {
    now: () => now,
    async sleep(ms) {
      now += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
    advance(ms) {
      now += ms;
    },
  };
}

/** A promise and the means to fulfil it from outside. */
function signal(): { promise: Promise<void>; give: () => void } {
  const fulfil: (() => void)[] = [];
  const promise = new Promise<void>((resolve) => fulfil.push(resolve));
  return { promise, give: () => fulfil[0]?.() };
}

/** Takes a lock and holds it until told to let go; resolves once it is held. */
async function hold(store: Store, key: string, leaseMs: number) {
  const [held, over] = [signal(), signal()];
  const whole = store.withLock(
    key,
    () => {
      held.give();
      return over.promise;
    },
    { leaseMs },
  );
  await held.promise;
  return {
    /** Lets go; settles as the lock's work does. */
    async release() {
      over.give();
      await whole;
    },
  };
}

export function lockTests({ open }: Fixture): void {
  describe("locks", () => {
    it("let one in at a time, in one process and among several", async () => {
      const [one, two] = await Promise.all([open(), open()]);
      let inside = 0;
      let most = 0;
      let done = 0;
      await Promise.all(
        [one, two, one, two, one, two, one, two].map((store) =>
          store.withLock("block:1", async () => {
            inside++;
            most = Math.max(most, inside);
            await store.articles.countByStage();
            inside--;
            done++;
          }),
        ),
      );
      expect({ most, done }).toEqual({ most: 1, done: 8 });
    });

    it("of different keys do not wait for one another, and give back what the work gives", async () => {
      const store = await open();
      expect(await store.withLock("a", () => store.withLock("b", async () => 42))).toBe(42);
    });

    it("are free again after the work failed", async () => {
      const store = await open();
      await expect(store.withLock("k", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
      expect(await store.withLock("k", async () => "free", { waitMs: 0 })).toBe("free");
    });

    it("give up with a retryable error when the wait is over", async () => {
      const store = await open({ clock: jumpingClock() });
      const holder = await hold(store, "k", 1_000_000);
      await expect(store.withLock("k", async () => undefined, { waitMs: 500 })).rejects.toThrow(Retryable);
      await holder.release();
    });

    it("free themselves when their holder dies, and the holder learns that it lost them", async () => {
      const clock = jumpingClock();
      const [dead, living] = [await open({ clock }), await open({ clock })];
      const stuck = await hold(dead, "k", 30_000);
      const started = clock.now();
      expect(await living.withLock("k", async () => "taken over", { waitMs: 60_000 })).toBe("taken over");
      expect(clock.now() - started).toBeGreaterThanOrEqual(30_000);
      await expect(stuck.release()).rejects.toThrow(/ran out while it was used/);
    });

    it("stay with a holder who works for longer than a lease", async () => {
      vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
      try {
        const clock = jumpingClock();
        const [one, two] = [await open({ clock }), await open({ clock })];
        const long = await hold(one, "k", 3_000);
        for (let third = 0; third < 6; third++) {
          clock.advance(1_000);
          vi.advanceTimersByTime(1_000);
          await one.articles.countByStage(); // lets the extension through
          await expect(two.withLock("k", async () => undefined, { waitMs: 0 })).rejects.toThrow(Retryable);
        }
        await long.release();
      } finally {
        vi.useRealTimers();
      }
    });
  });
}
