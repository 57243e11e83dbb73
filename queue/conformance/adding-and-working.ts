import { describe, expect, it } from "vitest";
import type { Job, NewJob } from "../queue.ts";
import { type Bench, deferred, extractJob, fetchJob, noop, range } from "./bench.ts";

export function describeAddingAndWorking(bench: Bench): void {
  describe("adding", () => {
    it("counts what was added and leaves out keys that wait", async () => {
      expect(await bench.queue.add([fetchJob("a"), fetchJob("b")])).toBe(2);
      expect(await bench.queue.add([fetchJob("b"), fetchJob("c"), fetchJob("c")])).toBe(1);
      expect((await bench.queue.counts()).fetch).toMatchObject({
        waiting: 3,
        active: 0,
        delayed: 0,
        dead: 0,
      });
      expect(await bench.queue.add([])).toBe(0);
    });

    it("leaves out keys that sleep", async () => {
      await bench.queue.add([fetchJob("a", { delayMs: 60_000 })]);
      expect(await bench.queue.add([fetchJob("a")])).toBe(0);
      expect((await bench.queue.counts()).fetch).toMatchObject({ waiting: 0, delayed: 1 });
    });

    it("leaves out keys that run", async () => {
      const added = deferred<number>();
      await bench.serve(async () => added.resolve(await bench.queue.add([fetchJob("a")])));
      await bench.queue.add([fetchJob("a")]);
      expect(await added.promise).toBe(0);
    });

    it("takes a key again once its job is done", async () => {
      const seen: string[] = [];
      await bench.serve(async (job) => void seen.push(job.key));
      for (const round of [1, 2, 3]) {
        expect(await bench.queue.add([fetchJob("a")])).toBe(1);
        await bench.queue.idle();
        expect(seen).toHaveLength(round);
      }
    });

    it("keeps the same key of two job names apart", async () => {
      expect(
        await bench.queue.add([
          { name: "fetch", key: "same", payload: { articleId: "a" } },
          { name: "extract", key: "same", payload: { articleId: "a" } },
        ]),
      ).toBe(2);
    });

    it.each(["123", "a:b", "poll|https://example.org/feed?x=1&y=2#z", "ключ", "k".repeat(3_000)])(
      "takes keys of any form: %.40s",
      async (key) => {
        const seen: string[] = [];
        await bench.serve(async (job) => void seen.push(job.key));
        await bench.queue.pause();
        expect(await bench.queue.add([{ name: "fetch", key, payload: { articleId: "a" } }])).toBe(1);
        expect(await bench.queue.add([{ name: "fetch", key, payload: { articleId: "a" } }])).toBe(0);
        await bench.queue.resume();
        await bench.queue.idle();
        expect(seen).toEqual([key]);
      },
    );

    it("refuses the whole batch when one payload is wrong, and says which", async () => {
      const wrong = { name: "fetch", key: "k", payload: { article: 1 } } as unknown as NewJob;
      await expect(bench.queue.add([fetchJob("a"), wrong])).rejects.toThrow(
        /payload of job "fetch".*articleId/,
      );
      await expect(bench.queue.add([fetchJob("a", { priority: 11 })])).rejects.toThrow(/priority/);
      await expect(bench.queue.add([fetchJob("a", { delayMs: -1 })])).rejects.toThrow(/delay/);
      expect((await bench.queue.counts()).fetch.waiting).toBe(0);
    });
  });

  describe("working", () => {
    it("hands the job over as it was added", async () => {
      const got = deferred<Job<"fetch">>();
      await bench.serve(async (job) => got.resolve(job));
      await bench.queue.add([fetchJob("a", { priority: 3 })]);
      expect(await got.promise).toMatchObject({
        name: "fetch",
        key: "fetch|a",
        payload: { articleId: "a" },
        priority: 3,
        attempt: 1,
      });
    });

    it("takes the most urgent first, and within one priority the oldest", async () => {
      await bench.queue.add([
        fetchJob("late", { priority: 10 }),
        fetchJob("first of the middle"),
        fetchJob("second of the middle"),
        fetchJob("release", { priority: 1 }),
      ]);
      const order: string[] = [];
      await bench.serve(async (job) => void order.push(job.payload.articleId));
      await bench.queue.idle();
      expect(order).toEqual(["release", "first of the middle", "second of the middle", "late"]);
    });

    it("does not take a delayed job before its time", async () => {
      const taken = deferred<number>();
      await bench.serve(async () => taken.resolve(Date.now()));
      const addedAt = Date.now();
      await bench.queue.add([fetchJob("a", { delayMs: 120 })]);
      expect((await bench.queue.counts()).fetch).toMatchObject({ delayed: 1, waiting: 0 });
      expect((await taken.promise) - addedAt).toBeGreaterThanOrEqual(119);
    });

    it("runs as many at once as it may, and no more", async () => {
      const full = deferred();
      let running = 0;
      let most = 0;
      await bench.serve(async () => {
        running += 1;
        most = Math.max(most, running);
        if (running === 3) full.resolve();
        await full.promise;
        await new Promise(setImmediate);
        running -= 1;
      }, 3);
      await bench.queue.add(range(12).map((index) => fetchJob(`a${index}`)));
      await bench.queue.idle();
      expect(most).toBe(3);
    });

    it("serves several job names side by side", async () => {
      const seen: string[] = [];
      await bench.queue.work(
        {
          fetch: async (job) => {
            seen.push(job.key);
            await bench.queue.add([extractJob(job.payload.articleId)]);
          },
          extract: async (job) => void seen.push(job.key),
        },
        { concurrency: {} },
      );
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      expect(seen).toEqual(["fetch|a", "extract|a"]);
    });

    it("takes what another handle adds", async () => {
      const seen: string[] = [];
      await bench.serve(async (job) => void seen.push(job.key));
      await (await bench.open()).add([fetchJob("from elsewhere")]);
      await bench.queue.idle();
      expect(seen).toEqual(["fetch|from elsewhere"]);
    });

    it("never gives one job to two workers", async () => {
      const other = await bench.open();
      const times = new Map<string, number>();
      const count = async (job: Job<"fetch">) => {
        await new Promise(setImmediate);
        times.set(job.key, (times.get(job.key) ?? 0) + 1);
      };
      await Promise.all([bench.serve(count, 5), bench.serve(count, 5, other)]);
      await bench.queue.add(range(150).map((index) => fetchJob(`a${index}`)));
      await bench.queue.idle();
      expect(times.size).toBe(150);
      expect([...times.values()].every((count_) => count_ === 1)).toBe(true);
    });

    it("refuses workers without handlers, for unknown jobs and with a senseless concurrency", async () => {
      await expect(bench.queue.work({}, { concurrency: {} })).rejects.toThrow(/at least one handler/);
      await expect(bench.queue.work({ paint: noop } as never, { concurrency: {} })).rejects.toThrow(
        /"paint"/,
      );
      await expect(bench.queue.work({ fetch: noop }, { concurrency: { fetch: 0 } })).rejects.toThrow(
        /from 1 on/,
      );
      await expect(bench.queue.work({ fetch: noop }, { concurrency: { poll: 1 } })).rejects.toThrow(
        /no handler/,
      );
    });
  });
}
