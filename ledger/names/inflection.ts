import type { Script } from "./fold.ts";

export type Gender = "m" | "f";
export type Case = "n" | "g" | "d" | "a" | "i" | "l";

/** What a written word may be the form of. `gender` null: of either. */
export interface Form {
  lemma: string;
  gender: Gender | null;
  cases: readonly Case[];
}

interface Rule {
  /** End of the form and of its dictionary form. */
  from: string;
  to: string;
  gender: Gender | null;
  cases: readonly Case[];
}

/**
 * Endings of names in Russian, Belarusian and Ukrainian: form, dictionary form, gender, cases. Written from the
 * languages' declension of names; indeclinable surnames need no rule.
 */
const table = `
ского ский m ga | скому ский m d | ским ский m i | ском ский m l | цкого цкий m ga | цкому цкий m d | цким цкий m i | цком цкий m l
ской ская f gdil | скую ская f a | цкой цкая f gdil | цкую цкая f a
ого ый m ga | ого ой m ga | ому ый m d | ому ой m d | ым ый m i | им ий m i | его ий m ga | ему ий m d
ой ая f gdil | ую ая f a
скага скі m ga | скаму скі m d | скім скі m il | цкага цкі m ga | цкаму цкі m d | цкім цкі m il | ага ы m ga | аму ы m d
скай ская f gdil | цкай цкая f gdil
ського ський m ga | ському ський m d | ським ський m i | ської ська f g | ську ська f a | цького цький m ga | цькому цький m d
ова ов m ga | ову ов m d | овым ов m i | ове ов m l | ева ев m ga | еву ев m d | евым ев m i | еве ев m l
ина ин m ga | ину ин m d | иным ин m i | ине ин m l | ына ын m ga | ыну ын m d | ыным ын m i
овой ова f gdil | ову ова f a | евой ева f gdil | еву ева f a | иной ина f gdil | ину ина f a | ыной ына f gdil | ыну ына f a
ава аў m ga | аву аў m d | авым аў m i | аве аў m l | ева еў m ga | еву еў m d | евым еў m i | еве еў m l
ова оў m ga | ову оў m d | овым оў m i | ове оў m l | ява яў m ga | яву яў m d | явым яў m i
авай ава f gdil | аву ава f a | евай ева f gdil | овай ова f gdil | іна ін m ga | іну ін m d | іным ін m i | іне ін m l
інай іна f gdil | іну іна f a | ынай ына f gdil
вича вич m ga | вичу вич m d | вичем вич m i | виче вич m l | вны вна f g | вне вна f dl | вну вна f a | вной вна f i
віча віч m ga | вічу віч m d | вічам віч m i | вічу віч m l | ўны ўна f g | ўне ўна f dl | ўну ўна f a | ўнай ўна f i
а - m ga | у - m d | ом - m i | ем - m i | ам - m i | е - m l | у - m l | ові - m d
я ь m ga | ю ь m d | ем ь m i | ём ь m i | е ь m l | ем - m i | і ь m l
я й m ga | ю й m d | ем й m i | ём й m i | е й m l | ия ий m ga | ию ий m d | ием ий m i | ии ий m l | ія ій m ga | ію ій m d | ем ій m i
ія ій m ga | ыя ы m ga | ыю ы m d | ыем ы m i | рыя рый m ga | рыю рый m d | ія і m ga | ію і m d | іем і m i
ка ок m ga | ку ок m d | ком ок m i | ке ок m l | ка ек m ga | ку ек m d | ком ек m i | ька ек m ga | йка ек m ga | ка ак m ga | ку ак m d | кам ак m i | ка ёк m ga | ку ек m d
ца ец m ga | цу ец m d | цем ец m i | це ец m l | льца лец m ga | льцу лец m d | ца ац m ga | цу ац m d | цам ац m i | йца ец m ga | йцу ец m d
вла вел m ga | влу вел m d | влом вел m i | вле вел m l | льва лев m ga | льву лев m d | львом лев m i
ўла вел m ga | ўлу вел m d | ўлам вел m i | ўла вал m ga | ўлу вал m d | ўлам вал m i | льва леў m ga
ы а - g | и а - g | е а - dl | у а - a | ой а - i | ою а - i | ей а - i | ай а - i | і а - g | аю а - i
цы ка - dl | зе да - dl | це та - dl | йцы йка - dl
и я - gdl | е я - dl | ю я - a | ей я - i | ёй я - i | і я - gdl | яй я - i | ии ия - gdl | ию ия - a | ией ия - i | іі ія - gdl | ію ія - a | іяй ія - i
ыі ыя - gdl | ыю ыя - a | ыяй ыя - i
и ь f gdl | ью ь f i | і ь f gdl | і - f gdl | ові о m d | ка ко m ga | ку ко m d | ком ко m i | кі ко m g
`;

const rules: readonly Rule[] = table
  .split(/[|\n]/u)
  .map((line) => line.trim().split(/\s+/u))
  .filter((parts) => parts.length === 4)
  .map(([from = "", to = "", gender = "-", cases = ""]) => ({
    from,
    to: to === "-" ? "" : to,
    gender: gender === "-" ? null : (gender as Gender),
    cases: cases.split("") as Case[],
  }));

const byLastLetter = new Map<string, Rule[]>();
for (const rule of rules) {
  const last = rule.from.at(-1) ?? "";
  byLastLetter.set(last, [...(byLastLetter.get(last) ?? []), rule]);
}

const masculineEnd = /(?:[оеё]в|[иы]н|[оеаё]ў|[іы]н|ский|цкий|ый|ий|скі|цкі|ський|цький|вич|віч)$/u;
const feminineEnd = /(?:[оеёа]ва|[иыі]на|ая|яя|ська|цька|[вў]на|ивна|івна)$/u;
/** No dictionary form of a name ends so: the word is certainly declined. */
const neverNominative =
  /(?:ского|цкого|скому|цкому|скага|скаму|цкага|вича|вичу|вичем|віча|вічу|вічам|ського|ському)$/u;
const shortestStem = 2;

const cache = new Map<string, readonly Form[]>();
const maxCached = 50_000;

/**
 * The forms that a Cyrillic word may be, itself as nominative first. Other scripts are not declined.
 *
 * @param word lower case, ё as е.
 * @param givenGender gender of the word as a given name in the nominative, when it is one.
 */
export function formsOf(word: string, script: Script, givenGender: Gender | null): readonly Form[] {
  if (script !== "cyrl") return [{ lemma: word, gender: givenGender, cases: ["n"] }];
  const key = `${word} ${givenGender}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const forms: Form[] = [];
  if (!neverNominative.test(word))
    forms.push({ lemma: word, gender: givenGender ?? nominativeGender(word), cases: ["n"] });
  // A surname that ends in a consonant or in -о does not change when a woman bears it.
  if (
    givenGender === null &&
    !masculineEnd.test(word.replace(/(?:вич|віч)$/u, "")) &&
    /[^аеёиоуыэюяіў]$|[оэеиы]$|[ыи]х$/u.test(word)
  )
    forms.push({
      lemma: word,
      gender: /[оэеи]$|[ыи]х$/u.test(word) ? null : "f",
      cases: ["g", "d", "a", "i", "l"],
    });
  for (const rule of byLastLetter.get(word.at(-1) ?? "") ?? []) {
    if (!word.endsWith(rule.from)) continue;
    const stem = word.slice(0, word.length - rule.from.length);
    if (stem.length < shortestStem && word !== rule.from) continue;
    if (rule.to === "" && /[аеёиоуыэюяіьйў]$/u.test(stem)) continue;
    if (/^[аеёіьй]/u.test(rule.from) && rule.to === "й" && !/[аеёиоуыэюяі]$/u.test(stem)) continue;
    if (rule.to === "ь" && /[аеёиоуыэюяій]$/u.test(stem)) continue;
    forms.push({ lemma: stem + rule.to, gender: rule.gender, cases: rule.cases });
  }
  if (cache.size >= maxCached) cache.clear();
  cache.set(key, forms);
  return forms;
}

function nominativeGender(word: string): Gender | null {
  if (/(?:вич|віч)$/u.test(word)) return null;
  if (feminineEnd.test(word)) return "f";
  if (masculineEnd.test(word)) return "m";
  return null;
}
