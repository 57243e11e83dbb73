import { z } from "zod";
import { createIssueList, entryIssue, isRecord, parseEntry, type RawEntry } from "../config/entries.ts";
import type { ConfigIssue } from "../config/config-error.ts";
import { type ConfigDocument, parseText, readDocument } from "../config/document.ts";
import { AlertIdSchema, type AlertRule, AlertRuleSchema } from "../model/alert.ts";
import { Bug } from "../model/errors.ts";
import { type Target, TargetSchema } from "./channels/index.ts";
import type { AlertSetup } from "./setup.ts";

/** What a file of alerts holds. */
export interface AlertFile {
  /** Ids of persons by the name of their list. */
  lists: Record<string, string[]>;
  targets: Target[];
  rules: AlertRule[];
  /** Ids of the targets that hear when a source has gone dark, or is back. */
  operators: string[];
}

const sections = ["lists", "targets", "rules", "operators"];
const ruleKeys = Object.keys(AlertRuleSchema.shape);
const ListSchema = z.array(z.string().min(1));

/**
 * Reads a file of alerts.
 *
 * @throws ConfigError that names file, line and key of everything that is wrong.
 */
export function loadAlertFile(file: string): AlertFile {
  return parseAlerts(readDocument(file));
}

/**
 * A rule by itself, as it is written in the review app: as a mapping or as its text in YAML.
 *
 * @param places line numbers and the name that errors give; without it errors name keys only
 * @throws ConfigError that names everything that is wrong.
 */
export function parseRule(
  written: unknown,
  { targets, lists }: Pick<AlertSetup, "targets" | "lists">,
  places: Pick<ConfigDocument, "file" | "lineOf"> = { file: "rule", lineOf: () => null },
): AlertRule {
  const issues = createIssueList();
  const document: ConfigDocument = { ...places, value: written };
  const entry: RawEntry = { value: isRecord(written) ? written : {}, document, path: [] };
  const parsed = parseEntry(AlertRuleSchema, entry, ruleKeys);
  if (parsed.ok) issues.add(...unknownIn(parsed.value, entry, { targets: new Set(targets.keys()), lists }));
  else issues.add(...parsed.issues);
  issues.throwIfAny();
  if (!parsed.ok) throw new Bug("a rule was refused without a reason");
  return parsed.value;
}

/** As {@link parseRule}, from YAML. */
export function parseRuleText(text: string, setup: Pick<AlertSetup, "targets" | "lists">): AlertRule {
  const document = parseText(text, "rule");
  return parseRule(document.value, setup, document);
}

const oneOf = (names: Iterable<string>, otherwise: string): string =>
  `one of ${[...names].join(", ") || otherwise}`;

/** What a rule refers to and is not there; targets are not looked at when they are null. */
function unknownIn(
  { to, who }: AlertRule,
  entry: RawEntry,
  { targets, lists }: { targets: ReadonlySet<string> | null; lists: Readonly<Record<string, unknown>> },
): ConfigIssue[] {
  return [
    ...to
      .filter((id) => targets !== null && !targets.has(id))
      .map((id) => entryIssue(entry, "to", id, oneOf(targets ?? [], "the targets"))),
    ...who.lists
      .filter((name) => lists[name] === undefined)
      .map((name) => entryIssue(entry, "who", name, oneOf(Object.keys(lists), "the lists"))),
  ];
}

/** As {@link loadAlertFile}, from a document. */
export function parseAlerts(document: ConfigDocument): AlertFile {
  const issues = createIssueList();
  const value = document.value ?? {};
  const whole: RawEntry = { value: isRecord(value) ? value : {}, document, path: [] };
  if (!isRecord(value)) issues.add(entryIssue(whole, "", "no keys", `the keys ${sections.join(", ")}`));
  for (const key of Object.keys(whole.value))
    if (!sections.includes(key))
      issues.add(entryIssue(whole, key, "an unknown key", `one of ${sections.join(", ")}`));

  const read = <T>(section: string, schema: z.ZodType<T>, known: readonly string[] = []): T[] => {
    const list = whole.value[section] ?? [];
    if (!Array.isArray(list)) {
      issues.add(entryIssue(whole, section, typeof list, "a list"));
      return [];
    }
    return list.flatMap((one: unknown, index) => {
      const entry: RawEntry = { value: isRecord(one) ? one : {}, document, path: [section, index] };
      const parsed = parseEntry(schema, entry, known);
      if (parsed.ok) return [parsed.value];
      issues.add(...parsed.issues);
      return [];
    });
  };
  const targets = read("targets", TargetSchema);
  const rules = read("rules", AlertRuleSchema, ruleKeys);

  const lists: Record<string, string[]> = {};
  const written = whole.value["lists"] ?? {};
  if (!isRecord(written))
    issues.add(entryIssue(whole, "lists", typeof written, "names with lists of ids of persons"));
  else
    for (const [name, ids] of Object.entries(written)) {
      const parsed = ListSchema.safeParse(ids);
      if (!AlertIdSchema.safeParse(name).success)
        issues.add(
          entryIssue(
            whole,
            "lists",
            JSON.stringify(name),
            "a name of lower-case letters, digits and hyphens",
          ),
        );
      else if (parsed.success) lists[name] = parsed.data;
      else
        issues.add(entryIssue({ ...whole, path: ["lists"] }, name, typeof ids, "a list of ids of persons"));
    }

  const at = (section: string, id: string): RawEntry => {
    const list = whole.value[section] as { id?: unknown }[];
    return { ...whole, path: [section, list.findIndex((one) => one.id === id)] };
  };
  for (const [section, entries] of [
    ["targets", targets],
    ["rules", rules],
  ] as const) {
    const ids = entries.map(({ id }) => id);
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
      issues.add(entryIssue(at(section, id), "id", `${id} twice`, "an id for each"));
  }
  const known = new Set(targets.map(({ id }) => id));
  // References are checked only when everything that could be meant was read.
  const complete = targets.length === ((whole.value["targets"] as unknown[] | undefined) ?? []).length;
  for (const rule of rules)
    issues.add(...unknownIn(rule, at("rules", rule.id), { targets: complete ? known : null, lists }));
  const operators = ListSchema.safeParse(whole.value["operators"] ?? []);
  if (!operators.success)
    issues.add(entryIssue(whole, "operators", typeof whole.value["operators"], "a list of ids of targets"));
  for (const id of complete ? (operators.data ?? []).filter((one) => !known.has(one)) : [])
    issues.add(entryIssue(whole, "operators", id, `one of ${[...known].join(", ") || "the targets"}`));
  issues.throwIfAny();
  return { lists, targets, rules, operators: operators.data ?? [] };
}
