import type { BareToken } from "../../language.ts";
import { decideFixedWord } from "./fixed-words.ts";
import { decideName } from "./names.ts";
import { decideNounOrVerb } from "./noun-or-verb.ts";
import { isTitleCase } from "./title-case.ts";
import { decideVerbForm } from "./verb-forms.ts";
import { wordAt } from "./word.ts";

const closedClasses = ["Auxiliary", "Preposition", "Conjunction", "Determiner", "Pronoun"];

/**
 * Decides in place between the readings that a word can have, from its neighbours. The order of the cases matters:
 * what stands before a word says more than what follows it.
 */
export function disambiguate(tokens: readonly BareToken[], tagged: Set<string>[]): void {
  const titleCase = isTitleCase(tokens);
  const first = tagged.findIndex((tags) => !tags.has("Punctuation"));
  tagged.forEach((tags, i) => {
    if (tags.has("Punctuation")) return;
    const word = wordAt(tokens, tagged, i, { isFirst: i === first, titleCase });
    if (decideFixedWord(word)) return;
    if (closedClasses.some((tag) => tags.has(tag))) return;
    if (decideName(word)) return;
    if (!tags.has("CanBeVerb") && !tags.has("Verb")) return;
    if (!decideVerbForm(word)) decideNounOrVerb(word);
  });
}
