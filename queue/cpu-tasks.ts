import { type ReadOptions, readPage } from "../crawlers/read/read.ts";
import type { Article } from "../model/article.ts";

/**
 * The work that costs CPU, by name. It runs in threads that share nothing: whatever a task needs beside its input
 * (gazetteers) it loads itself, once per thread.
 */
export const cpuTasks = {
  read: ({ html, options }: { html: string; options: ReadOptions }): Article => readPage(html, options),
};

export type CpuTasks = typeof cpuTasks;
