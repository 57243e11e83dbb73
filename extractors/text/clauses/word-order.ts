import { hasTag, type Token } from "../document.ts";
import type { Phrase } from "../phrases/phrase.ts";
import type { Draft, ParsedSentence } from "./parsed-sentence.ts";

/** "said Kallas", "Also freed were A and B", "Among those released was A": the subject follows the verb. */
export function takeInvertedSubjects(s: ParsedSentence): void {
  for (const draft of s.drafts) {
    if (s.grammar.memberVerbs.has(draft.verb.lemma) && draft.verb.voice === "active") {
      const members = draft.objects[0];
      if (members !== undefined) addMembers(s, draft, members);
      continue;
    }
    if (draft.subject !== null || draft.verb.form !== "finite") continue;
    const following = draft.objects[0];
    if (
      following === undefined ||
      draft.verbAt + 1 >= s.chunks.length ||
      s.noun(draft.verbAt + 1) !== following
    )
      continue;
    if (s.grammar.memberVerbs.has(draft.verb.lemma)) continue;
    const speaks = s.grammar.clausal.has(draft.verb.lemma);
    const copula = hasTag(s.tokens[draft.verb.head], "Copula");
    if (!speaks && !copula) continue;
    draft.subject = following;
    draft.ownSubject = true;
    draft.objects.shift();
    if (!copula) continue;
    addMembers(s, draft, following);
  }
}

/** "Arrested in May, Ann Lee was …", "Having been held since then, she …": the subject is that of the main clause behind. */
export function takeFollowingSubject(s: ParsedSentence): void {
  const [opening] = s.drafts;
  if (opening === undefined || opening.subject !== null) return;
  if (opening.verb.form !== "participle" && opening.verb.form !== "gerund") return;
  const main = s.drafts.find(
    ({ kind, verb, ownSubject, parent }) =>
      kind === "main" && verb.form === "finite" && ownSubject && parent < 0,
  );
  if (main === undefined || main.subject === null) return;
  const at = s.chunks.findIndex((_, i) => s.noun(i) === main.subject);
  const isBehindComma = at > opening.verbAt && s.isComma(at - 1);
  for (const draft of isBehindComma ? s.drafts : [])
    if (draft.subject === null && draft.verbAt < at) draft.subject = main.subject;
}

/** Adds the members that `draft` names to the subject of the participle before it ("those freed"). */
function addMembers(s: ParsedSentence, draft: Draft, members: Phrase): void {
  const fronted = s.drafts.find(
    (other) =>
      other.index < draft.index &&
      (other.index === draft.index - 1 || other.kind === "relative") &&
      ((other.verb.voice === "passive" && other.verb.form === "participle") ||
        (other.kind === "relative" && s.grammar.amongPrepositions.has(other.subject?.preposition ?? ""))),
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

/** "set Ann Lee free": the tagger took the particle for the end of the name. */
function isSwallowed(s: ParsedSentence, object: Phrase, tail: Token): boolean {
  return (
    object.last - object.first > 1 &&
    object.coreLast === object.last &&
    object.parts.length === 0 &&
    s.grammar.particles.has(tail.lower) &&
    hasTag(tail, "Adjective") &&
    hasTag(s.tokens[object.last - 2], "ProperNoun")
  );
}

/** "set him free", "let them out": the particle stands behind the object. */
export function splitParticles(s: ParsedSentence): void {
  for (const draft of s.drafts) {
    const object = draft.objects[0];
    if (draft.verb.particle !== null || object === undefined) continue;
    const tail = s.tokens[object.last - 1];
    if (tail !== undefined && isSwallowed(s, object, tail)) {
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
    const word = s.tokens[object.last]?.lower ?? "";
    const follower = s.tokens[object.last + 1];
    const prepositional =
      hasTag(s.tokens[object.last], "Preposition") &&
      follower !== undefined &&
      !hasTag(follower, "Punctuation");
    if (object.last < s.sentence.last && s.grammar.particles.has(word) && !prepositional) {
      draft.verb.particle = word;
      draft.last = Math.max(draft.last, object.last + 1);
    }
  }
}
