import { fork } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { Retryable } from "../../model/errors.ts";
import type { Job } from "../queue.ts";
import { type Bench, deferred, extractJob, fetchJob, quick } from "./bench.ts";

export function describePausingAndEnding(bench: Bench): void {
  describe("pausing", () => {
    it("holds every handle's jobs back until resumed", async () => {
      const seen: string[] = [];
      await bench.serve(async (job) => void seen.push(job.key));
      await (await bench.open()).pause();
      await bench.queue.add([fetchJob("a"), fetchJob("b", { delayMs: 1 })]);
      expect(Object.values(await bench.queue.counts()).every(({ paused }) => paused)).toBe(true);
      await expect(bench.queue.idle({ signal: AbortSignal.timeout(60) })).rejects.toThrow(/timeout/i);
      expect(seen).toEqual([]);
      await bench.queue.resume();
      await bench.queue.idle();
      expect(seen.toSorted()).toEqual(["fetch|a", "fetch|b"]);
    });

    it("can stop one job name alone", async () => {
      const seen: string[] = [];
      const note = async (job: Job) => void seen.push(job.key);
      await bench.queue.work({ fetch: note, extract: note }, { concurrency: {} });
      await bench.queue.pause("fetch");
      await bench.queue.add([fetchJob("a"), extractJob("a")]);
      await vi.waitFor(() => expect(seen).toEqual(["extract|a"]));
      const counts = await bench.queue.counts();
      expect([counts.fetch.paused, counts.extract.paused]).toEqual([true, false]);
      expect(counts.fetch.waiting).toBe(1);
      await bench.queue.resume("fetch");
      await bench.queue.idle();
      expect(seen).toEqual(["extract|a", "fetch|a"]);
    });
  });

  describe("being idle", () => {
    it("is so at once when empty", async () => {
      await bench.queue.idle();
      await bench.queue.idle({ horizonMs: 0 });
    });

    it("waits for jobs that jobs add, and for retries", async () => {
      const seen: string[] = [];
      await bench.queue.work(
        {
          fetch: async (job) => {
            seen.push(`${job.key} ${job.attempt}`);
            if (job.attempt === 1) throw new Retryable("again");
            await bench.queue.add([extractJob("a")]);
          },
          extract: async (job) => void seen.push(`${job.key} ${job.attempt}`),
        },
        { concurrency: {}, retry: quick },
      );
      await bench.queue.add([fetchJob("a")]);
      await bench.queue.idle();
      expect(seen).toEqual(["fetch|a 1", "fetch|a 2", "extract|a 1"]);
    });

    it("looks past jobs that sleep beyond the horizon", async () => {
      await bench.queue.add([fetchJob("a", { delayMs: 60_000 })]);
      await bench.queue.idle({ horizonMs: 5_000 });
      await expect(bench.queue.idle({ signal: AbortSignal.timeout(30) })).rejects.toThrow(/timeout/i);
    });
  });

  describe("ending", () => {
    it("waits for the jobs in hand", async () => {
      const started = deferred();
      const release = deferred();
      let finished = false;
      const worker = await bench.serve(async () => {
        started.resolve();
        await release.promise;
        finished = true;
      });
      await bench.queue.add([fetchJob("a"), fetchJob("b")]);
      await started.promise;
      const closed = worker.close();
      release.resolve();
      await closed;
      expect(finished).toBe(true);
      expect((await bench.queue.counts()).fetch).toMatchObject({ waiting: 1, active: 0 });
    });

    it("gives back what is not done in time: aborted, no attempt spent, done by the next worker", async () => {
      const started = deferred<AbortSignal>();
      const worker = await bench.serve(async (job) => {
        started.resolve(job.signal);
        await new Promise((_resolve, reject) => {
          job.signal.addEventListener("abort", () => reject(job.signal.reason as Error));
        });
      });
      await bench.queue.add([fetchJob("a", { priority: 2 }), fetchJob("b")]);
      const signal = await started.promise;
      expect(signal.aborted).toBe(false);
      await worker.close(20);
      expect(signal.aborted).toBe(true);
      expect(worker.outcomes).toEqual([]);
      expect((await bench.queue.counts()).fetch).toMatchObject({
        waiting: 2,
        active: 0,
        delayed: 0,
        dead: 0,
      });
      const next = await bench.serve(async () => undefined);
      await bench.queue.idle();
      expect(next.outcomes).toEqual([
        { key: "fetch|a", attempt: 1, outcome: "done" },
        { key: "fetch|b", attempt: 1, outcome: "done" },
      ]);
    });

    it("closes with its workers, twice without harm, and keeps what waits", async () => {
      await bench.serve(async () => undefined);
      await bench.queue.pause();
      await bench.queue.add([fetchJob("a")]);
      await Promise.all([bench.queue.close(), bench.queue.close()]);
      await bench.queue.close();
      const again = await bench.open();
      expect((await again.counts()).fetch).toMatchObject({ waiting: 1, paused: true });
    });

    it("loses nothing when the process is killed: the job is done once, by somebody else", async () => {
      await bench.queue.add([fetchJob("a", { priority: 1 }), fetchJob("b")]);
      const child = fork(
        new URL("../fixtures/hold-job.mjs", import.meta.url),
        [JSON.stringify(bench.harness.where)],
        { stdio: ["ignore", "ignore", "inherit", "ipc"] },
      );
      try {
        const [message] = (await once(child, "message")) as [{ holding: string }];
        expect(message.holding).toBe("fetch|a");
        expect((await bench.queue.counts()).fetch).toMatchObject({ active: 1, waiting: 1 });
      } finally {
        child.kill("SIGKILL");
      }
      await once(child, "exit");
      const worker = await bench.serve(async () => undefined);
      await bench.queue.idle();
      expect(worker.outcomes.toSorted((x, y) => x.key.localeCompare(y.key))).toEqual([
        { key: "fetch|a", attempt: 1, outcome: "done" },
        { key: "fetch|b", attempt: 1, outcome: "done" },
      ]);
      expect((await bench.queue.counts()).fetch).toMatchObject({
        waiting: 0,
        active: 0,
        delayed: 0,
        dead: 0,
      });
    });
  });
}
