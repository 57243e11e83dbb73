import { mayBeArchived } from "../../crawlers/fetch/archive.ts";
import { browserUse, learn, newHabit, type Rendering } from "../../crawlers/fetch/browser-habit.ts";
import { sourceRequest } from "../../crawlers/fetch/source-request.ts";
import { type BrowserUse, EmptyShell, type Fetched } from "../../crawlers/fetch/types.ts";
import type { ArticleRecord } from "../../model/article.ts";
import { HabeasError, Permanent, RateLimited } from "../../model/errors.ts";
import type { Source } from "../../model/source.ts";
import { maxSlotWaitMs, type StageContext } from "./context.ts";

/**
 * Fetches an article's page: by plain HTTP or the browser, as was learned about its source, and from an archive when it
 * is gone or not shown to us and archives are allowed.
 */
export async function fetchPage(
  context: StageContext,
  source: Source,
  record: ArticleRecord,
  signal: AbortSignal,
): Promise<Fetched> {
  try {
    return await fetchLive(context, source, record, signal);
  } catch (error) {
    const { archive } = context;
    if (archive === null || source.crawl?.archive === false || !mayBeArchived(error)) throw error;
    const near = record.hint.published ?? record.discoveredAt;
    const found = await archive
      .find({ url: record.url, near, maxWaitMs: maxSlotWaitMs, signal })
      .catch((trouble: unknown) => {
        // The archive asks us to come back: so does the article's job. Other trouble of it leaves us with the page's own.
        if (trouble instanceof RateLimited || !(trouble instanceof HabeasError)) throw trouble;
        return null;
      });
    if (found === null) throw error;
    return found;
  }
}

async function fetchLive(
  context: StageContext,
  source: Source,
  record: ArticleRecord,
  signal: AbortSignal,
): Promise<Fetched> {
  const { store, fetcher, now } = context;
  const habit = (await store.sourceHabits.get(source.id)) ?? newHabit(source.id);
  const browser: BrowserUse = source.needsBrowser ? "first" : browserUse(habit, now());
  const note = async (seen: Rendering) => {
    const learned = source.needsBrowser ? habit : learn(habit, seen, now());
    if (learned !== habit) await store.sourceHabits.put(learned);
  };
  try {
    const result = await fetcher.fetch({
      ...sourceRequest(source),
      url: record.url,
      browser,
      maxWaitMs: maxSlotWaitMs,
      signal,
      ...(source.charset === undefined ? {} : { charset: source.charset }),
    });
    if (result.notModified) throw new Permanent(`${record.url} answered 304 to an unconditional request`);
    const rendered = result.capture.via === "browser";
    await note({ shell: result.neededBrowser, rendered, empty: false });
    return result;
  } catch (error) {
    if (error instanceof EmptyShell) await note({ shell: true, rendered: error.rendered, empty: true });
    throw error;
  }
}
