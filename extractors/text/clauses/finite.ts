import { hasTag } from "../document.ts";
import { isTime } from "../phrases/coordination.ts";
import type { Phrase } from "../phrases/phrase.ts";
import type { Draft, ParsedSentence } from "./parsed-sentence.ts";

export function attachFinite(s: ParsedSentence, draft: Draft, previous: Draft | undefined): void {
  let i = s.back(draft.verbAt);
  const direct = i;
  let subjectAt = -1;
  let lengthAt = -1;
  for (; i >= 0; ) {
    const item = s.chunks[i];
    if (item === undefined) break;
    if (item.kind === "noun") {
      if (item.phrase.prep < 0 && !isTime(item.phrase, s.tokens)) {
        const inner = objectHolder(s, i, direct);
        if (inner === undefined) {
          subjectAt = i;
          break;
        }
        i = Math.min(inner.startAt, inner.verbAt) - 1;
        continue;
      }
      if (item.phrase.prep < 0 && hasTag(s.tokens[item.phrase.head], "Duration")) lengthAt = i;
      i--;
      continue;
    }
    if (item.kind === "other") {
      i--;
      continue;
    }
    if (item.kind === "verb") {
      const inner = relativeAbove(s, s.byVerb.get(i), s.isComma(direct));
      if (
        inner === undefined || inner.verb.form === "finite"
          ? !(inner?.kind === "relative" || (inner?.kind === "adverbial" && s.isComma(direct)))
          : false
      )
        break;
      if (inner === undefined) break;
      i = inner.startAt < i ? inner.startAt - 1 : i - 1;
      continue;
    }
    if (item.kind === "mark") {
      const mark = s.word(i);
      if (mark === ";" || mark === ":" || mark === ".") break;
      i--;
      continue;
    }
    if (item.kind === "relative" && i === direct) break;
    if (item.kind === "coordinator" && i !== direct) break;
    break;
  }
  const stop = s.chunks[i];
  // "Another twelve months were added": nothing else can be the subject.
  if (i < 0 && subjectAt < 0 && draft.verb.voice === "passive") subjectAt = lengthAt;
  if (subjectAt >= 0) {
    draft.subject = s.noun(subjectAt);
    draft.ownSubject = true;
    introduce(s, draft, subjectAt, previous);
    return;
  }
  if (stop?.kind === "relative") {
    draft.kind = "relative";
    draft.mark = s.word(i);
    draft.startAt = i;
    draft.first = stop.first;
    draft.parent = previous?.index ?? -1;
    draft.subject = antecedentOf(s, i);
    return;
  }
  if (
    stop?.kind === "coordinator" ||
    (s.isComma(direct) &&
      previous !== undefined &&
      stop?.kind === "verb" &&
      !s.grammar.clausal.has(draft.verb.lemma))
  ) {
    const partner = beforeParenthesis(s, s.finiteAncestor(previous));
    if (partner !== undefined) {
      Object.assign(draft, {
        subject: partner.subject,
        kind: partner.kind,
        mark: partner.mark,
        parent: partner.parent,
        coordinatedWith: partner.index,
      });
      draft.startAt = Math.min(i + 1, draft.verbAt);
      if (!draft.verb.certain && partner.verb.modal >= 0 && hasTag(s.tokens[draft.verb.head], "Infinitive")) {
        draft.verb.modal = partner.verb.modal;
        draft.verb.negation = draft.verb.negation >= 0 ? draft.verb.negation : partner.verb.negation;
      }
      // "did not confirm or deny", "has been tried and is" share their auxiliary only when they have none.
      return;
    }
  }
  if (stop?.kind === "complementiser" || stop?.kind === "subordinator") introduce(s, draft, i + 1, previous);
  else draft.parent = -1;
}

/** "The ministry, which said it had asked four times, voiced …": behind a comma the whole relative clause is passed. */
function relativeAbove(s: ParsedSentence, inner: Draft | undefined, isComma: boolean): Draft | undefined {
  if (!isComma) return inner;
  let up = inner;
  while (up?.kind === "complement" && up.parent >= s.offset) up = s.drafts[up.parent - s.offset];
  return up?.kind === "relative" ? up : inner;
}

/** "X was arrested, his allies said, but died": the report between commas is passed over. */
function beforeParenthesis(s: ParsedSentence, partner: Draft | undefined): Draft | undefined {
  if (partner === undefined || !partner.ownSubject || !s.grammar.clausal.has(partner.verb.lemma))
    return partner;
  const isBetween = s.isComma(partner.startAt - 1) && s.isComma(partner.verbAt + 1);
  const earlier = s.finiteAncestor(s.drafts[partner.index - s.offset - 1]);
  return isBetween && earlier !== undefined && earlier.kind === "main" ? earlier : partner;
}

/** The clause whose object the noun at `position` is, when that clause is not one that a subject may follow. */
function objectHolder(s: ParsedSentence, position: number, direct: number): Draft | undefined {
  const before = s.chunks[position - 1];
  if (before?.kind !== "verb") return undefined;
  const inner = s.byVerb.get(position - 1);
  if (inner === undefined) return undefined;
  const crossed = direct !== position;
  const embedded = inner.kind === "relative" || inner.verb.form !== "finite";
  if (s.grammar.clausal.has(inner.verb.lemma) && !(crossed && embedded)) return undefined;
  if (crossed || inner.verb.form === "gerund" || inner.verb.form === "participle") return inner;
  // "Negotiations to secure her release have stalled": no verb before the infinitive could have taken it.
  const first = inner.verb.form === "infinitive" && s.drafts.every(({ verb }) => verb.form === "infinitive");
  if (first) return inner;
  return undefined;
}

function antecedentOf(s: ParsedSentence, relativeAt: number): Phrase | null {
  const before = s.back(relativeAt);
  const earlier = s.drafts.at(-1);
  // "who was jailed and who was moved"
  if (s.chunks[before]?.kind === "coordinator" && earlier?.kind === "relative") return earlier.subject;
  let i = relativeAt - 1;
  while (i >= 0 && (s.chunks[i]?.kind === "mark" || s.chunks[i]?.kind === "other")) i--;
  // A prepositional phrase may stand between ("the officers of X in Minsk who"): take the nearest noun.
  const noun = s.noun(i);
  if (noun !== null) return s.chunks[relativeAt + 1]?.kind === "verb" ? narrowed(s, noun, relativeAt) : noun;
  const inner = s.byVerb.get(i);
  return inner?.kind === "participial" ? inner.subject : null;
}

/** "A and B, a lecturer who was jailed": a verb in the singular has only the last of a list before it. */
function narrowed(s: ParsedSentence, noun: Phrase, relativeAt: number): Phrase {
  const verb = s.chunks[relativeAt + 1];
  const isSingular =
    verb?.kind === "verb" && s.grammar.singularVerbs.has(s.tokens[verb.group.first]?.lower ?? "");
  const lastItem = noun.parts.findLast(({ role }) => role === "conjunct");
  return isSingular && lastItem !== undefined ? lastItem.phrase : noun;
}

/** Finds what introduces the clause whose subject stands at `subjectAt`, beyond fronted phrases. */
function introduce(s: ParsedSentence, draft: Draft, subjectAt: number, previous: Draft | undefined): void {
  let start = subjectAt;
  let i = subjectAt - 1;
  let comma = false;
  while (i >= 0) {
    const item = s.chunks[i];
    if (item === undefined) break;
    if (item.kind === "noun" || item.kind === "other") {
      i--;
      continue;
    }
    if (item.kind === "mark" && s.isComma(i)) {
      comma = true;
      i--;
      continue;
    }
    break;
  }
  const intro = s.chunks[i];
  const bounded = intro === undefined || intro.kind !== "verb";
  if (bounded) start = i + 1;
  else if (comma) {
    // Phrases after the last comma belong to this clause.
    let c = subjectAt - 1;
    while (c > i && !s.isComma(c)) c--;
    start = c + 1;
  }
  draft.startAt = start;
  draft.first = Math.min(s.chunks[start]?.first ?? draft.verb.first, draft.verb.first);
  const near = previous;
  // "A, whose husband was freed, said": a clause inside the one that goes on behind it.
  if (hasTag(s.tokens[draft.subject?.first ?? -1], "RelativePossessive")) {
    Object.assign(draft, {
      kind: "relative",
      mark: s.word(subjectAt),
      parent: near?.index ?? -1,
      startAt: subjectAt,
      first: draft.subject?.first,
    });
    return;
  }
  if (intro?.kind === "complementiser") {
    draft.kind = "complement";
    draft.mark = s.word(i);
    draft.parent = near?.index ?? -1;
    const earlier = s.chunks[i - 1];
    if (earlier?.kind === "coordinator" && near !== undefined) {
      // "said that A … and that B …"
      let up: Draft | undefined = near;
      while (up !== undefined && up.kind !== "complement")
        up = up.parent < 0 ? undefined : s.drafts[up.parent - s.offset];
      if (up !== undefined) draft.parent = up.parent;
    }
    return;
  }
  if (intro?.kind === "subordinator") {
    draft.kind = "adverbial";
    draft.mark = s.word(i);
    draft.parent = near?.index ?? -1;
    return;
  }
  if (intro?.kind === "relative") {
    draft.kind = "relative";
    draft.mark = s.word(i);
    draft.parent = near?.index ?? -1;
    draft.startAt = i;
    const antecedent = antecedentOf(s, i);
    if (antecedent !== null && !hasTag(s.tokens[intro.first - 1], "Preposition"))
      draft.objects.push(antecedent);
    return;
  }
  if (near === undefined) return;
  if (intro?.kind === "verb" && !comma && s.grammar.clausal.has(near.verb.lemma)) {
    draft.kind = "complement";
    draft.parent = near.index;
    return;
  }
  if (intro?.kind === "coordinator" && !s.isComma(i - 1)) {
    const partner = s.finiteAncestor(near);
    if (partner !== undefined && partner.kind === "complement")
      Object.assign(draft, { kind: "complement", parent: partner.parent, mark: partner.mark });
  }
}
