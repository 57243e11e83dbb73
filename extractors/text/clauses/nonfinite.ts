import { hasTag } from "../document.ts";
import { isTime } from "../phrases/coordination.ts";
import type { Phrase } from "../phrases/phrase.ts";
import type { Draft, ParsedSentence } from "./parsed-sentence.ts";

export function attachInfinitive(s: ParsedSentence, draft: Draft, previous: Draft | undefined): void {
  draft.kind = "infinitive";
  draft.verb.form = "infinitive";
  draft.verb.tense = null;
  if (previous === undefined) {
    if (s.drafts.length === 0) draft.subject = leadSubject(s, draft.verbAt);
    return;
  }
  draft.parent = previous.index;
  const before = s.back(draft.verbAt);
  if (s.chunks[before]?.kind === "coordinator" && previous.verb.form === "infinitive") {
    Object.assign(draft, {
      parent: previous.parent,
      subject: previous.subject,
      mark: previous.mark,
      coordinatedWith: previous.index,
    });
    return;
  }
  if (s.grammar.objectControl.has(previous.verb.lemma)) {
    if (previous.verb.voice === "passive") draft.subject = previous.subject;
    else {
      for (let i = draft.verbAt - 1; i > previous.verbAt; i--) {
        const noun = s.noun(i);
        if (noun !== null && !isTime(noun, s.tokens)) draft.subject = noun;
      }
      draft.subject ??= previous.subject;
    }
  } else draft.subject = previous.subject;
}

/** "Belarus to free 123": the noun phrase before the first infinitive of a headline. */
function leadSubject(s: ParsedSentence, position: number): Phrase | null {
  for (let i = position - 1; i >= 0; i--) {
    const noun = s.noun(i);
    if (noun !== null && noun.prep < 0) return noun;
  }
  return null;
}

export function attachGerund(s: ParsedSentence, draft: Draft, previous: Draft | undefined): void {
  let at = draft.verb.first - 1;
  while (s.grammar.transparentMarks.has(s.tokens[at]?.text ?? "")) at--;
  const tokenBefore = s.tokens[at];
  const before = s.back(draft.verbAt);
  const noun = s.noun(before);
  if (hasTag(tokenBefore, "Preposition") || hasTag(tokenBefore, "Conjunction")) {
    draft.kind = "gerund";
    draft.mark = tokenBefore?.lower ?? null;
    if (s.chunks[before]?.kind === "coordinator" && previous !== undefined && previous.kind === "gerund") {
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
          ? (objectOf(s, previous, draft.verbAt) ?? previous.subject)
          : previous.subject;
    return;
  }
  draft.kind = "participial";
  draft.parent = previous?.index ?? -1;
  if (noun !== null && !s.isComma(before)) {
    draft.subject = noun;
    return;
  }
  draft.subject = s.finiteAncestor(previous)?.subject ?? null;
}

function objectOf(s: ParsedSentence, clause: Draft, limit: number): Phrase | null {
  for (let i = clause.verbAt + 1; i < limit; i++) {
    const noun = s.noun(i);
    if (noun !== null && noun.prep < 0 && !isTime(noun, s.tokens)) return noun;
  }
  return null;
}
