import type { ActorDraft, FindActorsOptions, Note } from "./draft.ts";

/** "…, she told Vestnik": an unknown name that is told something and is no person is an outlet. */
export function noteTold(
  options: FindActorsOptions,
  drafts: ReadonlyMap<string, ActorDraft>,
  note: Note,
): void {
  const { words, names, actors, hits, organisations, person, document } = options;
  const taken = new Set<number>();
  const known = [...hits, ...organisations, ...[...drafts.values()].flatMap(({ seen }) => seen)];
  for (const { first, last } of known) for (let at = first; at < last; at += 1) taken.add(at);
  const isName = (at: number): boolean => {
    const word = words[at];
    return (
      word?.gap === " " &&
      (word.shape === "capital" || word.shape === "upper") &&
      !taken.has(at) &&
      !person(at) &&
      !actors.calendar.has(word.fold) &&
      !actors.heads.has(word.fold) &&
      !names.pronouns.has(word.fold) &&
      !names.isPlace(word.fold) &&
      !names.titleHeads.has(word.fold) &&
      !names.articles.has(word.fold)
    );
  };
  for (const [at, word] of words.entries()) {
    if (!actors.tellingVerbs.has(word.fold) || !isName(at + 1)) continue;
    let last = at + 2;
    while (last < at + 4 && isName(last)) last += 1;
    if (taken.has(last) || person(last) || words[last - 1]?.possessive === true) continue;
    const name = document.text.slice(words[at + 1]?.start, words[last - 1]?.end);
    note(
      `name:${name.toLowerCase()}`,
      { first: at + 1, last },
      { name, class: "media", gazetteerId: null, ruleId: "actor.told", country: null },
      "full",
      true,
    );
  }
}
