import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { z } from "zod";
import { ConfigError, type ConfigIssue, showFound } from "./config-error.ts";
import { type ConfigDocument, readDocument } from "./document.ts";
import { maskSecrets } from "./mask.ts";
import { nearest } from "./nearest.ts";
import { type SettingKey, settingKeys } from "./setting-keys.ts";
import type { Settings } from "./settings.ts";

/** Where a value came from; `name` is the file with its line, the environment variable or the flag. */
export interface Origin {
  from: "default" | "file" | "env" | "flag";
  name: string | null;
}

export interface LoadedSettings {
  settings: Settings;
  /** Origin of every setting by its dotted key. */
  origins: ReadonlyMap<string, Origin>;
  /** The file that was read, absolute; null when there is none. */
  file: string | null;
  /** What is odd but does no harm: `HABEAS_` variables that nothing reads. */
  warnings: readonly string[];
}

export interface LoadSettingsOptions {
  /** Settings file; else `HABEAS_CONFIG`, else `habeas.yaml`, `.yml` or `.json` in `cwd`. */
  file?: string | undefined;
  env?: Readonly<Record<string, string | undefined>>;
  /** Values by dotted key (`"crawl.timeoutSeconds"`), as text or in their own type; undefined ones are passed over. */
  flags?: Readonly<Record<string, unknown>>;
  cwd?: string;
}

interface Candidate {
  value: unknown;
  origin: Origin;
  /** Text is read according to the kind of the setting. */
  text: boolean;
  place: string;
  line: number | null;
  /** Folder that relative paths start from. */
  base: string;
}

const COMMAND_LINE = "command line";
const DEFAULT_FILES = ["habeas.yaml", "habeas.yml", "habeas.json"];
/** Variables that are read elsewhere than in the settings. */
const OTHER_VARIABLES = ["HABEAS_CONFIG", "HABEAS_URL", "HABEAS_TOKEN"];

/**
 * Gathers the settings: flags win over the environment, the environment over the file, the file over the defaults.
 * Empty environment variables count as not set. Paths in the result are absolute.
 * @throws ConfigError that names file, key, what was found and what was expected, for every wrong value at once.
 */
export function loadSettings(options: LoadSettingsOptions = {}): LoadedSettings {
  const { env = {}, flags = {}, cwd = process.cwd() } = options;
  const keys = settingKeys();
  const issues: ConfigIssue[] = [];
  const candidates = new Map<string, Candidate>();

  const file = findFile(options.file ?? (env.HABEAS_CONFIG || undefined), cwd);
  if (file !== null) {
    const shown = relative(cwd, file).startsWith("..") ? file : relative(cwd, file);
    readFile({ ...readDocument(file), file: shown }, dirname(file), keys, candidates, issues);
  }
  for (const { key, env: name } of keys) {
    const value = env[name];
    if (value === undefined || value === "") continue;
    candidates.set(key, {
      value,
      origin: { from: "env", name },
      text: true,
      place: name,
      line: null,
      base: cwd,
    });
  }
  for (const [key, value] of Object.entries(flags)) {
    if (value === undefined) continue;
    if (!keys.some((known) => known.key === key)) {
      issues.push(
        unknownKey(
          key,
          COMMAND_LINE,
          null,
          keys.map((known) => known.key),
        ),
      );
      continue;
    }
    const text = typeof value === "string";
    candidates.set(key, {
      value,
      origin: { from: "flag", name: COMMAND_LINE },
      text,
      place: COMMAND_LINE,
      line: null,
      base: cwd,
    });
  }

  const settings: Record<string, unknown> = {};
  const origins = new Map<string, Origin>();
  for (const key of keys) {
    const candidate = candidates.get(key.key);
    const value = candidate === undefined ? structuredClone(key.default) : check(key, candidate, issues);
    assign(
      settings,
      key.path,
      key.isPath && typeof value === "string" ? resolve(candidate?.base ?? cwd, value) : value,
    );
    origins.set(key.key, candidate?.origin ?? { from: "default", name: null });
  }
  if (issues.length > 0) throw new ConfigError(issues);
  const result = settings as Settings;
  checkTogether(result, origins);
  return { settings: result, origins, file, warnings: unreadVariables(env, keys) };
}

function findFile(named: string | undefined, cwd: string): string | null {
  if (named !== undefined) return resolve(cwd, named);
  return DEFAULT_FILES.map((name) => join(cwd, name)).find((path) => existsSync(path)) ?? null;
}

function readFile(
  document: ConfigDocument,
  base: string,
  keys: readonly SettingKey[],
  candidates: Map<string, Candidate>,
  issues: ConfigIssue[],
): void {
  const isSection = (path: readonly string[]) =>
    keys.some(
      (key) => key.path.length > path.length && path.every((part, index) => key.path[index] === part),
    );
  const visit = (value: unknown, path: readonly string[]): void => {
    const key = path.join(".");
    const line = document.lineOf(path);
    if (isSection(path)) {
      if (value === null || value === undefined) return;
      if (typeof value !== "object" || Array.isArray(value)) {
        issues.push({
          place: document.file,
          line,
          key,
          found: showFound(value),
          expected: "settings by name",
        });
        return;
      }
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
      return;
    }
    if (!keys.some((known) => known.key === key)) {
      issues.push(
        unknownKey(
          key,
          document.file,
          line,
          keys.map((known) => known.key),
        ),
      );
      return;
    }
    const name = line === null ? document.file : `${document.file}:${line}`;
    candidates.set(key, {
      value,
      origin: { from: "file", name },
      text: false,
      place: document.file,
      line,
      base,
    });
  };
  visit(document.value, []);
}

function unknownKey(key: string, place: string, line: number | null, known: readonly string[]): ConfigIssue {
  const meant = nearest(key, known);
  const expected =
    meant === null ? "a known setting (habeas config lists them)" : `a known setting; did you mean ${meant}?`;
  return { place, line, key, found: "an unknown setting", expected };
}

/** What text means for a setting of this kind; text that cannot be read is given back as it is. */
function fromText(text: string, key: SettingKey): unknown {
  const trimmed = text.trim();
  if (key.nullable && (trimmed === "null" || trimmed === "none" || trimmed === "")) return null;
  switch (key.kind) {
    case "number":
    case "integer":
      return /^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)
        ? Number(trimmed.replaceAll("_", ""))
        : text;
    case "boolean":
      if (/^(true|yes|on|1)$/i.test(trimmed)) return true;
      return /^(false|no|off|0)$/i.test(trimmed) ? false : text;
    case "list":
      return trimmed === "" || trimmed === "none" ? [] : trimmed.split(",").map((part) => part.trim());
    case "choice":
      return trimmed.toLowerCase();
    default:
      return text;
  }
}

/** YAML reads `on` and `off` as words, JSON users write booleans; both mean the choice. */
function fromFile(value: unknown, key: SettingKey): unknown {
  if (key.kind === "choice" && typeof value === "boolean") {
    const word = value ? "on" : "off";
    if (key.choices.includes(word)) return word;
  }
  return value;
}

function check(key: SettingKey, candidate: Candidate, issues: ConfigIssue[]): unknown {
  const value = candidate.text ? fromText(String(candidate.value), key) : fromFile(candidate.value, key);
  const parsed = key.schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const shown = key.secret ? "***" : maskSecrets(showFound(value));
  const issue = parsed.error.issues[0];
  issues.push({
    place: candidate.place,
    line: candidate.line,
    key: key.key,
    found: shown,
    expected: issue === undefined ? "another value" : expectation(key, issue),
  });
  return key.default;
}

function expectation(key: SettingKey, issue: z.core.$ZodIssue): string {
  const unit = key.unit === null ? "" : ` of ${key.unit}`;
  if (key.kind === "choice") return `one of ${key.choices.join(", ")}`;
  if (key.kind === "boolean") return "true or false";
  if (key.kind === "list") return "a list of words";
  if (key.kind === "number" || key.kind === "integer") {
    const whole = key.kind === "integer" ? "a whole number" : "a number";
    if (issue.code === "too_small") {
      return `${whole}${unit} that is ${issue.inclusive === true ? "at least" : "more than"} ${issue.minimum}`;
    }
    if (issue.code === "too_big") return `${whole}${unit} that is at most ${issue.maximum}`;
    return `${whole}${unit}`;
  }
  return issue.code === "invalid_type"
    ? "text"
    : issue.message.startsWith("Invalid")
      ? "text"
      : issue.message;
}

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let section = target;
  for (const name of path.slice(0, -1)) section = (section[name] ??= {}) as Record<string, unknown>;
  section[path.at(-1) ?? ""] = value;
}

function checkTogether(settings: Settings, origins: ReadonlyMap<string, Origin>): void {
  const { backoffBaseSeconds, backoffMaxSeconds } = settings.queue;
  if (backoffMaxSeconds >= backoffBaseSeconds) return;
  throw new ConfigError([
    {
      place: origins.get("queue.backoffMaxSeconds")?.name ?? "default",
      line: null,
      key: "queue.backoffMaxSeconds",
      found: String(backoffMaxSeconds),
      expected: `at least queue.backoffBaseSeconds, which is ${backoffBaseSeconds}`,
    },
  ]);
}

function unreadVariables(
  env: Readonly<Record<string, string | undefined>>,
  keys: readonly SettingKey[],
): string[] {
  const known = [...keys.map((key) => key.env), ...OTHER_VARIABLES];
  return Object.keys(env)
    .filter((name) => name.startsWith("HABEAS_") && !known.includes(name))
    .toSorted()
    .map((name) => {
      const meant = nearest(name, known);
      return `environment variable ${name} is not a setting${meant === null ? "" : `; did you mean ${meant}?`}`;
    });
}
