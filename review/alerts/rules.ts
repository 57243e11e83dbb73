import { ruleText } from "../../alerts/rule-text.ts";
import type { AlertRule } from "../../model/alert.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";
import type { Preview } from "./desk.ts";

/** A rule that the viewer may see. */
export interface ShownRule {
  rule: AlertRule;
  /** It stands in the file of alerts and is changed there. */
  fromFile: boolean;
}

/** Those of the file first; a rule made here under an id of the file's is not in force and not shown. */
export async function rulesFor(c: ReviewContext): Promise<ShownRule[]> {
  const { alerts } = c.var.services;
  const { rules, fileRules } = await alerts.setup();
  const shown: ShownRule[] = rules
    .filter(({ id }) => fileRules.has(id))
    .map((rule) => ({ rule, fromFile: true }));
  for (let after: string | null | undefined; after !== null; ) {
    const found = await alerts.rules.list({}, { limit: 200, ...(after === undefined ? {} : { after }) });
    shown.push(
      ...found.items.filter(({ id }) => !fileRules.has(id)).map((rule) => ({ rule, fromFile: false })),
    );
    after = found.next;
  }
  const mayBeSeen = await Promise.all(shown.map(({ rule }) => isShown(c, rule)));
  return shown.filter((_, index) => mayBeSeen[index]);
}

/** What a rule says of whom it is about, and what it tells, must not give away who is restricted. */
async function isShown(c: ReviewContext, rule: AlertRule): Promise<boolean> {
  if (viewerOf(c).user.seesRestricted) return true;
  if (rule.restricted) return false;
  const { lists } = await c.var.services.alerts.setup();
  const persons = [...rule.who.persons, ...rule.who.lists.flatMap((name) => lists[name] ?? [])];
  const seen = await Promise.all(persons.map((id) => c.var.reading.shows("person", id)));
  return seen.every(Boolean);
}

/** @throws HttpFault 404 */
export async function ruleFor(c: ReviewContext, id: string): Promise<ShownRule> {
  const shown = (await rulesFor(c)).find(({ rule }) => rule.id === id);
  if (shown === undefined) throw notFound("rule");
  return shown;
}

async function ownRule(c: ReviewContext, id: string): Promise<AlertRule> {
  const { rule, fromFile } = await ruleFor(c, id);
  if (fromFile) throw new HttpFault(409, "This rule stands in the file of alerts; it is changed there.");
  return rule;
}

function checkRestricted(c: ReviewContext, { restricted }: AlertRule): void {
  if (restricted && !viewerOf(c).user.seesRestricted)
    throw new HttpFault(403, "Rules that tell what is restricted are for people who may see it.");
}

const what = ({ id }: Pick<AlertRule, "id">) => ({ kind: "alertRule", id });
const told = ({ name, enabled, restricted, to }: AlertRule) => ({
  name,
  enabled,
  restricted,
  to: to.join(","),
});

/** @throws HttpFault 409 when its id is taken, by a rule that cannot be seen too */
export async function addRule(c: ReviewContext, rule: AlertRule): Promise<void> {
  const { alerts } = c.var.services;
  checkRestricted(c, rule);
  const { fileRules } = await alerts.setup();
  if (fileRules.has(rule.id) || !(await alerts.rules.insert(rule)))
    throw new HttpFault(409, `There is a rule ${rule.id} already; choose another id.`);
  await audit(c, "alerts.rule.add", what(rule), told(rule));
}

/**
 * @param seen the text of the rule that was changed, see {@link ruleText}
 * @throws HttpFault 409 when somebody else changed it meanwhile
 */
export async function changeRule(c: ReviewContext, rule: AlertRule, seen: string): Promise<void> {
  checkRestricted(c, rule);
  const before = await ownRule(c, rule.id);
  let changed = ruleText(before) === seen;
  if (changed)
    await c.var.services.alerts.rules.update(rule.id, (now) => {
      changed = now !== null && ruleText(now) === seen;
      return changed ? rule : null;
    });
  if (!changed)
    throw new HttpFault(
      409,
      "Somebody else changed this rule meanwhile. Nothing was kept; look at it as it is now.",
    );
  await audit(c, "alerts.rule.change", what(rule), told(rule));
}

export async function switchRule(c: ReviewContext, id: string, enabled: boolean): Promise<void> {
  const rule = await ownRule(c, id);
  await c.var.services.alerts.rules.update(id, (now) => (now === null ? null : { ...now, enabled }));
  await audit(c, enabled ? "alerts.rule.enable" : "alerts.rule.disable", what(rule));
}

export async function removeRule(c: ReviewContext, id: string): Promise<void> {
  const rule = await ownRule(c, id);
  await c.var.services.alerts.rules.remove(id);
  await audit(c, "alerts.rule.remove", what(rule), told(rule));
}

/** What a rule would have told in the last days, without what the viewer must not see. Newest first. */
export async function previewFor(c: ReviewContext, rule: AlertRule, days: number): Promise<Preview> {
  checkRestricted(c, rule);
  const { alerts, now } = c.var.services;
  const since = new Date(now() - days * 86_400_000).toISOString();
  const { items, until } = await alerts.preview({ ...rule, enabled: true }, since);
  const { reading } = c.var;
  const seesAll = viewerOf(c).user.seesRestricted;
  const seen = await Promise.all(
    items.map(async ({ eventId, partyIds }) => seesAll || reading.showsWhole(eventId, partyIds)),
  );
  return { items: items.filter((_, index) => seen[index]).toReversed(), until };
}
