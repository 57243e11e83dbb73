import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolveArticle } from "../../ledger/resolve.ts";
import { openStore, type OpenStoreOptions } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import { mongoForTests } from "../services/for-tests.ts";
import { articleOf, extractionOf } from "../stories/documents.ts";
import { contentsOf } from "../stories/ledger-contents.ts";
import { loadOutlets, loadStories } from "../stories/story.ts";

const at = "2026-01-31T00:00:00.000Z";
const workers = 4;
/** After how many articles the workers of each round are killed; nobody is in the last. */
const rounds: readonly (readonly (number | null)[])[] = [
  [1, 2, 3, 5],
  [2, 4, 1, 7],
  [null, null, null, null],
];
const child = fileURLToPath(new URL("resolve-child.mjs", import.meta.url));
const mongo = await mongoForTests("that workers who are killed leave one ledger, on MongoDB");
const outlets = loadOutlets();
/** Stories in which much meets: groups with named members, swaps, corrections, arrests within hours. */
const stories = loadStories().filter(({ id }) =>
  [
    "group-with-named-members",
    "swap-with-two-sides",
    "rearrest-within-hours",
    "promised-done-denied",
    "initials-and-full-names",
    "namesakes-and-spouses",
  ].includes(id),
);
const told = stories.flatMap((story) =>
  story.articles.map((_, index) => {
    const article = articleOf(story, index, outlets);
    return { article, extraction: extractionOf(story, index, article) };
  }),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-concurrency-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Articles and extractions, nothing resolved yet. */
async function prepare(store: Store): Promise<void> {
  for (const { article, extraction } of told) {
    const { id, url, sourceId, title, published } = article;
    const hint = { title, published };
    await store.articles.discover([
      { url, sourceId, endpointUrl: null, discoveredAt: at, hint, priority: 5 },
    ]);
    await store.extractions.put(extraction);
    await store.articles.advance(id, { stage: "extracted", at, article });
  }
}

/** Lets a worker resolve all articles in an order of its own; kills it (-9) after so many, or lets it end. */
async function work(file: string, worker: number, lines: number | null): Promise<string | null> {
  const turned = told.map((_, index) => (index + worker * 5) % told.length);
  const order = worker % 2 === 0 ? turned : turned.toReversed();
  const running = spawn(process.execPath, [child, file, JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(running, "exit");
  let done = 0;
  for await (const _ of createInterface({ input: running.stdout }))
    if (++done === lines) running.kill("SIGKILL");
  const [code, signal] = (await exit) as [number | null, string | null];
  if (signal === null) expect(code).toBe(0);
  return signal;
}

async function expectOneLedger(name: string, options: OpenStoreOptions): Promise<void> {
  const alone = await openStore({ dataFolder: join(folder, `${name}-alone`), mongodbDatabase: "unused" });
  await prepare(alone);
  for (const { article, extraction } of told) {
    const record = await alone.articles.get(article.id);
    if (record !== null) await resolveArticle(alone, record, extraction, { at, sources: outlets });
  }
  const expected = await contentsOf(alone);
  await alone.close();

  const shared = await openStore(options);
  await prepare(shared);
  const file = join(folder, `${name}.json`);
  const ids = told.map(({ article }) => article.id);
  await writeFile(file, JSON.stringify({ store: options, ids, sources: [...outlets], at }));
  const ends: (string | null)[] = [];
  for (const kills of rounds)
    ends.push(
      ...(await Promise.all(
        Array.from({ length: workers }, (_, worker) => work(file, worker, kills[worker] ?? null)),
      )),
    );
  const found = await contentsOf(shared);
  const history = (await shared.standingChanges.after(null, 1_000)).items;
  await shared.close();
  expect(ends.filter((end) => end === "SIGKILL").length).toBeGreaterThanOrEqual(6);
  expect(found).toEqual(expected);
  const numbered = history.map(({ eventId, seq }) => `${eventId} ${seq}`);
  expect(new Set(numbered).size).toBe(numbered.length);
}

describe("four workers on the same stories, killed again and again", () => {
  it("leave one event and one person each, embedded", async () => {
    await expectOneLedger("embedded", { dataFolder: join(folder, "embedded"), mongodbDatabase: "unused" });
  }, 240_000);

  it.skipIf(mongo === null)(
    "leave one event and one person each, on MongoDB",
    async () => {
      const { url: mongodbUrl, database } = mongo ?? { url: "", database: "" };
      await expectOneLedger("served", { dataFolder: folder, mongodbUrl, mongodbDatabase: database });
    },
    240_000,
  );
});
