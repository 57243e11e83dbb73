import type { FacilityEntry } from "../../model/gazetteer.ts";
import type { Document, Token } from "./document.ts";

/** Tag of the words of a known place of detention. */
const facilityTag = "Facility";

/** Codes of colonies and remand prisons ("IK-3", "SIZO-1"). */
const codes = /^(?:IK|LIU|PK|VK|SIZO|T|UZ|YaK)-\d{1,3}$/u;

export type FacilityTagger = (document: Document) => Document;

/** Makes what marks the names of known prisons in a document, so that rules can ask for "#Facility". */
export function createFacilityTagger(entries: readonly FacilityEntry[]): FacilityTagger {
  const byFirst = new Map<string, string[][]>();
  for (const { name, aliases, needsContext } of entries) {
    for (const form of [name, ...(aliases["latn"] ?? [])]) {
      const words = form
        .toLowerCase()
        .split(/[\s(),]+/u)
        .filter((word) => word !== "");
      const [first = ""] = words;
      if (first.length < 3 || needsContext.includes(form)) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
    }
  }
  return (document) => {
    const { tokens } = document;
    let marked: Token[] | null = null;
    tokens.forEach((token, i) => {
      if (!/^\p{Lu}/u.test(token.text)) return;
      const form = byFirst
        .get(token.lower)
        ?.find((words) => words.every((word, n) => tokens[i + n]?.lower === word));
      const length = form?.length ?? (codes.test(token.text) ? 1 : 0);
      if (length === 0) return;
      marked ??= [...tokens];
      for (let n = i; n < i + length; n++) {
        const one = marked[n];
        if (one !== undefined) marked[n] = { ...one, tags: new Set([...one.tags, "Noun", facilityTag]) };
      }
    });
    return marked === null ? document : { ...document, tokens: marked };
  };
}
