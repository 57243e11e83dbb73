import { foldArabic, foldWord } from "./fold.ts";
import { matchNames } from "./match.ts";
import type { NameMatch } from "./outcome.ts";

/** Somebody with forms of a name that are on record, in any scripts. */
export interface KnownPerson {
  id: string;
  name: string;
  aliases: Readonly<Record<string, readonly string[]>>;
}

const formKey = (name: string) =>
  foldArabic(foldWord(name))
    .replace(/[\s·.,-]+/gu, " ")
    .trim();
const severalWords = (name: string) => /\s|·|\p{Script=Han}|\p{Script=Myanmar}/u.test(name.trim());

/**
 * A matcher that also knows forms on record: what no spelling system explains (康明凯 and Michael Kovrig, a name before
 * and after marriage), and which forms belong to different people. Names that are not on record go by their spelling.
 */
export function createNameMatcher(people: readonly KnownPerson[]): (a: string, b: string) => NameMatch {
  const bearers = new Map<string, Set<string>>();
  for (const { id, name, aliases } of people)
    for (const form of [name, ...Object.values(aliases).flat()]) {
      if (!severalWords(form)) continue;
      const key = formKey(form);
      bearers.set(key, (bearers.get(key) ?? new Set()).add(id));
    }
  return (a, b) => {
    const [one, other] = [bearers.get(formKey(a)), bearers.get(formKey(b))];
    if (one !== undefined && other !== undefined) {
      const shared = [...one].filter((id) => other.has(id));
      if (shared.length > 0)
        return { outcome: "match", score: 1, reason: `on record as ${shared.join(", ")}` };
      return { outcome: "nomatch", score: 0, reason: "on record as two people" };
    }
    return matchNames(a, b);
  };
}
