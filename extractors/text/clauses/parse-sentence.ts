import type { Grammar } from "../../languages/grammar.ts";
import { type Document, hasTag, type Sentence } from "../document.ts";
import { isTime } from "../phrases/coordination.ts";
import type { Phrase } from "../phrases/phrase.ts";
import type { VerbGroup } from "../phrases/verb-groups.ts";
import type { Clause } from "./clause.ts";
import { collectComplements } from "./complements.ts";
import { attachFinite } from "./finite.ts";
import { attachGerund, attachInfinitive } from "./nonfinite.ts";
import { type Draft, ParsedSentence } from "./parsed-sentence.ts";
import { attachParticiple, isReduced } from "./participles.ts";
import { splitParticles, takeFollowingSubject, takeInvertedSubjects } from "./word-order.ts";

/** Finds the clauses of a sentence, verb by verb from the left, then what belongs to each. */
export function parseSentence(
  doc: Document,
  sentence: Sentence,
  grammar: Grammar,
  offset: number,
): { clauses: Clause[]; phrases: Phrase[] } {
  const s = new ParsedSentence(doc, sentence, grammar, offset);
  s.chunks.forEach((item, position) => {
    if (item.kind === "verb") addClause(s, position, item.group);
  });
  collectComplements(s);
  takeInvertedSubjects(s);
  takeFollowingSubject(s);
  splitParticles(s);
  const phrases = s.chunks.flatMap((item) => (item.kind === "noun" ? [item.phrase] : []));
  return { clauses: s.drafts.map(({ verbAt: _v, startAt: _s, ...clause }) => clause), phrases };
}

function addClause(s: ParsedSentence, position: number, group: VerbGroup): void {
  const previous = s.drafts.at(-1);
  const draft: Draft = {
    index: s.offset + s.drafts.length,
    sentence: s.sentence.index,
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
  if (group.form === "infinitive" || isBareInfinitive(s, position, group, previous))
    attachInfinitive(s, draft, previous);
  else if (group.form === "gerund") attachGerund(s, draft, previous);
  else if (group.form === "participle" || isReduced(s, position, group)) attachParticiple(s, draft, previous);
  else attachFinite(s, draft, previous);
  if (draft.kind === "relative" || draft.kind === "participial") draft.alternatives = nounsBefore(s, draft);
  s.drafts.push(draft);
  s.byVerb.set(position, draft);
}

/** "to quash her sentence and release her", "let a doctor see her": infinitives without a mark of their own. */
function isBareInfinitive(
  s: ParsedSentence,
  position: number,
  group: VerbGroup,
  previous: Draft | undefined,
): boolean {
  if (group.certain || previous === undefined || !hasTag(s.tokens[group.head], "Infinitive")) return false;
  const before = s.back(position);
  const goesOn = previous.verb.form === "infinitive" && s.chunks[before]?.kind === "coordinator";
  const governed =
    s.grammar.bareInfinitive.has(previous.verb.lemma) &&
    previous.verb.voice === "active" &&
    s.noun(before)?.prep === -1 &&
    before === previous.verbAt + 1;
  return goesOn || governed;
}

/** Noun phrases before the clause's antecedent, up to the verb before it. */
function nounsBefore(s: ParsedSentence, draft: Draft): Phrase[] {
  const found: Phrase[] = [];
  for (let i = Math.min(draft.startAt, draft.verbAt) - 1; i >= 0 && found.length < 3; i--) {
    const item = s.chunks[i];
    if (
      item === undefined ||
      item.kind === "verb" ||
      item.kind === "complementiser" ||
      item.kind === "subordinator"
    )
      break;
    if (item.kind === "noun" && item.phrase !== draft.subject && !isTime(item.phrase, s.tokens))
      found.push(item.phrase);
  }
  return found;
}
