import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpuTasks } from "../../queue/cpu-tasks.ts";
import { openStore } from "../../storage/index.ts";
import { measureApart } from "./measure.ts";
import { extractionOf } from "./documents.ts";
import { loadOutlets, loadStories } from "./story.ts";

const stories = loadStories();
const outlets = loadOutlets();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-stories-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let serial = 0;
const open = () => openStore({ dataFolder: join(folder, String(serial++)), mongodbDatabase: "unused" });

describe("the ledger on told stories", () => {
  it("has 60 stories and more, a third of them set aside, in three languages", () => {
    expect(stories.length).toBeGreaterThanOrEqual(60);
    expect(stories.filter(({ set }) => set === "aside").length).toBeGreaterThanOrEqual(20);
    const langs = new Set(
      stories.flatMap(({ articles }) => articles.map(({ src }) => outlets.get(src)?.lang)),
    );
    expect(langs).toEqual(new Set(["be", "en", "ru"]));
  });

  it.each(["open", "aside"] as const)(
    "gathers claims into events and judges them, persons known, in those that are %s",
    async (set) => {
      const figures = await measureApart(
        open,
        stories.filter((story) => story.set === set),
        outlets,
        (article, { story, index }) => extractionOf(story, index, article, "known"),
      );
      expect(figures.pairF1, figures.faults.join("\n")).toBeGreaterThanOrEqual(0.92);
      expect(figures.standing, figures.faults.join("\n")).toBeGreaterThanOrEqual(0.95);
    },
    60_000,
  );

  it.each(["open", "aside"] as const)(
    "finds out who is who, gathers and judges, in those that are %s",
    async (set) => {
      const figures = await measureApart(
        open,
        stories.filter((story) => story.set === set),
        outlets,
      );
      expect(figures.personF1).toBeGreaterThanOrEqual(0.97);
      expect(figures.pairF1, figures.faults.join("\n")).toBeGreaterThanOrEqual(0.92);
      expect(figures.standing, figures.faults.join("\n")).toBeGreaterThanOrEqual(0.95);
    },
    60_000,
  );

  it("is fed by the extractors, and what comes of the English ones is told", async () => {
    const english = stories.filter(({ articles }) =>
      articles.every(({ src }) => outlets.get(src)?.lang === "en"),
    );
    const figures = await measureApart(open, english, outlets, (article) =>
      cpuTasks.extract({ article, gazetteersFolder: null }),
    );
    const [pairs, persons, standing] = [figures.pairF1, figures.personF1, figures.standing].map((figure) =>
      figure.toFixed(2),
    );
    console.info(
      `${english.length} English stories end to end: pairs F1 ${pairs}, persons B³ ${persons}, standing ${standing}`,
    );
    expect(figures.pairF1).toBeGreaterThan(0);
  }, 120_000);
});
