import { openStoreOf } from "../../queue/open.ts";
import { createLogger } from "../log.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { onStop } from "../signals.ts";
import { serveReviewHere } from "../serve-review.ts";

/** The review app alone; the data may be crawled by other processes. */
export async function web({
  options,
  globals,
  terminal,
}: CommandContext<{ host?: string; port?: string }>): Promise<undefined> {
  const { settings, warnings } = settingsOf({
    ...globals,
    set: {
      ...(options.host === undefined ? {} : { "review.host": options.host }),
      ...(options.port === undefined ? {} : { "review.port": options.port }),
      ...globals.set,
    },
  });
  const logger = await createLogger(settings);
  for (const warning of warnings) logger.warn(warning);
  const stopped = new Promise<NodeJS.Signals>(onStop);
  const store = await openStoreOf(settings);
  try {
    const server = await serveReviewHere({
      store,
      settings,
      terminal,
      onError: (error) => {
        logger.error({ err: error }, "the review app had trouble");
      },
    });
    try {
      await stopped;
    } finally {
      await server.close();
    }
  } finally {
    await store.close();
  }
}
