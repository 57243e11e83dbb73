import type { ActorClass } from "../../model/extraction.ts";
import type { ActorDraft, FindActorsOptions, Note } from "./draft.ts";
import type { ActorLexicon } from "./lexicon.ts";
import { verbFollows } from "./states.ts";

const MAX_OFFICE_WORDS = 4;

/** police, prosecutors, Kenya's foreign ministry: bodies in lower case are actors where they act. */
export function noteBodies(
  options: FindActorsOptions,
  drafts: ReadonlyMap<string, ActorDraft>,
  note: Note,
): void {
  const { words, names, actors, document, organisations, hits } = options;
  const taken = new Set<number>();
  const covered = [...organisations, ...[...drafts.values()].flatMap(({ mentions }) => mentions)];
  for (const { first, last } of covered) for (let at = first; at < last; at += 1) taken.add(at);
  const found: { first: number; last: number; phrase: string; class: ActorClass }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (taken.has(at)) continue;
    const body = bodyAt(at, options);
    if (body === null) continue;
    at = body.last - 1;
    const staff = actors.staff.has(words[body.last]?.fold ?? "") && words[body.last]?.gap === " " ? 1 : 0;
    const by = words[body.first - (names.definiteArticles.has(words[body.first - 1]?.fold ?? "") ? 2 : 1)];
    const deed = words[(by?.index ?? 0) - 1];
    const agent =
      by !== undefined &&
      by.sentence === words[at]?.sentence &&
      (actors.agentPrepositions.has(by.fold) ||
        (names.partitives.has(by.fold) && deed !== undefined && actors.deeds.has(deed.fold)));
    if (verbFollows(body.last + staff, options) || agent) found.push(body);
  }
  for (const body of found) {
    // "the press service" after "the presidential press service" is the same body.
    const longer = found.find((other) => other !== body && other.phrase.endsWith(` ${body.phrase}`));
    const nation = hits.find((hit) => hit.last === body.first && hit.known.kind === "country");
    const first = nation?.first ?? body.first;
    const text = document.text.slice(words[first]?.start, words[body.last - 1]?.end);
    const name =
      nation === undefined && text[0] !== text[0]?.toLowerCase() && words[first]?.gap === null
        ? body.phrase
        : text;
    const draft = note(
      `body:${longer?.phrase ?? body.phrase}`,
      { first, last: body.last },
      { name, class: body.class, gazetteerId: null, ruleId: "actor.body", country: null },
      "full",
      true,
    );
    draft.forms.add(body.phrase);
  }
}

const firstWordsOf = new WeakMap<ActorLexicon, ReadonlySet<string>>();

/** First words of the lexicon's bodies, gathered once. */
function firstWords(actors: ActorLexicon): ReadonlySet<string> {
  const known = firstWordsOf.get(actors);
  if (known !== undefined) return known;
  const words = new Set([...actors.bodies.keys()].map((phrase) => phrase.split(/ |'s/u)[0] ?? ""));
  firstWordsOf.set(actors, words);
  return words;
}

/** The longest body of the lexicon that starts at a word, or the experts of an intergovernmental body. */
function bodyAt(
  at: number,
  { words, actors, hits }: FindActorsOptions,
): { first: number; last: number; phrase: string; class: ActorClass } | null {
  const word = words[at];
  if (word === undefined) return null;
  const farthest = firstWords(actors).has(word.fold) ? at + 3 : at;
  for (let last = farthest; last > at; last -= 1) {
    const range = words.slice(at, last);
    if (range.slice(1).some((part) => part.gap !== " " || part.sentence !== word.sentence)) continue;
    const phrase = range
      .map((part) => `${part.fold}${part.possessive && part !== range.at(-1) ? "'s" : ""}`)
      .join(" ");
    const own = actors.bodies.get(phrase);
    if (own !== undefined) return { first: at, last, phrase, class: own };
  }
  const igo = hits.find(
    (hit) => hit.first === at && hit.known.kind === "actor" && hit.known.actor.class === "igo",
  );
  const last = igo === undefined ? null : officeAfter(igo.last, { words, actors });
  if (last === null) return null;
  const phrase = words
    .slice(at, last)
    .map(({ text }) => text)
    .join(" ");
  return { first: at, last, phrase, class: "igo" };
}

/** "UN experts", "the UN human rights office": index after the words that make another body of the name before `at`. */
export function officeAfter(
  at: number,
  { words, actors }: Pick<FindActorsOptions, "words" | "actors">,
): number | null {
  for (let next = at; next < at + MAX_OFFICE_WORDS; next += 1) {
    const word = words[next];
    if (word?.gap !== " " || word.shape !== "lower") return null;
    if (actors.experts.has(word.fold)) return next + 1;
    if (!actors.officeWords.has(word.fold)) return null;
  }
  return null;
}
