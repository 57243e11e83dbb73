import { describe, expect, it } from "vitest";
import { Blocked, Bug, Gone, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { type Bench, fetchJob, quick } from "./bench.ts";

export function describeFailing(bench: Bench): void {
  describe("failing", () => {
    it("tries a Retryable again and counts the attempts", async () => {
      const worker = await bench.serve(async (job) => {
        if (job.attempt < 3) throw new Retryable("connection lost");
      });
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      expect(worker.outcomes).toEqual([
        { key: "fetch|a", attempt: 1, outcome: "retry" },
        { key: "fetch|a", attempt: 2, outcome: "retry" },
        { key: "fetch|a", attempt: 3, outcome: "done" },
      ]);
      expect(await bench.queue.dead.list(10)).toEqual([]);
    });

    it.each([
      ["Retryable", () => new Retryable("still down", { cause: new Error("ECONNRESET") })],
      ["TypeError", () => new TypeError("still down", { cause: new Error("ECONNRESET") })],
    ])("keeps a job that failed with %s until its attempts were spent", async (name, fail) => {
      await bench.serve(() => Promise.reject(fail()));
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      const [dead, ...others] = await bench.queue.dead.list(10);
      expect(others).toEqual([]);
      expect(dead).toMatchObject({
        name: "fetch",
        key: "fetch|a",
        payload: { articleId: "a" },
        attempts: 3,
        error: { class: name, message: "still down ← ECONNRESET" },
      });
      expect(Math.abs(Date.parse(dead?.failedAt ?? "") - Date.now())).toBeLessThan(10_000);
    });

    it("keeps a Bug at once, with its stack", async () => {
      await bench.serve(() => Promise.reject(new Bug("impossible")));
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      const [dead] = await bench.queue.dead.list(10);
      expect(dead).toMatchObject({ attempts: 1, error: { class: "Bug", message: "impossible" } });
      expect(dead?.error.stack).toMatch(/failing\.ts/);
    });

    it("waits for a RateLimited until its time and spends no attempt", async () => {
      const until = Date.now() + 100;
      const taken: { at: number; attempt: number }[] = [];
      const worker = await bench.serve(async (job) => {
        taken.push({ at: Date.now(), attempt: job.attempt });
        if (taken.length === 1) throw new RateLimited("slow down", until);
      });
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      expect(worker.outcomes.map(({ outcome }) => outcome)).toEqual(["wait", "done"]);
      expect(taken[1]?.attempt).toBe(1);
      expect(taken[1]?.at).toBeGreaterThanOrEqual(until - 1);
    });

    it("may be told to wait more often than it has attempts", async () => {
      let tries = 0;
      await bench.serve(async () => {
        tries += 1;
        if (tries <= quick.maxAttempts + 2) throw new RateLimited("slow down", Date.now());
      });
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      expect(tries).toBe(quick.maxAttempts + 3);
      expect(await bench.queue.dead.list(10)).toEqual([]);
    });

    it.each([
      ["Blocked", new Blocked("a wall", "paywall")],
      ["Gone", new Gone("404")],
      ["Permanent", new Permanent("not a page")],
    ])("ends with %s: no second try, no dead letter, free to come again", async (_name, error) => {
      const worker = await bench.serve(() => Promise.reject(error));
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      expect(worker.outcomes.map(({ outcome }) => outcome)).toEqual(["ended"]);
      expect((await bench.queue.counts()).fetch).toMatchObject({
        waiting: 0,
        active: 0,
        delayed: 0,
        dead: 0,
      });
      expect(await bench.queue.add([fetchJob("a")])).toBe(1);
    });
  });

  describe("the dead letters", () => {
    it("are listed, newest first, by name when asked", async () => {
      await bench.bury(["a", "b", "c"]);
      expect((await bench.queue.dead.list(10)).map(({ key }) => key)).toEqual([
        "fetch|c",
        "fetch|b",
        "fetch|a",
      ]);
      expect((await bench.queue.dead.list(2)).map(({ key }) => key)).toEqual(["fetch|c", "fetch|b"]);
      expect(await bench.queue.dead.list(10, "fetch")).toHaveLength(3);
      expect(await bench.queue.dead.list(10, "poll")).toEqual([]);
      expect((await bench.queue.counts()).fetch.dead).toBe(3);
    });

    it("are replayed from their first attempt", async () => {
      await bench.bury(["a", "b"]);
      const [b] = await bench.queue.dead.list(1);
      expect(await bench.queue.dead.replay([b?.id ?? "", "99999", "nonsense"])).toBe(1);
      expect((await bench.queue.counts()).fetch).toMatchObject({ waiting: 1, dead: 1 });
      const worker = await bench.serve(async () => undefined);
      await bench.queue.idle();
      expect(worker.outcomes).toEqual([{ key: "fetch|b", attempt: 1, outcome: "done" }]);
    });

    it("are dropped for good", async () => {
      await bench.bury(["a"]);
      const ids = (await bench.queue.dead.list(10)).map(({ id }) => id);
      expect(await bench.queue.dead.drop([...ids, "99999"])).toBe(1);
      expect(await bench.queue.dead.drop(ids)).toBe(0);
      expect(await bench.queue.dead.list(10)).toEqual([]);
    });

    it("give way to a new job of their key, unless it only mends", async () => {
      await bench.bury(["a"]);
      expect(await bench.queue.add([fetchJob("a", { unlessDead: true })])).toBe(0);
      expect((await bench.queue.counts()).fetch).toMatchObject({ waiting: 0, dead: 1 });
      expect(
        await bench.queue.add([fetchJob("a", { unlessDead: true }), fetchJob("b", { unlessDead: true })]),
      ).toBe(1);
      expect(await bench.queue.add([fetchJob("a")])).toBe(1);
      expect((await bench.queue.counts()).fetch).toMatchObject({ waiting: 2, dead: 0 });
      const worker = await bench.serve(async () => undefined);
      await bench.queue.idle();
      expect(worker.outcomes.map(({ attempt }) => attempt)).toEqual([1, 1]);
    });
  });
}
