import nlp from "compromise/two";
import type { BareToken, Tagged } from "../language.ts";
import { closedClass } from "./closed-class.ts";
import { conjugate, irregularVerbs, type VerbForm } from "./morphology.ts";
import { disambiguate, isSettled } from "./tagging/disambiguate.ts";
import { isPluralPossessive } from "./tagging/fixed-words.ts";
import { isTitleCase } from "./tagging/title-case.ts";
import { termsByStart } from "./terms.ts";
import { domainVerbs } from "./words.ts";

/** The inflections that compromise knows; its types leave its methods untyped. */
interface Transforms {
  two: {
    transform: {
      verb: { toInfinitive(form: string, model: object, tense: string): string };
      noun: { toSingular(form: string, model: object): string };
    };
  };
}

/** Every form of every verb that we know; built once. */
const verbForms: ReadonlyMap<string, VerbForm> = new Map(
  [...new Set([...domainVerbs, ...irregularVerbs])].flatMap((base) => [...conjugate(base)]),
);

// compromise keeps one model per process. A plugin adds our verbs to it, once, when this module is loaded; passing a
// lexicon with each call would change the same model again and again.
nlp.plugin({
  words: Object.fromEntries(
    [...verbForms]
      .filter(([form]) => /(?:ed|ing)$/u.test(form))
      .map(([form]) => [form, form.endsWith("ing") ? "Gerund" : "PastTense"]),
  ),
});

const punctuation: ReadonlySet<string> = new Set(["Punctuation"]);
const possessiveMark: ReadonlySet<string> = new Set(["Possessive", "Clitic"]);
const maxCachedLemmas = 20_000;
const lemmas = new Map<string, string>();

function inflected(lower: string, tags: ReadonlySet<string>): string {
  const { transform } = (nlp.methods() as Transforms).two;
  const model = nlp.model();
  if (tags.has("Copula")) return "be";
  if (tags.has("Verb")) {
    const tense = ["Gerund", "PastTense", "PresentTense"].find((tag) => tags.has(tag));
    if (tense === undefined || tags.has("Infinitive")) return lower;
    return transform.verb.toInfinitive(lower, model, tense);
  }
  if (tags.has("Plural")) return transform.noun.toSingular(lower, model);
  return lower;
}

function lemmaOf(lower: string, tags: ReadonlySet<string>): string {
  if (tags.has("Verb") || tags.has("Participle")) {
    const known = verbForms.get(lower);
    if (known !== undefined) return known.lemma;
  }
  const key = `${tags.has("Verb") ? "v" : tags.has("Plural") ? "p" : "x"}${lower}`;
  const cached = lemmas.get(key);
  if (cached !== undefined) return cached;
  const lemma = inflected(lower, tags);
  if (lemmas.size >= maxCachedLemmas) lemmas.clear();
  lemmas.set(key, lemma);
  return lemma;
}

const capital = (token: BareToken | undefined): boolean =>
  token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);

/** A capitalised function word between capitalised words: "Reporters Without Borders", "Committee To Protect". */
function isInsideName(tokens: readonly BareToken[], i: number, titleCase: boolean): boolean {
  return !titleCase && i > 0 && capital(tokens[i]) && capital(tokens[i - 1]) && capital(tokens[i + 1]);
}

/** Tags one English sentence: compromise's lexicon and word shapes, closed classes, our verbs, then the context. */
export function tagEnglish(text: string, offset: number, tokens: readonly BareToken[]): Tagged[] {
  const terms = termsByStart(text);
  const titleCase = isTitleCase(tokens);
  let t = 0;
  const tagged = tokens.map((token) => {
    const start = token.start - offset;
    const end = token.end - offset;
    while (t < terms.length && (terms[t]?.end ?? 0) <= start) t++;
    // Hyphenated words cover several terms; the last one is the head.
    let tags: ReadonlySet<string> = new Set();
    for (let k = t; k < terms.length && (terms[k]?.start ?? end) < end; k++) tags = terms[k]?.tags ?? tags;
    // Capitals tell the country US from the pronoun, the agency WHO from the question word.
    const acronym =
      token.text.length > 1 && token.text === token.text.toUpperCase() && text !== text.toUpperCase();
    const inName = isInsideName(tokens, token.index - (tokens[0]?.index ?? 0), titleCase);
    if (inName && closedClass.has(token.lower)) return new Set(["Noun", "ProperNoun"]);
    const closed = acronym && token.text !== token.lower ? undefined : closedClass.get(token.lower);
    if (closed !== undefined) return isSettled(token.lower, closed) ? closed : new Set(closed);
    if (!/[\p{L}\p{N}]/u.test(token.text))
      return isPluralPossessive(tokens, token.index - (tokens[0]?.index ?? 0)) ? possessiveMark : punctuation;
    const own = new Set(tags);
    if (acronym && token.text !== token.lower && /^\p{L}/u.test(token.text)) {
      for (const tag of ["Pronoun", "Verb", "Auxiliary", "QuestionWord", "Preposition"]) own.delete(tag);
      own.add("Noun").add("ProperNoun").add("Acronym");
    }
    const verb = verbForms.get(token.lower);
    if (verb === undefined && own.has("PastTense") && token.lower.endsWith("ed")) own.add("Participle");
    if (verb === undefined && token.text.includes("-") && own.has("Verb")) {
      for (const tag of ["Verb", "PastTense", "Participle", "PresentTense", "Infinitive", "Gerund"])
        own.delete(tag);
      own.add("Adjective");
    }
    if (verb !== undefined) {
      own.add("CanBeVerb");
      // Our morphology knows the form better than the guess from its shape ("flown" is no past tense).
      for (const tag of ["PastTense", "Participle", "PresentTense", "Infinitive", "Gerund"]) own.delete(tag);
      for (const tag of verb.tags) own.add(tag);
    }
    return own;
  });
  disambiguate(tokens, tagged);
  return tokens.map((token, i) => {
    const tags: ReadonlySet<string> = tagged[i] ?? punctuation;
    return { tags, lemma: lemmaOf(token.lower, tags) };
  });
}
