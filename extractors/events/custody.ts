import type { EventType } from "../../model/extraction.ts";

/** Events that make somebody the one whom "the verdict" or "the case" is about. */
export const custody: ReadonlySet<EventType> = new Set([
  "arrest",
  "charge",
  "trial",
  "sentence",
  "sentence_extension",
  "transfer",
  "hunger_strike",
  "hospitalisation",
  "death_in_custody",
  "execution",
  "disappearance",
  "release",
  "pardon",
  "exchange",
  "deportation",
  "designation",
]);
