import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleId, stages } from "../model/article.ts";
import { assertions, eventTypes, personRoles } from "../model/extraction.ts";
import { mongoForTests } from "../test/services/for-tests.ts";
import {
  allPages,
  article,
  capture,
  claim,
  contents,
  discovery,
  event,
  mention,
  minutesLater,
} from "./conformance/samples.ts";
import { openStore } from "./index.ts";
import type { Store } from "./store.ts";

const mongo = await mongoForTests("that both stores agree");

/** One thing that a crawl does to a store, drawn at random from a small world so that things meet. */
const urls = ["https://a.example/1", "https://a.example/2", "https://b.example/ё"];
const small = fc.constantFrom("a", "b", "B", "ё", "z z");
const anyUrl = fc.constantFrom(...urls);
const operations = fc.oneof(
  fc.record({ url: anyUrl, minutes: fc.nat(3), title: small }).map(
    ({ url, minutes, title }) =>
      (store: Store) =>
        store.articles.discover([
          discovery({ url, discoveredAt: minutesLater(minutes), hint: { title, published: null } }),
        ]),
  ),
  fc
    .record({
      url: anyUrl,
      stage: fc.constantFrom(...stages),
      force: fc.boolean(),
      keys: fc.array(small),
      title: small,
    })
    .map(({ url, stage, force, keys, title }) => async (store: Store) => {
      await store.articles.discover([discovery({ url })]);
      const read = article(url, title, `${title} body`, { lang: title });
      await store.articles.advance(articleId(url), {
        stage,
        at: minutesLater(9),
        force,
        copyKeys: keys,
        article: read,
      });
    }),
  fc.record({ article: small, block: small, ids: fc.uniqueArray(small), place: small }).map(
    ({ article: by, block, ids, place }) =>
      (store: Store) =>
        store.claims.replaceInBlock(
          by,
          block,
          ids.map((id) => claim(`${by}-${id}`, { articleId: by, place })),
        ),
  ),
  fc
    .record({
      block: small,
      events: fc.uniqueArray(
        fc.record({
          id: small,
          type: fc.constantFrom(...eventTypes.slice(0, 3)),
          assertion: fc.constantFrom(...assertions.slice(0, 2)),
          date: fc.constantFrom(null, "2025", "2025-12", "2025-12-13", "2024-01"),
          person: small,
        }),
        { selector: (one) => one.id, maxLength: 4 },
      ),
    })
    .map(
      ({ block, events }) =>
        (store: Store) =>
          store.events.replaceBlock(
            block,
            events.map(({ id, person, ...rest }) =>
              event(`${block}-${id}`, { blockKey: block, subjects: [{ id: person, name: person }], ...rest }),
            ),
          ),
    ),
  fc
    .record({
      article: small,
      mentions: fc.array(
        fc.record({ id: small, name: small, role: fc.constantFrom(...personRoles), curated: fc.boolean() }),
      ),
    })
    .map(
      ({ article: by, mentions }) =>
        (store: Store) =>
          store.persons.noteMentions(
            by,
            mentions.map(({ id, ...rest }) => mention(id, { ...rest, names: [] })),
          ),
    ),
  fc.record({ body: small, minutes: fc.nat(3) }).map(({ body, minutes }) => (store: Store) => {
    const bytes = Buffer.from(body);
    return store.captures.put(capture(bytes, { fetchedAt: minutesLater(minutes) }), bytes);
  }),
);

/** Answers to what the review app and the commands ask. */
async function answers(store: Store) {
  return {
    contents: await contents(store),
    stages: await store.articles.countByStage(),
    articles: await allPages((page) => store.articles.list({}, page), 2),
    inLanguage: await allPages((page) => store.articles.list({ lang: "ё" }, page), 2),
    found: await allPages((page) => store.articles.list({ text: "е" }, page), 2),
    behind: await store.articles.behind("fetched", minutesLater(60), 10),
    copies: await store.articles.sharingCopyKeys(articleId(urls[0] ?? ""), ["a", "ё"]),
    blocks: await store.claims.blocksOf("a"),
    block: await store.claims.inBlock("b"),
    events: await allPages((page) => store.events.list({}, page), 2),
    december: await allPages(
      (page) => store.events.list({ from: "2025", to: "2025-12", personId: "a" }, page),
      1,
    ),
    persons: await allPages((page) => store.persons.list({}, page), 2),
    named: await allPages((page) => store.persons.list({ text: "z" }, page), 2),
  };
}

describe.skipIf(mongo === null)("the stores of both kinds", () => {
  const { url: mongodbUrl, database } = mongo ?? { url: "", database: "" };
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "habeas-backends-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("give the same answers after the same work", async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(operations, { minLength: 5, maxLength: 25 }), async (work) => {
        const name = String(run++);
        const embedded = await openStore({ dataFolder: join(folder, name), mongodbDatabase: "unused" });
        const served = await openStore({
          dataFolder: folder,
          mongodbUrl,
          mongodbDatabase: `${database}_${name}`,
        });
        try {
          for (const operation of work) {
            await operation(embedded);
            await operation(served);
          }
          expect([embedded.backend, served.backend]).toEqual(["sqlite", "mongodb"]);
          expect(await answers(served)).toEqual(await answers(embedded));
        } finally {
          await embedded.close();
          await served.close();
        }
      }),
      { numRuns: 15 },
    );
  });
});
