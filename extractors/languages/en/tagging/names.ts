import { capital } from "./title-case.ts";
import { verbTags, type Word } from "./word.ts";

/** Decides capitalised words: inside a sentence they are names. False when the word may still be a verb. */
export function decideName(word: Word): boolean {
  const { tokens, i, tags, text, lower, isFirst, titleCase } = word;
  if (capital(text) && !isFirst && !titleCase && !tags.has("To")) {
    if (!tags.has("Date") && !tags.has("Month") && !tags.has("WeekDay")) {
      for (const tag of [...verbTags, "Adjective", "CanBeVerb", "Adverb"])
        if (tag !== "Adjective" || !tags.has("Demonym")) tags.delete(tag);
      tags.add("Noun").add("ProperNoun");
    }
    return true;
  }
  if (capital(text) && isFirst && !titleCase && !tags.has("CanBeVerb") && !tags.has("Verb")) {
    const follower = tokens[i + 1];
    if (
      follower !== undefined &&
      (capital(follower.text) || !lower.endsWith("s")) &&
      tags.has("Noun") &&
      tags.size <= 2
    ) {
      tags.add("ProperNoun");
    }
  }
  return false;
}
