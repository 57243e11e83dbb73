import { describe, expect, it } from "vitest";
import { createServerClock } from "./server-clock.ts";

describe("the clock of the server", () => {
  it("tells the server's time, whatever our own says, and notices that they drift", async () => {
    let own = 1_000_000;
    let ahead = 7_200_000;
    const db = {
      async command() {
        own += 20;
        const localTime = new Date(own + ahead);
        own += 20;
        return { localTime };
      },
    };
    const clock = await createServerClock(db, { now: () => own, sleep: async () => undefined });
    expect(clock.now() - own).toBe(7_200_000);
    own += 59_000;
    ahead += 5_000;
    expect(clock.now() - own).toBe(7_200_000);
    own += 2_000;
    clock.now();
    await Promise.resolve();
    await Promise.resolve();
    expect(clock.now() - own).toBe(7_205_000);
  });
});
