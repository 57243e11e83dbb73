import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { ConditionReport } from "../model/condition-report.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Provenance } from "./claims.ts";
import type { Identified } from "./persons/resolve-persons.ts";

/**
 * What an article says about the treatment and the health of people. The identifier is the natural key, so that a
 * condition that the extractor reports twice counts once.
 *
 * @param identified who bears a name of the extraction
 */
export function conditionReportsOf(
  article: Article,
  extraction: Extraction,
  { originId }: Pick<Provenance, "originId">,
  identified: (name: string) => Identified,
): ConditionReport[] {
  const party = (name: string) => identified(name).party;
  const reports = new Map<string, ConditionReport>();
  for (const { category, persons, assertion, attributedTo, evidence, ...found } of extraction.conditions) {
    const bearers = persons.map((name) => identified(name).candidateId).toSorted();
    const key = [article.id, category, bearers.join("+"), `${evidence.start}-${evidence.end}`].join("|");
    const id = createHash("sha256").update(key).digest("hex").slice(0, 24);
    if (reports.has(id)) continue;
    reports.set(id, {
      id,
      articleId: article.id,
      extractionId: extraction.id,
      sourceId: article.sourceId,
      originId,
      published: article.published,
      lang: article.lang,
      category,
      persons: persons.map(party),
      assertion,
      attributedTo: attributedTo.map(party),
      evidence,
      quote: article.text.slice(evidence.start, evidence.end),
      ruleId: found.ruleId,
      confidence: found.confidence,
    });
  }
  return [...reports.values()];
}
