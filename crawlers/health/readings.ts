import type { ArticleRecord } from "../../model/article.ts";
import type { Reading, ReadingHabit } from "../../model/source-health.ts";
import { type Verdict, worst } from "./lamp.ts";

export const noReadings: ReadingHabit = {
  recent: [],
  count: 0,
  noTitle: 0,
  noDate: 0,
  noBody: 0,
  seenUntil: null,
};

/** Shorter texts are teasers, or what was left when a selector lost the article. */
const minBodyCharacters = 250;
/** Readings that are compared with the usual, and those that the usual looks back on. */
const recentReadings = 20;
const memory = 200;

/** What an article's record says about how its page was read; null when it was not fetched yet, or by our own choice. */
function readingOf({ outcome, article }: Pick<ArticleRecord, "outcome" | "article">): Reading | null {
  if (outcome === null) return null;
  const nothing = { hasTitle: false, hasDate: false, hasBody: false };
  if (outcome.kind === "blocked" || outcome.kind === "gone") return { outcome: outcome.kind, ...nothing };
  if (outcome.kind === "soft_404") return { outcome: "gone", ...nothing };
  if (outcome.kind === "unreadable" || outcome.kind === "empty_shell")
    return { outcome: "unreadable", ...nothing };
  if (outcome.kind !== "ok" || article === null) return null;
  return {
    outcome: "read",
    hasTitle: article.title !== "",
    hasDate: article.published !== null,
    hasBody: article.text.length - article.title.length >= minBodyCharacters,
  };
}

/** While a lamp is lit, the usual changes this much more slowly: a broken template must not become usual within days. */
const reluctance = 10;

/**
 * Takes in the outcomes that came since the last look. Pure. What leaves the recent ones becomes part of the usual.
 * @param doubtful whether something seems to be wrong with them.
 */
export function learnReadings(
  habit: ReadingHabit,
  records: readonly Pick<ArticleRecord, "outcome" | "article">[],
  doubtful = false,
): ReadingHabit {
  const since = habit.seenUntil ?? "";
  const news = records
    .flatMap((record) => {
      const reading = readingOf(record);
      return reading === null || record.outcome === null ? [] : [{ reading, at: record.outcome.at }];
    })
    .filter(({ at }) => at > since)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const all = [...habit.recent, ...news.map(({ reading }) => reading)];
  const leaving = all.slice(0, Math.max(0, all.length - recentReadings));
  const usual = leaving
    .filter(({ outcome }) => outcome === "read" || outcome === "unreadable")
    .reduce((sum, reading) => {
      const count = Math.min(sum.count + 1, memory);
      const weight = doubtful ? 1 / (count * reluctance) : 1 / count;
      const blend = (old: number, missing: boolean) => old + (Number(missing) - old) * weight;
      return {
        ...sum,
        count,
        noTitle: blend(sum.noTitle, !reading.hasTitle),
        noDate: blend(sum.noDate, !reading.hasDate),
        noBody: blend(sum.noBody, !reading.hasBody),
      };
    }, habit);
  return {
    ...usual,
    recent: all.slice(-recentReadings),
    seenUntil: news.at(-1)?.at ?? habit.seenUntil,
  };
}

const minRecent = 8;
const minUsual = 20;

/**
 * `expected` is taken for usual until enough was read, and `most` is as much as can ever be usual: a source may do
 * without dates, but not without texts.
 */
const parts = [
  { share: "noTitle", has: "hasTitle", words: "without a title", expected: 0.05, most: 0.3 },
  { share: "noDate", has: "hasDate", words: "without a date", expected: 1, most: 1 },
  { share: "noBody", has: "hasBody", words: "without a text", expected: 0.1, most: 0.4 },
] as const;

/** True once the usual shares are known well enough to be kept from what looks wrong. */
export const isLearned = ({ count }: ReadingHabit): boolean => count >= minUsual;

/** Drift: a part of the article is missing far more often than it used to. */
export function judgeExtraction(habit: ReadingHabit): Verdict | null {
  const read = habit.recent.filter(({ outcome }) => outcome === "read" || outcome === "unreadable");
  if (read.length < minRecent) return null;
  const verdicts = parts.map(({ share, has, words, expected, most }): Verdict => {
    const usual = isLearned(habit) ? Math.min(habit[share], most) : expected;
    const missing = read.filter((reading) => !reading[has]).length;
    const now = missing / read.length;
    const spread = Math.sqrt(
      (Math.min(Math.max(usual, 0.02), 0.98) * (1 - Math.min(usual, 0.98))) / read.length,
    );
    const deviation = (now - usual) / spread;
    const reason = `${missing} of the last ${read.length} articles were ${words}; usual are ${Math.round(usual * 100)} %`;
    if (deviation > 5 && now - usual >= 0.5) return { colour: "red", reason };
    if (deviation > 3 && now - usual >= 0.2) return { colour: "yellow", reason };
    return { colour: "green", reason: "" };
  });
  return worst(verdicts);
}

const minFetched = 6;

/** Pages that a wall keeps from us: the endpoints may still answer. */
export function judgePages(habit: ReadingHabit): Verdict | null {
  const { recent } = habit;
  const blocked = recent.filter(({ outcome }) => outcome === "blocked").length;
  if (recent.length < minFetched) return null;
  const reason = `${blocked} of the last ${recent.length} articles were blocked`;
  if (blocked >= 0.6 * recent.length) return { colour: "red", reason };
  return blocked >= 0.25 * recent.length ? { colour: "yellow", reason } : { colour: "green", reason: "" };
}
