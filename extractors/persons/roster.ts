import type { MentionForm } from "../entities.ts";
import type { KnownPerson } from "./gazetteer-index.ts";
import type { Judgement } from "./judge.ts";
import type { Gender, NameLexicon } from "./lexicon.ts";

/** A mention while the document is being read; ranges are half-open word indices. */
export interface Draft {
  first: number;
  last: number;
  form: MentionForm;
  keys: string[];
  possessive: boolean;
}

/** A person while the document is being read. */
export interface PersonDraft {
  key: string;
  /** Folded words of the name, without titles. */
  parts: string[];
  name: string;
  known: KnownPerson | null;
  gender: Gender | null;
  descriptions: string[];
  /** "his wife": the word for the relation and the word that says whose, where there is one. */
  relation: Judgement["relation"];
  familyFirst: boolean;
  forms: Set<string>;
  ruleId: string;
  score: number;
  scoreParts: Record<string, number>;
  mentions: Draft[];
}

export interface Roster {
  persons: readonly PersonDraft[];
  get(key: string): PersonDraft | undefined;
  /** Adds a full name or finds the person who already bears it. */
  admit(name: AdmitName): PersonDraft;
  /** Persons whom this part of a name may mean: surname, given name, or the name without its middle. */
  meantBy(parts: readonly string[]): { person: PersonDraft; form: MentionForm }[];
  mention(person: PersonDraft, draft: Omit<Draft, "keys">, text: string): void;
}

export interface AdmitName {
  name: string;
  parts: string[];
  known: KnownPerson | null;
  judgement: Judgement | null;
  ruleId: string;
  familyFirst: boolean;
}

/** al-Sisi and Sisi, el-Fattah and Fattah are one surname. */
function bare(part: string): string {
  return part.replace(/^(?:al|el|an|as|ad|ar|ash)-/u, "");
}

function sameParts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** One name leaves out a middle part or an initial of the other: Christopher Smith, Christopher W. Smith. */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length >= long.length) return false;
  if (short[0] !== long[0] || bare(short.at(-1) ?? "") !== bare(long.at(-1) ?? "")) {
    // Spanish and Arabic names also lose their end: José Daniel Ferrer (García).
    return long.length >= 3 && short.every((part, index) => part === long[index]);
  }
  let at = 0;
  for (const part of long) if (part === short[at]) at += 1;
  return at === short.length;
}

/** The persons of a document and the forms under which each may return. */
export function createRoster(lexicon: NameLexicon): Roster {
  const persons: PersonDraft[] = [];
  const byKey = new Map<string, PersonDraft>();

  const find = (parts: readonly string[], known: KnownPerson | null) =>
    persons.find((person) => known !== null && person.known?.id === known.id) ??
    persons.find((person) => sameParts(person.parts, parts)) ??
    persons.find(
      (person) =>
        parts.length > 1 &&
        person.parts.length > 1 &&
        (known === null || person.known === null) &&
        (abbreviates(parts, person.parts) || abbreviates(person.parts, parts)),
    );

  return {
    persons,
    get: (key) => byKey.get(key),
    admit: ({ name, parts, known, judgement, ruleId, familyFirst }) => {
      const same = find(parts, known);
      if (same !== undefined) {
        if (parts.length > same.parts.length) {
          same.parts = parts;
          same.name = name;
        }
        same.known ??= known;
        same.gender ??= judgement?.gender ?? null;
        same.descriptions.push(...(judgement?.descriptions ?? []));
        same.relation ??= judgement?.relation ?? null;
        if (judgement !== null && judgement.score > same.score) {
          same.score = judgement.score;
          same.scoreParts = judgement.parts;
        }
        return same;
      }
      const person: PersonDraft = {
        key: `p${persons.length + 1}`,
        parts,
        name,
        known,
        gender: judgement?.gender ?? null,
        descriptions: [...(judgement?.descriptions ?? [])],
        relation: judgement?.relation ?? null,
        familyFirst,
        forms: new Set(),
        ruleId,
        score: judgement?.score ?? 0,
        scoreParts: judgement?.parts ?? {},
        mentions: [],
      };
      persons.push(person);
      byKey.set(person.key, person);
      return person;
    },
    meantBy: (parts) => {
      const found: { person: PersonDraft; form: MentionForm; rank: number }[] = [];
      const wanted = parts.map(bare);
      for (const person of persons) {
        const own = person.parts.filter((part) => !lexicon.nameSuffixes.has(part)).map(bare);
        const form = formOf(wanted, own, person.familyFirst);
        if (form !== null) found.push({ person, ...form });
      }
      const best = Math.min(...found.map(({ rank }) => rank));
      return found.filter(({ rank }) => rank === best).map(({ person, form }) => ({ person, form }));
    },
    mention: (person, draft, text) => {
      person.mentions.push({ ...draft, keys: [person.key] });
      person.forms.add(text);
    },
  };
}

/** How `wanted` refers to a bearer of `own`, best rank first: the whole, the surname, the given name, a middle part. */
function formOf(
  wanted: readonly string[],
  own: readonly string[],
  familyFirst: boolean,
): { form: MentionForm; rank: number } | null {
  if (sameParts(wanted, own)) return { form: own.length > 1 ? "full" : "surname", rank: 0 };
  if (wanted.length >= own.length) return abbreviates(own, wanted) ? { form: "full", rank: 1 } : null;
  if (familyFirst && wanted.length === 1 && wanted[0] === own[0]) return { form: "surname", rank: 2 };
  if (sameParts(wanted, own.slice(-wanted.length))) {
    return { form: familyFirst ? "given" : "surname", rank: familyFirst ? 3 : 2 };
  }
  if (abbreviates(wanted, own)) return { form: "full", rank: 1 };
  if (wanted.length === 1 && wanted[0] === own[0]) return { form: "given", rank: 3 };
  const [only] = wanted;
  if (wanted.length === 1 && only !== undefined && own.length > 2 && only.length > 2 && own.includes(only)) {
    return { form: "surname", rank: 4 };
  }
  return null;
}
