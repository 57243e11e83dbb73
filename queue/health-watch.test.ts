import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newEndpointState } from "../model/endpoint-state.ts";
import { type Source, SourceSchema } from "../model/source.ts";
import { createSqliteStore } from "../storage/sqlite/index.ts";
import type { Store } from "../storage/store.ts";
import { createHealthWatch } from "./health-watch.ts";

const url = "https://news.example/feed";
const source: Source = SourceSchema.parse({
  id: "news",
  name: "The News",
  homepage: "https://news.example/",
  kind: "newspaper",
  tier: 2,
  langs: ["en"],
  endpoints: [{ kind: "feed", url }],
});
const hour = 3_600_000;

describe("the watch over the sources' health", () => {
  let folder: string;
  let store: Store;
  let now = Date.parse("2026-02-02T12:00:00Z");
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "habeas-"));
    store = await createSqliteStore({ folder });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const watch = () => createHealthWatch({ store, sources: [source], now: () => now });
  const polled = (consecutiveFailures: number) =>
    store.endpoints.put({
      ...newEndpointState(url, "news", new Date(now + hour).toISOString()),
      polledAt: new Date(now).toISOString(),
      readAt: new Date(now).toISOString(),
      consecutiveFailures,
      lastError: consecutiveFailures === 0 ? null : "answered 503",
    });
  const look = async (failures: number) => {
    now += hour;
    await polled(failures);
    return (await watch().look()).map(({ kind }) => kind);
  };

  it("tells once that a source has gone dark, in a list that goes on behind a cursor", async () => {
    expect(await look(0)).toEqual([]);
    expect(await look(3)).toEqual([]);
    expect(await look(4)).toEqual(["dark"]);
    expect(await look(5)).toEqual([]);
    const [dark] = await store.sourceNotices.list();
    expect(dark).toMatchObject({ sourceId: "news", kind: "dark", lamp: "transport" });
    expect([await look(0), await look(0), await look(0)].flat()).toEqual(["recovered"]);
    const behind = await store.sourceNotices.list({ after: dark?.id ?? "" });
    expect(behind.map(({ kind }) => kind)).toEqual(["recovered"]);
  });

  it("looks again only when something was polled", async () => {
    await look(3);
    now += hour;
    for (let time = 0; time < 5; time++) await watch().look();
    expect((await store.sourceHealth.get("news"))?.lamps.transport.colour).toBe("red");
    await polled(0);
    for (let time = 0; time < 5; time++) await watch().look();
    expect((await store.sourceHealth.get("news"))?.lamps.transport).toMatchObject({
      colour: "red",
      pending: { colour: "green", times: 1 },
    });
  });

  it("passes on what a killed process had noted but not told", async () => {
    await look(0);
    await look(3);
    await look(4);
    const health = await store.sourceHealth.get("news");
    const notice = health?.notices[0];
    if (health === null || notice === undefined) throw new Error("no notice");
    const later = { ...notice, id: `${notice.id} untold` };
    await store.sourceHealth.put({ ...health, notices: [later] });
    await watch().look();
    expect(await store.sourceNotices.list()).toEqual([notice, later]);
  });
});
