import { priorities } from "../../crawlers/discover/priority.ts";
import type { Stage } from "../../model/article.ts";
import type { NewJob } from "../queue.ts";

type ArticleJob = "fetch" | "extract" | "resolve";

const nextJob: Partial<Record<Stage, ArticleJob>> = {
  discovered: "fetch",
  fetched: "extract",
  extracted: "resolve",
};

/** The job that takes an article on from its stage; null when it has arrived. */
export function nextJobOf(record: { id: string; stage: Stage; priority: number }): NewJob<ArticleJob> | null {
  const name = nextJob[record.stage];
  if (name === undefined) return null;
  return { name, key: `${name}|${record.id}`, payload: { articleId: record.id }, priority: record.priority };
}

/** A fetch of an article that was read before. Nobody waits for it. */
export function revisitJob({ id }: { id: string }): NewJob<"fetch"> {
  return { name: "fetch", key: `fetch|${id}`, payload: { articleId: id }, priority: priorities.backfill };
}

export function pollJob(sourceId: string, endpointUrl: string, priority?: number): NewJob<"poll"> {
  return {
    name: "poll",
    key: `poll|${endpointUrl}`,
    payload: { sourceId, endpointUrl },
    ...(priority === undefined ? {} : { priority }),
  };
}

/** Plans what the last changes of the ledger have to tell; goes before everything else. */
export const notifyJob: NewJob<"notify"> = { name: "notify", key: "notify", payload: {}, priority: 1 };

export const deliverJob = (targetId: string): NewJob<"deliver"> => ({
  name: "deliver",
  key: `deliver|${targetId}`,
  payload: { targetId },
  priority: 1,
});
