import type { JobName } from "../../model/jobs.ts";
import type { Handlers } from "../queue.ts";
import { handle, registerHandlers } from "../registry.ts";
import type { StageContext } from "./context.ts";
import { createDeliverHandler, createNotifyHandler } from "./alerts.ts";
import { createExtractHandler } from "./extract.ts";
import { createFetchHandler } from "./fetch.ts";
import { createPollHandler } from "./poll.ts";
import { createResolveHandler } from "./resolve.ts";

/**
 * The handlers of the stages that a process serves.
 *
 * @throws Bug when a stage has no handler or two.
 */
export function createHandlers(context: StageContext, stages: readonly JobName[]): Partial<Handlers> {
  const all = [
    handle("poll", createPollHandler(context)),
    handle("fetch", createFetchHandler(context)),
    handle("extract", createExtractHandler(context)),
    handle("resolve", createResolveHandler(context)),
    handle("notify", createNotifyHandler(context)),
    handle("deliver", createDeliverHandler(context)),
  ];
  return registerHandlers(
    all.filter(({ name }) => stages.includes(name)),
    stages,
  );
}
