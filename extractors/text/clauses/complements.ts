import { hasTag } from "../document.ts";
import { isTime } from "../phrases/coordination.ts";
import type { Draft, ParsedSentence } from "./parsed-sentence.ts";

/** Gives each clause the phrases between its start and the next clause's start. */
export function collectComplements(s: ParsedSentence): void {
  const ordered = s.drafts;
  ordered.forEach((draft, n) => {
    const next = ordered[n + 1];
    let limit = next === undefined ? s.chunks.length : Math.max(next.startAt, draft.verbAt + 1);
    if (next !== undefined && next.startAt <= draft.verbAt) limit = next.verbAt;
    const subjectFirst = draft.ownSubject ? draft.subject?.first : undefined;
    for (let i = draft.startAt; i < draft.verbAt; i++) {
      const noun = s.noun(i);
      if (noun === null || noun.first === subjectFirst || insideOther(s, i, draft)) continue;
      if (isTime(noun, s.tokens) && noun.prep < 0) draft.times.push(noun);
      else if (noun.prep >= 0) draft.phrases.push(noun);
    }
    let sawMark = false;
    for (let i = draft.verbAt + 1; i < limit; i++) {
      const item = s.chunks[i];
      if (item === undefined) break;
      if (item.kind === "coordinator" || item.kind === "subordinator" || item.kind === "complementiser")
        sawMark = true;
      if (item.kind === "mark") sawMark = true;
      if (item.kind !== "noun") continue;
      const { phrase } = item;
      draft.last = Math.max(draft.last, phrase.last);
      const term =
        phrase.prep < 0 &&
        hasTag(s.tokens[phrase.head], "Duration") &&
        !sawMark &&
        (draft.objects.length === 0 || s.noun(i - 1) === draft.objects.at(-1));
      if (term) draft.objects.push(phrase);
      else if (isTime(phrase, s.tokens) && phrase.prep < 0 && draft.objects.length > 0)
        draft.times.push(phrase);
      else if (phrase.prep >= 0) draft.phrases.push(phrase);
      else if (isTime(phrase, s.tokens) && !hasTag(s.tokens[phrase.head], "Duration"))
        draft.times.push(phrase);
      else if (!sawMark && draft.objects.length < 3) draft.objects.push(phrase);
      else if (isTime(phrase, s.tokens)) draft.times.push(phrase);
    }
    if (draft.verb.particle === null) draft.first = Math.min(draft.first, draft.verb.first);
  });
  shareObjects(s);
}

/** "arrested and charged Ann Lee": of two verbs right beside each other the first has the object of the second. */
function shareObjects({ drafts, chunks }: ParsedSentence): void {
  for (const draft of drafts) {
    const partner = drafts.find(({ coordinatedWith }) => coordinatedWith === draft.index);
    const between = chunks.slice(draft.verbAt + 1, partner?.verbAt ?? draft.verbAt + 1);
    const isBeside =
      between.some(({ kind }) => kind === "coordinator") &&
      between.every(({ kind }) => kind === "coordinator" || kind === "other");
    if (partner === undefined || !isBeside || draft.objects.length + draft.phrases.length > 0) continue;
    if (draft.verb.voice === "active" && partner.verb.voice === "active")
      draft.objects.push(...partner.objects);
  }
}

/** Whether the chunk lies in a clause that stands between this clause's start and its verb. */
function insideOther(s: ParsedSentence, position: number, draft: Draft): boolean {
  return s.drafts.some(
    (other) =>
      other !== draft &&
      other.startAt >= draft.startAt &&
      other.verbAt < draft.verbAt &&
      position >= other.startAt &&
      position > other.verbAt,
  );
}
