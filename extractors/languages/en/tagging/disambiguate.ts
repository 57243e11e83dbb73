import type { BareToken } from "../../language.ts";
import { decideFixedWord, isFixedWord } from "./fixed-words.ts";
import { decideName } from "./names.ts";
import { decideNounOrVerb } from "./noun-or-verb.ts";
import { isTitleCase } from "./title-case.ts";
import { decideVerbForm } from "./verb-forms.ts";
import { wordAt } from "./word.ts";

const closedClasses = ["Auxiliary", "Preposition", "Conjunction", "Determiner", "Pronoun"];

/** Whether the tags of a function word stand whatever is around it, so that they can be shared. */
export const isSettled = (lower: string, tags: ReadonlySet<string>): boolean =>
  closedClasses.some((tag) => tags.has(tag)) && !isFixedWord(lower, tags);

/**
 * Decides in place between the readings that a word can have, from its neighbours; tags that are settled are left as
 * they are. The order of the cases matters: what stands before a word says more than what follows it.
 */
export function disambiguate(tokens: readonly BareToken[], tagged: readonly ReadonlySet<string>[]): void {
  const titleCase = isTitleCase(tokens);
  const first = tagged.findIndex((tags) => !tags.has("Punctuation"));
  tokens.forEach(({ lower }, i) => {
    const tags = tagged[i];
    if (tags === undefined || tags.has("Punctuation") || isSettled(lower, tags)) return;
    const word = wordAt(tokens, tagged as readonly Set<string>[], i, { isFirst: i === first, titleCase });
    if (isFixedWord(lower, tags) && decideFixedWord(word)) return;
    if (closedClasses.some((tag) => tags.has(tag))) return;
    if (decideName(word)) return;
    if (!tags.has("CanBeVerb") && !tags.has("Verb")) return;
    if (!decideVerbForm(word)) decideNounOrVerb(word);
  });
}
