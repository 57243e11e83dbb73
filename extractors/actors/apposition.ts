import type { Word } from "../persons/words.ts";
import type { Organisation, OrganisationOptions } from "./organisations.ts";

const MAX_NAME_WORDS = 5;
const MAX_APPOSITION_WORDS = 7;

/** "Cubalex, a legal aid group based in Miami,": a name that the words after it call an organisation of a kind. */
export function byApposition(at: number, options: OrganisationOptions): Omit<Organisation, "acronym"> | null {
  const { words, actors, names, person } = options;
  const isName = (index: number): boolean => {
    const word = words[index];
    return (
      word !== undefined &&
      (word.shape === "capital" || word.shape === "upper") &&
      !person(index) &&
      !names.titleHeads.has(word.fold) &&
      !actors.calendar.has(word.fold) &&
      !names.articles.has(word.fold) &&
      !names.pronouns.has(word.fold)
    );
  };
  const head = words[at];
  if (head === undefined || !isName(at) || head.possessive) return null;
  const before = words[at - 1];
  if (head.gap === " " && before !== undefined && isName(at - 1)) return null;
  let last = at + 1;
  while (last < at + MAX_NAME_WORDS && words[last]?.gap === " " && isName(last)) last += 1;
  if (words[last - 1]?.possessive === true) return null;
  const article = words[last];
  if (article?.gap !== ", " || !names.articles.has(article.fold) || options.place(at)) return null;
  const kind = kindIn(last + 1, options);
  return kind === null
    ? null
    : { first: at, last, class: kind.class, ruleId: `actor.apposition.${kind.fold}` };
}

function kindIn(
  from: number,
  { words, actors, names }: OrganisationOptions,
): { class: Organisation["class"]; fold: string } | null {
  const stops = (word: Word) => names.personNouns.has(word.fold) || names.partitives.has(word.fold);
  for (let at = from; at < from + MAX_APPOSITION_WORDS; at += 1) {
    const word = words[at];
    if (word?.gap !== " " || stops(word)) return null;
    const kind = word.shape === "lower" ? actors.kinds.get(word.fold) : undefined;
    const next = words[at + 1];
    // "a rights group member": the last noun says what it is.
    if (kind !== undefined && (next === undefined || next.gap !== " " || !names.personNouns.has(next.fold)))
      return { class: kind, fold: word.fold };
  }
  return null;
}
