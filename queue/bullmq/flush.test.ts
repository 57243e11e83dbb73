import { Redis } from "ioredis";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { articleId } from "../../model/article.ts";
import { createSqliteStore } from "../../storage/sqlite/index.ts";
import { redisForTests } from "../../test/services/for-tests.ts";
import { nextJobOf } from "../stages/jobs.ts";
import { createSweeper } from "../sweeper.ts";
import { createBullQueue } from "./bull-queue.ts";

const redis = await redisForTests("a Redis that is emptied");

describe.skipIf(redis === null)("when Redis is emptied in the middle of the work", () => {
  it("the sweeper puts back what is missing, and the running worker does it", async () => {
    const { url = "", prefix = "" } = redis ?? {};
    const folder = mkdtempSync(join(tmpdir(), "habeas-flush-"));
    const store = await createSqliteStore({ folder });
    const queue = await createBullQueue({ url, prefix });
    const client = new Redis(url);
    try {
      const at = "2026-01-01T00:00:00.000Z";
      const urls = ["a", "b", "c", "d"].map((name) => `https://news.example/${name}`);
      const hint = { title: null, published: null };
      await store.articles.discover(
        urls.map((each) => ({
          url: each,
          sourceId: "news",
          endpointUrl: null,
          discoveredAt: at,
          hint,
          priority: 5,
        })),
      );
      const found = await store.articles.behind("discovered", "2026-01-02T00:00:00.000Z", 10);
      await queue.add(found.map(nextJobOf).filter((job) => job !== null));

      const done: string[] = [];
      const empty = async () => {
        const keys = await client.keys(`${prefix}:*`);
        await client.del(...keys);
      };
      let emptied: Promise<void> | undefined;
      await queue.work(
        {
          fetch: async ({ payload }) => {
            emptied ??= empty();
            await emptied;
            await store.articles.advance(payload.articleId, { stage: "closed", at });
            done.push(payload.articleId);
          },
        },
        { concurrency: {}, onError: () => undefined },
      );
      await vi.waitFor(() => expect(done).toHaveLength(1));
      expect(await createSweeper({ store, queue }).sweep()).toEqual({
        poll: 0,
        fetch: 3,
        extract: 0,
        resolve: 0,
      });
      await queue.idle();
      expect(done.toSorted()).toEqual(urls.map(articleId).toSorted());
    } finally {
      client.disconnect();
      await queue.close();
      await store.close();
      rmSync(folder, { recursive: true });
    }
  });
});
