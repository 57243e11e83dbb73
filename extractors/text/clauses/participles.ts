import { hasTag } from "../document.ts";
import { isTime } from "../phrases/coordination.ts";
import type { VerbGroup } from "../phrases/verb-groups.ts";
import type { Draft, ParsedSentence } from "./parsed-sentence.ts";

/** Whether a bare past form is a shortened passive: "the men jailed in May", "Poczobut, held since 2021,". */
export function isReduced(s: ParsedSentence, position: number, group: VerbGroup): boolean {
  if (group.certain || !hasTag(s.tokens[group.head], "Participle")) return false;
  const before = s.back(position);
  const after = s.chunks[position + 1];
  const objectFollows = after?.kind === "noun" && after.phrase.prep < 0 && !isTime(after.phrase, s.tokens);
  const retained = isRetainedObject(s, position, group);
  const byFollows = s.tokens[group.last]?.lower === s.grammar.agentPreposition;
  const intransitive = s.grammar.intransitive.has(group.lemma);
  const previous = s.drafts.at(-1);
  const beforeKind = s.chunks[before]?.kind;
  const infinitiveFollows = after?.kind === "verb" && after.group.form === "infinitive";
  if ((intransitive || (infinitiveFollows && s.grammar.infinitival.has(group.lemma))) && !byFollows)
    return false;
  if (before < 0) return !objectFollows;
  if (beforeKind === "coordinator" && goesOnWith(s, previous) !== undefined)
    return !objectFollows || retained;
  if (beforeKind === "coordinator" || (s.isComma(before) && s.noun(before - 1) === null)) {
    return previous !== undefined && previous.verb.voice === "passive" && (!objectFollows || retained);
  }
  if (beforeKind === "subordinator") return !objectFollows;
  const commaBefore = s.isComma(before);
  const nounAt = commaBefore ? before - 1 : before;
  const noun = s.noun(nounAt);
  // "whom the KGB pulled from his cab", "which the court declared extremist"
  if (!commaBefore && noun !== null && s.chunks[nounAt - 1]?.kind === "relative" && !byFollows) return false;
  if (isColon(s, before)) return !objectFollows && s.drafts.length === 0;
  if (isCausative(s, nounAt)) return !objectFollows;
  if (noun === null || isTime(noun, s.tokens))
    return (
      isListItem(s, position, group, objectFollows, byFollows) ||
      (noun !== null && !commaBefore && !objectFollows && isBehindTime(s, nounAt, group))
    );
  if (commaBefore && noun.prep >= 0 && isListItem(s, position, group, objectFollows, byFollows)) return true;
  if (objectFollows && !retained && s.grammar.naming.has(group.lemma) && verbBehindObject(s, position))
    return true;
  if (objectFollows && !retained) return laterOrphan(s, position) && !commaBefore && byFollows;
  if (commaBefore) {
    // A list of participles under one auxiliary, else an aside about the noun.
    if (byFollows) return true;
    return !s.grammar.clausal.has(group.lemma) && (verbSinceStop(s, nounAt) || laterOrphan(s, position));
  }
  if (
    s.sentence.zone === "headline" &&
    !objectFollows &&
    s.drafts.length === 0 &&
    !s.grammar.clausal.has(group.lemma)
  )
    return true;
  if (byFollows) return true;
  if (
    noun.parts.at(-1)?.role === "apposition" &&
    !objectFollows &&
    s.grammar.indefinite.has(s.tokens[noun.parts.at(-1)?.phrase.first ?? -1]?.lower ?? "")
  )
    return true;
  if (hasVerbInSegment(s, nounAt))
    return (
      previous !== undefined &&
      !s.grammar.clausal.has(previous.verb.lemma) &&
      !s.grammar.clausal.has(group.lemma)
    );
  return laterOrphan(s, position);
}

/** "was barred from leaving and placed …": the passive to which a participle behind "and" belongs, past its gerund. */
function goesOnWith(s: ParsedSentence, previous: Draft | undefined): Draft | undefined {
  const partner = s.finiteAncestor(previous);
  return partner?.verb.voice === "passive" ? partner : undefined;
}

/** "was taken from home on Friday, held for a day and freed": goes on with the passive before it. */
function isListItem(
  s: ParsedSentence,
  position: number,
  group: VerbGroup,
  objectFollows: boolean,
  byFollows: boolean,
): boolean {
  const previous = s.drafts.at(-1);
  if (!s.isComma(s.back(position)) || objectFollows || byFollows || previous === undefined) return false;
  return (
    previous.verb.voice === "passive" &&
    previous.verb.form === "finite" &&
    !s.grammar.clausal.has(group.lemma)
  );
}

/** Whether a verb stands before `position` in the same half of the sentence. */
function verbSinceStop(s: ParsedSentence, position: number): boolean {
  for (let i = position - 1; i >= 0; i--) {
    const item = s.chunks[i];
    if (item?.kind === "mark" && !s.isComma(i)) return false;
    if (item?.kind === "verb") return true;
  }
  return false;
}

/** "given 14 years", "denied a lawyer": the object of a passive; "gave her 14 years" has two and is none. */
function isRetainedObject(s: ParsedSentence, position: number, group: VerbGroup): boolean {
  const after = s.noun(position + 1);
  if (after === null || !s.grammar.ditransitive.has(group.lemma)) return false;
  const head = s.tokens[after.head];
  if (hasTag(head, "ProperNoun") || hasTag(head, "Pronoun")) return false;
  const second = s.noun(position + 2);
  return second === null || second.prep >= 0;
}

/** Whether a verb stands before `position` with nothing between that would open a new clause. */
function hasVerbInSegment(s: ParsedSentence, position: number): boolean {
  for (let i = position - 1; i >= 0; i--) {
    const item = s.chunks[i];
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
function laterOrphan(s: ParsedSentence, position: number): boolean {
  let inRelative = false;
  for (let i = position + 1; i < s.chunks.length; i++) {
    const item = s.chunks[i];
    if (item === undefined) return false;
    if (item.kind === "complementiser" || item.kind === "subordinator" || item.kind === "coordinator")
      return false;
    if (item.kind === "mark" && !s.isComma(i)) return false;
    if (item.kind === "relative") inRelative = true;
    if (item.kind !== "verb") continue;
    if (item.group.form !== "finite") continue;
    if (inRelative) {
      inRelative = false;
      continue;
    }
    const before = s.back(i);
    const noun = s.noun(before);
    // "arrested, tried and jailed": a list of verbs, not a verb without subject.
    const between = s.chunks.slice(position + 1, i);
    if (between.length > 0 && between.every((chunk_) => chunk_.kind !== "noun")) return false;
    return item.group.certain || noun === null || noun.prep >= 0 ? noun === null || noun.prep >= 0 : false;
  }
  return false;
}

export function attachParticiple(s: ParsedSentence, draft: Draft, previous: Draft | undefined): void {
  draft.verb.form = "participle";
  draft.verb.voice = "passive";
  draft.kind = "participial";
  const before = s.back(draft.verbAt);
  const beforeKind = s.chunks[before]?.kind;
  const asideNoun = s.noun(before - 1);
  const list =
    beforeKind === "coordinator" ||
    (s.isComma(before) &&
      (asideNoun === null ||
        ((isTime(asideNoun, s.tokens) || asideNoun.prep >= 0) &&
          isListItem(
            s,
            draft.verbAt,
            draft.verb,
            false,
            s.tokens[draft.verb.last]?.lower === s.grammar.agentPreposition,
          ))));
  const partner = beforeKind === "coordinator" ? (goesOnWith(s, previous) ?? previous) : previous;
  if (list && partner !== undefined) {
    Object.assign(draft, {
      subject: partner.subject,
      kind: partner.kind,
      mark: partner.mark,
      parent: partner.parent,
      coordinatedWith: partner.index,
    });
    draft.verb.tense = partner.verb.tense;
    draft.verb.modal = partner.verb.modal;
    draft.verb.negation = draft.verb.negation >= 0 ? draft.verb.negation : partner.verb.negation;
    if (draft.verb.form === "participle" && partner.verb.form === "finite") draft.verb.form = "finite";
    return;
  }
  draft.parent = previous?.index ?? -1;
  if (beforeKind === "subordinator") {
    draft.kind = "adverbial";
    draft.mark = s.word(before);
    draft.subject = s.finiteAncestor(previous)?.subject ?? null;
    return;
  }
  if (isColon(s, before)) {
    const entry = s.noun(0);
    if (entry !== null) Object.assign(draft, { subject: entry, kind: "main" });
    draft.verb.form = "finite";
    return;
  }
  const noun = s.noun(s.isComma(before) ? before - 1 : before);
  if (noun !== null) draft.subject = noun;
  if (s.sentence.zone === "headline" && s.drafts.length === 0 && noun !== null && noun.prep < 0) {
    draft.kind = "main";
    draft.verb.form = "finite";
    draft.ownSubject = true;
    draft.startAt = before;
    draft.first = noun.first;
  }
}

/** "Ann Lee, a reporter: arrested on 6 January, charged …" */
const isColon = (s: ParsedSentence, position: number): boolean =>
  s.chunks[position]?.kind === "mark" && s.word(position) === ":";

/** "had a year added to her sentence": a participle right behind the object of "have". */
function isCausative(s: ParsedSentence, nounAt: number): boolean {
  const before = s.chunks[nounAt - 1];
  return s.noun(nounAt) !== null && before?.kind === "verb" && s.grammar.causatives.has(before.group.lemma);
}

/** "18 people considered political prisoners in Venezuela were released": the next verb needs the subject. */
function verbBehindObject(s: ParsedSentence, position: number): boolean {
  let i = position + 2;
  while (s.chunks[i]?.kind === "other" || (s.noun(i)?.prep ?? -1) >= 0) i++;
  const next = s.chunks[i];
  return next?.kind === "verb" && next.group.form === "finite" && next.group.certain;
}

/** "troubled by sentences of seven to nine years imposed on the men": a verb already stands before the length of time. */
function isBehindTime(s: ParsedSentence, nounAt: number, group: VerbGroup): boolean {
  const previous = s.drafts.at(-1);
  return (
    previous !== undefined &&
    previous.verb.form === "finite" &&
    hasVerbInSegment(s, nounAt) &&
    !s.grammar.clausal.has(group.lemma) &&
    !s.grammar.clausal.has(previous.verb.lemma)
  );
}
