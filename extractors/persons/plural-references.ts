import { isOfficial, type ReferencesOptions, type Seen } from "./reference-context.ts";
import type { Word } from "./words.ts";

/** The group or the coordinated persons that "they" means. */
export function pluralBefore(word: Word, seen: readonly Seen[], options: ReferencesOptions): string[] | null {
  let best: string[] | null = null;
  let bestScore = -Infinity;
  for (let at = 0; at < seen.length; at += 1) {
    const { draft, sentence, leads } = seen[at] ?? {};
    if (draft === undefined || sentence === undefined || word.sentence - sentence > 3) continue;
    const keys =
      draft.form === "group" || draft.keys.length > 1 ? draft.keys : coordinated(seen, at, options);
    if (keys === null) continue;
    const score = sentence - word.sentence + (leads === true ? 0.6 : 0) + draft.first / 1e6;
    if (score > bestScore) {
      best = [...keys];
      bestScore = score;
    }
  }
  return best;
}

/** "All four": everybody named in the sentences before, besides officials and relatives. */
export function recentPersons(
  word: Word,
  seen: readonly Seen[],
  { roster, lexicon }: ReferencesOptions,
): string[] {
  const keys = seen
    .filter(({ sentence, draft }) => word.sentence - sentence <= 3 && draft.form !== "group")
    .flatMap(({ draft }) => draft.keys)
    .filter((key) => {
      const person = roster.get(key);
      return person !== undefined && person.relation === null && !isOfficial(person, lexicon);
    });
  return [...new Set(keys)];
}

/** Words between two coordinated names at most: room for "a flautist from Minsk, and her husband". */
const MAX_BETWEEN = 14;

/**
 * Persons that are named one after the other from `at` on: "A and B", "A, B and C", "A, a teacher, and his wife, B",
 * "her arrest, and that of her husband, B". Names that only stand near one another ("A, … to B") are no pair.
 */
function coordinated(
  seen: readonly Seen[],
  at: number,
  { words, lexicon }: ReferencesOptions,
): string[] | null {
  const start = seen[at];
  if (start === undefined || (start.draft.form === "pronoun" && !start.draft.possessive)) return null;
  const keys = [...start.draft.keys];
  let before = start.draft;
  let counted = start.draft.form !== "pronoun";
  for (let next = at + 1; next < seen.length; next += 1) {
    const draft = seen[next]?.draft;
    if (draft === undefined || seen[next]?.sentence !== start.sentence) break;
    // "X and his wife, Y": the possessive stands between the two.
    if (draft.form === "pronoun" && draft.possessive) continue;
    const between = words.slice(before.last, draft.first);
    const isListed = between.length === 0 && words[draft.first]?.gap?.includes(",") === true;
    const isJoined = between.length <= MAX_BETWEEN && between.some(({ fold }) => lexicon.andWords.has(fold));
    if (draft.form === "pronoun" || !(isListed || isJoined)) break;
    if (between.length > 1 && draft.form !== "full") break;
    for (const key of draft.keys) if (!keys.includes(key)) keys.push(key);
    before = draft;
    counted = true;
  }
  return counted && keys.length > 1 ? keys : null;
}
