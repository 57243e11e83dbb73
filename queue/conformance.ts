import { fork } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Blocked, Bug, Gone, Permanent, RateLimited, Retryable } from "../model/errors.ts";
import type { OpenQueueOptions } from "./index.ts";
import type { Job, NewJob, Outcome, Queue } from "./queue.ts";

/** What a backend's test hands to the suite. */
export interface QueueHarness {
  /** Where the queue under test lives: empty, and the same for every handle of one test. */
  where: OpenQueueOptions;
  open(): Promise<Queue>;
  /** Called after the test's handles are closed. */
  remove(): Promise<void>;
}

const fetchJob = (id: string, more: Partial<NewJob> = {}) =>
  ({ name: "fetch", key: `fetch|${id}`, payload: { articleId: id }, ...more }) as NewJob;
const extractJob = (id: string) =>
  ({ name: "extract", key: `extract|${id}`, payload: { articleId: id } }) as NewJob<"extract">;
const noop = async () => undefined;
const range = (length: number) => Array.from({ length }, (_, index) => index);
const quick = { baseDelayMs: 2, maxDelayMs: 4, maxAttempts: 3, maxWaitMs: 60_000 };

function deferred<T = void>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Everything that callers may rely on, whatever the backend. Both backends' tests run it. */
export function describeQueue(backend: string, createHarness: () => Promise<QueueHarness>): void {
  describe(`a queue on ${backend}`, () => {
    let harness: QueueHarness;
    let queue: Queue;
    const handles: Queue[] = [];
    const open = async () => {
      const handle = await harness.open();
      handles.push(handle);
      return handle;
    };
    /** Serves fetch jobs and notes how every try ended. */
    const serve = async (handler: (job: Job<"fetch">) => Promise<void>, concurrency = 1, on = queue) => {
      const outcomes: { key: string; attempt: number; outcome: Outcome["kind"] }[] = [];
      const worker = await on.work(
        { fetch: handler },
        {
          concurrency: { fetch: concurrency },
          retry: quick,
          onDone: ({ key, attempt }, outcome) => outcomes.push({ key, attempt, outcome: outcome.kind }),
        },
      );
      return { ...worker, outcomes };
    };

    /** Lets jobs die one after the other. */
    const bury = async (ids: readonly string[]) => {
      const worker = await serve(() => Promise.reject(new Bug("broken")));
      for (const id of ids) {
        await queue.add([fetchJob(id)]);
        await queue.idle();
      }
      await worker.close();
    };

    beforeEach(async () => {
      harness = await createHarness();
      queue = await open();
    });
    afterEach(async () => {
      await Promise.all(handles.splice(0).map((handle) => handle.close()));
      await harness.remove();
    });

    describe("adding", () => {
      it("counts what was added and leaves out keys that wait", async () => {
        expect(await queue.add([fetchJob("a"), fetchJob("b")])).toBe(2);
        expect(await queue.add([fetchJob("b"), fetchJob("c"), fetchJob("c")])).toBe(1);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 3, active: 0, delayed: 0, dead: 0 });
        expect(await queue.add([])).toBe(0);
      });

      it("leaves out keys that sleep", async () => {
        await queue.add([fetchJob("a", { delayMs: 60_000 })]);
        expect(await queue.add([fetchJob("a")])).toBe(0);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 0, delayed: 1 });
      });

      it("leaves out keys that run", async () => {
        const added = deferred<number>();
        await serve(async () => added.resolve(await queue.add([fetchJob("a")])));
        await queue.add([fetchJob("a")]);
        expect(await added.promise).toBe(0);
      });

      it("takes a key again once its job is done", async () => {
        const seen: string[] = [];
        await serve(async (job) => void seen.push(job.key));
        for (const round of [1, 2, 3]) {
          expect(await queue.add([fetchJob("a")])).toBe(1);
          await queue.idle();
          expect(seen).toHaveLength(round);
        }
      });

      it("keeps the same key of two job names apart", async () => {
        expect(
          await queue.add([
            { name: "fetch", key: "same", payload: { articleId: "a" } },
            { name: "extract", key: "same", payload: { articleId: "a" } },
          ]),
        ).toBe(2);
      });

      it.each(["123", "a:b", "poll|https://example.org/feed?x=1&y=2#z", "ключ", "k".repeat(3_000)])(
        "takes keys of any form: %.40s",
        async (key) => {
          const seen: string[] = [];
          await serve(async (job) => void seen.push(job.key));
          await queue.pause();
          expect(await queue.add([{ name: "fetch", key, payload: { articleId: "a" } }])).toBe(1);
          expect(await queue.add([{ name: "fetch", key, payload: { articleId: "a" } }])).toBe(0);
          await queue.resume();
          await queue.idle();
          expect(seen).toEqual([key]);
        },
      );

      it("refuses the whole batch when one payload is wrong, and says which", async () => {
        const wrong = { name: "fetch", key: "k", payload: { article: 1 } } as unknown as NewJob;
        await expect(queue.add([fetchJob("a"), wrong])).rejects.toThrow(/payload of job "fetch".*articleId/);
        await expect(queue.add([fetchJob("a", { priority: 11 })])).rejects.toThrow(/priority/);
        await expect(queue.add([fetchJob("a", { delayMs: -1 })])).rejects.toThrow(/delay/);
        expect((await queue.counts()).fetch.waiting).toBe(0);
      });
    });

    describe("working", () => {
      it("hands the job over as it was added", async () => {
        const got = deferred<Job<"fetch">>();
        await serve(async (job) => got.resolve(job));
        await queue.add([fetchJob("a", { priority: 3 })]);
        expect(await got.promise).toMatchObject({
          name: "fetch",
          key: "fetch|a",
          payload: { articleId: "a" },
          priority: 3,
          attempt: 1,
        });
      });

      it("takes the most urgent first, and within one priority the oldest", async () => {
        await queue.add([
          fetchJob("late", { priority: 10 }),
          fetchJob("first of the middle"),
          fetchJob("second of the middle"),
          fetchJob("release", { priority: 1 }),
        ]);
        const order: string[] = [];
        await serve(async (job) => void order.push(job.payload.articleId));
        await queue.idle();
        expect(order).toEqual(["release", "first of the middle", "second of the middle", "late"]);
      });

      it("does not take a delayed job before its time", async () => {
        const taken = deferred<number>();
        await serve(async () => taken.resolve(Date.now()));
        const addedAt = Date.now();
        await queue.add([fetchJob("a", { delayMs: 120 })]);
        expect((await queue.counts()).fetch).toMatchObject({ delayed: 1, waiting: 0 });
        expect((await taken.promise) - addedAt).toBeGreaterThanOrEqual(119);
      });

      it("runs as many at once as it may, and no more", async () => {
        const full = deferred();
        let running = 0;
        let most = 0;
        await serve(async () => {
          running += 1;
          most = Math.max(most, running);
          if (running === 3) full.resolve();
          await full.promise;
          await new Promise(setImmediate);
          running -= 1;
        }, 3);
        await queue.add(range(12).map((index) => fetchJob(`a${index}`)));
        await queue.idle();
        expect(most).toBe(3);
      });

      it("serves several job names side by side", async () => {
        const seen: string[] = [];
        await queue.work(
          {
            fetch: async (job) => {
              seen.push(job.key);
              await queue.add([extractJob(job.payload.articleId)]);
            },
            extract: async (job) => void seen.push(job.key),
          },
          { concurrency: {} },
        );
        await queue.add([fetchJob("a")]);
        await queue.idle();
        expect(seen).toEqual(["fetch|a", "extract|a"]);
      });

      it("takes what another handle adds", async () => {
        const seen: string[] = [];
        await serve(async (job) => void seen.push(job.key));
        await (await open()).add([fetchJob("from elsewhere")]);
        await queue.idle();
        expect(seen).toEqual(["fetch|from elsewhere"]);
      });

      it("never gives one job to two workers", async () => {
        const other = await open();
        const times = new Map<string, number>();
        const count = async (job: Job<"fetch">) => {
          await new Promise(setImmediate);
          times.set(job.key, (times.get(job.key) ?? 0) + 1);
        };
        await Promise.all([serve(count, 5), serve(count, 5, other)]);
        await queue.add(range(150).map((index) => fetchJob(`a${index}`)));
        await queue.idle();
        expect(times.size).toBe(150);
        expect([...times.values()].every((count_) => count_ === 1)).toBe(true);
      });

      it("refuses workers without handlers, for unknown jobs and with a senseless concurrency", async () => {
        await expect(queue.work({}, { concurrency: {} })).rejects.toThrow(/at least one handler/);
        await expect(queue.work({ paint: noop } as never, { concurrency: {} })).rejects.toThrow(/"paint"/);
        await expect(queue.work({ fetch: noop }, { concurrency: { fetch: 0 } })).rejects.toThrow(/from 1 on/);
        await expect(queue.work({ fetch: noop }, { concurrency: { poll: 1 } })).rejects.toThrow(/no handler/);
      });
    });

    describe("failing", () => {
      it("tries a Retryable again and counts the attempts", async () => {
        const worker = await serve(async (job) => {
          if (job.attempt < 3) throw new Retryable("connection lost");
        });
        await queue.add([fetchJob("a")]);
        await queue.idle();
        expect(worker.outcomes).toEqual([
          { key: "fetch|a", attempt: 1, outcome: "retry" },
          { key: "fetch|a", attempt: 2, outcome: "retry" },
          { key: "fetch|a", attempt: 3, outcome: "done" },
        ]);
        expect(await queue.dead.list(10)).toEqual([]);
      });

      it.each([
        ["Retryable", () => new Retryable("still down", { cause: new Error("ECONNRESET") })],
        ["TypeError", () => new TypeError("still down", { cause: new Error("ECONNRESET") })],
      ])("keeps a job that failed with %s until its attempts were spent", async (name, fail) => {
        await serve(() => Promise.reject(fail()));
        await queue.add([fetchJob("a")]);
        await queue.idle();
        const [dead, ...others] = await queue.dead.list(10);
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
        await serve(() => Promise.reject(new Bug("impossible")));
        await queue.add([fetchJob("a")]);
        await queue.idle();
        const [dead] = await queue.dead.list(10);
        expect(dead).toMatchObject({ attempts: 1, error: { class: "Bug", message: "impossible" } });
        expect(dead?.error.stack).toMatch(/conformance\.ts/);
      });

      it("waits for a RateLimited until its time and spends no attempt", async () => {
        const until = Date.now() + 100;
        const taken: { at: number; attempt: number }[] = [];
        const worker = await serve(async (job) => {
          taken.push({ at: Date.now(), attempt: job.attempt });
          if (taken.length === 1) throw new RateLimited("slow down", until);
        });
        await queue.add([fetchJob("a")]);
        await queue.idle();
        expect(worker.outcomes.map(({ outcome }) => outcome)).toEqual(["wait", "done"]);
        expect(taken[1]?.attempt).toBe(1);
        expect(taken[1]?.at).toBeGreaterThanOrEqual(until - 1);
      });

      it("may be told to wait more often than it has attempts", async () => {
        let tries = 0;
        await serve(async () => {
          tries += 1;
          if (tries <= quick.maxAttempts + 2) throw new RateLimited("slow down", Date.now());
        });
        await queue.add([fetchJob("a")]);
        await queue.idle();
        expect(tries).toBe(quick.maxAttempts + 3);
        expect(await queue.dead.list(10)).toEqual([]);
      });

      it.each([
        ["Blocked", new Blocked("a wall", "paywall")],
        ["Gone", new Gone("404")],
        ["Permanent", new Permanent("not a page")],
      ])("ends with %s: no second try, no dead letter, free to come again", async (_name, error) => {
        const worker = await serve(() => Promise.reject(error));
        await queue.add([fetchJob("a")]);
        await queue.idle();
        expect(worker.outcomes.map(({ outcome }) => outcome)).toEqual(["ended"]);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 0, active: 0, delayed: 0, dead: 0 });
        expect(await queue.add([fetchJob("a")])).toBe(1);
      });
    });

    describe("the dead letters", () => {
      it("are listed, newest first, by name when asked", async () => {
        await bury(["a", "b", "c"]);
        expect((await queue.dead.list(10)).map(({ key }) => key)).toEqual(["fetch|c", "fetch|b", "fetch|a"]);
        expect((await queue.dead.list(2)).map(({ key }) => key)).toEqual(["fetch|c", "fetch|b"]);
        expect(await queue.dead.list(10, "fetch")).toHaveLength(3);
        expect(await queue.dead.list(10, "poll")).toEqual([]);
        expect((await queue.counts()).fetch.dead).toBe(3);
      });

      it("are replayed from their first attempt", async () => {
        await bury(["a", "b"]);
        const [b] = await queue.dead.list(1);
        expect(await queue.dead.replay([b?.id ?? "", "99999", "nonsense"])).toBe(1);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 1, dead: 1 });
        const worker = await serve(async () => undefined);
        await queue.idle();
        expect(worker.outcomes).toEqual([{ key: "fetch|b", attempt: 1, outcome: "done" }]);
      });

      it("are dropped for good", async () => {
        await bury(["a"]);
        const ids = (await queue.dead.list(10)).map(({ id }) => id);
        expect(await queue.dead.drop([...ids, "99999"])).toBe(1);
        expect(await queue.dead.drop(ids)).toBe(0);
        expect(await queue.dead.list(10)).toEqual([]);
      });

      it("give way to a new job of their key, unless it only mends", async () => {
        await bury(["a"]);
        expect(await queue.add([fetchJob("a", { unlessDead: true })])).toBe(0);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 0, dead: 1 });
        expect(
          await queue.add([fetchJob("a", { unlessDead: true }), fetchJob("b", { unlessDead: true })]),
        ).toBe(1);
        expect(await queue.add([fetchJob("a")])).toBe(1);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 2, dead: 0 });
        const worker = await serve(async () => undefined);
        await queue.idle();
        expect(worker.outcomes.map(({ attempt }) => attempt)).toEqual([1, 1]);
      });
    });

    describe("pausing", () => {
      it("holds every handle's jobs back until resumed", async () => {
        const seen: string[] = [];
        await serve(async (job) => void seen.push(job.key));
        await (await open()).pause();
        await queue.add([fetchJob("a"), fetchJob("b", { delayMs: 1 })]);
        expect(Object.values(await queue.counts()).every(({ paused }) => paused)).toBe(true);
        await expect(queue.idle({ signal: AbortSignal.timeout(60) })).rejects.toThrow(/timeout/i);
        expect(seen).toEqual([]);
        await queue.resume();
        await queue.idle();
        expect(seen.toSorted()).toEqual(["fetch|a", "fetch|b"]);
      });

      it("can stop one job name alone", async () => {
        const seen: string[] = [];
        const note = async (job: Job) => void seen.push(job.key);
        await queue.work({ fetch: note, extract: note }, { concurrency: {} });
        await queue.pause("fetch");
        await queue.add([fetchJob("a"), extractJob("a")]);
        await vi.waitFor(() => expect(seen).toEqual(["extract|a"]));
        const counts = await queue.counts();
        expect([counts.fetch.paused, counts.extract.paused]).toEqual([true, false]);
        expect(counts.fetch.waiting).toBe(1);
        await queue.resume("fetch");
        await queue.idle();
        expect(seen).toEqual(["extract|a", "fetch|a"]);
      });
    });

    describe("being idle", () => {
      it("is so at once when empty", async () => {
        await queue.idle();
        await queue.idle({ horizonMs: 0 });
      });

      it("waits for jobs that jobs add, and for retries", async () => {
        const seen: string[] = [];
        await queue.work(
          {
            fetch: async (job) => {
              seen.push(`${job.key} ${job.attempt}`);
              if (job.attempt === 1) throw new Retryable("again");
              await queue.add([extractJob("a")]);
            },
            extract: async (job) => void seen.push(`${job.key} ${job.attempt}`),
          },
          { concurrency: {}, retry: quick },
        );
        await queue.add([fetchJob("a")]);
        await queue.idle();
        expect(seen).toEqual(["fetch|a 1", "fetch|a 2", "extract|a 1"]);
      });

      it("looks past jobs that sleep beyond the horizon", async () => {
        await queue.add([fetchJob("a", { delayMs: 60_000 })]);
        await queue.idle({ horizonMs: 5_000 });
        await expect(queue.idle({ signal: AbortSignal.timeout(30) })).rejects.toThrow(/timeout/i);
      });
    });

    describe("ending", () => {
      it("waits for the jobs in hand", async () => {
        const started = deferred();
        const release = deferred();
        let finished = false;
        const worker = await serve(async () => {
          started.resolve();
          await release.promise;
          finished = true;
        });
        await queue.add([fetchJob("a"), fetchJob("b")]);
        await started.promise;
        const closed = worker.close();
        release.resolve();
        await closed;
        expect(finished).toBe(true);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 1, active: 0 });
      });

      it("gives back what is not done in time: aborted, no attempt spent, done by the next worker", async () => {
        const started = deferred<AbortSignal>();
        const worker = await serve(async (job) => {
          started.resolve(job.signal);
          await new Promise((_resolve, reject) => {
            job.signal.addEventListener("abort", () => reject(job.signal.reason as Error));
          });
        });
        await queue.add([fetchJob("a", { priority: 2 }), fetchJob("b")]);
        const signal = await started.promise;
        expect(signal.aborted).toBe(false);
        await worker.close(20);
        expect(signal.aborted).toBe(true);
        expect(worker.outcomes).toEqual([]);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 2, active: 0, delayed: 0, dead: 0 });
        const next = await serve(async () => undefined);
        await queue.idle();
        expect(next.outcomes).toEqual([
          { key: "fetch|a", attempt: 1, outcome: "done" },
          { key: "fetch|b", attempt: 1, outcome: "done" },
        ]);
      });

      it("closes with its workers, twice without harm, and keeps what waits", async () => {
        await serve(async () => undefined);
        await queue.pause();
        await queue.add([fetchJob("a")]);
        await Promise.all([queue.close(), queue.close()]);
        await queue.close();
        const again = await open();
        expect((await again.counts()).fetch).toMatchObject({ waiting: 1, paused: true });
      });

      it("loses nothing when the process is killed: the job is done once, by somebody else", async () => {
        await queue.add([fetchJob("a", { priority: 1 }), fetchJob("b")]);
        const child = fork(
          new URL("./fixtures/hold-job.mjs", import.meta.url),
          [JSON.stringify(harness.where)],
          { stdio: ["ignore", "ignore", "inherit", "ipc"] },
        );
        try {
          const [message] = (await once(child, "message")) as [{ holding: string }];
          expect(message.holding).toBe("fetch|a");
          expect((await queue.counts()).fetch).toMatchObject({ active: 1, waiting: 1 });
        } finally {
          child.kill("SIGKILL");
        }
        await once(child, "exit");
        const worker = await serve(async () => undefined);
        await queue.idle();
        expect(worker.outcomes.toSorted((x, y) => x.key.localeCompare(y.key))).toEqual([
          { key: "fetch|a", attempt: 1, outcome: "done" },
          { key: "fetch|b", attempt: 1, outcome: "done" },
        ]);
        expect((await queue.counts()).fetch).toMatchObject({ waiting: 0, active: 0, delayed: 0, dead: 0 });
      });
    });
  });
}
