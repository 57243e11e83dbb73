import type { z } from "zod";
import { ConfigError, type ConfigIssue, showFound } from "./config-error.ts";
import type { ConfigDocument } from "./document.ts";
import { maskSecrets } from "./mask.ts";
import { nearest } from "./nearest.ts";

/** An entry of a data file as it was written, with the place that it came from. */
export interface RawEntry {
  value: Record<string, unknown>;
  document: ConfigDocument;
  /** Path of the entry in the document. */
  path: readonly PropertyKey[];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Follows a path; undefined when there is nothing. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}

function expectation(issue: z.core.$ZodIssue, known: readonly string[]): string {
  switch (issue.code) {
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys": {
      const meant = nearest(issue.keys[0] ?? "", known);
      return meant === null ? "a known key" : `a known key; did you mean ${meant}?`;
    }
    case "invalid_type":
      return issue.expected;
    default:
      return issue.message.replace(/^Invalid input: expected /, "").replace(/^expected /, "");
  }
}

/**
 * Checks a value against its schema.
 * @param known names of the schema's keys, for suggestions.
 * @returns the parsed value, or the issues with file, line, key, what was found and what was expected.
 */
export function parseEntry<T>(
  schema: z.ZodType<T>,
  entry: RawEntry,
  known: readonly string[] = [],
): { ok: true; value: T } | { ok: false; issues: ConfigIssue[] } {
  const parsed = schema.safeParse(entry.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.flatMap((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [null];
    return unknown.map((name) => {
      const inside = name === null ? issue.path : [...issue.path, name];
      const path = [...entry.path, ...inside];
      const value = valueAt(entry.value, inside);
      return {
        place: entry.document.file,
        line: entry.document.lineOf(path),
        key: path.map(String).join("."),
        found: name !== null ? "an unknown key" : value === undefined ? null : maskSecrets(showFound(value)),
        expected: expectation(issue, known),
      };
    });
  });
  return { ok: false, issues };
}

/** Collects issues over many entries, so that all of them are told at once. */
export function createIssueList() {
  const issues: ConfigIssue[] = [];
  return {
    add: (...more: ConfigIssue[]) => {
      issues.push(...more);
    },
    /** @throws ConfigError when anything was added. */
    throwIfAny: () => {
      if (issues.length > 0) throw new ConfigError(issues);
    },
  };
}

/** An issue about an entry as a whole or one of its keys. */
export function entryIssue(
  entry: RawEntry,
  key: string,
  found: string | null,
  expected: string,
): ConfigIssue {
  const path = key === "" ? entry.path : [...entry.path, key];
  return {
    place: entry.document.file,
    line: entry.document.lineOf(path),
    key: path.map(String).join("."),
    found,
    expected,
  };
}
