import type { EventLexicon, FrameRule } from "../languages/frames.ts";
import type { Token } from "../text/document.ts";

/** Rules by the lemma of their trigger. */
export interface TriggerIndex {
  /** Rules that a verb with its particle may trigger, in order of the rules. */
  verbs(lemma: string, particle: string | null): readonly FrameRule[];
  nouns(lemma: string): readonly FrameRule[];
}

const list = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

function add(map: Map<string, FrameRule[]>, key: string, rule: FrameRule): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [rule]);
  else if (!known.includes(rule)) known.push(rule);
}

export function createTriggerIndex(lexicon: EventLexicon): TriggerIndex {
  const verbs = new Map<string, FrameRule[]>();
  const nouns = new Map<string, FrameRule[]>();
  for (const rule of lexicon.rules) {
    for (const verb of list(rule.verbs)) add(verbs, verb, rule);
    for (const noun of list(rule.nouns)) add(nouns, noun, rule);
  }
  const none: readonly FrameRule[] = [];
  return {
    verbs(lemma, particle) {
      const bare = verbs.get(lemma) ?? none;
      if (particle === null) return bare;
      const joined = verbs.get(`${lemma} ${particle}`) ?? none;
      return joined.length === 0
        ? bare
        : [...joined, ...bare.filter((rule) => !joined.includes(rule))].toSorted(
            (a, b) => lexicon.rules.indexOf(a) - lexicon.rules.indexOf(b),
          );
    },
    nouns: (lemma) => nouns.get(lemma) ?? none,
  };
}

const phraseCache = new WeakMap<object, (readonly string[])[]>();

/** Splits a condition's words once: each phrase as its words. */
export function phrasesOfCondition(condition: { words: string }): readonly (readonly string[])[] {
  const known = phraseCache.get(condition);
  if (known !== undefined) return known;
  const split = list(condition.words).map((phrase) => phrase.split(" "));
  phraseCache.set(condition, split);
  return split;
}

/** Whether one of the phrases stands among the tokens, word for word by form or lemma. */
export function containsPhrase(
  tokens: readonly Token[],
  first: number,
  last: number,
  phrases: readonly (readonly string[])[],
): boolean {
  for (let i = first; i < last; i++) {
    for (const words of phrases) {
      if (i + words.length > last) continue;
      let matches = true;
      for (let n = 0; n < words.length && matches; n++) {
        const token = tokens[i + n];
        const word = words[n] ?? "";
        matches =
          token !== undefined &&
          (word.startsWith("#")
            ? token.tags.has(word.slice(1))
            : token.lower === word || token.lemma === word);
      }
      if (matches) return true;
    }
  }
  return false;
}
