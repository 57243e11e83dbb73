import type { Group } from "../../model/extraction.ts";

/**
 * Words that count people without saying what sets them apart; a label with any other noun (foreigners, women, families,
 * journalists) counts something else, so that its number says nothing against theirs.
 */
const anybody =
  /\b(people|persons?|prisoners?|detainees?|inmates?|convicts?|captives?|hostages?|protest[eo]rs?|demonstrators?|activists?|dissidents?|men and women|those|others?|presos|personas|detenidos)\b|человек|люд|заключ[её]нн|арестант|осужд[её]нн|политз[ае]к|пленн|военнопленн|задержанн|чалавек|палітвязн|вязн|зняволен|асуджан|затриман|в'язн/iu;
const special =
  /\b(foreign\w*|women|wom[ae]n|children|minors?|famil\w+|journalists?|reporters?|bloggers?|clerics?|priests?|lawyers?|students?|nationals?|citizens?|soldiers?|[A-Z][a-z]+(?:ian|ish|ese|an|ch)s?)\b|иностран|граждан|женщин|дет[еи]й|семе?[йь]|журналист|адвокат|студент|замежн|грамадзян|жанчын|жанок|дзяцей|сем'|сям'/iu;

/** What a group's number counts: everybody, or a part that its label names. */
export function unitOf({ label }: Pick<Group, "label">): string {
  const part = label.match(special)?.[0];
  if (part !== undefined) return part.toLowerCase().slice(0, 6);
  return anybody.test(label) || label.trim() === "" ? "people" : label.trim().toLowerCase().slice(0, 6);
}

/** Numbers this near to each other (the smaller divided by the larger) are of one size: "about 50" for 52. */
const nearRatio = 0.8;

/** Whether two groups' numbers agree; null when there is nothing to compare. */
export function compareCounts(a: Group, b: Group): "agree" | "differ" | "other unit" | null {
  if (a.count === null || b.count === null) return null;
  if (unitOf(a) !== unitOf(b)) return "other unit";
  return Math.min(a.count, b.count) / Math.max(a.count, b.count) >= nearRatio ? "agree" : "differ";
}
