import type { Span } from "../../model/article.ts";
import type { ExtractedEvent, Extraction } from "../../model/extraction.ts";
import type { Claim } from "../../model/ledger.ts";
import type { Mark } from "./marks.tsx";

/** The event of the extraction that a claim was made of. */
function extractedOf(claim: Claim, extraction: Extraction | undefined): ExtractedEvent | undefined {
  return extraction?.events.find(
    ({ type, evidence }) =>
      type === claim.type && evidence.start === claim.evidence.start && evidence.end === claim.evidence.end,
  );
}

/** What is to be marked in an article for one of its claims: evidence, trigger, cues, and the slots named in it. */
export function claimMarks(claim: Claim, extraction: Extraction | undefined, text: string): Mark[] {
  const marks: Mark[] = [{ ...claim.evidence, kind: "evidence" }];
  const event = extractedOf(claim, extraction);
  if (event !== undefined) {
    marks.push({ ...event.trigger, kind: "trigger", label: `what: ${claim.type.replaceAll("_", " ")}` });
    for (const cue of event.cues) marks.push({ ...cue, kind: "cue", label: `told as: ${claim.assertion}` });
    for (const [role, slotNames] of [
      ["who", event.subjects],
      ["by", event.agents],
      ["to", event.recipients],
      ["according to", event.attributedTo],
    ] as const)
      for (const name of slotNames)
        for (const span of mentionsOf(name, extraction, claim.evidence))
          marks.push({ ...span, kind: "slot", label: `${role}: ${name}` });
  }
  for (const [label, words] of [
    ["where", claim.place],
    ["term", claim.term],
    ["charge", claim.charge],
    ["group", claim.group?.label ?? null],
  ] as const) {
    const start = words === null ? -1 : text.indexOf(words, claim.evidence.start);
    if (words !== null && start >= 0 && start + words.length <= claim.evidence.end)
      marks.push({ start, end: start + words.length, kind: "slot", label: `${label}: ${words}` });
  }
  return marks;
}

function mentionsOf(name: string, extraction: Extraction | undefined, within: Span): Span[] {
  const entities = [...(extraction?.persons ?? []), ...(extraction?.actors ?? [])];
  const mentions = entities.find((entity) => entity.name === name)?.mentions ?? [];
  return mentions.filter(({ start, end }) => start >= within.start && end <= within.end);
}
