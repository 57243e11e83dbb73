import {
  alertChanges,
  alertLanguages,
  type AlertRule,
  AlertRuleSchema,
  digestPeriods,
  urgencies,
} from "../../model/alert.ts";
import { assertions, conditionCategories, eventTypes } from "../../model/extraction.ts";
import { clockKinds } from "../../model/standing-change.ts";

/** Values of a form by the names of their fields. A box that is ticked has the field `path:value`. */
export type Fields = Readonly<Record<string, string>>;

/** Lists of which any number may be ticked, by their path in a rule. */
export const tickable = {
  "what.types": eventTypes,
  "what.assertions": assertions,
  "what.conditions": conditionCategories,
  "what.clock.kinds": clockKinds,
  changes: alertChanges,
} as const;

export const choosable = {
  urgency: urgencies,
  language: alertLanguages,
  "minimum.standing": ["claimed", "corroborated", "confirmed"],
  "digest.every": digestPeriods,
} as const;

const words = (text: string | undefined) => (text ?? "").split(/[\s,;]+/).filter((word) => word !== "");
const some = (text: string | undefined) =>
  text === undefined || text.trim() === "" ? undefined : text.trim();
/** What is no number is left as it was written: the rule's own check says what is wrong with it. */
const numeric = (text: string | undefined) => {
  const written = some(text);
  return written === undefined || Number.isNaN(Number(written)) ? written : Number(written);
};
const given = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const anyOf = (values: Record<string, unknown>) =>
  Object.values(values).some((value) => value !== undefined) ? given(values) : null;

/** A rule as a form says it, not checked yet. */
export function ruleOfForm(fields: Fields): Record<string, unknown> {
  const ticked = (path: string) =>
    Object.keys(fields)
      .filter((name) => name.startsWith(`${path}:`))
      .map((name) => name.slice(path.length + 1));
  const at = (path: string) => some(fields[path]);
  return given({
    id: at("id"),
    name: at("name"),
    enabled: fields["enabled"] !== undefined,
    who: { persons: words(at("who.persons")), lists: ticked("who.lists") },
    what: {
      types: ticked("what.types"),
      assertions: ticked("what.assertions"),
      conditions: ticked("what.conditions"),
      clock: given({
        kinds: ticked("what.clock.kinds"),
        minimumDays: numeric(at("what.clock.minimumDays")),
      }),
    },
    where: {
      countries: words(at("where.countries")).map((code) => code.toUpperCase()),
      facilities: words(at("where.facilities")),
    },
    from: {
      sources: words(at("from.sources")),
      tiers: words(at("from.tiers")).map(numeric),
      languages: words(at("from.languages")),
    },
    minimum: given({
      confidence: numeric(at("minimum.confidence")),
      standing: at("minimum.standing"),
    }),
    changes: ticked("changes"),
    language: at("language"),
    urgency: at("urgency"),
    quietHours: anyOf({
      from: at("quietHours.from"),
      to: at("quietHours.to"),
      timeZone: at("quietHours.timeZone"),
    }),
    rateCap: anyOf({
      messages: numeric(at("rateCap.messages")),
      perMinutes: numeric(at("rateCap.perMinutes")),
    }),
    digest:
      at("digest.every") === undefined
        ? null
        : given({ every: at("digest.every"), at: at("digest.at"), timeZone: at("digest.timeZone") }),
    restricted: fields["restricted"] !== undefined,
    oldNews: fields["oldNews"] !== undefined,
    maxAgeDays: numeric(at("maxAgeDays")),
    to: ticked("to"),
  });
}

const ticks = (path: string, values: readonly string[]) => values.map((value) => [`${path}:${value}`, "on"]);

/** The form of a rule. */
export function formOfRule(rule: AlertRule): Fields {
  const { who, what, where, from, minimum, quietHours, rateCap, digest } = rule;
  const values: Record<string, string | number | undefined> = {
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled ? "on" : undefined,
    "who.persons": who.persons.join(", "),
    "what.clock.minimumDays": what.clock.minimumDays,
    "where.countries": where.countries.join(", "),
    "where.facilities": where.facilities.join(", "),
    "from.sources": from.sources.join(", "),
    "from.tiers": from.tiers.join(", "),
    "from.languages": from.languages.join(", "),
    "minimum.confidence": minimum.confidence,
    "minimum.standing": minimum.standing,
    language: rule.language,
    urgency: rule.urgency,
    "quietHours.from": quietHours?.from,
    "quietHours.to": quietHours?.to,
    "quietHours.timeZone": quietHours?.timeZone,
    "rateCap.messages": rateCap?.messages,
    "rateCap.perMinutes": rateCap?.perMinutes,
    "digest.every": digest?.every,
    "digest.at": digest?.at,
    "digest.timeZone": digest?.timeZone,
    restricted: rule.restricted ? "on" : undefined,
    oldNews: rule.oldNews ? "on" : undefined,
    maxAgeDays: rule.maxAgeDays,
  };
  return Object.fromEntries([
    ...Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
    ...ticks("who.lists", who.lists),
    ...ticks("what.types", what.types),
    ...ticks("what.assertions", what.assertions),
    ...ticks("what.conditions", what.conditions),
    ...ticks("what.clock.kinds", what.clock.kinds),
    ...ticks("changes", rule.changes),
    ...ticks("to", rule.to),
  ]) as Fields;
}

/** The form of a rule of which not everything has been said yet. */
export function formOfDraft(draft: Record<string, unknown>): Fields {
  const whole = AlertRuleSchema.parse({ id: "unnamed", name: "unnamed", to: ["nobody"], ...draft });
  return Object.fromEntries(
    Object.entries(formOfRule(whole)).filter(
      ([name]) => name !== "to:nobody" && !((name === "id" || name === "name") && draft[name] === undefined),
    ),
  );
}
