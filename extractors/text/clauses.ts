import { languageOf } from "../languages/index.ts";
import type { Grammar } from "../languages/grammar.ts";
import { type Chunk, chunk, type Phrase, type VerbGroup } from "./chunks.ts";
import { isTime, joinPhrases } from "./coordination.ts";
import type { Document, Sentence, Token } from "./document.ts";

export type ClauseKind =
  | "main"
  | "complement" // said that …
  | "relative" // who was jailed
  | "participial" // jailed in 2021; trading 24 people
  | "infinitive" // agreed to lift
  | "gerund" // accused of spying
  | "adverbial"; // after he was freed

/** A verb group with what belongs to it. All phrases are ranges of the document's tokens. */
export interface Clause {
  /** Index in {@link ClauseMap.clauses}. */
  index: number;
  sentence: number;
  kind: ClauseKind;
  /** Word that introduces the clause (`after`, `that`, `who`, `of`), or null. */
  mark: string | null;
  /** Clause that this one depends on, −1 for none. */
  parent: number;
  verb: VerbGroup;
  /** Surface subject; taken over from another clause when it is shared, controlled or an antecedent. */
  subject: Phrase | null;
  /** Other noun phrases to which a shortened or relative clause may belong, nearest first. */
  alternatives: readonly Phrase[];
  /** True when the subject stands in this clause itself. */
  ownSubject: boolean;
  /** Phrases without preposition after the verb, in order. */
  objects: Phrase[];
  /** Phrases with a preposition, before or after the verb, in order. */
  phrases: Phrase[];
  /** Time phrases without a preposition ("last week"). */
  times: Phrase[];
  /** Half-open range of tokens from the clause's first word to the end of its complements. */
  first: number;
  last: number;
  /** Clause with which it shares its subject by coordination, −1 for none. */
  coordinatedWith: number;
}

export interface ClauseMap {
  clauses: readonly Clause[];
  /** Clauses of one sentence, in order. */
  inSentence(sentence: number): readonly Clause[];
  /** Innermost clause that covers the token, by its own words. */
  at(token: number): Clause | undefined;
  /** Noun phrases of a sentence, joined, with the prepositions that govern them. */
  phrasesIn(sentence: number): readonly Phrase[];
}

interface Draft extends Clause {
  verbAt: number;
  startAt: number;
}

const has = (token: Token | undefined, tag: string): boolean => token !== undefined && token.tags.has(tag);

/** Analyses the clauses of a whole document. Languages without a grammar give none. */
export function analyseClauses(doc: Document): ClauseMap {
  const grammar = languageOf(doc.lang).grammar;
  const clauses: Clause[] = [];
  const bySentence: Clause[][] = [];
  const phrases: Phrase[][] = [];
  const owner = new Int32Array(doc.tokens.length).fill(-1);
  for (const sentence of doc.sentences) {
    const result =
      grammar === null ? null : new SentenceParser(doc, sentence, grammar, clauses.length).parse();
    const own = result?.clauses ?? [];
    bySentence.push(own);
    phrases.push(result?.phrases ?? []);
    clauses.push(...own);
    // A clause lies inside the longer ones around it, wherever it stands in order.
    for (const clause of own.toSorted((a, b) => b.last - b.first - (a.last - a.first)))
      for (let i = clause.first; i < clause.last; i++) owner[i] = clause.index;
    // The verb's own words belong to it whatever clause surrounds them.
    for (const clause of own)
      for (let i = clause.verb.first; i < clause.verb.last; i++) owner[i] = clause.index;
  }
  return {
    clauses,
    inSentence: (sentence) => bySentence[sentence] ?? [],
    phrasesIn: (sentence) => phrases[sentence] ?? [],
    at: (token) => clauses[owner[token] ?? -1],
  };
}

class SentenceParser {
  readonly #tokens: readonly Token[];
  readonly #sentence: Sentence;
  readonly #grammar: Grammar;
  readonly #offset: number;
  readonly #chunks: readonly Chunk[];
  readonly #drafts: Draft[] = [];
  /** Draft by the position of its verb chunk. */
  readonly #byVerb = new Map<number, Draft>();

  constructor(doc: Document, sentence: Sentence, grammar: Grammar, offset: number) {
    this.#tokens = doc.tokens;
    this.#sentence = sentence;
    this.#grammar = grammar;
    this.#offset = offset;
    this.#chunks = joinPhrases(
      chunk(doc.tokens, sentence.first, sentence.last, grammar),
      doc.tokens,
      grammar,
    );
  }

  parse(): { clauses: Clause[]; phrases: Phrase[] } {
    this.#chunks.forEach((item, position) => {
      if (item.kind === "verb") this.#addClause(position, item.group);
    });
    this.#collectComplements();
    this.#invertedSubjects();
    this.#splitParticles();
    const phrases = this.#chunks.flatMap((item) => (item.kind === "noun" ? [item.phrase] : []));
    return { clauses: this.#drafts.map(({ verbAt: _v, startAt: _s, ...clause }) => clause), phrases };
  }

  #addClause(position: number, group: VerbGroup): void {
    const previous = this.#drafts.at(-1);
    const draft: Draft = {
      index: this.#offset + this.#drafts.length,
      sentence: this.#sentence.index,
      kind: "main",
      mark: null,
      parent: -1,
      verb: { ...group },
      subject: null,
      alternatives: [],
      ownSubject: false,
      objects: [],
      phrases: [],
      times: [],
      first: group.first,
      last: group.last,
      coordinatedWith: -1,
      verbAt: position,
      startAt: position,
    };
    if (group.form === "infinitive" || this.#isBareInfinitive(position, group, previous))
      this.#infinitive(draft, previous);
    else if (group.form === "gerund") this.#gerund(draft, previous);
    else if (group.form === "participle" || this.#isReduced(position, group))
      this.#participle(draft, previous);
    else this.#finite(draft, previous);
    if (draft.kind === "relative" || draft.kind === "participial")
      draft.alternatives = this.#nounsBefore(draft);
    this.#drafts.push(draft);
    this.#byVerb.set(position, draft);
  }

  /** "to quash her sentence and release her": the second infinitive has no mark of its own. */
  #isBareInfinitive(position: number, group: VerbGroup, previous: Draft | undefined): boolean {
    if (group.certain || previous?.verb.form !== "infinitive" || !has(this.#tokens[group.head], "Infinitive"))
      return false;
    if (this.#chunks[this.#back(position)]?.kind !== "coordinator") return false;
    group.form = "infinitive";
    group.tense = null;
    return true;
  }

  #word(position: number): string {
    const item = this.#chunks[position];
    return item === undefined ? "" : (this.#tokens[item.first]?.lower ?? "");
  }

  #noun(position: number): Phrase | null {
    const item = this.#chunks[position];
    return item?.kind === "noun" ? item.phrase : null;
  }

  /** Position before `position`, skipping adverbs. */
  #back(position: number): number {
    let i = position - 1;
    while (
      i >= 0 &&
      this.#chunks[i]?.kind === "other" &&
      has(this.#tokens[this.#chunks[i]?.first ?? -1], "Adverb")
    )
      i--;
    return i;
  }

  #isComma(position: number): boolean {
    return this.#chunks[position]?.kind === "mark" && this.#word(position) === ",";
  }

  /** Nearest clause, from `draft` upwards, whose verb is finite. */
  #finiteAncestor(draft: Draft | undefined): Draft | undefined {
    let current = draft;
    while (
      current !== undefined &&
      (current.verb.form === "infinitive" || current.verb.form === "gerund") &&
      current.parent >= 0
    ) {
      const up = this.#drafts[current.parent - this.#offset];
      if (up === undefined) break;
      current = up;
    }
    return current;
  }

  #infinitive(draft: Draft, previous: Draft | undefined): void {
    draft.kind = "infinitive";
    if (previous === undefined) {
      if (this.#drafts.length === 0) draft.subject = this.#leadSubject(draft.verbAt);
      return;
    }
    draft.parent = previous.index;
    const before = this.#back(draft.verbAt);
    if (this.#chunks[before]?.kind === "coordinator" && previous.verb.form === "infinitive") {
      Object.assign(draft, {
        parent: previous.parent,
        subject: previous.subject,
        mark: previous.mark,
        coordinatedWith: previous.index,
      });
      return;
    }
    if (this.#grammar.objectControl.has(previous.verb.lemma)) {
      if (previous.verb.voice === "passive") draft.subject = previous.subject;
      else {
        for (let i = draft.verbAt - 1; i > previous.verbAt; i--) {
          const noun = this.#noun(i);
          if (noun !== null && !isTime(noun, this.#tokens)) draft.subject = noun;
        }
        draft.subject ??= previous.subject;
      }
    } else draft.subject = previous.subject;
  }

  /** "Belarus to free 123": the noun phrase before the first infinitive of a headline. */
  #leadSubject(position: number): Phrase | null {
    for (let i = position - 1; i >= 0; i--) {
      const noun = this.#noun(i);
      if (noun !== null && noun.prep < 0) return noun;
    }
    return null;
  }

  #gerund(draft: Draft, previous: Draft | undefined): void {
    const tokenBefore = this.#tokens[draft.verb.first - 1];
    const before = this.#back(draft.verbAt);
    const noun = this.#noun(before);
    if (has(tokenBefore, "Preposition") || has(tokenBefore, "Conjunction")) {
      draft.kind = "gerund";
      draft.mark = tokenBefore?.lower ?? null;
      if (
        this.#chunks[before]?.kind === "coordinator" &&
        previous !== undefined &&
        previous.kind === "gerund"
      ) {
        Object.assign(draft, {
          mark: previous.mark,
          parent: previous.parent,
          subject: previous.subject,
          coordinatedWith: previous.index,
        });
        return;
      }
      draft.parent = previous?.index ?? -1;
      if (previous !== undefined)
        draft.subject =
          previous.verb.voice === "active" && previous.objects.length === 0
            ? (this.#objectOf(previous, draft.verbAt) ?? previous.subject)
            : previous.subject;
      return;
    }
    draft.kind = "participial";
    draft.parent = previous?.index ?? -1;
    if (noun !== null && !this.#isComma(before)) {
      draft.subject = noun;
      return;
    }
    draft.subject = this.#finiteAncestor(previous)?.subject ?? null;
  }

  #objectOf(clause: Draft, limit: number): Phrase | null {
    for (let i = clause.verbAt + 1; i < limit; i++) {
      const noun = this.#noun(i);
      if (noun !== null && noun.prep < 0 && !isTime(noun, this.#tokens)) return noun;
    }
    return null;
  }

  /** Whether a bare past form is a shortened passive: "the men jailed in May", "Poczobut, held since 2021,". */
  #isReduced(position: number, group: VerbGroup): boolean {
    if (group.certain || !has(this.#tokens[group.head], "Participle")) return false;
    const before = this.#back(position);
    const after = this.#chunks[position + 1];
    const objectFollows =
      after?.kind === "noun" && after.phrase.prep < 0 && !isTime(after.phrase, this.#tokens);
    const retained = this.#isRetainedObject(position, group);
    const byFollows = this.#tokens[group.last]?.lower === this.#grammar.agentPreposition;
    const intransitive = this.#grammar.intransitive.has(group.lemma);
    const previous = this.#drafts.at(-1);
    const beforeKind = this.#chunks[before]?.kind;
    if (intransitive && !byFollows) return false;
    if (before < 0) return !objectFollows;
    if (beforeKind === "coordinator" || (this.#isComma(before) && this.#noun(before - 1) === null)) {
      return previous !== undefined && previous.verb.voice === "passive" && (!objectFollows || retained);
    }
    if (beforeKind === "subordinator") return !objectFollows;
    const commaBefore = this.#isComma(before);
    const nounAt = commaBefore ? before - 1 : before;
    const noun = this.#noun(nounAt);
    if (noun === null || isTime(noun, this.#tokens))
      return this.#isListItem(position, group, objectFollows, byFollows);
    if (commaBefore && noun.prep >= 0 && this.#isListItem(position, group, objectFollows, byFollows))
      return true;
    if (objectFollows && !retained) return this.#laterOrphan(position) && !commaBefore && byFollows;
    if (commaBefore) {
      // A list of participles under one auxiliary, else an aside about the noun.
      if (byFollows) return true;
      return (
        !this.#grammar.clausal.has(group.lemma) &&
        (this.#verbSinceStop(nounAt) || this.#laterOrphan(position))
      );
    }
    if (
      this.#sentence.zone === "headline" &&
      !objectFollows &&
      this.#drafts.length === 0 &&
      !this.#grammar.clausal.has(group.lemma)
    )
      return true;
    if (byFollows) return true;
    if (
      noun.parts.at(-1)?.role === "apposition" &&
      !objectFollows &&
      this.#grammar.indefinite.has(this.#tokens[noun.parts.at(-1)?.phrase.first ?? -1]?.lower ?? "")
    )
      return true;
    if (this.#hasVerbInSegment(nounAt))
      return (
        previous !== undefined &&
        !this.#grammar.clausal.has(previous.verb.lemma) &&
        !this.#grammar.clausal.has(group.lemma)
      );
    return this.#laterOrphan(position);
  }

  /** "was taken from home on Friday, held for a day and freed": goes on with the passive before it. */
  #isListItem(position: number, group: VerbGroup, objectFollows: boolean, byFollows: boolean): boolean {
    const previous = this.#drafts.at(-1);
    if (!this.#isComma(this.#back(position)) || objectFollows || byFollows || previous === undefined)
      return false;
    return (
      previous.verb.voice === "passive" &&
      previous.verb.form === "finite" &&
      !this.#grammar.clausal.has(group.lemma)
    );
  }

  /** Whether a verb stands before `position` in the same half of the sentence. */
  #verbSinceStop(position: number): boolean {
    for (let i = position - 1; i >= 0; i--) {
      const item = this.#chunks[i];
      if (item?.kind === "mark" && !this.#isComma(i)) return false;
      if (item?.kind === "verb") return true;
    }
    return false;
  }

  /** "given 14 years", "denied a lawyer": the object of a passive; "gave her 14 years" has two and is none. */
  #isRetainedObject(position: number, group: VerbGroup): boolean {
    const after = this.#noun(position + 1);
    if (after === null || !this.#grammar.ditransitive.has(group.lemma)) return false;
    const head = this.#tokens[after.head];
    if (has(head, "ProperNoun") || has(head, "Pronoun")) return false;
    const second = this.#noun(position + 2);
    return second === null || second.prep >= 0;
  }

  /** Whether a verb stands before `position` with nothing between that would open a new clause. */
  #hasVerbInSegment(position: number): boolean {
    for (let i = position - 1; i >= 0; i--) {
      const item = this.#chunks[i];
      if (item === undefined) return false;
      if (item.kind === "verb") return true;
      if (
        item.kind === "mark" ||
        item.kind === "complementiser" ||
        item.kind === "subordinator" ||
        item.kind === "relative" ||
        item.kind === "coordinator"
      )
        return false;
    }
    return false;
  }

  /** Whether a finite verb follows that has no subject of its own: then the one before was no main verb. */
  #laterOrphan(position: number): boolean {
    let inRelative = false;
    for (let i = position + 1; i < this.#chunks.length; i++) {
      const item = this.#chunks[i];
      if (item === undefined) return false;
      if (item.kind === "complementiser" || item.kind === "subordinator" || item.kind === "coordinator")
        return false;
      if (item.kind === "mark" && !this.#isComma(i)) return false;
      if (item.kind === "relative") inRelative = true;
      if (item.kind !== "verb") continue;
      if (item.group.form !== "finite") continue;
      if (inRelative) {
        inRelative = false;
        continue;
      }
      const before = this.#back(i);
      const noun = this.#noun(before);
      // "arrested, tried and jailed": a list of verbs, not a verb without subject.
      const between = this.#chunks.slice(position + 1, i);
      if (between.length > 0 && between.every((chunk_) => chunk_.kind !== "noun")) return false;
      return item.group.certain || noun === null || noun.prep >= 0 ? noun === null || noun.prep >= 0 : false;
    }
    return false;
  }

  #participle(draft: Draft, previous: Draft | undefined): void {
    draft.verb.form = "participle";
    draft.verb.voice = "passive";
    draft.kind = "participial";
    const before = this.#back(draft.verbAt);
    const beforeKind = this.#chunks[before]?.kind;
    const asideNoun = this.#noun(before - 1);
    const list =
      beforeKind === "coordinator" ||
      (this.#isComma(before) &&
        (asideNoun === null ||
          ((isTime(asideNoun, this.#tokens) || asideNoun.prep >= 0) &&
            this.#isListItem(
              draft.verbAt,
              draft.verb,
              false,
              this.#tokens[draft.verb.last]?.lower === this.#grammar.agentPreposition,
            ))));
    if (list && previous !== undefined) {
      Object.assign(draft, {
        subject: previous.subject,
        kind: previous.kind,
        mark: previous.mark,
        parent: previous.parent,
        coordinatedWith: previous.index,
      });
      draft.verb.tense = previous.verb.tense;
      draft.verb.modal = previous.verb.modal;
      draft.verb.negation = draft.verb.negation >= 0 ? draft.verb.negation : previous.verb.negation;
      if (draft.verb.form === "participle" && previous.verb.form === "finite") draft.verb.form = "finite";
      return;
    }
    draft.parent = previous?.index ?? -1;
    if (beforeKind === "subordinator") {
      draft.kind = "adverbial";
      draft.mark = this.#word(before);
      draft.subject = this.#finiteAncestor(previous)?.subject ?? null;
      return;
    }
    const noun = this.#noun(this.#isComma(before) ? before - 1 : before);
    if (noun !== null) draft.subject = noun;
    if (this.#sentence.zone === "headline" && this.#drafts.length === 0 && noun !== null && noun.prep < 0) {
      draft.kind = "main";
      draft.verb.form = "finite";
      draft.ownSubject = true;
      draft.startAt = before;
      draft.first = noun.first;
    }
  }

  #finite(draft: Draft, previous: Draft | undefined): void {
    let i = this.#back(draft.verbAt);
    const direct = i;
    let subjectAt = -1;
    for (; i >= 0; ) {
      const item = this.#chunks[i];
      if (item === undefined) break;
      if (item.kind === "noun") {
        if (item.phrase.prep < 0 && !isTime(item.phrase, this.#tokens)) {
          const inner = this.#objectHolder(i, direct);
          if (inner === undefined) {
            subjectAt = i;
            break;
          }
          i = Math.min(inner.startAt, inner.verbAt) - 1;
          continue;
        }
        i--;
        continue;
      }
      if (item.kind === "other") {
        i--;
        continue;
      }
      if (item.kind === "verb") {
        const inner = this.#byVerb.get(i);
        if (
          inner === undefined || inner.verb.form === "finite"
            ? !(inner?.kind === "relative" || (inner?.kind === "adverbial" && this.#isComma(direct)))
            : false
        )
          break;
        if (inner === undefined) break;
        i = inner.startAt < i ? inner.startAt - 1 : i - 1;
        continue;
      }
      if (item.kind === "mark") {
        const mark = this.#word(i);
        if (mark === ";" || mark === ":" || mark === ".") break;
        i--;
        continue;
      }
      if (item.kind === "relative" && i === direct) break;
      if (item.kind === "coordinator" && i !== direct) break;
      break;
    }
    const stop = this.#chunks[i];
    if (subjectAt >= 0) {
      draft.subject = this.#noun(subjectAt);
      draft.ownSubject = true;
      this.#introduce(draft, subjectAt, previous);
      return;
    }
    if (stop?.kind === "relative") {
      draft.kind = "relative";
      draft.mark = this.#word(i);
      draft.startAt = i;
      draft.first = stop.first;
      draft.parent = previous?.index ?? -1;
      draft.subject = this.#antecedent(i);
      return;
    }
    if (
      stop?.kind === "coordinator" ||
      (this.#isComma(direct) &&
        previous !== undefined &&
        stop?.kind === "verb" &&
        !this.#grammar.clausal.has(draft.verb.lemma))
    ) {
      const partner = this.#finiteAncestor(previous);
      if (partner !== undefined) {
        Object.assign(draft, {
          subject: partner.subject,
          kind: partner.kind,
          mark: partner.mark,
          parent: partner.parent,
          coordinatedWith: partner.index,
        });
        draft.startAt = Math.min(i + 1, draft.verbAt);
        if (
          !draft.verb.certain &&
          partner.verb.modal >= 0 &&
          has(this.#tokens[draft.verb.head], "Infinitive")
        ) {
          draft.verb.modal = partner.verb.modal;
          draft.verb.negation = draft.verb.negation >= 0 ? draft.verb.negation : partner.verb.negation;
        }
        // "did not confirm or deny", "has been tried and is" share their auxiliary only when they have none.
        return;
      }
    }
    if (stop?.kind === "complementiser" || stop?.kind === "subordinator")
      this.#introduce(draft, i + 1, previous);
    else draft.parent = -1;
  }

  /** The clause whose object the noun at `position` is, when that clause is not one that a subject may follow. */
  #objectHolder(position: number, direct: number): Draft | undefined {
    const before = this.#chunks[position - 1];
    if (before?.kind !== "verb") return undefined;
    const inner = this.#byVerb.get(position - 1);
    if (inner === undefined) return undefined;
    const crossed = direct !== position;
    const embedded = inner.kind === "relative" || inner.verb.form !== "finite";
    if (this.#grammar.clausal.has(inner.verb.lemma) && !(crossed && embedded)) return undefined;
    if (crossed || inner.verb.form === "gerund" || inner.verb.form === "participle") return inner;
    // "Negotiations to secure her release have stalled": no verb before the infinitive could have taken it.
    const first =
      inner.verb.form === "infinitive" && this.#drafts.every(({ verb }) => verb.form === "infinitive");
    if (first) return inner;
    return undefined;
  }

  #antecedent(relativeAt: number): Phrase | null {
    const before = this.#back(relativeAt);
    const earlier = this.#drafts.at(-1);
    // "who was jailed and who was moved"
    if (this.#chunks[before]?.kind === "coordinator" && earlier?.kind === "relative") return earlier.subject;
    let i = relativeAt - 1;
    while (i >= 0 && (this.#chunks[i]?.kind === "mark" || this.#chunks[i]?.kind === "other")) i--;
    // A prepositional phrase may stand between ("the officers of X in Minsk who"): take the nearest noun.
    const noun = this.#noun(i);
    if (noun !== null) return noun;
    const inner = this.#byVerb.get(i);
    return inner?.kind === "participial" ? inner.subject : null;
  }

  /** Noun phrases before the clause's antecedent, up to the verb before it. */
  #nounsBefore(draft: Draft): Phrase[] {
    const found: Phrase[] = [];
    for (let i = Math.min(draft.startAt, draft.verbAt) - 1; i >= 0 && found.length < 3; i--) {
      const item = this.#chunks[i];
      if (
        item === undefined ||
        item.kind === "verb" ||
        item.kind === "complementiser" ||
        item.kind === "subordinator"
      )
        break;
      if (item.kind === "noun" && item.phrase !== draft.subject && !isTime(item.phrase, this.#tokens))
        found.push(item.phrase);
    }
    return found;
  }

  /** Finds what introduces the clause whose subject stands at `subjectAt`, beyond fronted phrases. */
  #introduce(draft: Draft, subjectAt: number, previous: Draft | undefined): void {
    let start = subjectAt;
    let i = subjectAt - 1;
    let comma = false;
    while (i >= 0) {
      const item = this.#chunks[i];
      if (item === undefined) break;
      if (item.kind === "noun" || item.kind === "other") {
        i--;
        continue;
      }
      if (item.kind === "mark" && this.#isComma(i)) {
        comma = true;
        i--;
        continue;
      }
      break;
    }
    const intro = this.#chunks[i];
    const bounded = intro === undefined || intro.kind !== "verb";
    if (bounded) start = i + 1;
    else if (comma) {
      // Phrases after the last comma belong to this clause.
      let c = subjectAt - 1;
      while (c > i && !this.#isComma(c)) c--;
      start = c + 1;
    }
    draft.startAt = start;
    draft.first = Math.min(this.#chunks[start]?.first ?? draft.verb.first, draft.verb.first);
    const near = previous;
    if (intro?.kind === "complementiser") {
      draft.kind = "complement";
      draft.mark = this.#word(i);
      draft.parent = near?.index ?? -1;
      const earlier = this.#chunks[i - 1];
      if (earlier?.kind === "coordinator" && near !== undefined) {
        // "said that A … and that B …"
        let up: Draft | undefined = near;
        while (up !== undefined && up.kind !== "complement")
          up = up.parent < 0 ? undefined : this.#drafts[up.parent - this.#offset];
        if (up !== undefined) draft.parent = up.parent;
      }
      return;
    }
    if (intro?.kind === "subordinator") {
      draft.kind = "adverbial";
      draft.mark = this.#word(i);
      draft.parent = near?.index ?? -1;
      return;
    }
    if (intro?.kind === "relative") {
      draft.kind = "relative";
      draft.mark = this.#word(i);
      draft.parent = near?.index ?? -1;
      draft.startAt = i;
      const antecedent = this.#antecedent(i);
      if (antecedent !== null && !has(this.#tokens[intro.first - 1], "Preposition"))
        draft.objects.push(antecedent);
      return;
    }
    if (near === undefined) return;
    if (intro?.kind === "verb" && !comma && this.#grammar.clausal.has(near.verb.lemma)) {
      draft.kind = "complement";
      draft.parent = near.index;
      return;
    }
    if (intro?.kind === "coordinator" && !this.#isComma(i - 1)) {
      const partner = this.#finiteAncestor(near);
      if (partner !== undefined && partner.kind === "complement")
        Object.assign(draft, { kind: "complement", parent: partner.parent, mark: partner.mark });
    }
  }

  /** Gives each clause the phrases between its start and the next clause's start. */
  #collectComplements(): void {
    const ordered = this.#drafts;
    ordered.forEach((draft, n) => {
      const next = ordered[n + 1];
      let limit = next === undefined ? this.#chunks.length : Math.max(next.startAt, draft.verbAt + 1);
      if (next !== undefined && next.startAt <= draft.verbAt) limit = next.verbAt;
      const subjectFirst = draft.ownSubject ? draft.subject?.first : undefined;
      for (let i = draft.startAt; i < draft.verbAt; i++) {
        const noun = this.#noun(i);
        if (noun === null || noun.first === subjectFirst || this.#insideOther(i, draft)) continue;
        if (isTime(noun, this.#tokens) && noun.prep < 0) draft.times.push(noun);
        else if (noun.prep >= 0) draft.phrases.push(noun);
      }
      let sawMark = false;
      for (let i = draft.verbAt + 1; i < limit; i++) {
        const item = this.#chunks[i];
        if (item === undefined) break;
        if (item.kind === "coordinator" || item.kind === "subordinator" || item.kind === "complementiser")
          sawMark = true;
        if (item.kind === "mark") sawMark = true;
        if (item.kind !== "noun") continue;
        const { phrase } = item;
        draft.last = Math.max(draft.last, phrase.last);
        const term =
          phrase.prep < 0 &&
          has(this.#tokens[phrase.head], "Duration") &&
          !sawMark &&
          (draft.objects.length === 0 || this.#noun(i - 1) === draft.objects.at(-1));
        if (term) draft.objects.push(phrase);
        else if (isTime(phrase, this.#tokens) && phrase.prep < 0 && draft.objects.length > 0)
          draft.times.push(phrase);
        else if (phrase.prep >= 0) draft.phrases.push(phrase);
        else if (isTime(phrase, this.#tokens) && !has(this.#tokens[phrase.head], "Duration"))
          draft.times.push(phrase);
        else if (!sawMark && draft.objects.length < 3) draft.objects.push(phrase);
        else if (isTime(phrase, this.#tokens)) draft.times.push(phrase);
      }
      if (draft.verb.particle === null) draft.first = Math.min(draft.first, draft.verb.first);
    });
  }

  /** Whether the chunk lies in a clause that stands between this clause's start and its verb. */
  #insideOther(position: number, draft: Draft): boolean {
    return this.#drafts.some(
      (other) =>
        other !== draft &&
        other.startAt >= draft.startAt &&
        other.verbAt < draft.verbAt &&
        position >= other.startAt &&
        position > other.verbAt,
    );
  }

  /** "said Kallas", "Also freed were A and B", "Among those released was A": the subject follows the verb. */
  #invertedSubjects(): void {
    for (const draft of this.#drafts) {
      if (this.#grammar.memberVerbs.has(draft.verb.lemma) && draft.verb.voice === "active") {
        const members = draft.objects[0];
        if (members !== undefined) this.#addMembers(draft, members);
        continue;
      }
      if (draft.subject !== null || draft.verb.form !== "finite") continue;
      const following = draft.objects[0];
      if (
        following === undefined ||
        draft.verbAt + 1 >= this.#chunks.length ||
        this.#noun(draft.verbAt + 1) !== following
      )
        continue;
      if (this.#grammar.memberVerbs.has(draft.verb.lemma)) continue;
      const speaks = this.#grammar.clausal.has(draft.verb.lemma);
      const copula = has(this.#tokens[draft.verb.head], "Copula");
      if (!speaks && !copula) continue;
      draft.subject = following;
      draft.ownSubject = true;
      draft.objects.shift();
      if (!copula) continue;
      this.#addMembers(draft, following);
    }
  }

  /** Adds the members that `draft` names to the subject of the participle before it ("those freed"). */
  #addMembers(draft: Draft, members: Phrase): void {
    const fronted = this.#drafts.find(
      (other) =>
        other.index === draft.index - 1 && other.verb.voice === "passive" && other.verb.form === "participle",
    );
    if (fronted === undefined) return;
    const set = fronted.subject;
    fronted.subject =
      set === null
        ? members
        : {
            ...set,
            last: members.last,
            parts: [...set.parts, { role: "member", phrase: { ...members, parts: [] } }, ...members.parts],
          };
  }

  /** "set him free", "let them out": the particle stands behind the object. */
  #isSwallowed(object: Phrase, tail: Token): boolean {
    return (
      object.last - object.first > 1 &&
      object.coreLast === object.last &&
      object.parts.length === 0 &&
      this.#grammar.particles.has(tail.lower) &&
      has(tail, "Adjective") &&
      has(this.#tokens[object.last - 2], "ProperNoun")
    );
  }

  #splitParticles(): void {
    for (const draft of this.#drafts) {
      const object = draft.objects[0];
      if (draft.verb.particle !== null || object === undefined) continue;
      const tail = this.#tokens[object.last - 1];
      if (tail !== undefined && this.#isSwallowed(object, tail)) {
        // "set Ann Lee free": the adjective was taken for the end of the name.
        draft.verb.particle = tail.lower;
        const end = object.last - 1;
        draft.objects[0] = {
          ...object,
          last: end,
          coreLast: end,
          ownLast: end,
          head: Math.min(object.head, end - 1),
        };
        continue;
      }
      const word = this.#tokens[object.last]?.lower ?? "";
      const follower = this.#tokens[object.last + 1];
      const prepositional =
        has(this.#tokens[object.last], "Preposition") &&
        follower !== undefined &&
        !has(follower, "Punctuation");
      if (object.last < this.#sentence.last && this.#grammar.particles.has(word) && !prepositional) {
        draft.verb.particle = word;
        draft.last = Math.max(draft.last, object.last + 1);
      }
    }
  }
}
