import type { ReadOptions } from "../../crawlers/read/read.ts";
import type { TopicFilter } from "../../config/topic-filter.ts";
import type { Archive } from "../../crawlers/fetch/archive.ts";
import type { Fetcher } from "../../crawlers/fetch/types.ts";
import type { Attempt, Delivery } from "../../model/alert.ts";
import type { KnownPeople } from "../../ledger/persons/known-people.ts";
import type { Article } from "../../model/article.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Source } from "../../model/source.ts";
import type { Store } from "../../storage/store.ts";
import type { AlertRuntime } from "../alerts.ts";
import type { Queue } from "../queue.ts";

/** The two parts of the work that cost CPU; a pool of threads does them, or the calling thread. */
export interface ArticleTasks {
  /** @throws Permanent when the page cannot be read. */
  read(input: { html: string; options: ReadOptions }): Promise<Article>;
  extract(article: Article): Promise<Extraction>;
}

/** What happened to an endpoint or an article, for progress displays and logs. */
export type StageReport =
  | {
      stage: "poll";
      source: Source;
      url: string;
      items: number;
      added: number;
      notes: string[];
      error: string | null;
    }
  | {
      stage: "fetch";
      source: Source;
      url: string;
      outcome: "ok" | "same" | "off_topic";
      title: string | null;
    }
  | {
      stage: "fetch";
      source: Source;
      url: string;
      outcome: "blocked" | "gone" | "unreadable";
      reason: string;
    }
  | { stage: "extract"; source: Source | null; extraction: Extraction; title: string }
  | { stage: "resolve"; articleId: string; claims: number }
  | { stage: "deliver"; delivery: Delivery; attempt: Attempt };

/** Everything that the stages work with; clock and network are handed in. */
export interface StageContext {
  store: Store;
  queue: Queue;
  fetcher: Fetcher;
  /** null: pages that are gone or not shown to us are not looked for in archives. */
  archive: Archive | null;
  tasks: ArticleTasks;
  alerts: AlertRuntime;
  /** By id; a source that is not here is not crawled. */
  sources: ReadonlyMap<string, Source>;
  topicFilters: ReadonlyMap<string, TopicFilter>;
  /** The people of the gazetteers, for knowing who is who. */
  knownPeople: KnownPeople;
  /** Epoch milliseconds. */
  now: () => number;
  maxItemsPerPoll: number;
  pollIntervalSeconds: number;
  report?: (report: StageReport) => void;
}

/** How long a job holds its worker while a host is busy; for longer it sleeps in the queue. */
export const maxSlotWaitMs = 300;

export const isoNow = (context: Pick<StageContext, "now">): string => new Date(context.now()).toISOString();
