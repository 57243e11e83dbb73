import type { Logger } from "pino";
import type { Settings } from "../../config/settings.ts";
import { type JobName, jobNames } from "../../model/jobs.ts";
import { openPipeline, type Pipeline } from "../../queue/pipeline.ts";
import { choiceOption } from "../arguments.ts";
import { UsageError } from "../explain.ts";
import { createLogger, logReport } from "../log.ts";
import type { CommandContext, GlobalOptions } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { onStop } from "../signals.ts";

/** Opens a pipeline that logs, starts what is wanted (which may give something to close first), and closes it when the process is asked to stop. */
async function serve(
  globals: GlobalOptions,
  what: string,
  start: (
    pipeline: Pipeline,
    context: { settings: Settings; logger: Logger },
  ) => Promise<{ close(): Promise<void> } | undefined>,
): Promise<void> {
  const { settings, warnings } = settingsOf(globals);
  const logger = await createLogger(settings);
  for (const warning of warnings) logger.warn(warning);
  const stopped = new Promise<NodeJS.Signals>(onStop);
  const pipeline = await openPipeline({
    settings,
    report: (report) => {
      logReport(logger, report);
    },
    onDone: (job, outcome) => {
      if (outcome.kind === "dead") logger.error({ job: job.key, err: outcome.error }, "dead letter");
      else if (outcome.kind === "retry")
        logger.warn({ job: job.key, err: outcome.error, delayMs: outcome.delayMs }, "will be tried again");
    },
    onNotice: ({ kind, sourceId, lamp, text }) => {
      const level = kind === "dark" ? "error" : kind === "recovered" ? "info" : "warn";
      logger[level]({ source: sourceId, notice: kind, lamp }, text);
    },
    onError: (error) => {
      logger.error({ err: error }, "trouble");
    },
  });
  let started: { close(): Promise<void> } | undefined;
  try {
    started = await start(pipeline, { settings, logger });
    const { store, queue, sources } = pipeline;
    logger.info(
      { store: store.backend, queue: queue.backend, sources: sources.length },
      `${what}; stop with Ctrl-C`,
    );
    if (settings.crawl.contactUrl === null && settings.crawl.userAgent === null)
      logger.warn("crawl.contactUrl is not set: sites cannot reach you and may refuse you");
    logger.info({ signal: await stopped }, "stopping; work in hand is finished first");
  } finally {
    await started?.close();
    await pipeline.close();
  }
}

/** Everything in one process. */
export async function run({ globals, terminal }: CommandContext<object>): Promise<undefined> {
  await serve(globals, "watching", async (pipeline, { settings, logger }) => {
    await pipeline.work();
    pipeline.schedule();
    if (!settings.review.enabled) return undefined;
    const { serveReviewHere } = await import("../serve-review.ts");
    return serveReviewHere({
      store: pipeline.store,
      settings,
      terminal,
      onError: (error) => {
        logger.error({ err: error }, "the review app had trouble");
      },
    });
  });
}

/** Workers of some stages. */
export async function work({ options, globals }: CommandContext<{ stages: string }>): Promise<undefined> {
  const stages = stagesOf(options.stages);
  await serve(globals, `working on ${stages.join(", ")}`, async (pipeline) => {
    await pipeline.work(stages);
    return undefined;
  });
}

/** The schedule and the sweeper, without workers. */
export async function schedule({ globals }: CommandContext<object>): Promise<undefined> {
  await serve(globals, "scheduling", async (pipeline) => {
    pipeline.schedule();
    return undefined;
  });
}

function stagesOf(list: string): JobName[] {
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) throw new UsageError(`--stages expects some of ${jobNames.join(", ")}`);
  return [...new Set(names.map((name) => choiceOption("stages", name, jobNames)))];
}
