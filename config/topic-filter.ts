import { join } from "node:path";
import { z } from "zod";
import { compiledFile, readCompiled } from "./compiled.ts";
import { readDocument } from "./document.ts";
import { createIssueList, isRecord, parseEntry } from "./entries.ts";
import { packageRoot } from "./package-root.ts";

/** Patterns by language; each is a regular expression that begins at the start of a word and may end inside one. */
const TopicPatternsSchema = z.strictObject({
  description: z.string(),
  patterns: z.record(z.string().regex(/^[a-z]{2}$/), z.array(z.string().min(1)).min(1)),
});
export type TopicPatterns = z.infer<typeof TopicPatternsSchema>;

/** Decides whether a text is about what Habeas watches. */
export interface TopicFilter {
  matches(text: string): boolean;
}

/** Scripts that write no spaces between words: a pattern may begin anywhere. */
const UNSPACED = new Set(["zh", "ja", "th", "km", "my"]);

/**
 * Compiles patterns to one regular expression per language. All languages are tried, because feeds mix them.
 * Accents and the case of letters count for nothing, ё is е, and the apostrophes ’ and ' are one.
 */
export function createTopicFilter({ patterns }: Pick<TopicPatterns, "patterns">): TopicFilter {
  const tests = Object.entries(patterns).map(([lang, list]) => {
    const start = UNSPACED.has(lang) ? "" : "(?<![\\p{L}\\p{N}])";
    return new RegExp(`${start}(?:${list.map(fold).join("|")})`, "iu");
  });
  return {
    matches: (text) => {
      const folded = fold(text);
      return tests.some((test) => test.test(folded));
    },
  };
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[’ʼ‘]/g, "'")
    .replace(/ё/g, "е")
    .replace(/Ё/g, "Е")
    .replace(/\s+/g, " ");
}

const file = (): string => join(packageRoot(), "config", "topic-filters.yaml");

/** Reads and checks `config/topic-filters.yaml`. */
export function readTopicPatterns(path = file()): Record<string, TopicPatterns> {
  const document = readDocument(path);
  const issues = createIssueList();
  const result: Record<string, TopicPatterns> = {};
  for (const [name, value] of Object.entries(isRecord(document.value) ? document.value : {})) {
    const parsed = parseEntry(TopicPatternsSchema, {
      value: isRecord(value) ? value : {},
      document,
      path: [name],
    });
    if (parsed.ok) result[name] = parsed.value;
    else issues.add(...parsed.issues);
  }
  issues.throwIfAny();
  return result;
}

/** All topic filters by name; each is compiled when it is first used. */
export function loadTopicFilters(): ReadonlyMap<string, TopicFilter> {
  const compiled = readCompiled(compiledFile("topic-filters"), [file()]) as Record<
    string,
    TopicPatterns
  > | null;
  const patterns = compiled ?? readTopicPatterns();
  return new Map(
    Object.entries(patterns).map(([name, value]) => {
      let filter: TopicFilter | null = null;
      return [name, { matches: (text: string) => (filter ??= createTopicFilter(value)).matches(text) }];
    }),
  );
}
