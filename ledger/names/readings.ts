import { isPinyin, isVietnamese } from "./east-asian.ts";
import { foldWord } from "./fold.ts";
import { type Case, formsOf, type Form, type Gender } from "./inflection.ts";
import { type NameWord, parseName } from "./parse.ts";
import { givenClasses } from "./given-names.ts";
import { type Spoken, spokenWord } from "./word-cost.ts";

/** One way to read a name: its words in dictionary form, all in one case and of one gender. */
export interface Reading {
  words: readonly Spoken[];
  patronymic: Spoken | null;
  gender: Gender | null;
  nominative: boolean;
}

/** A name ready to be compared. */
export interface Name {
  text: string;
  words: readonly NameWord[];
  readings: readonly Reading[];
  surnameFirst: boolean;
  /** Words of the name that count, without patronymic. */
  size: number;
  slavic: boolean;
  semitic: boolean;
  /** Written in syllables that stand for themselves: Chinese and Vietnamese names in Latin letters. */
  syllabic: boolean;
  /** Russian or Belarusian, when its letters tell. */
  language: "ru" | "be" | null;
}

const patronymicEnd =
  /(?:ович|евич|ьич|авіч|евіч|йович|овна|евна|ична|аўна|еўна|івна|ївна|овной|евной|ичной|овны|евны|ичны|овне|евне|ичне|овну|евну|ичну|овича|евича|ича|овичу|евичу|ичу|овичем|евичем|ичем|авіча|евіча|авічу|евічу|аўны|еўны|аўне|еўне|аўну|еўну|o?vich|evich|avich|ovič|evič|avič|owitsch|ewitsch|owicz|ewicz|ovitch|evitch|ovna|evna|auna|euna|ivna|owna|ewna|aŭna|eŭna)$/u;
const slavicEnd =
  /(?:[oe](?:v|w|ff)a?|[ae][uŭw]|av[ao]|sk[iy]|ski[yj]|skij|skaya|skaia|skaja|ska|wicz|vi[cč]h?|witsch|vitch|enk[oa]|[cčt]?[hs]*uk|[yi]uk|[aeiy]k|yn|in|ina|eiko|eika|ejka|i[cč]|ka|ko|ych|ykh|ash|ie[ckv])$/u;
const semiticEnd =
  /(?:zadeh?|zada|pour|nejad|nezhad|oddin|uddin|ullah|ollah|eddine?|abadi|ani|awi|aoui|oui)$/u;
const maxReadings = 24;
const allCases: readonly Case[] = ["n", "g", "d", "a", "i", "l"];

/** The patronymic is a middle or last word with its ending that follows a given name. */
function patronymicAt(words: readonly NameWord[]): number {
  const full = words.filter((word) => !word.initial);
  if (words.length < 3) return -1;
  if (full.length <= 1) {
    // Kozlov N. I. or N. I. Kozlov: the second initial.
    const seen = words.flatMap((word, at) => (word.initial ? [at] : []));
    return seen[1] ?? -1;
  }
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (word === undefined || before === undefined || before.initial) continue;
    if (patronymicEnd.test(word.written) && (words.length === 3 ? at === 1 || isGiven(before) : true)) {
      // A surname of the same ending at the end of "given middle surname" is no patronymic.
      if (at === words.length - 1 && words.length === 3 && patronymicEnd.test(before.written)) continue;
      return at;
    }
  }
  return -1;
}

const isGiven = (word: NameWord) =>
  formsOf(word.folded, word.script, null).some((form) => spokenWord(word, form.lemma).classes.length > 0);

/** @param first the word stands first, where a given name is to be expected: then its sound is enough to know one. */
function formsFor(word: NameWord, first: boolean): readonly Form[] {
  if (word.initial) return [{ lemma: word.folded, gender: null, cases: allCases }];
  if (word.parts.length > 1 && word.script === "cyrl") return hyphenForms(word);
  const spoken = spokenWord(word, word.folded);
  const genders = new Set((first ? spoken.classes : spoken.spelt).map(({ gender }) => gender));
  const [gender = null] = genders;
  const forms = formsOf(word.folded, word.script, genders.size === 1 ? gender : null);
  if (word.script !== "cyrl") return forms;
  // A declined given name has the gender of what it is the form of.
  return forms.map((form) => {
    if (form.cases.includes("n") || form.gender !== null) return form;
    const of = new Set(givenClasses(form.lemma, []).map((one) => one.gender));
    const [only = null] = of;
    return of.size === 1 ? { ...form, gender: only } : form;
  });
}

/** Both parts of a name with a hyphen are declined together; the joined lemma is what is compared. */
function hyphenForms(word: NameWord): readonly Form[] {
  let found: Form[] = [{ lemma: "", gender: null, cases: allCases }];
  for (const [at, part] of word.parts.entries()) {
    const folded = foldWord(part);
    const own = formsOf(folded, word.script, null);
    // The first part may stay as it is: Кара-Мурзы.
    const forms = at === 0 ? [...own, { lemma: folded, gender: null, cases: allCases }] : own;
    found = found
      .flatMap((head) =>
        forms.flatMap((form) => {
          const joined = agree(head, form);
          return joined === null ? [] : [{ ...joined, lemma: head.lemma + form.lemma }];
        }),
      )
      .slice(0, maxReadings);
  }
  return found;
}

interface Agreement {
  gender: Gender | null;
  cases: readonly Case[];
}

function agree(a: Agreement, b: Agreement): Agreement | null {
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return null;
  const cases = a.cases.filter((one) => b.cases.includes(one));
  return cases.length === 0 ? null : { gender: a.gender ?? b.gender, cases };
}

function readingsOf(words: readonly NameWord[], patronymic: number): Reading[] {
  let partial: (Agreement & { lemmas: readonly string[] })[] = [
    { gender: null, cases: allCases, lemmas: [] },
  ];
  for (const [at, word] of words.entries()) {
    const forms = formsFor(word, at === 0);
    partial = partial.flatMap((head) =>
      forms.flatMap((form) => {
        const both = agree(head, form);
        return both === null ? [] : [{ ...both, lemmas: [...head.lemmas, form.lemma] }];
      }),
    );
  }
  const seen = new Set<string>();
  const unique = partial.filter(({ lemmas, gender }) => {
    const key = `${lemmas.join(" ")} ${gender}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
  const chosen =
    unique.length > 0
      ? unique
      : [{ gender: null, cases: allCases, lemmas: words.map((word) => word.folded) }];
  return chosen.slice(0, maxReadings).map(({ lemmas, gender, cases }) => {
    const spoken = words.map((word, at) => spokenWord(word, lemmas[at] ?? word.folded));
    return {
      words: spoken.filter((_, at) => at !== patronymic),
      patronymic: patronymic === -1 ? null : (spoken[patronymic] ?? null),
      gender: gender ?? genderOf(spoken),
      nominative: cases.includes("n"),
    };
  });
}

/** Gender of a name in Latin script: that of the given name, first or last, when it is spelt as we know it. */
function genderOf(words: readonly Spoken[]): Gender | null {
  if (words.some((word) => word.initial)) return null;
  const genders = new Set(words.flatMap((word) => word.spelt.map(({ gender }) => gender)));
  const [only] = genders;
  return genders.size === 1 && only !== undefined ? only : null;
}

function languageOf(words: readonly NameWord[]): Name["language"] {
  const written = words.map((word) => word.written).join("");
  if (words.some((word) => word.script !== "cyrl") || /[їєґғқңөұүәҳҷ]/u.test(written)) return null;
  const [be, ru] = [/[іў]/u.test(written), /[ищъ]/u.test(written)];
  return be === ru ? null : be ? "be" : "ru";
}

const cache = new Map<string, Name>();
const maxCached = 20_000;

/** Reads a name in every way that its language allows. */
export function readName(text: string): Name {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const { words, surnameFirst } = parseName(text);
  const patronymic = patronymicAt(words);
  const readings = readingsOf(words, patronymic);
  const cultures = new Set(
    readings.flatMap((one) => one.words.flatMap((word) => word.classes.map(({ culture }) => culture))),
  );
  const slavicEnding = words.some(
    (word) =>
      word.script === "latn" &&
      (/[čšžŭśźćńł]/u.test(word.written) ||
        [word.written, ...word.parts].some((part) => slavicEnd.test(part))),
  );
  const syllabic = isPinyin(words) || isVietnamese(words);
  const name: Name = {
    text,
    words,
    readings,
    surnameFirst,
    size: words.length - (patronymic === -1 ? 0 : 1),
    slavic: cultures.has("slavic") || slavicEnding || words.some((word) => word.script === "cyrl"),
    semitic:
      cultures.has("semitic") ||
      words.some(
        (word) =>
          word.article ||
          word.script === "arab" ||
          word.script === "hebr" ||
          (word.script === "latn" && semiticEnd.test(word.folded)),
      ),
    syllabic: syllabic && readings.every((one) => one.words.every((word) => word.spelt.length === 0)),
    language: languageOf(words),
  };
  if (cache.size >= maxCached) cache.clear();
  cache.set(text, name);
  return name;
}
