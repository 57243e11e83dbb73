import type { AlertRemark, AlertRule } from "../model/alert.ts";
import type { Standing } from "../model/ledger.ts";
import type { Facts, Told } from "./facts.ts";

/** One condition of a rule and how it came out. */
export interface Check {
  ok: boolean;
  /** Goes behind "sent because" or "not sent because". */
  says: string;
}

export interface Verdict {
  send: boolean;
  /** All conditions when it is sent; those that stand against it when it is not. */
  because: string[];
}

const dayMs = 24 * 60 * 60 * 1000;
const rank: Partial<Record<Standing, number>> = { claimed: 0, corroborated: 1, confirmed: 2 };
/** Bad news about news: whoever heard of an event hears of these, whatever else the rule wants. */
const corrections: ReadonlySet<string> = new Set(["disputed", "denied", "retracted", "corrected"]);

const list = (values: readonly string[]): string => (values.length === 0 ? "none" : values.join(", "));
const meets = (wanted: readonly string[], found: readonly string[]) =>
  wanted.some((value) => found.includes(value));

function who(
  { who: { persons, lists } }: AlertRule,
  people: ReadonlySet<string>,
  { after, before }: Facts,
): Check {
  const subjects = (after ?? before)?.subjects ?? [];
  const names = list(subjects.map(({ name }) => name));
  if (persons.length + lists.length === 0) return { ok: true, says: "the rule is about anybody" };
  const ok = subjects.some(({ id }) => people.has(id));
  return {
    ok,
    says: ok ? `${names} is on the rule's list` : `nobody on the rule's list is named (${names})`,
  };
}

function newsOf(rule: AlertRule, { after, published, remark }: Facts, now: number): Check {
  if (rule.oldNews) return { ok: true, says: "the rule wants old news too" };
  if (remark?.kind === "clock") return { ok: true, says: "it is so now" };
  // When somebody was arrested says nothing of how they are treated now.
  const date = remark === null ? (after?.date ?? null) : null;
  // A vague date is as new as its last day: "2025" is no old news in that year.
  const ends = date === null ? null : lastDayOf(date);
  const age = (at: number) => Math.floor((now - at) / dayMs);
  if (ends !== null && age(ends) > rule.maxAgeDays)
    return { ok: false, says: `it happened ${date}, more than ${rule.maxAgeDays} days ago` };
  if (published !== null && age(Date.parse(published)) > rule.maxAgeDays)
    return {
      ok: false,
      says: `its newest report is of ${published.slice(0, 10)}, more than ${rule.maxAgeDays} days ago`,
    };
  return { ok: true, says: date === null ? "its reports are new" : `it happened ${date}` };
}

function wantsRemark({ what: { conditions, clock } }: AlertRule, remark: AlertRemark): Check {
  if (remark.kind === "condition") {
    const ok = conditions.length === 0 || conditions.includes(remark.category);
    return { ok, says: `the condition is ${remark.category}${ok ? "" : `, wanted: ${list(conditions)}`}` };
  }
  const { what, days } = remark;
  if (clock.kinds.length > 0 && !clock.kinds.includes(what))
    return { ok: false, says: `the clock is of ${what}, wanted: ${list(clock.kinds)}` };
  const ok = days >= clock.minimumDays;
  return { ok, says: `${days} days of ${what}${ok ? "" : `, at least ${clock.minimumDays} are wanted`}` };
}

/** Epoch milliseconds of the last moment of a partial date. */
function lastDayOf(date: string): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0, 1) - 1;
  if (day === undefined) return Date.UTC(year, month, 1) - 1;
  return Date.UTC(year, month - 1, day + 1) - 1;
}

/**
 * Whether a rule wants to tell a change, and why or why not.
 *
 * @param people ids of all persons of the rule, its lists resolved
 * @param told whether the same reader has heard of the event before
 * @param now epoch milliseconds
 */
export function judge(
  rule: AlertRule,
  facts: Facts,
  { people, told, now }: { people: ReadonlySet<string>; told: boolean; now: number },
): Verdict {
  const { after, changes } = facts;
  if (!rule.enabled) return { send: false, because: ["the rule is switched off"] };
  if (changes.length === 0) return { send: false, because: ["nothing changed that a reader would notice"] };
  const restricted: Check = {
    ok: rule.restricted || !facts.restricted,
    says: facts.restricted
      ? rule.restricted
        ? "it is restricted, and the rule's readers may see it"
        : "it is restricted"
      : "it is not restricted",
  };
  const correction = changes.filter((change) => corrections.has(change));
  if (told && correction.length > 0)
    return restricted.ok
      ? { send: true, because: [`who was told of it has to hear that it is ${list(correction)}`] }
      : { send: false, because: [restricted.says] };
  if (after === null)
    return { send: false, because: ["it is told no longer, and was not told to this target"] };

  const wanted = changes.filter((change) => rule.changes.includes(change));
  const { types, assertions } = rule.what;
  const { countries, facilities } = rule.where;
  const { sources, tiers, languages } = rule.from;
  const claimed = (of: (one: Told) => string) => [...new Set(facts.told.map(of))];
  const fromTiers = claimed(({ sourceId }) => String(facts.tiers.get(sourceId) ?? "unknown"));
  const check = (wants: readonly string[], found: readonly string[], what: string): Check => {
    const ok = wants.length === 0 || meets(wants, found);
    return {
      ok,
      says: `its ${what} is ${list(found)}${wants.length === 0 ? "" : `, wanted: ${list(wants)}`}`,
    };
  };
  const standing = rank[after.standing];
  const checks: Check[] = [
    {
      ok: wanted.length > 0,
      says: `it is ${list(changes)}${wanted.length > 0 ? "" : `, wanted: ${list(rule.changes)}`}`,
    },
    facts.remark === null ? check(types, [after.type], "type") : wantsRemark(rule, facts.remark),
    check(assertions, [after.assertion], "assertion"),
    who(rule, people, facts),
    check(countries, facts.countries, "country"),
    check(facilities, facts.facilities, "place of detention"),
    check(
      sources,
      claimed(({ sourceId }) => sourceId),
      "source",
    ),
    check(tiers.map(String), fromTiers, "sources' tier"),
    check(
      languages,
      claimed(({ lang }) => lang.slice(0, 2)),
      "reports' language",
    ),
    {
      ok: facts.confidence >= rule.minimum.confidence,
      says: `its confidence is ${facts.confidence.toFixed(2)}, at least ${rule.minimum.confidence} is wanted`,
    },
    {
      // A dispute or a denial has no rank; whether it is wanted, the changes say.
      ok: facts.remark !== null || standing === undefined || standing >= (rank[rule.minimum.standing] ?? 0),
      says: `it is ${after.standing}, at least ${rule.minimum.standing} is wanted`,
    },
    newsOf(rule, facts, now),
    restricted,
  ];
  const against = checks.filter(({ ok }) => !ok);
  return against.length > 0
    ? { send: false, because: against.map(({ says }) => says) }
    : { send: true, because: checks.map(({ says }) => says) };
}
