import { pollEndpoint } from "../../crawlers/poll.ts";
import { articleId } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import type { Handler } from "../queue.ts";
import { maxSlotWaitMs, type StageContext } from "./context.ts";
import { nextJobOf } from "./jobs.ts";

/**
 * Polls one endpoint and notes what it announces. The articles are stored before the endpoint's state, so that a crash
 * in between polls again rather than forgets them.
 */
export function createPollHandler(context: StageContext): Handler<"poll"> {
  const { store, queue, fetcher, sources, topicFilters } = context;
  return async ({ payload: { sourceId, endpointUrl }, signal }) => {
    const source = sources.get(sourceId);
    const endpoint = source?.endpoints.find(({ url }) => url === endpointUrl);
    if (source === undefined || endpoint === undefined)
      throw new Permanent(`${endpointUrl} is no endpoint of a watched source (${sourceId})`, {
        url: endpointUrl,
        sourceId,
      });
    const filter = source.topicFilter === undefined ? undefined : topicFilters.get(source.topicFilter);
    const poll = await pollEndpoint({
      source,
      endpoint,
      state: await store.endpoints.get(endpointUrl),
      fetcher,
      now: context.now(),
      intervalSeconds: context.pollIntervalSeconds,
      limit: context.maxItemsPerPoll,
      maxWaitMs: maxSlotWaitMs,
      signal,
      known: async (urls) => {
        const records = await Promise.all(urls.map((url) => store.articles.get(articleId(url))));
        return new Set(records.flatMap((record) => record?.url ?? []));
      },
      // An item without words (a plain sitemap) is judged by the article itself.
      ...(filter && {
        keep: ({ title, summary }) => title === null || filter.matches(`${title}\n${summary ?? ""}`),
      }),
    });
    const added = new Set(await store.articles.discover(poll.discoveries));
    const jobs = poll.discoveries
      .map(({ url, priority }) => ({ id: articleId(url), stage: "discovered" as const, priority }))
      .filter(({ id }) => added.has(id))
      .map(nextJobOf);
    await queue.add(jobs.filter((job) => job !== null));
    const state = poll.nextState(({ url }) => added.has(articleId(url)));
    await store.endpoints.put(state);
    context.report?.({
      stage: "poll",
      source,
      url: endpointUrl,
      items: state.lastItems,
      added: added.size,
      notes: poll.notes,
      error: poll.error?.message ?? null,
    });
  };
}
