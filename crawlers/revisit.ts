import type { Article, ArticleRecord } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";

const hourMs = 3_600_000;
/** Corrections come within hours, follow-ups within days; later ones are rare and come as new articles. */
const pausesMs = [1, 5, 18, 48, 4 * 24].map((hours) => hours * hourMs);
/** A live blog grows as long as it is live. */
const livePauseMs = hourMs / 2;
const liveMs = 12 * hourMs;
/** What was older when it was first read is not news, and was corrected long ago. */
const maxAgeMs = 3 * 24 * hourMs;

type Visit = ArticleRecord["revisit"];

/** When to look at a page again after it was read first: only where it tells of something that the ledger keeps. Pure. */
export function firstVisit(
  { article }: Pick<ArticleRecord, "article">,
  extraction: Pick<Extraction, "events" | "conditions">,
  now: number,
): Visit {
  if (article === null || (extraction.events.length === 0 && extraction.conditions.length === 0)) return null;
  const published = article.published === null ? now : Date.parse(article.published);
  return now - published > maxAgeMs ? null : nextVisit(article, 0, now);
}

/** When to look again after so many visits; null when it was looked at often enough. Pure. */
export function nextVisit(article: Article, visits: number, now: number): Visit {
  const published = article.published === null ? Number.NaN : Date.parse(article.published);
  const isLive = article.paragraphs.some(({ zone }) => zone === "liveblog") && now - published < liveMs;
  const pauseMs = isLive ? livePauseMs : pausesMs[visits];
  return pauseMs === undefined ? null : { dueAt: new Date(now + pauseMs).toISOString(), visits };
}
