import { isOverdue } from "../crawlers/health/endpoints.ts";
import { evaluateHealth } from "../crawlers/health/evaluate.ts";
import type { Source } from "../model/source.ts";
import type { SourceHealth, SourceNotice } from "../model/source-health.ts";
import type { Store } from "../storage/store.ts";
import { every, type Repeating } from "./every.ts";

export interface HealthWatchOptions {
  store: Pick<Store, "articles" | "endpoints" | "sourceHealth" | "sourceNotices" | "withLock">;
  sources: readonly Source[];
  now?: () => number;
  intervalMs?: number;
  /** Told about every notice of this process, for the log. */
  onNotice?: (notice: SourceNotice) => void;
  onError?: (error: unknown) => void;
}

export interface HealthWatch {
  /** Looks at every source about which there is something new; returns the notices that follow. */
  look(): Promise<SourceNotice[]>;
  start(): Repeating;
}

/** Articles of a source that one look takes in at most. */
const articlesPerLook = 60;

/**
 * Keeps the lamps of the sources. Any number of these may run: one looks at a time, and a source is only looked at again
 * when it was polled in between. Notices are kept with the source's health first; what a process that was killed had not
 * passed on is passed on at the next look, before anything newer.
 */
export function createHealthWatch({
  store,
  sources,
  now = Date.now,
  intervalMs = 5 * 60_000,
  onNotice = () => undefined,
  onError = () => undefined,
}: HealthWatchOptions): HealthWatch {
  const look = () =>
    store.withLock("source-health", async () => {
      const before = new Map((await store.sourceHealth.list()).map((health) => [health.sourceId, health]));
      for (const health of before.values()) await passOn(health);
      const states = await store.endpoints.list();
      const notices: SourceNotice[] = [];
      for (const source of sources) {
        const own = states.filter(({ sourceId }) => sourceId === source.id);
        const last = before.get(source.id) ?? null;
        const seen = (at: string | null) => at !== null && at > (last?.at ?? "");
        const due = own.some(({ polledAt }) => seen(polledAt)) || isOverdue(own, now());
        if (own.length === 0 || !due || Date.parse(last?.at ?? "1970") > now() - intervalMs / 2) continue;
        const { items } = await store.articles.list({ sourceId: source.id }, { limit: articlesPerLook });
        const health = evaluateHealth({ source, before: last, states: own, articles: items, now: now() });
        await store.sourceHealth.put(health);
        await passOn(health);
        notices.push(...health.notices);
      }
      for (const notice of notices) onNotice(notice);
      return notices;
    });
  const passOn = async ({ notices }: SourceHealth) => {
    for (const notice of notices) await store.sourceNotices.put(notice);
  };
  return { look, start: () => every(intervalMs, look, onError) };
}
