import { Permanent } from "../model/errors.ts";

/** One thing that is wrong in a configuration file, the environment or a flag. */
export interface ConfigIssue {
  /** File, environment variable or flag that holds the value. */
  place: string;
  /** Line in the file, from 1. */
  line: number | null;
  /** Dotted path of the value; empty for the file as a whole. */
  key: string;
  /** What was found, shortened and without secrets; null when the value is missing. */
  found: string | null;
  expected: string;
}

function sentence(issue: ConfigIssue): string {
  const place = issue.line === null ? issue.place : `${issue.place}:${issue.line}`;
  const key = issue.key === "" ? "" : ` ${issue.key}:`;
  const found = issue.found === null ? "nothing" : issue.found;
  return `${place}:${key} found ${found}, expected ${issue.expected}`;
}

/** A configuration that cannot be used; the message lists every issue, one a line. */
export class ConfigError extends Permanent {
  readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[], options: { cause?: unknown } = {}) {
    super(issues.map(sentence).join("\n"), options);
    this.issues = issues;
  }
}

/** A value as an error message may show it: JSON, one line, at most 80 characters. */
export function showFound(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
