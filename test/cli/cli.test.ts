import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ArticleSchema } from "../../model/article.ts";
import { ExtractionSchema } from "../../model/extraction.ts";
import { EventSchema, PersonSchema } from "../../model/ledger.ts";
import { habeas } from "./habeas.ts";

const story = `Court jails teacher for six years

MINSK, 3 March 2026. A court in Minsk on Monday sentenced the teacher Alena Karpovich to six years in prison.

Karpovich, 41, was arrested in June 2025. Her lawyer, Ihar Bandarenka, said that she had been held in a punishment cell.`;

const page = `<!doctype html><html lang="en"><head><title>Court jails teacher | Example News</title>
<meta property="og:title" content="Court jails teacher for six years">
<meta property="article:published_time" content="2026-03-03T10:00:00+03:00"></head><body><article><h1>Court jails teacher
for six years</h1>${story
  .split("\n\n")
  .slice(1)
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join("")}</article></body></html>`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-cli-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const escape = String.fromCharCode(27);
const linesOf = (text: string) => text.trimEnd().split("\n");

describe("habeas", () => {
  it("shows its commands and examples", async () => {
    const { code, out } = await habeas(["--help"]);
    expect(code).toBe(0);
    for (const command of [
      "demo",
      "run",
      "work",
      "schedule",
      "crawl",
      "extract",
      "read",
      "sources",
      "events",
    ])
      expect(out).toMatch(new RegExp(`^  ${command}\\b`, "m"));
    expect(out).toContain("Examples:");
    expect((await habeas(["extract", "--help"])).out).toContain("Examples:");
  });

  it("ends with 2 for what it does not know, and says what would be right", async () => {
    expect((await habeas(["evnts", "list"])).code).toBe(2);
    expect(await habeas(["events", "list", "--type", "relese"], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining("Did you mean release?") as string,
    });
    expect((await habeas(["crawl", "viasn"], { cwd: folder })).err).toContain("did you mean viasna?");
    expect((await habeas(["crawl"], { cwd: folder })).code).toBe(2);
  });

  it("ends with 3 for a broken settings file and names file, key, found and expected", async () => {
    const file = join(folder, "broken.yaml");
    await writeFile(file, "crawl:\n  timeoutSeconds: soon\n");
    const { code, err } = await habeas(["--config", file, "config"]);
    expect(code).toBe(3);
    for (const part of ["broken.yaml", "crawl.timeoutSeconds", "soon", "number"]) expect(err).toContain(part);
    expect(err).not.toContain("    at ");
  });

  it("prints settings with their origin, without secrets", async () => {
    const { out, code } = await habeas(["--data", folder, "config", "--json"], {
      env: { MONGODB_URL: "mongodb://desk:hunter2@db.example/" },
      cwd: folder,
    });
    expect(code).toBe(0);
    expect(out).not.toContain("hunter2");
    const { settings } = JSON.parse(out) as { settings: { key: string; value: unknown; origin: string }[] };
    expect(settings.find(({ key }) => key === "mongodb.url")?.origin).toBe("MONGODB_URL");
    expect(settings.find(({ key }) => key === "data.folder")).toMatchObject({
      value: folder,
      origin: "command line",
    });
  });

  it("ends with 4 when a server does not answer, with its address but not its password", async () => {
    const env = { MONGODB_URL: "mongodb://desk:hunter2@127.0.0.1:9/?serverSelectionTimeoutMS=300" };
    const { code, err } = await habeas(["events", "list"], { env, cwd: folder });
    expect(code).toBe(4);
    expect(err).toContain("127.0.0.1:9");
    expect(err).not.toContain("hunter2");
  });

  it("extracts from standard input, with the evidence marked and no colour off a terminal", async () => {
    const { code, out } = await habeas(["extract", "-"], { input: story, cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain("Alena Karpovich · detainee");
    expect(out).toMatch(/sentence: Alena Karpovich/);
    expect(out).toMatch(/\[[^\]]*sentenced[^\]]*\]/);
    expect(out).not.toContain(escape);
    const forced = await habeas(["extract", "-"], { input: story, cwd: folder, env: { FORCE_COLOR: "1" } });
    expect(forced.out).toContain(escape);
  });

  it("explains which rules were tried and what an event's confidence is made of", async () => {
    const { code, out } = await habeas(["extract", "--explain", "-"], { input: story, cwd: folder });
    expect(code).toBe(0);
    expect(out).toMatch(/clause 1: main · "sentenced" \(sentence: active, finite, past\)/);
    expect(out).toMatch(/\+ sentence\.\S+ at "sentenced" → event 1/);
    expect(out).toMatch(/confidence 0\.\d\d, odds = base [\d.]+ × /);
  });

  it("extracts as JSON that fits the schemas, with spans that are the evidence", async () => {
    const { out } = await habeas(["extract", "--json", "--published", "2026-03-03", "-"], {
      input: story,
      cwd: folder,
    });
    const { article, extraction } = z
      .strictObject({ article: ArticleSchema, extraction: ExtractionSchema })
      .parse(JSON.parse(out));
    const sentence = extraction.events.find(({ type }) => type === "sentence");
    expect(sentence).toMatchObject({ subjects: ["Alena Karpovich"], term: "6 years", assertion: "asserted" });
    expect(article.text.slice(sentence?.evidence.start, sentence?.evidence.end)).toContain("sentenced");
  });

  it("prints one line of predictions for each corpus file, and tells of files that are none", async () => {
    const good = join(folder, "a.json");
    const bad = join(folder, "b.json");
    const { title = "", text = "" } = /^(?<title>.*)\n\n(?<text>[^]*)$/.exec(story)?.groups ?? {};
    const published = "2026-03-03T12:00:00Z";
    await writeFile(
      good,
      JSON.stringify({
        id: "a",
        lang: "en",
        source: "S",
        url: "https://example.org/a",
        published,
        title,
        text,
      }),
    );
    await writeFile(bad, '{"id": 7}');
    const { code, out, err } = await habeas(["extract", "--format", "gold", good, bad], { cwd: folder });
    expect(code).toBe(1);
    expect(linesOf(out)).toHaveLength(1);
    const line = JSON.parse(out) as { id: string; events: { type: string; evidence: string }[] };
    expect(line.id).toBe("a");
    for (const { evidence } of line.events) expect(`${title}\n\n${text}`).toContain(evidence);
    expect(err).toContain("not a corpus file");
  });

  it("reads pages, packed ones too, and says which cannot be read", async () => {
    const packed = join(folder, "packed.html.gz");
    const empty = join(folder, "empty.html");
    await writeFile(packed, gzipSync(page));
    await writeFile(empty, "<html><body></body></html>");
    const { code, out, err } = await habeas(["read", "--json", packed, empty], { cwd: folder });
    expect(code).toBe(1);
    expect(err).toContain("empty: nothing to read");
    const read = JSON.parse(out) as { paragraphs: string[] };
    expect(read).toMatchObject({
      id: "packed",
      title: "Court jails teacher for six years",
      published: "2026-03-03T10:00:00+03:00",
      lang: "en",
    });
    expect(read.paragraphs[1]).toMatch(/^Karpovich, 41,/);
  });

  it("tells what is wrong with the installation and what to do", async () => {
    const { code, out } = await habeas(["doctor", "--json"], { cwd: folder });
    const findings = JSON.parse(out) as { what: string; state: string }[];
    expect(findings.filter(({ state }) => state === "problem")).toEqual([]);
    expect(code).toBe(0);
    const file = join(folder, "not-a-folder");
    await writeFile(file, "");
    const broken = await habeas(["--data", file, "doctor"], { cwd: folder });
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("--data");
  });

  it("runs the demo, keeps its data, and answers questions about it", async () => {
    const data = join(folder, "demo");
    const demo = await habeas(["demo", "--keep", data], { cwd: folder });
    expect(demo.err).toBe("");
    expect(demo.code).toBe(0);
    expect(demo.out).toContain("Sample articles");
    expect(demo.out).toContain("Maria Kalesnikava");

    const events = await habeas(["--data", data, "events", "list", "--type", "release", "--json"], {
      cwd: folder,
    });
    const releases = linesOf(events.out).map((line) => EventSchema.parse(JSON.parse(line)));
    const freed = releases.find(({ subjects }) => subjects[0]?.id === "kalesnikava-maria");
    expect(freed).toMatchObject({ date: "2025-12-13", assertion: "asserted" });

    const shown = await habeas(["--data", data, "events", "show", freed?.id ?? ""], { cwd: folder });
    expect(shown.out).toMatch(/\[[^\]]+\]/);
    const person = await habeas(["--data", data, "persons", "show", "kalesnikava-maria", "--json"], {
      cwd: folder,
    });
    PersonSchema.loose().parse(JSON.parse(person.out));
    const csv = await habeas(["--data", data, "export", "events", "--format", "csv"], { cwd: folder });
    expect(linesOf(csv.out).length).toBeGreaterThan(releases.length);
    const queue = await habeas(["--data", data, "queue", "status", "--json"], { cwd: folder });
    expect(JSON.parse(queue.out)).toMatchObject({ backend: "local", dead: [] });
  }, 90_000);

  it("never empties a folder that no demo made", async () => {
    const data = join(folder, "mine");
    await habeas(["--data", data, "queue", "status"], { cwd: folder });
    const { code, err } = await habeas(["demo", "--keep", data], { cwd: folder });
    expect(code).toBe(1);
    expect(err).toContain("--keep");
  });
});
