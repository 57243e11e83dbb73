import { loadExtractorCode } from "../config/extractor-code.ts";
import { loadGazetteers } from "../config/load-gazetteers.ts";
import { type ReadOptions, readPage } from "../crawlers/read/read.ts";
import { createExtractor } from "../extractors/index.ts";
import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";

export interface ExtractInput {
  article: Article;
  /** The user's additions to the gazetteers; null for none. */
  gazetteersFolder: string | null;
}

/** One extractor for each folder of gazetteers in this thread: building it costs more than an article. */
const extractors = new Map<string | null, (article: Article) => Extraction>();

function extractorFor(userFolder: string | null): (article: Article) => Extraction {
  const known = extractors.get(userFolder);
  if (known !== undefined) return known;
  const made = createExtractor({ gazetteers: loadGazetteers({ userFolder }), code: loadExtractorCode() });
  extractors.set(userFolder, made);
  return made;
}

/**
 * The work that costs CPU, by name. It runs in threads that share nothing: whatever a task needs beside its input
 * (gazetteers) it loads itself, once per thread.
 */
export const cpuTasks = {
  read: ({ html, options }: { html: string; options: ReadOptions }): Article => readPage(html, options),
  extract: ({ article, gazetteersFolder }: ExtractInput): Extraction =>
    extractorFor(gazetteersFolder)(article),
};

export type CpuTasks = typeof cpuTasks;
