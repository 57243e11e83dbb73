import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { load } from "cheerio/slim";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Source } from "../model/source.ts";
import { ConfigError } from "./config-error.ts";
import { readDocument } from "./document.ts";
import { dataFiles } from "./files.ts";
import { loadSources, readSources, sourcesFolder } from "./load-sources.ts";
import { packageRoot } from "./package-root.ts";

const shipped = readSources(sourcesFolder());
const byId = new Map(shipped.map((source) => [source.id, source]));

describe("the sources that come with Habeas", () => {
  it("are one file each, named like the id", () => {
    const names = dataFiles(sourcesFolder())
      .map((file) => basename(file, ".yaml"))
      .toSorted();
    expect(shipped.map((source) => source.id)).toEqual(names);
    expect(shipped.length).toBeGreaterThanOrEqual(137);
  });

  it("say why, when they are disabled", () => {
    const disabled = shipped.filter((source) => !source.enabled);
    expect(disabled.length).toBeGreaterThan(0);
    for (const source of disabled) expect(source.disabledReason, source.id).toMatch(/^[A-Z].{20,}\.$/);
  });

  it("have an endpoint to poll, when they are enabled", () => {
    const silent = shipped.filter(
      (source) => source.enabled && !source.endpoints.some((endpoint) => endpoint.enabled),
    );
    expect(silent.map((source) => source.id)).toEqual([]);
  });

  it("say why an endpoint is off", () => {
    for (const source of shipped)
      for (const endpoint of source.endpoints)
        if (!endpoint.enabled) expect(endpoint.note, `${source.id} ${endpoint.url}`).toBeTruthy();
  });

  it("poll no dead endpoint and no template", () => {
    for (const { id, endpoints } of shipped) {
      for (const { enabled, state, url } of endpoints) {
        if (state === "dead") expect(enabled, `${id} ${url}`).toBe(false);
        if (url.includes("{")) expect(enabled, `${id} ${url}`).toBe(false);
      }
    }
  });

  it("refer only to evidence that is explained", () => {
    const known = readDocument(join(packageRoot(), "config", "source-evidence.yaml")).value as object;
    for (const source of shipped) {
      const keys = [source, source.selectors, ...source.endpoints].flatMap((part) => part?.evidence ?? []);
      for (const key of keys) expect(known, source.id).toHaveProperty([key]);
    }
  });

  it("have selectors that are valid CSS", () => {
    const page = load("<html></html>");
    for (const { id, selectors = {}, endpoints } of shipped) {
      const { note: _note, evidence: _evidence, remove = [], ...article } = selectors;
      const listings = endpoints.map(
        ({ selectors: { dateFormat: _format, ...rest } = { link: "a" } }) => rest,
      );
      const all = [...Object.values(article), ...remove, ...listings.flatMap((part) => Object.values(part))];
      for (const selector of all) expect(() => page(selector), `${id} ${selector}`).not.toThrow();
    }
  });

  it("know what the most important ones need", () => {
    expect(byId.get("viasna")).toMatchObject({ tier: 1, langs: ["en", "ru", "be"], status: "degraded" });
    expect(byId.get("viasna")?.topicFilter).toBeUndefined();
    expect(byId.get("rferl")).toMatchObject({ topicFilter: "detention_core", intervalSeconds: 900 });
    expect(byId.get("tass")?.tier).toBe(4);
    expect(byId.get("the-times")?.paywall).toBe("hard");
    const listing = byId.get("eeas")?.endpoints.find((endpoint) => endpoint.kind === "listing");
    expect(listing?.selectors).toMatchObject({ item: ".related-grid .card", dateFormat: "DD.MM.YYYY" });
  });
});

describe("sources of the user", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "habeas-sources-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  const failure = (): ConfigError => {
    try {
      readSources(folder, shipped);
    } catch (error) {
      if (error instanceof ConfigError) return error;
      throw error;
    }
    throw new Error("nothing was thrown");
  };
  const own = "id: mine\nname: Mine\nhomepage: https://mine.example\nkind: blog\ntier: 2\nlangs: [en]\n";
  const find = (sources: readonly Source[], id: string) => sources.find((source) => source.id === id);

  it("are added to the known ones, from YAML and JSON", () => {
    write("mine.yaml", own);
    write(
      "yours.json",
      '{"name": "Yours", "homepage": "https://yours.example", "kind": "blog", "tier": 3, "langs": ["be"]}',
    );
    const sources = loadSources({ userFolder: folder });
    expect(sources.length).toBe(shipped.length + 2);
    expect(find(sources, "mine")).toMatchObject({ name: "Mine", enabled: true, endpoints: [] });
    expect(find(sources, "yours")?.name).toBe("Yours");
  });

  it("change the keys that they give and leave the others", () => {
    write("viasna.yaml", "intervalSeconds: 900\n");
    write("reuters.yaml", "id: reuters\nenabled: true\n");
    const sources = readSources(folder, shipped);
    expect(find(sources, "viasna")).toEqual({ ...byId.get("viasna"), intervalSeconds: 900 });
    expect(find(sources, "reuters")).toMatchObject({ enabled: true, name: "Reuters" });
    expect(find(sources, "reuters")?.disabledReason).toBeUndefined();
  });

  it("fail with file, line, key, what was found and what was expected", () => {
    write("mine.yaml", `${own}enabld: true\nendpoints:\n  - kind: fed\n    url: https://mine.example/rss\n`);
    const file = join(folder, "mine.yaml");
    const lines = failure().message.split("\n");
    expect(lines).toContain(
      `${file}:7: enabld: found an unknown key, expected a known key; did you mean enabled?`,
    );
    expect(lines).toContain(
      `${file}:9: endpoints.0.kind: found "fed", expected one of feed, sitemap, news_sitemap, listing`,
    );
  });

  it.each([
    [
      "a name that is not the id",
      own.replace("id: mine", "id: other"),
      'id: found "other", expected the name of the file, mine',
    ],
    [
      "no reason for being disabled",
      `${own}enabled: false\n`,
      "disabledReason: found nothing, expected a reason",
    ],
    [
      "an unknown topic filter",
      `${own}topicFilter: sport\n`,
      'topicFilter: found "sport", expected one of detention_core',
    ],
    [
      "a broken pattern",
      `${own}endpoints: [{kind: listing, url: "https://m.example", linkPattern: "(a"}]\n`,
      'endpoints.0.linkPattern: found "(a", expected a valid regular expression',
    ],
    [
      "an address that is none",
      own.replace("https://mine.example", "ftp://mine.example"),
      'homepage: found "ftp://mine.example"',
    ],
    [
      "an endpoint twice",
      `${own}endpoints: [{kind: feed, url: "https://m.example"}, {kind: feed, url: "https://m.example"}]\n`,
      "endpoints: found https://m.example twice",
    ],
    ["nothing in the file", "", "found no keys"],
  ])("fail for %s", (_, text, message) => {
    write("mine.yaml", text);
    expect(failure().message).toContain(message);
  });

  it("fail when a source has two files", () => {
    write("mine.yaml", own);
    write("mine.json", "{}");
    expect(failure().message).toContain("expected one file for each source");
  });

  it("fail when the folder is missing", () => {
    expect(() => loadSources({ userFolder: join(folder, "none") })).toThrow(
      /none: sources\.folder: found no such folder, expected a folder/,
    );
  });
});

it("the page about sources in the documentation shows all of them", () => {
  const page = readFileSync(join(packageRoot(), "docs", "sources.md"), "utf8");
  for (const source of shipped) expect(page).toContain(`| \`${source.id}\` |`);
});
