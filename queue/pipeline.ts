import { loadGazetteers } from "../config/load-gazetteers.ts";
import { loadSources } from "../config/load-sources.ts";
import { selectSources } from "../config/select-sources.ts";
import type { Settings } from "../config/settings.ts";
import { loadTopicFilters, type TopicFilter } from "../config/topic-filter.ts";
import type { Fetcher } from "../crawlers/fetch/types.ts";
import { createKnownPeople } from "../ledger/persons/known-people.ts";
import { type JobName, jobNames } from "../model/jobs.ts";
import type { Source } from "../model/source.ts";
import type { SourceNotice } from "../model/source-health.ts";
import type { Store } from "../storage/store.ts";
import { createAlertRuntime, createAlertTicker } from "./alerts.ts";
import type { Repeating } from "./every.ts";
import { archiveOf, createFetcherOf, openQueueOf, openStoreOf } from "./open.ts";
import type { Queue, Worker, WorkOptions } from "./queue.ts";
import { createHealthWatch } from "./health-watch.ts";
import { createIsolationWatch } from "./isolation-watch.ts";
import { createScheduler } from "./scheduler.ts";
import type { StageContext, StageReport } from "./stages/context.ts";
import { createHandlers } from "./stages/index.ts";
import { createSweeper } from "./sweeper.ts";
import { createCpuPool } from "./worker-pool.ts";

export interface PipelineOptions {
  settings: Settings;
  /** What to crawl; the watched sources of the settings when absent. */
  sources?: readonly Source[];
  report?: (report: StageReport) => void;
  onDone?: WorkOptions["onDone"];
  /** What an operator should know about a source. */
  onNotice?: (notice: SourceNotice) => void;
  /** Trouble of the queue, the schedule or the sweeper; they go on by themselves. */
  onError?: (error: unknown) => void;
}

/** Store, queue, fetcher and stages of one process. */
export interface Pipeline {
  readonly store: Store;
  readonly queue: Queue;
  readonly sources: readonly Source[];
  readonly fetcher: Fetcher;
  readonly topicFilters: ReadonlyMap<string, TopicFilter>;
  /** Starts to work off jobs of these stages (default: all). */
  work(stages?: readonly JobName[]): Promise<Worker>;
  /** Starts to put due polls into the queue, to bring back lost jobs, and to watch the health of the sources. */
  schedule(): Repeating;
  /** Brings back lost jobs once, without a time of grace: for a process that knows to be the only one. */
  recover(): Promise<void>;
  /** Ends what was started, in order: schedule, workers, threads, fetcher, queue, store. */
  close(): Promise<void>;
}

/** Sources that the settings want watched, as enabled. */
export function watchedSources(settings: Settings): Source[] {
  const all = loadSources({ userFolder: settings.sources.folder });
  return selectSources(all, settings.sources)
    .filter(({ watched }) => watched)
    .map(({ source }) => ({ ...source, enabled: true }));
}

/** Puts the parts together as the settings want them. Nothing runs until `work` or `schedule` is called. */
export async function openPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { settings, sources = watchedSources(options.settings), onError = () => undefined } = options;
  const closing: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
  };
  try {
    const store = await openStoreOf(settings);
    closing.push(() => store.close());
    const queue = await openQueueOf(settings);
    closing.push(() => queue.close());
    const fetcher: Fetcher = await createFetcherOf(settings, { store, onError });
    closing.push(() => fetcher.close());
    const pool = createCpuPool();
    closing.push(() => pool.close());
    const alerts = await createAlertRuntime({ settings, store, sources, onError });
    closing.push(() => alerts.close());
    const context: StageContext = {
      store,
      alerts,
      queue,
      fetcher,
      archive: archiveOf(settings, fetcher),
      tasks: {
        read: (input) => pool.run("read", input),
        extract: (article) => pool.run("extract", { article, gazetteersFolder: settings.gazetteers.folder }),
      },
      sources: new Map(sources.map((source) => [source.id, source])),
      topicFilters: loadTopicFilters(),
      knownPeople: createKnownPeople(loadGazetteers({ userFolder: settings.gazetteers.folder })),
      now: Date.now,
      maxItemsPerPoll: settings.crawl.maxItemsPerPoll,
      pollIntervalSeconds: settings.crawl.pollIntervalSeconds,
      ...(options.report === undefined ? {} : { report: options.report }),
    };
    const concurrency: Record<JobName, number> = {
      poll: settings.queue.pollConcurrency,
      fetch: settings.queue.fetchConcurrency,
      extract: settings.queue.extractConcurrency,
      resolve: settings.queue.resolveConcurrency,
      notify: 1,
      deliver: settings.alerts.targetsAtOnce,
    };
    return {
      store,
      queue,
      sources,
      fetcher,
      topicFilters: context.topicFilters,
      async work(stages = jobNames) {
        const worker = await queue.work(createHandlers(context, stages), {
          concurrency: Object.fromEntries(stages.map((name) => [name, concurrency[name]])),
          retry: {
            maxAttempts: settings.queue.attempts,
            baseDelayMs: settings.queue.backoffBaseSeconds * 1000,
            maxDelayMs: settings.queue.backoffMaxSeconds * 1000,
          },
          onError,
          ...(options.onDone === undefined ? {} : { onDone: options.onDone }),
        });
        closing.push(() => worker.close());
        return worker;
      },
      schedule() {
        const defaultIntervalMs = settings.crawl.pollIntervalSeconds * 1000;
        const scheduler = createScheduler({ store, queue, sources, defaultIntervalMs, onError }).start();
        const sweeper = createSweeper({
          store,
          queue,
          sources,
          onError,
          intervalMs: settings.queue.sweepSeconds * 1000,
          graceMs: settings.queue.sweepGraceSeconds * 1000,
        }).start();
        const { onNotice = () => undefined } = options;
        const health = createHealthWatch({ store, sources, onNotice, onError }).start();
        const clocks = createIsolationWatch({ store, thresholds: settings.ledger, onError }).start();
        const ticker = createAlertTicker({ store, queue, alerts, onError }).start();
        const repeating = {
          close: async () => {
            const parts = [scheduler, sweeper, health, clocks, ticker];
            await Promise.all(parts.map((part) => part.close()));
          },
        };
        closing.push(() => repeating.close());
        return repeating;
      },
      async recover() {
        await createSweeper({ store, queue, graceMs: 0 }).sweep();
      },
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
