import type { GazetteerIndex } from "./gazetteer-index.ts";
import type { Gender, NameLexicon } from "./lexicon.ts";
import type { Run } from "./runs.ts";
import type { Word } from "./words.ts";

/** What speaks for and against a run being a person's name, and what the text says beside it. */
export interface Judgement {
  score: number;
  parts: Record<string, number>;
  gender: Gender | null;
  /** Titles, professions, relations and ages beside the name, folded. */
  descriptions: string[];
  /** "his wife, X": the word for the relation, and where its possessor stands. */
  relation: { word: string; possessor: number | null } | null;
}

export interface JudgeOptions {
  words: readonly Word[];
  lexicon: NameLexicon;
  index: GazetteerIndex;
  lowered: ReadonlySet<string>;
  /** How often a word is mentioned with a capital in the document. */
  capitals: ReadonlyMap<string, number>;
  /** True in headlines in which most words have capitals. */
  titleCase: (sentence: number) => boolean;
}

/** From this score on a run is a person. */
export const PERSON_SCORE = 3;

/** Weighs a run. The weights are set by hand: any two independent signs make a name, one clear sign is enough. */
export function judge(run: Run, options: JudgeOptions): Judgement {
  const { words, lexicon } = options;
  const parts: Record<string, number> = {};
  const add = (name: string, value: number) => {
    if (value !== 0) parts[name] = (parts[name] ?? 0) + value;
  };
  const name = words.slice(run.first, run.last);
  const core = name.filter((word) => word.shape !== "lower");
  const length = core.length;
  const head = core[0];
  const tail = core.at(-1);
  const descriptions: string[] = [];
  if (head === undefined || tail === undefined)
    return { score: 0, parts, gender: null, descriptions, relation: null };

  const given = givenGender(options, head.fold);
  if (given !== undefined) add("given", length > 1 ? 2 : 1);
  if (length > 1) {
    if (lexicon.surnameEndings.test(tail.fold) && !lexicon.isCommon(tail.fold)) add("surname", 1.5);
    else if (lexicon.isSurname(tail.fold) || options.index.bySurname.has(tail.fold)) add("surname", 1);
    if (
      lexicon.nameSyllables.has(head.fold) &&
      core.filter((w) => lexicon.nameSyllables.has(w.fold)).length >= 2
    )
      add("syllables", 2.5);
    if (
      lexicon.familyFirst.has(head.fold) &&
      length <= 4 &&
      core.slice(1).every((word) => isShortGiven(word.fold, lexicon))
    )
      add("family_first", lexicon.isCommon(head.fold) ? 2 : 3);
    if (core.some((word) => word.text.length === 1)) add("initial", 1);
    if (name.some((word) => word.shape === "lower" || /^(?:al|el|ould|abd|abu|ibn|bin)-?$/u.test(word.fold)))
      add("particle", 1);
  }
  if (length === 1) add("single", -2);
  if (length > 4) add("long", -1.5);
  const plain = core.every(
    (word) => !lexicon.isCommon(word.fold) && !lexicon.isPlace(word.fold) && word.shape === "capital",
  );
  if (plain && length > 1) add("unfamiliar", 1);

  const eastern = parts["family_first"] !== undefined || parts["syllables"] !== undefined;
  for (const word of core) {
    if (word === tail && length === 2 && given !== undefined && lexicon.surnamesToo.has(word.fold))
      add("common", -1);
    else if (lexicon.neverNames.has(word.fold) && givenGender(options, word.fold) === undefined)
      add("never", -4);
    else if (word.shape === "upper" && word.text.length > 1 && !options.titleCase(word.sentence))
      add("acronym", -1.5);
    else if (options.lowered.has(word.fold)) add("lowered", -2);
    else if (!eastern && lexicon.isCommon(word.fold) && givenGender(options, word.fold) === undefined)
      add("common", -1.5);
    if (/\d/u.test(word.text)) add("digit", -3);
  }

  if (run.title !== null) {
    add("title", 3);
    for (const word of words.slice(run.titleFirst, run.first)) descriptions.push(word.fold);
  }
  const before = words[run.titleFirst - 1];
  const open = words[run.titleFirst];
  const relation = relationBefore(run, options);
  if (relation !== null) {
    add("relation", 3);
    descriptions.push(relation.word);
  }
  if (before !== undefined && before.sentence === head.sentence && open?.gap != null) {
    const near = open.gap === " ";
    if ((near || open.gap === ", ") && lexicon.personNouns.has(before.fold) && !before.possessive) {
      add("noun", near ? 2.5 : 2);
      descriptions.push(...nounPhraseBefore(words, run.titleFirst, lexicon));
    } else if (open.gap === ", " && !before.possessive) {
      const phrase = describedBefore(words, run.titleFirst, lexicon);
      if (phrase !== null) {
        add("noun", 2);
        descriptions.push(...phrase);
      }
    }
    if (near && lexicon.articles.has(before.fold) && run.title === null) add("article", -3);
    if (near && lexicon.placePrepositions.has(before.fold) && given === undefined)
      add("place", length > 1 ? -1 : -2);
    if (near && lexicon.seats.has(before.fold) && !tail.possessive && run.title === null) add("seat", -1.5);
    const seat = words[run.titleFirst - 2];
    // "the interrogation centre at X", "the camp in X"
    if (
      near &&
      lexicon.seats.has(before.fold) &&
      before.gap === " " &&
      lexicon.neverNames.has(seat?.fold ?? "")
    )
      add("seat", -2);
    if (near && lexicon.sayVerbs.has(before.fold)) add("say", 1);
    if (lexicon.introducers.has(before.fold)) add("introduced", 1);
    if (near && lexicon.namingVerbs.has(before.fold)) {
      const noun = nounBefore(words, run.titleFirst - 1, lexicon);
      if (noun !== null) {
        add("noun", 2.5);
        descriptions.push(noun);
      }
    }
  }
  if (inEntryBrackets(run, words)) add("bracket", -4);
  afterName(run, options, add, descriptions);
  if (length > 1 && (options.capitals.get(tail.fold) ?? 0) > 1) add("again", 1.5);
  if (options.titleCase(head.sentence)) add("title_case", -2);

  const gender = genderOf(
    run,
    parts["family_first"] === undefined ? given : undefined,
    relation?.word ?? null,
    descriptions,
    lexicon,
  );
  const score = Object.values(parts).reduce((sum, value) => sum + value, 0);
  return { score, parts, gender, descriptions, relation };
}

/** "Maykel Castillo (Kilo 8, Pinar del Río).": in an entry that is only a name and brackets these hold a place. */
function inEntryBrackets(run: Run, words: readonly Word[]): boolean {
  let at = run.titleFirst;
  while (words[at]?.gap != null && !/[()]/u.test(words[at]?.gap ?? "")) at -= 1;
  if (words[at]?.gap?.includes("(") !== true) return false;
  const opening = firstOf(words, { ...run, titleFirst: at });
  let last = run.last;
  while (words[last]?.gap != null && !(words[last]?.gap ?? "").includes(")")) last += 1;
  return at - opening <= 5 && words[last]?.gap == null;
}

/** Index of the first word of the run's sentence. */
function firstOf(words: readonly Word[], run: Run): number {
  let at = run.titleFirst;
  while (at > 0 && words[at - 1]?.sentence === words[run.titleFirst]?.sentence) at -= 1;
  return at;
}

export function givenGender(
  { index, lexicon }: { index: GazetteerIndex; lexicon: NameLexicon },
  fold: string,
): "m" | "f" | "u" | undefined {
  const whole = index.givenNames.get(fold) ?? lexicon.givenName(fold);
  if (whole !== undefined) return whole;
  const dash = fold.indexOf("-");
  return dash > 2 ? index.givenNames.get(fold.slice(0, dash)) : undefined;
}

function genderOf(
  run: Run,
  given: "m" | "f" | "u" | undefined,
  relation: string | null,
  descriptions: readonly string[],
  lexicon: NameLexicon,
): Gender | null {
  if (relation !== null) {
    const gender = lexicon.relations.get(relation);
    if (gender != null) return gender;
  }
  if (run.title !== null) {
    const gender = lexicon.titleHeads.get(run.title)?.gender;
    if (gender != null) return gender;
  }
  for (const word of descriptions) {
    const gender = lexicon.personNouns.get(word)?.gender ?? lexicon.relations.get(word);
    if (gender != null) return gender;
  }
  return given === "m" || given === "f" ? given : null;
}

/** "has been held", "was arrested": an auxiliary and then a verb of what is done to people. */
function suffers(words: readonly Word[], at: number, lexicon: NameLexicon): boolean {
  for (let next = at; next < at + 4; next += 1) {
    const word = words[next];
    if (word === undefined || word.gap !== " ") return false;
    if (lexicon.auxiliaries.has(word.fold)) continue;
    return next > at && lexicon.humanVerbs.has(word.fold);
  }
  return false;
}

/** A given name of an eastern order: one or two syllables and, unless very short, no ordinary word. */
function isShortGiven(fold: string, lexicon: NameLexicon): boolean {
  const longest = Math.max(...fold.split("-").map(({ length }) => length));
  return longest <= 7 && lexicon.familyFirstGiven.test(fold) && (fold.length <= 4 || !lexicon.isCommon(fold));
}

/** "his wife, X", "her lawyer X", "Lai's son, X", "X's client, the …": the relation to somebody named or meant. */
function relationBefore(run: Run, { words, lexicon }: JudgeOptions): Judgement["relation"] {
  const open = words[run.titleFirst];
  if (open === undefined || open.gap === null || !/^,? $/u.test(open.gap)) return null;
  for (let at = run.titleFirst - 1; at >= run.titleFirst - 4; at -= 1) {
    const word = words[at];
    if (word === undefined || word.sentence !== open.sentence) return null;
    const counsel = lexicon.counsel.get(word.fold);
    if (lexicon.relations.has(word.fold) || lexicon.lawyers.has(word.fold) || counsel !== undefined) {
      for (let back = at - 1; back >= at - 4; back -= 1) {
        const owner = words[back];
        if (owner === undefined || owner.sentence !== word.sentence) break;
        const pronoun = lexicon.pronouns.get(owner.fold);
        if (pronoun?.possessive === true || owner.possessive)
          return { word: counsel ?? word.fold, possessor: back };
        if (words[back + 1]?.gap !== " ") break;
      }
      return at === run.titleFirst - 1 && counsel === undefined ? { word: word.fold, possessor: null } : null;
    }
    if (word.gap !== " " || word.shape !== "lower") return null;
  }
  return null;
}

/** "a boy from the north called X": the noun for the one who is called so. */
function nounBefore(words: readonly Word[], at: number, lexicon: NameLexicon): string | null {
  for (let back = at - 1; back >= at - 6; back -= 1) {
    const word = words[back];
    if (word === undefined || words[back + 1]?.gap !== " ") return null;
    if (lexicon.personNouns.has(word.fold) && word.shape === "lower") return word.fold;
  }
  return null;
}

/** The nouns of a phrase that ends just before the name: "former banker", "labour activist". */
function nounPhraseBefore(words: readonly Word[], at: number, lexicon: NameLexicon): string[] {
  const found: string[] = [];
  for (let back = at - 1; back >= at - 4; back -= 1) {
    const word = words[back];
    if (word === undefined || lexicon.articles.has(word.fold)) break;
    found.unshift(word.fold);
    if (word.gap !== " ") break;
  }
  return found;
}

/** "the prosecutor in the case, X": a noun for a person with its article, earlier in the words before the comma. */
function describedBefore(words: readonly Word[], at: number, lexicon: NameLexicon): string[] | null {
  for (let back = at - 2; back >= at - 8; back -= 1) {
    const word = words[back];
    if (word === undefined || words[back + 1]?.gap !== " ") return null;
    if (lexicon.sayVerbs.has(word.fold) || lexicon.auxiliaries.has(word.fold)) return null;
    if (!lexicon.personNouns.has(word.fold) || word.shape !== "lower") continue;
    const article = words[back - 1];
    const far = words[back - 2];
    const begun =
      (article !== undefined && lexicon.articles.has(article.fold)) ||
      (far !== undefined && lexicon.articles.has(far.fold) && article?.gap === " ");
    return begun && word.gap === " " ? words.slice(back, at).map(({ fold }) => fold) : null;
  }
  return null;
}

function afterName(
  run: Run,
  { words, lexicon }: JudgeOptions,
  add: (name: string, value: number) => void,
  descriptions: string[],
): void {
  const tail = words[run.last - 1];
  const next = words[run.last];
  if (tail === undefined || next === undefined || next.sentence !== tail.sentence || next.gap === null)
    return;
  if (tail.possessive) return;
  if (/^ ?[,(]\s?$/u.test(next.gap)) {
    if (
      /^\d{1,2}$/u.test(next.text) &&
      Number(next.text) > 9 &&
      /^[,.;)]/u.test(words[run.last + 1]?.gap ?? ".")
    ) {
      add("age", 2.5);
      descriptions.push(next.fold);
    } else if (lexicon.ageCompound.test(next.fold)) add("age", 2.5);
    if (lexicon.relativePronouns.has(next.fold)) add("who", 2);
    if (
      next.gap.includes("(") &&
      next.shape === "capital" &&
      tail.gap !== null &&
      words[run.titleFirst]?.index === firstOf(words, run)
    )
      add("entry", 2);
    const noun = appositionNoun(words, run.last, lexicon);
    if (noun !== null) {
      add("apposition", 2);
      descriptions.push(...noun);
    }
  } else if (next.gap === " ") {
    if (lexicon.relativePronouns.has(next.fold)) add("who", 1.5);
    // "X of this magazine": where they belong.
    if (lexicon.partitives.has(next.fold))
      for (let at = run.last; at < run.last + 5 && words[at]?.gap === " "; at += 1)
        descriptions.push(words[at]?.fold ?? "");
    const predicate = lexicon.auxiliaries.has(next.fold)
      ? appositionNoun(words, run.last + 1, lexicon)
      : null;
    if (predicate !== null && lexicon.articles.has(words[run.last + 1]?.fold ?? "")) {
      add("apposition", 1.5);
      descriptions.push(...predicate);
    }
    if (lexicon.sayVerbs.has(next.fold)) add("say", 1);
    else if (lexicon.humanVerbs.has(next.fold)) add("verb", suffers(words, run.last, lexicon) ? 2 : 1);
  }
}

/** "X, a former banker who …", "X, head of …", "X, her husband": the nouns up to the first one for a person. */
function appositionNoun(words: readonly Word[], at: number, lexicon: NameLexicon): string[] | null {
  const found: string[] = [];
  let start = at;
  if (/^\d/u.test(words[at]?.text ?? "")) start += 1;
  for (let next = start; next < start + 7; next += 1) {
    const word = words[next];
    if (word === undefined || word.gap === null) return null;
    if (next > start && word.gap !== " ") return null;
    if (lexicon.auxiliaries.has(word.fold) || lexicon.sayVerbs.has(word.fold)) return null;
    if (next === start && lexicon.finiteVerbs.has(word.fold)) return null;
    found.push(word.fold);
    const noun = lexicon.personNouns.has(word.fold) || lexicon.relations.has(word.fold);
    const title = word.shape !== "lower" && lexicon.titleHeads.has(word.fold);
    if (noun || title) {
      const after = words[next + 1];
      // "According to X, the activist has been beaten": a clause of its own.
      if (
        after?.gap === " " &&
        lexicon.auxiliaries.has(after.fold) &&
        lexicon.definiteArticles.has(found[0] ?? "")
      )
        return null;
      // "a former police officer": the last noun of the phrase counts.
      if (after?.gap === " " && (lexicon.personNouns.has(after.fold) || lexicon.relations.has(after.fold)))
        continue;
      // "head of the colony", "director of the group": what follows tells where they belong.
      for (let more = next + 1; more <= next + 5; more += 1) {
        const extra = words[more];
        if (extra === undefined || extra.gap !== " " || lexicon.relativePronouns.has(extra.fold)) break;
        if (lexicon.auxiliaries.has(extra.fold) || lexicon.sayVerbs.has(extra.fold)) break;
        found.push(extra.fold);
      }
      return found;
    }
  }
  return null;
}
