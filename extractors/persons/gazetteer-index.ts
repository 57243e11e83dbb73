import type {
  ActorEntry,
  CountryEntry,
  FacilityEntry,
  Gazetteers,
  Holder,
  PersonEntry,
} from "../../model/gazetteer.ts";
import { foldName } from "../../model/fold-name.ts";
import { nameWords, type Word } from "./words.ts";

/** A human being whom the gazetteers know, with every office that they held. */
export interface KnownPerson {
  kind: "person";
  id: string;
  name: string;
  entry: PersonEntry | null;
  offices: { actor: ActorEntry; holder: Holder }[];
  /** Folded surnames in Latin script, for mentions by surname alone. */
  surnames: Set<string>;
}

export type Known =
  | KnownPerson
  | { kind: "actor"; id: string; actor: ActorEntry }
  | { kind: "country"; id: string; country: CountryEntry; as: "name" | "metonym" | "demonym" }
  | { kind: "facility"; id: string; facility: FacilityEntry };

interface Entry {
  known: Known;
  /** The form as the gazetteer writes it; acronyms must agree with the text in case. */
  form: string;
  acronym: boolean;
  /** The last word of the form has a capital, so it must in the text. */
  raisedTail: boolean;
  needsContext: boolean;
  /** Stem of a surname alone: counts only after the full name in the same document. */
  surnameOnly: boolean;
}

interface Node {
  next: Map<string, Node>;
  /** Stems with 0 to 4 letters to come, by their first two letters. */
  stems: Map<string, { stem: string; node: Node }[]>;
  entries: Entry[];
}

export interface Hit {
  first: number;
  last: number;
  known: Known;
  needsContext: boolean;
  surnameOnly: boolean;
}

/** All names that are known in advance, ready to be looked up in a text. */
export interface GazetteerIndex {
  /** Longest hits from left to right; several for one range when namesakes share a form. */
  find(words: readonly Word[]): Hit[];
  /** Known persons by folded Latin surname. */
  bySurname: ReadonlyMap<string, readonly KnownPerson[]>;
  person(id: string): KnownPerson | undefined;
  /** Gender by folded given name. */
  givenNames: ReadonlyMap<string, "m" | "f" | "u">;
  countries: Gazetteers["countries"];
}

const MAX_ENDING = 4;
const GAP = /^(?:[ /&.‐-]{1,3}|, )$/u;

function createNode(): Node {
  return { next: new Map(), stems: new Map(), entries: [] };
}

function isAcronym(form: string): boolean {
  return form.length <= 6 && /\p{Lu}.*\p{Lu}/u.test(form) && !form.includes(" ");
}

/** Forms that the gazetteer packs into one: "Federal Security Service (FSB)", "Treasury / OFAC". */
function unpackName(name: string): string[] {
  const bare = name.replace(/\s*\([^)]*\)/gu, "").trim();
  return bare
    .split(/\s+\/\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function surnameOf(name: string): string | null {
  const words = nameWords(name);
  return words.length > 1 ? (words.at(-1) ?? null) : null;
}

/**
 * Builds the index once per process; the gazetteers are not changed.
 * Holders of offices who are also in the list of people become one person.
 */
export function createGazetteerIndex(gazetteers: Gazetteers): GazetteerIndex {
  const root = createNode();
  const step = (node: Node, word: string): Node => {
    if (!word.endsWith("*")) {
      const known = node.next.get(word);
      if (known !== undefined) return known;
      const made = createNode();
      node.next.set(word, made);
      return made;
    }
    const stem = word.slice(0, -1);
    const bucket = node.stems.get(stem.slice(0, 2)) ?? [];
    node.stems.set(stem.slice(0, 2), bucket);
    const known = bucket.find((branch) => branch.stem === stem);
    if (known !== undefined) return known.node;
    const made = { stem, node: createNode() };
    bucket.push(made);
    return made.node;
  };
  const insert = (words: readonly string[], entry: Entry) => {
    if (words.length === 0) return;
    let node = root;
    for (const word of words) node = step(node, word);
    if (
      !node.entries.some(
        (other) => other.known.id === entry.known.id && other.known.kind === entry.known.kind,
      )
    )
      node.entries.push(entry);
  };
  const add = (known: Known, forms: Iterable<string>, needsContext: readonly string[]) => {
    const context = new Set(needsContext);
    for (const form of forms) {
      insert(nameWords(form), {
        known,
        form,
        acronym: isAcronym(form),
        raisedTail: / \p{Lu}[^ ]*$/u.test(form),
        needsContext: context.has(form),
        surnameOnly: false,
      });
    }
  };
  const addStems = (known: Known, stems: Readonly<Record<string, readonly string[]>>) => {
    for (const [key, list] of Object.entries(stems)) {
      for (const stem of list) {
        insert(foldName(stem).split(/\s+/u), {
          known,
          form: stem,
          acronym: false,
          raisedTail: false,
          needsContext: false,
          surnameOnly: key.endsWith("_surname"),
        });
      }
    }
  };

  const persons = gatherPersons(gazetteers);
  const byId = new Map(persons.map((person) => [person.id, person]));
  const holderNames = new Set<string>();
  const bySurname = new Map<string, KnownPerson[]>();
  for (const person of persons) {
    const sources = [person.entry, ...person.offices.map((office) => office.holder)].filter(
      (source) => source !== null,
    );
    const forms = sources.flatMap((source) => [source.name, ...Object.values(source.aliases).flat()]);
    const single = forms.filter((form) => nameWords(form).length < 2);
    add(person, forms, [...(person.entry?.needsContext ?? []), ...single]);
    for (const source of sources) {
      addStems(person, source.stems);
      for (const form of [source.name, ...(source.aliases.latn ?? [])]) {
        const surname = surnameOf(form);
        if (surname !== null && /^[\x20-\x7e]+$/.test(surname)) person.surnames.add(surname);
      }
    }
    for (const surname of person.surnames) {
      holderNames.add(surname);
      bySurname.set(surname, [...(bySurname.get(surname) ?? []), person]);
    }
  }
  const countryForms = new Set<string>();
  for (const country of gazetteers.countries) {
    const names = [country.name, ...Object.values(country.aliases).flat()];
    const variants = [
      ["name", names],
      ["metonym", country.metonyms],
      ["demonym", country.demonyms],
    ] as const;
    for (const [as, forms] of variants) {
      add({ kind: "country", id: country.id, country, as }, forms, []);
      for (const form of forms) countryForms.add(foldName(form));
    }
  }
  for (const actor of gazetteers.actors) {
    const given = [...unpackName(actor.name), ...Object.values(actor.aliases).flat()];
    // "UN Group of Independent Experts on Belarus" is also named without the acronym.
    const bare = given.flatMap((form) => /^\p{Lu}{2,5} (\p{Lu}.* .*)$/u.exec(form)?.[1] ?? []);
    const forms = [...given, ...bare].filter(
      (form) => !holderNames.has(foldName(form)) && !countryForms.has(foldName(form)),
    );
    add({ kind: "actor", id: actor.id, actor }, forms, actor.needsContext);
  }
  for (const facility of gazetteers.facilities) {
    const forms = [...unpackName(facility.name), ...Object.values(facility.aliases).flat()];
    add({ kind: "facility", id: facility.id, facility }, forms, facility.needsContext);
  }

  const longest = (words: readonly Word[], first: number): Hit[] => {
    let best: Hit[] = [];
    const head = words[first]?.fold ?? "";
    if (!root.next.has(head) && !root.stems.has(head.slice(0, 2))) return best;
    let states: Node[] = [root];
    for (let last = first; last < words.length && states.length > 0; last += 1) {
      const word = words[last];
      if (word === undefined) break;
      if (last > first && (word.gap === null || !GAP.test(word.gap) || words[last - 1]?.possessive === true))
        break;
      const following: Node[] = [];
      for (const state of states) {
        const exact = state.next.get(word.fold);
        if (exact !== undefined) following.push(exact);
        for (const branch of state.stems.get(word.fold.slice(0, 2)) ?? []) {
          const rest = word.fold.length - branch.stem.length;
          if (rest >= 0 && rest <= MAX_ENDING && word.fold.startsWith(branch.stem))
            following.push(branch.node);
        }
      }
      states = following;
      const hits = states
        .flatMap((state) => state.entries)
        .filter((entry) => accepts(entry, words, first, last + 1))
        .map(({ known, needsContext, surnameOnly }) => ({
          first,
          last: last + 1,
          known,
          needsContext,
          surnameOnly,
        }));
      if (hits.length > 0) best = hits;
    }
    return best;
  };

  return {
    find: (words) => {
      const hits: Hit[] = [];
      for (let at = 0; at < words.length; ) {
        const found = longest(words, at);
        hits.push(...found);
        at = found[0]?.last ?? at + 1;
      }
      return hits;
    },
    bySurname,
    person: (id) => byId.get(id),
    givenNames: foldGivenNames(gazetteers.givenNames),
    countries: gazetteers.countries,
  };
}

/** Names that differ by their marks alone share a form; when they differ in gender it shows none. */
function foldGivenNames(names: Gazetteers["givenNames"]): Map<string, "m" | "f" | "u"> {
  const folded = new Map<string, "m" | "f" | "u">();
  for (const [name, gender] of names) {
    const fold = foldName(name);
    const known = folded.get(fold);
    folded.set(fold, known === undefined || known === gender ? gender : "u");
  }
  return folded;
}

function gatherPersons(gazetteers: Gazetteers): KnownPerson[] {
  const persons: KnownPerson[] = [];
  const byForm = new Map<string, KnownPerson>();
  for (const entry of gazetteers.people) {
    const person: KnownPerson = {
      kind: "person",
      id: entry.id,
      name: entry.name,
      entry,
      offices: [],
      surnames: new Set(),
    };
    persons.push(person);
    for (const form of [entry.name, ...(entry.aliases.latn ?? [])]) byForm.set(foldName(form), person);
  }
  for (const actor of gazetteers.actors) {
    for (const holder of actor.holders) {
      const forms = [holder.name, ...(holder.aliases.latn ?? [])].map(foldName);
      const same = forms.map((form) => byForm.get(form)).find((person) => person !== undefined);
      const person: KnownPerson = same ?? {
        kind: "person",
        id: `${actor.id}/${foldName(holder.name).replace(/[^\p{L}\p{N}]+/gu, "-")}`,
        name: holder.name,
        entry: null,
        offices: [],
        surnames: new Set(),
      };
      if (same === undefined) {
        persons.push(person);
        for (const form of forms) byForm.set(form, person);
      }
      person.offices.push({ actor, holder });
    }
  }
  return persons;
}

/** Acronyms agree in case, names have a capital; stems may be lower case. */
function accepts(entry: Entry, words: readonly Word[], first: number, last: number): boolean {
  const head = words[first];
  if (head === undefined) return false;
  if (entry.acronym) return last === first + 1 && head.text === entry.form;
  if (entry.raisedTail && words[last - 1]?.shape === "lower") return false;
  return head.shape !== "lower" || /^\p{Ll}/u.test(entry.form) || entry.form.includes("*");
}
