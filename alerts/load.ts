import { z } from "zod";
import { createIssueList, entryIssue, isRecord, parseEntry, type RawEntry } from "../config/entries.ts";
import { type ConfigDocument, readDocument } from "../config/document.ts";
import { AlertIdSchema, type AlertRule, AlertRuleSchema } from "../model/alert.ts";
import { type Target, TargetSchema } from "./channels/index.ts";

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
  for (const rule of rules) {
    for (const id of complete ? rule.to.filter((one) => !known.has(one)) : [])
      issues.add(
        entryIssue(at("rules", rule.id), "to", id, `one of ${[...known].join(", ") || "the targets"}`),
      );
    for (const name of rule.who.lists.filter((one) => lists[one] === undefined))
      issues.add(
        entryIssue(
          at("rules", rule.id),
          "who",
          name,
          `one of ${Object.keys(lists).join(", ") || "the lists"}`,
        ),
      );
  }
  const operators = ListSchema.safeParse(whole.value["operators"] ?? []);
  if (!operators.success)
    issues.add(entryIssue(whole, "operators", typeof whole.value["operators"], "a list of ids of targets"));
  for (const id of complete ? (operators.data ?? []).filter((one) => !known.has(one)) : [])
    issues.add(entryIssue(whole, "operators", id, `one of ${[...known].join(", ") || "the targets"}`));
  issues.throwIfAny();
  return { lists, targets, rules, operators: operators.data ?? [] };
}
