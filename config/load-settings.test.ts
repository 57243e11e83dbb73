import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Permanent } from "../model/errors.ts";
import { ConfigError } from "./config-error.ts";
import { describeSettings } from "./describe-settings.ts";
import { loadSettings } from "./load-settings.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "habeas-settings-"));
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const write = (name: string, text: string) => {
  writeFileSync(join(cwd, name), text);
};
const failure = (run: () => unknown): ConfigError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("where settings come from", () => {
  it("runs on defaults when there is nothing else", () => {
    const { settings, origins, file, warnings } = loadSettings({ cwd, env: {} });
    expect(settings.data.folder).toBe(join(cwd, ".habeas"));
    expect(settings.mongodb.url).toBeNull();
    expect(settings.crawl.allowPrivateHosts).toEqual([]);
    expect(origins.get("crawl.timeoutSeconds")).toEqual({ from: "default", name: null });
    expect(file).toBeNull();
    expect(warnings).toEqual([]);
  });

  it("lets flags win over the environment, the environment over the file, the file over the defaults", () => {
    write("habeas.yaml", "crawl:\n  timeoutSeconds: 1\n  maxRedirects: 1\n  pollIntervalSeconds: 1\n");
    const { settings, origins } = loadSettings({
      cwd,
      env: { HABEAS_CRAWL_TIMEOUT_SECONDS: "2", HABEAS_CRAWL_MAX_REDIRECTS: "2" },
      flags: { "crawl.timeoutSeconds": "3" },
    });
    expect(settings.crawl).toMatchObject({ timeoutSeconds: 3, maxRedirects: 2, pollIntervalSeconds: 1 });
    expect(origins.get("crawl.timeoutSeconds")).toEqual({ from: "flag", name: "command line" });
    expect(origins.get("crawl.maxRedirects")).toEqual({ from: "env", name: "HABEAS_CRAWL_MAX_REDIRECTS" });
    expect(origins.get("crawl.pollIntervalSeconds")).toEqual({ from: "file", name: "habeas.yaml:4" });
  });

  it.each([
    ["habeas.yaml", "log: { level: warn }"],
    ["habeas.yml", "log:\n  level: warn"],
    ["habeas.json", '{"log": {"level": "warn"}}'],
  ])("finds %s in the working folder", (name, text) => {
    write(name, text);
    expect(loadSettings({ cwd, env: {} }).settings.log.level).toBe("warn");
  });

  it("takes the file that is named, then the one of HABEAS_CONFIG, then the one in the folder", () => {
    write("habeas.yaml", "log: { level: warn }");
    write("named.yaml", "log: { level: error }");
    write("flag.yaml", "log: { level: debug }");
    const env = { HABEAS_CONFIG: "named.yaml" };
    expect(loadSettings({ cwd, env }).settings.log.level).toBe("error");
    expect(loadSettings({ cwd, env, file: "flag.yaml" }).settings.log.level).toBe("debug");
  });

  it("takes an empty file and empty sections for nothing", () => {
    write("habeas.yaml", "crawl:\n");
    expect(loadSettings({ cwd, env: {} }).settings.crawl.maxRedirects).toBe(5);
    write("habeas.yaml", "");
    expect(loadSettings({ cwd, env: {} }).settings.crawl.maxRedirects).toBe(5);
  });

  it("takes relative paths of a file from its folder, others from the working folder", () => {
    const folder = mkdtempSync(join(cwd, "etc-"));
    writeFileSync(join(folder, "h.yaml"), "sources: { folder: mine }\n");
    const { settings } = loadSettings({
      cwd,
      env: { HABEAS_DATA: "data", HABEAS_GAZETTEERS_FOLDER: "/abs" },
      file: join(folder, "h.yaml"),
    });
    expect(settings.sources.folder).toBe(join(folder, "mine"));
    expect(settings.data.folder).toBe(join(cwd, "data"));
    expect(settings.gazetteers.folder).toBe("/abs");
  });

  it("reads text from the environment in the type of the setting", () => {
    const { settings } = loadSettings({
      cwd,
      env: {
        HABEAS_SOURCES_ENABLED: "viasna, bbc",
        HABEAS_SOURCES_DISABLED: "none",
        HABEAS_BROWSER_ENABLED: "OFF",
        HABEAS_CRAWL_MAX_BODY_BYTES: "2_000_000",
        HABEAS_CRAWL_PER_HOST_DELAY_SECONDS: ".5",
        HABEAS_MONGODB_DATABASE: "",
        MONGODB_URL: "none",
      },
    });
    expect(settings.sources).toMatchObject({ enabled: ["viasna", "bbc"], disabled: [] });
    expect(settings.browser.enabled).toBe("off");
    expect(settings.crawl).toMatchObject({ maxBodyBytes: 2_000_000, perHostDelaySeconds: 0.5 });
    expect(settings.mongodb).toEqual({ url: null, database: "habeas" });
  });

  it("understands on and off as YAML 1.1 and JSON write them", () => {
    write("habeas.json", '{"browser": {"enabled": false}}');
    expect(loadSettings({ cwd, env: {} }).settings.browser.enabled).toBe("off");
  });
});

describe("what is wrong is named", () => {
  it("tells file, line, key, what was found and what was expected", () => {
    write("habeas.yaml", "crawl:\n  timeoutSeconds: ten\n");
    const error = failure(() => loadSettings({ cwd, env: {} }));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toBe(
      'habeas.yaml:2: crawl.timeoutSeconds: found "ten", expected a number of seconds',
    );
    expect(error.issues).toEqual([
      {
        place: "habeas.yaml",
        line: 2,
        key: "crawl.timeoutSeconds",
        found: '"ten"',
        expected: "a number of seconds",
      },
    ]);
  });

  it("tells everything that is wrong at once", () => {
    write("habeas.yaml", "crawl:\n  timeoutSeconds: -1\n  timoutSeconds: 3\nlog:\n  level: loud\n");
    const { message } = failure(() =>
      loadSettings({ cwd, env: { HABEAS_QUEUE_ATTEMPTS: "2.5" }, flags: { "crawl.maxRedirects": "many" } }),
    );
    expect(message.split("\n").toSorted()).toEqual([
      "HABEAS_QUEUE_ATTEMPTS: queue.attempts: found 2.5, expected a whole number of tries",
      'command line: crawl.maxRedirects: found "many", expected a whole number of redirects',
      "habeas.yaml:2: crawl.timeoutSeconds: found -1, expected a number of seconds that is more than 0",
      "habeas.yaml:3: crawl.timoutSeconds: found an unknown setting, expected a known setting; did you mean crawl.timeoutSeconds?",
      'habeas.yaml:5: log.level: found "loud", expected one of trace, debug, info, warn, error, silent',
    ]);
  });

  it("names a missing file, a file that is no YAML, and a section that is none", () => {
    expect(failure(() => loadSettings({ cwd, env: {}, file: "none.yaml" })).message).toContain(
      "none.yaml: found no such file",
    );
    write("habeas.yaml", "crawl: [1\nlog: {}\n");
    expect(failure(() => loadSettings({ cwd, env: {} })).message).toMatch(/habeas\.yaml:\d+:/);
    write("habeas.yaml", "a: 1\na: 2\n");
    expect(failure(() => loadSettings({ cwd, env: {} })).message).toContain("habeas.yaml:2");
    write("habeas.yaml", "crawl: fast\n");
    expect(failure(() => loadSettings({ cwd, env: {} })).message).toBe(
      'habeas.yaml:1: crawl: found "fast", expected settings by name',
    );
    write("habeas.yaml", "- 1\n");
    expect(failure(() => loadSettings({ cwd, env: {} })).message).toBe(
      "habeas.yaml:1: found [1], expected settings by name",
    );
  });

  it("does not let a wrong value that is overridden stand in the way", () => {
    write("habeas.yaml", "crawl:\n  timeoutSeconds: ten\n");
    expect(
      loadSettings({ cwd, env: {}, flags: { "crawl.timeoutSeconds": 4 } }).settings.crawl.timeoutSeconds,
    ).toBe(4);
  });

  it("refuses an unknown key on the command line and suggests the nearest", () => {
    expect(failure(() => loadSettings({ cwd, env: {}, flags: { "log.levl": "warn" } })).message).toBe(
      "command line: log.levl: found an unknown setting, expected a known setting; did you mean log.level?",
    );
  });

  it("refuses a longest wait that is shorter than the first one", () => {
    const env = { HABEAS_QUEUE_BACKOFF_BASE_SECONDS: "60", HABEAS_QUEUE_BACKOFF_MAX_SECONDS: "30" };
    expect(failure(() => loadSettings({ cwd, env })).message).toBe(
      "HABEAS_QUEUE_BACKOFF_MAX_SECONDS: queue.backoffMaxSeconds: found 30, expected at least queue.backoffBaseSeconds, which is 60",
    );
  });

  it("keeps passwords out of error messages", () => {
    const { message } = failure(() => loadSettings({ cwd, env: { REDIS_URL: "http://me:hunter2@host" } }));
    expect(message).toContain("http://me:***@host");
    expect(message).not.toContain("hunter2");
  });

  it("warns of HABEAS_ variables that nothing reads, and only of those", () => {
    const { warnings } = loadSettings({
      cwd,
      env: { HABEAS_REDIS_URL: "x", HABEAS_CRAWL_TIMEOUT: "3", HABEAS_CONFIG: "", HOME: "/root" },
    });
    expect(warnings).toEqual([
      "environment variable HABEAS_CRAWL_TIMEOUT is not a setting; did you mean HABEAS_CRAWL_TIMEOUT_SECONDS?",
      "environment variable HABEAS_REDIS_URL is not a setting; did you mean REDIS_URL?",
    ]);
  });
});

describe("what `habeas config` shows", () => {
  it("has one row for each setting, with value and origin, and masks what gives access", () => {
    const loaded = loadSettings({
      cwd,
      env: { MONGODB_URL: "mongodb://me:p@ss:word@a:27017,b:27017/x?authSource=admin" },
      flags: { "sources.disabled": "tass,archyde" },
    });
    const rows = new Map(describeSettings(loaded).map((row) => [row.key, row]));
    expect(rows.size).toBe(loaded.origins.size);
    expect(rows.get("mongodb.url")).toMatchObject({
      value: "mongodb://me:***@a:27017,b:27017/x?authSource=admin",
      origin: "MONGODB_URL",
      from: "env",
    });
    expect(rows.get("sources.disabled")).toMatchObject({
      value: ["tass", "archyde"],
      shown: "tass, archyde",
      origin: "command line",
    });
    expect(rows.get("redis.url")).toMatchObject({ value: null, shown: "–", origin: "default" });
    expect(rows.get("crawl.timeoutSeconds")?.shown).toBe("20 seconds");
    expect(JSON.stringify([...rows])).not.toContain("word@");
  });
});
