import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import { type AlertRule, AlertRuleSchema } from "../model/alert.ts";

/** A rule as it is written down: in YAML, without what is as it would be anyway. */
export function ruleText(rule: AlertRule): string {
  const { id, name, to } = rule;
  const usual = AlertRuleSchema.parse({ id, name, to });
  const written = different(rule, usual) as Partial<AlertRule>;
  return stringify({ id, name, ...written, to });
}

/** Members that differ, sections of a rule member by member. */
function different(value: object, usual: object): object {
  const others = usual as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, now]: [string, unknown]) => {
      const before = others[key];
      if (isDeepStrictEqual(now, before)) return [];
      return [[key, isSection(now) && isSection(before) ? different(now, before) : now]];
    }),
  );
}

const isSection = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
