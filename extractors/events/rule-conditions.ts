import type { Condition } from "../languages/frames.ts";
import type { EventContext } from "./context.ts";
import { phrasesAt, type Trigger } from "./positions.ts";
import { sentenceOf } from "./ranges.ts";
import { containsPhrase, phrasesOfCondition } from "./triggers.ts";

const sentencesBefore = 8;

/** Whether one of the condition's phrases stands at one of its positions. */
export function conditionHolds(context: EventContext, trigger: Trigger, condition: Condition): boolean {
  const phrases = phrasesOfCondition(condition);
  const { tokens, sentences } = context.doc;
  return condition.at.some((position) => {
    const sentence = sentences[sentenceOf(context, trigger.token)];
    if (position === "paragraph") {
      const first = sentences.find((other) => other.paragraph === sentence?.paragraph)?.first ?? 0;
      return containsPhrase(tokens, first, sentence?.last ?? first, phrases);
    }
    if (position === "before") {
      const first = sentences[Math.max(0, (sentence?.index ?? 0) - sentencesBefore)]?.first ?? 0;
      const title = sentences[0]?.zone === "headline" ? sentences[0] : undefined;
      return (
        containsPhrase(tokens, first, sentence?.last ?? first, phrases) ||
        (title !== undefined && containsPhrase(tokens, title.first, title.last, phrases))
      );
    }
    if (position === "clause" || position === "sentence") {
      const range = position === "clause" && trigger.clause !== undefined ? trigger.clause : sentence;
      if (range === undefined) return false;
      const last =
        trigger.clause !== undefined && position === "clause"
          ? Math.max(range.last, trigger.clause.verb.last)
          : range.last;
      return containsPhrase(
        tokens,
        Math.min(range.first, trigger.clause?.verb.first ?? range.first),
        last,
        phrases,
      );
    }
    return phrasesAt(context, trigger, position).some((phrase) =>
      containsPhrase(tokens, phrase.first, phrase.last, phrases),
    );
  });
}
