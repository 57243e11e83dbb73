import type { NameLexicon } from "./lexicon.ts";
import type { Draft } from "./roster.ts";
import type { Word } from "./words.ts";

/** Unnamed people while the document is being read. */
export interface GroupDraft {
  key: string;
  count: number | null;
  label: string;
  members: string[];
  mentions: Draft[];
}

const MAX_MODIFIERS = 4;
const MAX_SENTENCES_BACK = 2;

function countOf(word: Word, lexicon: NameLexicon): number | null | undefined {
  if (word.shape === "number") {
    const digits = word.text.replace(/[.,](?=\d{3}\b)/gu, "");
    return /^\d{1,6}$/u.test(digits) ? Number(digits) : undefined;
  }
  if (lexicon.numbers.has(word.fold)) return lexicon.numbers.get(word.fold) ?? null;
  return undefined;
}

/** Finds "123 political prisoners", "hundreds of detainees", "nine of them", "the seven", in order. */
export function findGroups(
  words: readonly Word[],
  lexicon: NameLexicon,
  named: readonly Draft[],
): GroupDraft[] {
  const groups: GroupDraft[] = [];
  const bySize = new Map<number, GroupDraft>();
  const add = (first: number, last: number, count: number | null, label: string) => {
    const known = count === null || count < 2 ? undefined : bySize.get(count);
    const group = known ?? { key: `g${groups.length + 1}`, count, label, members: [], mentions: [] };
    if (known === undefined) groups.push(group);
    if (count !== null && count > 1) bySize.set(count, group);
    const possessive = words[last - 1]?.possessive ?? false;
    group.mentions.push({ first, last, form: "group", keys: [group.key], possessive });
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const count = countOf(word, lexicon);
    if (count === undefined) continue;
    const noun = nounAfter(at, words, lexicon);
    if (noun !== null) {
      const label = words
        .slice(noun.first, noun.last)
        .map((part) => (part.shape === "lower" ? part.text : part.text))
        .join(" ");
      if (count === null || count > 1) add(at, noun.last, count, label);
      at = noun.last - 1;
      continue;
    }
    const before = words[at - 1];
    const after = words[at + 1];
    const definite = before !== undefined && word.gap === " " && lexicon.definite.has(before.fold);
    const known = count === null ? undefined : bySize.get(count);
    const bare =
      after === undefined ||
      after.gap !== " " ||
      lexicon.auxiliaries.has(after.fold) ||
      after.shape !== "lower";
    if (definite && known !== undefined && bare) add(at - 1, at + 1, count, known.label);
    // "Five were released": so many of the people told of before.
    const last = groups.at(-1)?.mentions.at(-1);
    const isNear =
      last !== undefined && word.sentence - (words[last.first]?.sentence ?? 0) <= MAX_SENTENCES_BACK;
    const opens = word.gap === null || /[,;:—–]/u.test(word.gap);
    if (opens && isNear && after?.gap === " " && lexicon.auxiliaries.has(after.fold) && count !== 1)
      add(at, at + 1, count, groups.at(-1)?.label ?? "");
    const partitive = after?.gap === " " && lexicon.partitives.has(after.fold) ? words[at + 2] : undefined;
    if (partitive !== undefined && lexicon.pronouns.get(partitive.fold)?.plural === true) {
      const label = groups.at(-1)?.label ?? partitive.text;
      if (count === null || count > 1) add(at, at + 3, count, label);
    }
  }
  for (const group of groups)
    for (const mention of group.mentions) addMembers(group, mention, words, lexicon, named);
  return groups;
}

/** The noun of a group after its number: range of the label, or null when people are not what is counted. */
function nounAfter(
  at: number,
  words: readonly Word[],
  lexicon: NameLexicon,
): { first: number; last: number } | null {
  let first = at + 1;
  if (words[first]?.gap === " " && lexicon.partitives.has(words[first]?.fold ?? "")) first += 1;
  if (words[first]?.gap === " " && lexicon.definiteArticles.has(words[first]?.fold ?? "")) first += 1;
  for (let next = first; next <= first + MAX_MODIFIERS; next += 1) {
    const word = words[next];
    if (word === undefined || word.gap !== " " || words[next - 1]?.possessive === true) return null;
    if (lexicon.groupNouns.has(word.fold)) {
      let last = next + 1;
      // "opposition politicians", "prisoners of war": the last noun of the phrase.
      while (words[last]?.gap === " " && lexicon.groupNouns.has(words[last]?.fold ?? "")) last += 1;
      return { first, last };
    }
    if (!lexicon.groupModifiers.has(word.fold) && lexicon.groupNouns.size > 0 && word.shape !== "capital")
      return null;
  }
  return null;
}

/** "123 prisoners, among them A, B and C": the persons named after the introducing word belong to the group. */
function addMembers(
  group: GroupDraft,
  mention: Draft,
  words: readonly Word[],
  lexicon: NameLexicon,
  named: readonly Draft[],
): void {
  const sentence = words[mention.first]?.sentence;
  let introduced = -1;
  for (let at = mention.last; at < mention.last + 12; at += 1) {
    const word = words[at];
    if (word === undefined || word.sentence !== sentence) break;
    if (lexicon.introducers.has(word.fold)) introduced = at;
  }
  if (introduced < 0) return;
  let end = introduced + 1;
  for (const draft of named) {
    if (draft.first <= introduced || words[draft.first]?.sentence !== sentence) continue;
    if (draft.first - end > 8 || draft.form === "pronoun") break;
    // "among them A and B, hours after X had met Y": the list ends where a clause or a time begins.
    for (let at = end; at < draft.first; at += 1) {
      const fold = words[at]?.fold ?? "";
      if (lexicon.auxiliaries.has(fold) || lexicon.listEnds.has(fold)) return;
    }
    for (const key of draft.keys)
      if (key.startsWith("p") && !group.members.includes(key)) group.members.push(key);
    end = draft.last;
  }
}
