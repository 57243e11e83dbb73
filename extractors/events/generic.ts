import type { EventContext } from "./context.ts";
import type { Trigger } from "./positions.ts";

/** "16 people convicted of extremist crimes": a shortened clause that tells a group from others. */
export function isDescription(context: EventContext, trigger: Trigger): boolean {
  if (trigger.kind !== "verb") return false;
  const { kind, verb, sentence } = trigger.clause;
  return (
    kind === "participial" &&
    verb.form === "participle" &&
    context.doc.sentences[sentence]?.zone !== "headline"
  );
}

/** "them and all those unjustly detained": the description is of whoever else it fits. */
export function isOfThose(context: EventContext, trigger: Trigger): boolean {
  const subject = trigger.clause?.subject;
  const last = subject == null ? undefined : context.doc.tokens[subject.last - 1];
  return last !== undefined && last.tags.has("Determiner");
}

/** Habits and general statements: a bare plural in the simple present, or an adverb of habit. */
export function isGeneric(
  context: EventContext,
  trigger: Trigger,
  persons: number,
  groups: ReadonlySet<string>,
): boolean {
  const { clause } = trigger;
  if (clause === undefined) return false;
  const { tokens } = context.doc;
  for (let i = clause.first; i < Math.max(clause.last, clause.verb.last); i++) {
    if (context.map.at(i) === clause && context.lexicon.habitual.has(tokens[i]?.lower ?? "")) return true;
  }
  if (persons > 0 || trigger.kind === "noun") return false;
  const counted = [...groups].some((key) => {
    const entity = context.entities.byKey.get(key);
    return entity?.kind === "group" && entity.count !== null;
  });
  if (counted || groups.size === 0) return false;
  const { verb } = clause;
  const zone = context.doc.sentences[clause.sentence]?.zone;
  return (
    verb.form === "finite" &&
    verb.tense === "present" &&
    !verb.perfect &&
    !verb.progressive &&
    zone !== "headline" &&
    verb.voice === "active" &&
    !verb.certain
  );
}
