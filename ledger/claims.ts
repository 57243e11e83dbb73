import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { EventType, Extraction } from "../model/extraction.ts";
import type { Claim } from "../model/ledger.ts";
import { createPartyIndex } from "./identity.ts";

/**
 * What an article claims, from what was extracted. The identifier is the natural key: article, type, subjects and
 * evidence span; an event that the extractor reports twice with the same key counts once.
 *
 * @param originId the article that this one copies, else the article's own id
 */
export function claimsOf(article: Article, extraction: Extraction, originId: string): Claim[] {
  const party = createPartyIndex(extraction);
  const claims = new Map<string, Claim>();
  for (const event of extraction.events) {
    const subjects = event.subjects.map(party);
    const key = [
      article.id,
      event.type,
      subjects
        .map(({ id }) => id)
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

/** Block of one person's events of one type. */
export function personBlockKey(type: EventType, personId: string): string {
  return `${type}|person|${personId}`;
}

export function isPersonBlock(blockKey: string): boolean {
  return blockKey.split("|", 2)[1] === "person";
}

/**
 * The blocks in which a claim is compared with others: one for each named subject, one for a group, and for events
 * without either one by who acts. Events in different blocks are never the same.
 */
export function blockKeysOf(claim: Claim): string[] {
  const year = (claim.date ?? claim.published)?.slice(0, 4) ?? "undated";
  const keys = claim.subjects.map(({ id }) => personBlockKey(claim.type, id));
  if (claim.group !== null) keys.push(`${claim.type}|group|${year}`);
  if (keys.length > 0) return [...new Set(keys)];
  const agent = claim.agents.map(({ id }) => id).toSorted()[0];
  return [`${claim.type}|by|${agent ?? `@${claim.articleId}`}|${year}`];
}
