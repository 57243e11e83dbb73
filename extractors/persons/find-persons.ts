import type { MentionForm } from "../entities.ts";
import type { Document } from "../text/document.ts";
import { type GazetteerIndex, type Hit, type KnownPerson } from "./gazetteer-index.ts";
import { type Judgement, type JudgeOptions, givenGender, judge, PERSON_SCORE } from "./judge.ts";
import { acceptNeighbours, type Candidate, shareNouns } from "./lists.ts";
import type { NameLexicon } from "./lexicon.ts";
import { createRoster, type PersonDraft, type Roster } from "./roster.ts";
import { findRuns, type Run } from "./runs.ts";
import type { Word } from "./words.ts";

export interface FindPersonsOptions {
  document: Document;
  words: readonly Word[];
  lexicon: NameLexicon;
  index: GazetteerIndex;
  hits: readonly Hit[];
  /** Words of organisations, places and laws. */
  taken: (wordIndex: number) => boolean;
  national: (wordIndex: number) => boolean;
}

const length = ({ run }: Candidate): number => run.last - run.first;

/** The named persons of the document with all mentions by name. */
export function findPersons(options: FindPersonsOptions): Roster {
  const { document, words, lexicon, index, taken, national } = options;
  const { lowered, capitals } = countShapes(words);
  const titleCase = titleCaseSentences(document, words, lexicon);
  const judging: JudgeOptions = { words, lexicon, index, lowered, capitals, titleCase };
  const knownAt = pickKnown(options.hits);
  const knownFirst = new Set([...knownAt.keys()].map((range) => Number(range.split(":")[0])));
  const runs = findRuns({
    words,
    lexicon,
    taken,
    national,
    lowered,
    given: (fold) => givenGender({ index, lexicon }, fold) !== undefined,
    known: (at) => knownFirst.has(at),
  });
  const roster = createRoster(lexicon);
  const candidates = runs.map((run): Candidate => {
    const { run: narrowed, known } = narrow(run, knownAt);
    return { run: narrowed, known, judgement: judge(narrowed, judging), accepted: known !== null };
  });

  for (const candidate of candidates) {
    if (length(candidate) > 1 && candidate.judgement.score >= PERSON_SCORE) candidate.accepted = true;
  }
  for (const [at, candidate] of candidates.entries()) {
    if (!candidate.accepted) candidate.accepted = sharesSurname(candidates, at, options, roster);
  }
  acceptNeighbours(candidates, words, lexicon);
  shareNouns(candidates, words, lexicon);
  const admit = (candidate: Candidate): PersonDraft => {
    const { run, judgement, known } = candidate;
    const person = roster.admit({
      name: document.text.slice(words[run.first]?.start, words[run.last - 1]?.end).replace(/\s+/gu, " "),
      parts: partsOf(words, run),
      known,
      judgement,
      ruleId: known === null ? `person.${strongest(judgement)}` : "person.gazetteer",
      familyFirst: judgement.parts["family_first"] !== undefined && judgement.parts["given"] === undefined,
    });
    mention(candidate, person, "full");
    return person;
  };
  const mention = ({ run }: Candidate, person: PersonDraft, form: MentionForm) => {
    const last = words[run.last - 1];
    const first = words[run.first];
    if (first === undefined || last === undefined) return;
    roster.mention(
      person,
      {
        first: run.titleFirst < run.first ? run.titleFirst : run.first,
        last: run.last,
        form: run.titleFirst < run.first && form !== "full" ? "titled" : form,
        possessive: last.possessive,
      },
      document.text.slice(first.start, last.end).replace(/\s+/gu, " "),
    );
  };
  for (const candidate of candidates) {
    if (!candidate.accepted || length(candidate) < 2) continue;
    admit(candidate);
  }
  for (const candidate of candidates) {
    if (candidate.accepted && length(candidate) > 1) continue;
    const parts = partsOf(words, candidate.run);
    const meant = choose(roster.meantBy(parts), candidate, words, lexicon);
    if (meant !== null) {
      mention(candidate, meant.person, meant.form);
      meant.person.gender ??= candidate.judgement.gender;
      if (candidate.run.title !== null) meant.person.descriptions.push(...candidate.judgement.descriptions);
      continue;
    }
    if (titleCase(words[candidate.run.first]?.sentence ?? -1) || length(candidate) > 1) {
      scanRun(candidate, roster, words, document.text);
      continue;
    }
    const single = acceptSingle(candidate, parts, options);
    if (single !== false) {
      candidate.known = single;
      admit(candidate);
    }
  }
  return roster;
}

function partsOf(words: readonly Word[], run: Run): string[] {
  return words.slice(run.first, run.last).map((word) => word.fold);
}

function strongest({ parts }: Judgement): string {
  return Object.entries(parts).toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "run";
}

function countShapes(words: readonly Word[]): { lowered: Set<string>; capitals: Map<string, number> } {
  const lowered = new Set<string>();
  const capitals = new Map<string, number>();
  for (const word of words) {
    if (word.shape === "lower") lowered.add(word.fold);
    else if (word.shape !== "number") capitals.set(word.fold, (capitals.get(word.fold) ?? 0) + 1);
  }
  return { lowered, capitals };
}

/** Headlines that write most words with a capital say nothing about names by it. */
function titleCaseSentences(
  document: Document,
  words: readonly Word[],
  lexicon: NameLexicon,
): (sentence: number) => boolean {
  const counts = new Map<number, { common: number; raised: number }>();
  for (const word of words) {
    if (!lexicon.isCommon(word.fold) || word.gap === null || word.text.length < 4) continue;
    const count = counts.get(word.sentence) ?? { common: 0, raised: 0 };
    count.common += 1;
    if (word.shape !== "lower") count.raised += 1;
    counts.set(word.sentence, count);
  }
  const raised = new Set<number>();
  for (const [sentence, count] of counts) {
    const zone = document.sentences[sentence]?.zone;
    const heading = zone === "headline" || zone === "heading" || zone === "teaser";
    if (count.raised >= (heading ? 2 : 4) && count.raised / count.common > 0.6) raised.add(sentence);
  }
  return (sentence) => raised.has(sentence);
}

/** Known persons by the words at which their names stand; a form that is nobody's own is left to the text. */
function pickKnown(hits: readonly Hit[]): Map<string, KnownPerson | null> {
  const byRange = new Map<string, KnownPerson | null>();
  for (const hit of hits) {
    if (hit.known.kind !== "person" || hit.needsContext || hit.surnameOnly) continue;
    const range = `${hit.first}:${hit.last}`;
    const before = byRange.get(range);
    byRange.set(range, before === undefined || before?.id === hit.known.id ? hit.known : null);
  }
  return byRange;
}

/** A known name inside a run: all of it, or its end after words that are no name. */
function narrow(
  run: Run,
  knownAt: ReadonlyMap<string, KnownPerson | null>,
): { run: Run; known: KnownPerson | null } {
  for (let first = run.titleFirst; first < run.last - 1; first += 1) {
    const known = knownAt.get(`${first}:${run.last}`);
    if (known != null) return { run: { ...run, first: Math.max(first, run.titleFirst) }, known };
  }
  return { run, known: null };
}

/** "Peter and Barbie Reynolds": the first name takes the surname of the second. */
function sharesSurname(
  candidates: readonly Candidate[],
  at: number,
  options: FindPersonsOptions,
  roster: Roster,
): boolean {
  const { words, document, lexicon } = options;
  const candidate = candidates[at];
  const following = candidates[at + 1];
  if (candidate === undefined || following === undefined || candidate.run.last - candidate.run.first !== 1)
    return false;
  const first = words[candidate.run.first];
  const second = words[following.run.first];
  const and = words[candidate.run.last];
  if (first === undefined || second === undefined || and === undefined || first.possessive) return false;
  if (
    following.run.titleFirst !== candidate.run.last + 1 ||
    !lexicon.andWords.has(and.fold) ||
    and.gap !== " "
  )
    return false;
  if (following.run.last - following.run.first !== 2 || !following.accepted) return false;
  const kin = lexicon.siblings.has(words[candidate.run.titleFirst - 1]?.fold ?? "");
  const given = [first, second].every(({ fold }) => givenGender(options, fold) !== undefined);
  if (!kin && !given) return false;
  const before = words[candidate.run.titleFirst - 1];
  if (first.gap === ", " && before !== undefined && before.shape !== "lower") return false;
  const surname = words[following.run.last - 1];
  if (surname === undefined) return false;
  const gender = givenGender(options, first.fold);
  const person = roster.admit({
    name: `${first.text} ${surname.text}`,
    parts: [first.fold, surname.fold],
    known: null,
    judgement: { ...candidate.judgement, gender: gender === "m" || gender === "f" ? gender : null },
    ruleId: "person.shared_surname",
    familyFirst: false,
  });
  roster.mention(
    person,
    { first: candidate.run.first, last: candidate.run.last, form: "given", possessive: false },
    document.text.slice(first.start, first.end),
  );
  return false;
}

/** Names of known persons inside a run that is no name as a whole, such as a headline in capitals. */
function scanRun({ run }: Candidate, roster: Roster, words: readonly Word[], text: string): void {
  for (let first = run.titleFirst; first < run.last; ) {
    let next = first + 1;
    for (let last = Math.min(run.last, first + 4); last > first; last -= 1) {
      const parts = words.slice(first, last).map((word) => word.fold);
      const meant = roster.meantBy(parts).filter(({ form }) => form === "full" || form === "surname");
      const [only] = meant;
      if (meant.length !== 1 || only === undefined) continue;
      const possessive = words[last - 1]?.possessive ?? false;
      roster.mention(
        only.person,
        { first, last, form: only.form, possessive },
        text.slice(words[first]?.start, words[last - 1]?.end),
      );
      next = last;
      break;
    }
    first = next;
  }
}

/** A single name that nobody in the text bears: known by its surname, titled, a relative, or of a clear age. */
function acceptSingle(
  { run, judgement }: Candidate,
  parts: readonly string[],
  { index, words, lexicon }: FindPersonsOptions,
): KnownPerson | null | false {
  const [part] = parts;
  const word = words[run.first];
  if (part === undefined || word === undefined || part.length < 3) return false;
  if (lexicon.neverNames.has(part)) return false;
  const namesakes = index.bySurname.get(part.replace(/^(?:al|el)-/u, "")) ?? [];
  const heads = namesakes.filter((person) => person.offices.length > 0);
  const [known] = heads.length === 1 ? heads : namesakes;
  const common =
    lexicon.isCommon(part) ||
    judgement.parts["lowered"] !== undefined ||
    judgement.parts["acronym"] !== undefined;
  if ((heads.length === 1 || namesakes.length === 1) && known !== undefined && !common) {
    const given = index.givenNames.has(part);
    if (!given || run.title !== null) return known;
  }
  return judgement.score >= PERSON_SCORE - 1.5 && !common ? null : false;
}

const relative = ({ person }: { person: PersonDraft }) => (person.relation === null ? 0 : 1);

/** Of several bearers the one whom the text is about: not somebody's relative, then the one mentioned last. */
function choose(
  meant: { person: PersonDraft; form: MentionForm }[],
  { run, judgement }: Candidate,
  words: readonly Word[],
  lexicon: NameLexicon,
): { person: PersonDraft; form: MentionForm } | null {
  const before = words[run.titleFirst - 1];
  const fits = meant.filter(
    ({ person, form }) =>
      (judgement.gender === null ||
        run.title === null ||
        person.gender === null ||
        person.gender === judgement.gender) &&
      (form !== "given" || judgement.parts["article"] === undefined),
  );
  if (fits.length <= 1) return fits[0] ?? null;
  const generation = before?.fold === undefined ? undefined : lexicon.generation.get(before.fold);
  const position = ({ person }: { person: PersonDraft }) =>
    Math.max(-1, ...person.mentions.map(({ first }) => first).filter((first) => first < run.first));
  const wantRelative = generation === "younger" ? -1 : 1;
  return (
    fits.toSorted((a, b) => wantRelative * (relative(a) - relative(b)) || position(b) - position(a))[0] ??
    null
  );
}
