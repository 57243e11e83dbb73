import type { ActorClass } from "../../model/extraction.ts";
import type { Organisation } from "../actors/organisations.ts";
import type { Hit } from "./gazetteer-index.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { Draft } from "./roster.ts";
import type { Word } from "./words.ts";

interface AffiliationOptions {
  words: readonly Word[];
  names: NameLexicon;
  hits: readonly Hit[];
  organisations: readonly Organisation[];
}

/** Words of an apposition at most: "X, the deputy director of the Minsk office of …". */
const MAX_APPOSITION_WORDS = 10;

/** Classes of the organisations named in a person's title ("CIA Director X") or apposition ("X, head of Viasna"). */
export function affiliationsOf(mentions: readonly Draft[], options: AffiliationOptions): ActorClass[] {
  const { words, hits, organisations, names } = options;
  const classAt = (matches: (range: { first: number; last: number }) => boolean): ActorClass | null => {
    const hit = hits.find((one) => one.known.kind === "actor" && matches(one));
    if (hit?.known.kind === "actor") return hit.known.actor.class;
    return organisations.find(matches)?.class ?? null;
  };
  const found = new Set<ActorClass>();
  for (const { first, last, form, possessive } of mentions) {
    if (form !== "full") continue;
    if (words[first]?.gap === " ") {
      const before = classAt((range) => range.last === first);
      if (before !== null) found.add(before);
    }
    if (possessive || !/^,? $/u.test(words[last]?.gap ?? "")) continue;
    for (let at = last; at < last + MAX_APPOSITION_WORDS; at += 1) {
      const word = words[at];
      if (word === undefined || word.gap === null || (at > last && word.gap !== " ")) break;
      if (names.sayVerbs.has(word.fold) || names.auxiliaries.has(word.fold)) break;
      const own = classAt((range) => range.first === at);
      if (own !== null) found.add(own);
    }
  }
  return [...found];
}
