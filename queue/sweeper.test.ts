import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { articleId, type Stage } from "../model/article.ts";
import { Bug } from "../model/errors.ts";
import { SourceSchema } from "../model/source.ts";
import { createSqliteStore } from "../storage/sqlite/index.ts";
import type { Store } from "../storage/store.ts";
import { openQueue } from "./index.ts";
import type { Queue } from "./queue.ts";
import { createSweeper } from "./sweeper.ts";

const graceMs = 60_000;
const now = Date.parse("2026-01-01T12:00:00Z");
const longAgo = "2026-01-01T11:00:00.000Z";

describe("the sweeper", () => {
  let folder: string;
  let store: Store;
  let queue: Queue;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "habeas-sweeper-"));
    store = await createSqliteStore({ folder });
    queue = await openQueue({ dataFolder: folder });
  });
  afterEach(async () => {
    await queue.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** An article that has stood in `stage` since `at`. */
  const place = async (name: string, stage: Stage, at = longAgo, priority = 5) => {
    const url = `https://news.example/${name}`;
    const hint = { title: null, published: null };
    await store.articles.discover([
      { url, sourceId: "news", endpointUrl: null, discoveredAt: at, hint, priority },
    ]);
    if (stage !== "discovered") await store.articles.advance(articleId(url), { stage, at });
    return articleId(url);
  };
  const sweeperOf = (more = {}) => createSweeper({ store, queue, now: () => now, graceMs, ...more });
  const nothing = { poll: 0, fetch: 0, extract: 0, resolve: 0 };

  it("adds the job that takes an article out of its stage, with its priority", async () => {
    const ids = {
      fetch: await place("a", "discovered", longAgo, 1),
      extract: await place("b", "fetched"),
      resolve: await place("c", "extracted"),
    };
    await place("d", "resolved");
    await place("e", "closed");
    expect(await sweeperOf().sweep()).toEqual({ poll: 0, fetch: 1, extract: 1, resolve: 1 });
    const seen: Record<string, [string, number]> = {};
    const note = async (job: { name: string; payload: { articleId: string }; priority: number }) => {
      seen[job.name] = [job.payload.articleId, job.priority];
    };
    await queue.work({ fetch: note, extract: note, resolve: note }, { concurrency: {} });
    await queue.idle();
    expect(seen).toEqual({ fetch: [ids.fetch, 1], extract: [ids.extract, 5], resolve: [ids.resolve, 5] });
  });

  it("leaves alone what came to its stage just now, and what is in the queue", async () => {
    await place("fresh", "discovered", new Date(now - graceMs + 1).toISOString());
    await place("old", "discovered");
    const sweeper = sweeperOf();
    expect(await sweeper.sweep()).toEqual({ ...nothing, fetch: 1 });
    expect(await sweeper.sweep()).toEqual(nothing);
  });

  it("works off a large loss in portions, oldest first", async () => {
    for (const minute of [3, 1, 2])
      await place(`m${minute}`, "discovered", `2026-01-01T11:0${minute}:00.000Z`);
    const sweeper = sweeperOf({ batch: 2 });
    expect(await sweeper.sweep()).toEqual({ ...nothing, fetch: 2 });
    const seen: string[] = [];
    await queue.work(
      {
        fetch: async ({ payload }) => {
          seen.push(payload.articleId);
          await store.articles.advance(payload.articleId, { stage: "closed", at: longAgo });
        },
      },
      { concurrency: {} },
    );
    await queue.idle();
    expect(seen).toEqual(["m1", "m2"].map((name) => articleId(`https://news.example/${name}`)));
    expect(await sweeper.sweep()).toEqual({ ...nothing, fetch: 1 });
  });

  it("respects dead letters, and is not held up by them", async () => {
    const worker = await queue.work(
      { fetch: () => Promise.reject(new Bug("broken page")) },
      { concurrency: {} },
    );
    const broken = await place("broken", "discovered", "2026-01-01T10:00:00.000Z");
    const sweeper = sweeperOf({ batch: 1 });
    await sweeper.sweep();
    await queue.idle();
    await worker.close();
    await place("good", "discovered");
    expect(await sweeper.sweep()).toEqual({ ...nothing, fetch: 1 });
    expect((await queue.dead.list(10)).map(({ key }) => key)).toEqual([`fetch|${broken}`]);
  });

  it("brings back lost polls", async () => {
    const source = SourceSchema.parse({
      id: "news",
      name: "News",
      homepage: "https://news.example/",
      kind: "newspaper",
      tier: 2,
      langs: ["en"],
      endpoints: [{ kind: "feed", url: "https://news.example/feed" }],
    });
    const sweeper = sweeperOf({ sources: [source] });
    expect(await sweeper.sweep()).toEqual({ ...nothing, poll: 1 });
    expect(await sweeper.sweep()).toEqual(nothing);
  });

  it("sweeps at once and then again and again until closed, and survives trouble", async () => {
    vi.useFakeTimers();
    try {
      const errors: unknown[] = [];
      const reports: unknown[] = [];
      const broken = vi.spyOn(queue, "counts").mockRejectedValueOnce(new Error("no answer"));
      const running = sweeperOf({
        intervalMs: 1_000,
        onSweep: (report: unknown) => reports.push(report),
        onError: (error: unknown) => errors.push(error),
      }).start();
      await vi.advanceTimersByTimeAsync(0);
      expect([errors.length, reports.length]).toEqual([1, 0]);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(reports).toHaveLength(2);
      await running.close();
      await vi.advanceTimersByTimeAsync(5_000);
      expect(reports).toHaveLength(2);
      broken.mockRestore();
    } finally {
      vi.useRealTimers();
    }
  });
});
