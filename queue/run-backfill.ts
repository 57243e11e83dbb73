import { backfillStep, newBackfill } from "../crawlers/backfill.ts";
import { sitemapsInRobots } from "../crawlers/find-endpoints.ts";
import { articleId } from "../model/article.ts";
import { type Backfill, backfillId } from "../model/backfill.ts";
import { RateLimited, Retryable } from "../model/errors.ts";
import type { Source } from "../model/source.ts";
import type { Pipeline } from "./pipeline.ts";
import { nextJobOf } from "./stages/jobs.ts";

export interface RunBackfillOptions {
  /** Bare ISO days, both inclusive. */
  from: string;
  to: string;
  /** New articles at most. */
  limit: number;
  /** Begins anew instead of going on. */
  restart: boolean;
  signal: AbortSignal;
  onStep?: (state: Backfill, url: string) => void;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const retryMs = 30_000;
const maxTries = 5;

/**
 * Walks a source's sitemaps and lists through a range of days, step by step, and puts what is new into the queue behind
 * everything else. The pace is the fetcher's; the state is stored after every step, so that it can be interrupted
 * anywhere and goes on there.
 */
export async function runBackfill(
  { store, queue, fetcher, topicFilters }: Pick<Pipeline, "store" | "queue" | "fetcher" | "topicFilters">,
  source: Source,
  { from, to, limit, restart, signal, onStep = () => undefined, sleep = wait }: RunBackfillOptions,
): Promise<Backfill> {
  const known = restart ? null : await store.backfills.get(backfillId(source.id, from, to));
  const sitemaps = known === null ? await sitemapsInRobots(source.homepage, fetcher) : [];
  let state = known ?? newBackfill(source, { from, to, sitemaps });
  const filter = source.topicFilter === undefined ? undefined : topicFilters.get(source.topicFilter);
  for (let tries = 0; state.pending.length > 0 && state.added < limit && !signal.aborted; ) {
    const [step] = state.pending;
    onStep(state, step?.url ?? "");
    try {
      const { discoveries, next } = await backfillStep(state, {
        source,
        fetcher,
        now: Date.now(),
        signal,
        ...(filter && {
          keep: ({ title, summary }) => title === null || filter.matches(`${title}\n${summary ?? ""}`),
        }),
      });
      const added = new Set(await store.articles.discover(discoveries));
      const jobs = discoveries
        .map(({ url, priority }) => nextJobOf({ id: articleId(url), stage: "discovered", priority }))
        .filter((job) => job !== null && added.has(job.payload.articleId));
      await queue.add(jobs.filter((job) => job !== null));
      state = { ...next, added: next.added + added.size };
      tries = 0;
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof RateLimited || error instanceof Retryable)) throw error;
      tries++;
      const [failed, ...pending] = state.pending;
      if (tries >= maxTries && failed !== undefined) {
        state = { ...state, pending, notes: [...state.notes, `${failed.url}: ${error.message}`] };
        tries = 0;
      } else {
        await sleep(
          error instanceof RateLimited ? Math.max(error.until - Date.now(), 1_000) : retryMs,
          signal,
        );
        continue;
      }
    }
    await store.backfills.put(state);
  }
  return state;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
