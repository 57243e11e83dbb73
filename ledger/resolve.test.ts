import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ArticleRecord, articleId, composeText } from "../model/article.ts";
import type { ExtractedEvent, Extraction } from "../model/extraction.ts";
import { openStore } from "../storage/index.ts";
import type { StandingChange } from "../model/standing-change.ts";
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

/** When everything happens here. */
const at = "2026-03-03T00:00:00.000Z";
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
    relations: [],
    conditions: [],
    events,
  };
}

async function addArticle(url: string, published = "2026-03-02"): Promise<ArticleRecord> {
  const sourceId = url.slice(-6);
  const id = articleId(url);
  const hint = { title: null, published: null };
  await store.articles.discover([{ url, sourceId, endpointUrl: null, discoveredAt: at, hint, priority: 5 }]);
  const article = {
    id,
    url,
    sourceId,
    sourceName: "S",
    captureHash: null,
    title: "Alena Sample freed",
    authors: [],
    published,
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

async function histories(): Promise<StandingChange[]> {
  return (await store.standingChanges.after(null, 1000)).items;
}

describe("resolving an article", () => {
  it("twice changes nothing", async () => {
    const record = await addArticle("https://example.org/1");
    const extraction = extractionOf(record.id, "1", [release()]);
    await resolveArticle(store, record, extraction, { at });
    const before = [await eventsOf(), await store.persons.list({}, { limit: 10 })];
    await resolveArticle(store, record, extraction, { at });
    expect([await eventsOf(), await store.persons.list({}, { limit: 10 })]).toEqual(before);
    expect(before[0]).toHaveLength(1);
  });

  it("keeps how somebody is treated under who they are, as the latest extraction tells it", async () => {
    const record = await addArticle("https://example.org/1");
    const { subjects: persons, assertion, cues, attributedTo, trigger, evidence, ruleId } = release();
    const told = { assertion, cues, attributedTo, trigger, evidence, ruleId, confidence };
    const cell = { category: "solitary_confinement" as const, persons, ...told };
    const extraction = { ...extractionOf(record.id, "1", []), conditions: [cell, cell] };
    await resolveArticle(store, record, extraction, { at });
    const [sample] = (await store.persons.list({}, { limit: 1 })).items;
    const { items } = await store.conditionReports.list({ personId: sample?.id ?? "" }, { limit: 5 });
    expect(items).toMatchObject([
      { articleId: record.id, category: "solitary_confinement", quote: "Alena", published: "2026-03-02" },
    ]);
    await resolveArticle(store, record, extractionOf(record.id, "2", []), { at });
    expect((await store.conditionReports.list({}, { limit: 5 })).items).toEqual([]);
  });

  it("joins what several articles say, and takes back what a new extraction no longer says", async () => {
    const one = await addArticle("https://example.org/1");
    const two = await addArticle("https://example.org/2");
    await resolveArticle(store, one, extractionOf(one.id, "1", [release()]), { at });
    await resolveArticle(store, two, extractionOf(two.id, "1", [release(), release({ type: "arrest" })]), {
      at,
    });
    expect((await eventsOf()).map(({ type, standing }) => [type, standing])).toEqual(
      expect.arrayContaining([
        ["release", "corroborated"],
        ["arrest", "claimed"],
      ]),
    );
    await resolveArticle(store, two, extractionOf(two.id, "2", []), { at });
    expect((await eventsOf()).map(({ type, standing }) => [type, standing])).toEqual([
      ["release", "claimed"],
    ]);
  });

  it("keeps an event's id when an earlier article comes late, and its history tells every step", async () => {
    const late = await addArticle("https://example.org/late", "2026-03-01");
    const first = await addArticle("https://example.org/first", "2026-03-02");
    await resolveArticle(store, first, extractionOf(first.id, "1", [release({ date: null })]), { at });
    const [event] = await eventsOf();
    await resolveArticle(store, late, extractionOf(late.id, "1", [release({ assertion: "negated" })]), {
      at,
    });
    expect(await eventsOf()).toMatchObject([{ id: event?.id, standing: "disputed", date: "2026-03-01" }]);
    await resolveArticle(store, late, extractionOf(late.id, "2", []), { at });
    await resolveArticle(store, first, extractionOf(first.id, "2", []), { at });
    const told = (await store.standingChanges.ofEvent(event?.id ?? "")).map(({ seq, before, after }) => [
      seq,
      before?.standing ?? null,
      after?.standing ?? null,
    ]);
    expect(told).toEqual([
      [1, null, "claimed"],
      [2, "claimed", "disputed"],
      [3, "disputed", "claimed"],
      [4, "claimed", null],
    ]);
  });

  it("lets an event that joins another be found under both ids", async () => {
    const days = ["2026-03-01", "2026-03-15", "2026-03-08"] as const;
    for (const [index, date] of days.entries()) {
      const record = await addArticle(`https://example.org/${index}`);
      await resolveArticle(store, record, extractionOf(record.id, "1", [release({ date })]), { at });
    }
    const entries = await histories();
    const told = new Set(entries.map(({ eventId }) => eventId));
    for (const id of told) expect(await store.events.get(id)).not.toBeNull();
    const joined = entries.filter(({ cause }) => cause.kind === "joined");
    const remaining = await eventsOf();
    expect(joined).toHaveLength(told.size - remaining.length);
  });

  it("is mended by a repetition when the process died between any two writes", async () => {
    const record = await addArticle("https://example.org/1");
    await resolveArticle(
      store,
      record,
      extractionOf(record.id, "1", [release(), release({ type: "arrest" })]),
      { at },
    );
    const changed = extractionOf(record.id, "2", [release({ type: "transfer" })]);
    for (let writes = 0; writes < 16; writes++) {
      await resolveArticle(dyingAfter(writes, store), record, changed, { at }).catch(() => undefined);
      await resolveArticle(store, record, changed, { at });
      expect((await eventsOf()).map(({ type }) => type)).toEqual(["transfer"]);
      const told = (await histories()).at(-1);
      expect(told?.after?.type).toBe("transfer");
      await resolveArticle(
        store,
        record,
        extractionOf(record.id, "1", [release(), release({ type: "arrest" })]),
        { at },
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
    standingChanges: {
      ...alive.standingChanges,
      append: async (changes) => {
        spend();
        return alive.standingChanges.append(changes);
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
