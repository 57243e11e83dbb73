/** Irregular verbs of news English: base, then past, then participle when it differs. */
const irregular = `be was,were been|have had|do did done|go went gone|say said|tell told|take took taken|give gave given|hold held|
keep kept|leave left|lead led|meet met|make made|send sent|bring brought|put put|let let|set set|get got gotten,got|begin began begun|
become became become|come came come|write wrote written|speak spoke spoken|see saw seen|know knew known|think thought|find found|
lose lost|win won|sell sold|sit sat|stand stood|understand understood|pay paid|lay laid|lie lay lain|beat beat beaten|break broke broken|
choose chose chosen|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|fly flew flown|forbid forbade forbidden|
forget forgot forgotten|freeze froze frozen|grow grew grown|hang hanged,hung|hear heard|hide hid hidden|hit hit|hurt hurt|run ran run|
rise rose risen|seek sought|shoot shot|show showed shown|shut shut|sign signed|sleep slept|spend spent|steal stole stolen|strike struck|
swear swore sworn|teach taught|throw threw thrown|wear wore worn|withdraw withdrew withdrawn|undergo underwent undergone|catch caught|
buy bought|build built|cut cut|deal dealt|draw drew drawn|drink drank drunk|mean meant|read read|ride rode ridden|ring rang rung|
shake shook shaken|spread spread|quit quit|bind bound|bear bore born,borne|overturn overturned|uphold upheld|withhold withheld|
overthrow overthrew overthrown|foresee foresaw foreseen|force-feed force-fed|plead pleaded,pled|cost cost|flee fled|feed fed|free freed|agree agreed|unfreeze unfroze unfrozen`;

export interface VerbForm {
  lemma: string;
  /** Tags of the tagger's vocabulary: Infinitive, PresentTense, PastTense, Participle, Gerund. */
  tags: readonly string[];
}

const vowel = /[aeiou]/u;
/** Two-syllable verbs that double their last consonant, beside all one-syllable ones. */
const doubling = new Set(
  "admit commit permit submit transmit refer defer transfer deter occur compel expel control rebel abet allot patrol".split(
    " ",
  ),
);

function stemBeforeVowel(base: string): string {
  if (base.endsWith("ee") || base.endsWith("oe") || base.endsWith("ye")) return base;
  if (base.endsWith("e")) return base.slice(0, -1);
  if (
    /[^aeiou][aeiou][bdgklmnprt]$/u.test(base) &&
    (doubling.has(base) || /^[^aeiou]*[aeiou][^aeiou]$/u.test(base))
  ) {
    return base + base.slice(-1);
  }
  return base;
}

/** All forms of a verb with the tags that each may carry. */
export function conjugate(base: string): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const add = (form: string, ...tags: string[]): void => {
    const known = forms.get(form);
    forms.set(form, { lemma: base, tags: known === undefined ? tags : [...known.tags, ...tags] });
  };
  add(base, "Infinitive", "PresentTense");
  const third = /(?:s|x|z|ch|sh|o)$/u.test(base)
    ? `${base}es`
    : base.endsWith("y") && !vowel.test(base.at(-2) ?? "a")
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  add(third, "PresentTense", "ThirdPerson");
  add(
    base.endsWith("ie")
      ? `${base.slice(0, -2)}ying`
      : `${base.endsWith("ee") ? base : stemBeforeVowel(base)}ing`,
    "Gerund",
  );
  const parts = irregularParts.get(base);
  if (parts === undefined) {
    const past =
      base.endsWith("y") && !vowel.test(base.at(-2) ?? "a")
        ? `${base.slice(0, -1)}ied`
        : base.endsWith("ee") || base.endsWith("e")
          ? `${base}d`
          : `${stemBeforeVowel(base)}ed`;
    add(past, "PastTense", "Participle");
  } else {
    for (const form of parts.past) add(form, "PastTense");
    for (const form of parts.participle) add(form, "Participle");
  }
  return forms;
}

const irregularParts: ReadonlyMap<string, { past: string[]; participle: string[] }> = new Map(
  irregular
    .replaceAll("\n", "")
    .split("|")
    .map((line) => {
      const [base = "", past = "", participle = past] = line.trim().split(" ");
      return [base, { past: past.split(","), participle: participle.split(",") }] as const;
    }),
);

export const irregularVerbs: readonly string[] = [...irregularParts.keys()];
