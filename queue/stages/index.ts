import type { Handlers } from "../queue.ts";
import type { StageContext } from "./context.ts";
import { createExtractHandler } from "./extract.ts";
import { createFetchHandler } from "./fetch.ts";
import { createPollHandler } from "./poll.ts";
import { createResolveHandler } from "./resolve.ts";

/** One handler for every job name. */
export function createHandlers(context: StageContext): Handlers {
  return {
    poll: createPollHandler(context),
    fetch: createFetchHandler(context),
    extract: createExtractHandler(context),
    resolve: createResolveHandler(context),
  };
}
