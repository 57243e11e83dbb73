import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Claim, Outlet } from "../model/ledger.ts";
import type { Identified } from "./persons/resolve-persons.ts";

/** Where what an article says comes from. */
export interface Provenance {
  /** The article that this one copies, else the article's own id. */
  originId: string;
  /** Publisher of that article; null when nothing is known of it. */
  outlet: Outlet | null;
  /** Ids of publishers by their normalised names, so that whom others quote is known as who publishes. */
  outletIds: ReadonlyMap<string, string>;
}

/**
 * What an article claims, from what was extracted. The identifier is the natural key: article, type, subjects as they
 * are named and evidence span; an event that the extractor reports twice with the same key counts once.
 *
 * @param identified who bears a name of the extraction
 */
export function claimsOf(
  article: Article,
  extraction: Extraction,
  { originId, outlet }: Provenance,
  identified: (name: string) => Identified,
): Claim[] {
  const party = (name: string) => identified(name).party;
  const claims = new Map<string, Claim>();
  for (const event of extraction.events) {
    const subjects = event.subjects.map(party);
    const key = [
      article.id,
      event.type,
      event.subjects
        .map((name) => identified(name).candidateId)
        .toSorted()
        .join("+"),
      `${event.evidence.start}-${event.evidence.end}`,
    ].join("|");
    const id = createHash("sha256").update(key).digest("hex").slice(0, 24);
    if (claims.has(id)) continue;
    claims.set(id, {
      id,
      articleId: article.id,
      extractionId: extraction.id,
      sourceId: article.sourceId,
      originId,
      ...(outlet === null ? {} : { outlet }),
      published: article.published,
      lang: article.lang,
      type: event.type,
      subjects,
      group: event.group,
      agents: event.agents.map(party),
      recipients: event.recipients.map(party),
      date: event.date,
      place: event.place,
      term: event.term,
      charge: event.charge,
      assertion: event.assertion,
      attributedTo: event.attributedTo.map(party),
      evidence: event.evidence,
      quote: article.text.slice(event.evidence.start, event.evidence.end),
      ruleId: event.ruleId,
      confidence: event.confidence,
    });
  }
  return [...claims.values()];
}
