import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleId } from "../model/article.ts";
import { article, discovery, extraction, noon } from "../storage/conformance/samples.ts";
import { openStore } from "../storage/index.ts";
import type { Store } from "../storage/store.ts";
import type { NewJob } from "./queue.ts";
import { sendBackForExtraction } from "./reextract.ts";

let folder: string;
let store: Store;
let jobs: NewJob[];
const queue = {
  add: async (added: readonly NewJob[]) => {
    jobs.push(...added);
    return added.length;
  },
};
const now = () => Date.parse(noon);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-reextract-"));
  store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
  jobs = [];
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A resolved article, extracted by a version. */
async function kept(url: string, version: string, sourceId = "news", published = noon): Promise<string> {
  const id = articleId(url);
  await store.articles.discover([discovery({ url, sourceId })]);
  await store.articles.advance(id, {
    stage: "resolved",
    at: noon,
    article: article(url, "T", "B", { published, sourceId }),
  });
  await store.extractions.put(extraction(id, version));
  return id;
}
const send = (options: Partial<Parameters<typeof sendBackForExtraction>[1]> = {}) =>
  sendBackForExtraction({ store, queue }, { version: "2", now, ...options });

describe("sending kept articles back for extraction", () => {
  it("queues those of older versions and leaves the others alone", async () => {
    const old = await kept("https://news.example/1", "1");
    await kept("https://news.example/2", "2");
    expect(await send()).toEqual({ articleIds: [old], upToDate: 1 });
    expect((await store.articles.get(old))?.stage).toBe("fetched");
    expect(jobs).toMatchObject([{ name: "extract", payload: { articleId: old } }]);
    expect((await send({ again: true })).articleIds).toHaveLength(2);
  });

  it("goes on where a run was interrupted between extraction and ledger", async () => {
    const half = await kept("https://news.example/1", "2");
    await store.articles.advance(half, { stage: "extracted", at: noon, force: true });
    expect((await send()).articleIds).toEqual([half]);
  });

  it("takes only the sources and the time asked for, and no article that was never read", async () => {
    await kept("https://news.example/1", "1");
    const wanted = await kept("https://other.example/1", "1", "other", "2025-12-20T00:00:00Z");
    await kept("https://other.example/2", "1", "other", "2024-12-20T00:00:00Z");
    await store.articles.discover([discovery({ url: "https://other.example/3", sourceId: "other" })]);
    expect((await send({ sourceIds: ["other"], since: "2025" })).articleIds).toEqual([wanted]);
  });
});
