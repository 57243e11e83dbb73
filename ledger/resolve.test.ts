import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ArticleRecord, articleId, composeText } from "../model/article.ts";
import type { ExtractedEvent, Extraction } from "../model/extraction.ts";
import { openStore } from "../storage/index.ts";
import type { Store } from "../storage/store.ts";
import { resolveArticle } from "./resolve.ts";

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-ledger-"));
  store = await openStore({ dataFolder: folder, mongodbDatabase: "unused" });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const confidence = { value: 0.9, parts: {} };

function release(change: Partial<ExtractedEvent> = {}): ExtractedEvent {
  return {
    type: "release",
    subjects: ["Alena Sample"],
    group: null,
    agents: [],
    recipients: [],
    date: "2026-03-01",
    place: null,
    term: null,
    charge: null,
    assertion: "asserted",
    cues: [],
    attributedTo: [],
    trigger: { start: 0, end: 5 },
    evidence: { start: 0, end: 5 },
    ruleId: "r",
    confidence,
    ...change,
  };
}

function extractionOf(id: string, version: string, events: ExtractedEvent[]): Extraction {
  const person = {
    name: "Alena Sample",
    aliases: ["Sample"],
    mentions: [{ start: 0, end: 5 }],
    ruleId: "r",
    confidence,
    canonical: "Alena Sample",
    role: "detainee" as const,
    gazetteerId: null,
  };
  return {
    id: `${id}_${version}`,
    articleId: id,
    captureHash: null,
    extractorVersion: version,
    persons: [person],
    actors: [],
    conditions: [],
    events,
  };
}

async function addArticle(url: string): Promise<ArticleRecord> {
  const id = articleId(url);
  const at = "2026-03-02T00:00:00.000Z";
  const hint = { title: null, published: null };
  await store.articles.discover([
    { url, sourceId: "s", endpointUrl: null, discoveredAt: at, hint, priority: 5 },
  ]);
  const article = {
    id,
    url,
    sourceId: "s",
    sourceName: "S",
    captureHash: null,
    title: "Alena Sample freed",
    authors: [],
    published: "2026-03-02",
    modified: null,
    lang: "en",
    section: null,
    leadImage: null,
    ...composeText("Alena Sample freed", []),
  };
  await store.articles.advance(id, { stage: "extracted", at, article });
  const record = await store.articles.get(id);
  if (record === null) throw new Error("the article was not stored");
  return record;
}

const eventsOf = async () => (await store.events.list({}, { limit: 50 })).items;

describe("resolving an article", () => {
  it("twice changes nothing", async () => {
    const record = await addArticle("https://example.org/1");
    const extraction = extractionOf(record.id, "1", [release()]);
    await resolveArticle(store, record, extraction);
    const before = [await eventsOf(), await store.persons.list({}, { limit: 10 })];
    await resolveArticle(store, record, extraction);
    expect([await eventsOf(), await store.persons.list({}, { limit: 10 })]).toEqual(before);
    expect(before[0]).toHaveLength(1);
  });

  it("joins what several articles say, and takes back what a new extraction no longer says", async () => {
    const one = await addArticle("https://example.org/1");
    const two = await addArticle("https://example.org/2");
    await resolveArticle(store, one, extractionOf(one.id, "1", [release()]));
    await resolveArticle(store, two, extractionOf(two.id, "1", [release(), release({ type: "arrest" })]));
    expect((await eventsOf()).map(({ type, standing }) => [type, standing])).toEqual(
      expect.arrayContaining([
        ["release", "corroborated"],
        ["arrest", "claimed"],
      ]),
    );
    await resolveArticle(store, two, extractionOf(two.id, "2", []));
    expect((await eventsOf()).map(({ type, standing }) => [type, standing])).toEqual([
      ["release", "claimed"],
    ]);
  });

  it("is mended by a repetition when the process died between any two writes", async () => {
    const record = await addArticle("https://example.org/1");
    await resolveArticle(
      store,
      record,
      extractionOf(record.id, "1", [release(), release({ type: "arrest" })]),
    );
    const changed = extractionOf(record.id, "2", [release({ type: "transfer" })]);
    for (let writes = 0; writes < 8; writes++) {
      await resolveArticle(dyingAfter(writes, store), record, changed).catch(() => undefined);
      await resolveArticle(store, record, changed);
      expect((await eventsOf()).map(({ type }) => type)).toEqual(["transfer"]);
      await resolveArticle(
        store,
        record,
        extractionOf(record.id, "1", [release(), release({ type: "arrest" })]),
      );
    }
  });
});

/** A store that fails after so many writes to claims and events, as if the process had been killed there. */
function dyingAfter(writes: number, alive: Store): Store {
  let left = writes;
  const spend = () => {
    if (left-- <= 0) throw new Error("killed");
  };
  return {
    ...alive,
    claims: {
      ...alive.claims,
      replaceInBlock: async (...args) => {
        spend();
        await alive.claims.replaceInBlock(...args);
      },
    },
    events: {
      ...alive.events,
      replaceBlock: async (...args) => {
        spend();
        await alive.events.replaceBlock(...args);
      },
    },
  };
}
