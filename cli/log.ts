import { type Logger, pino, stdTimeFunctions } from "pino";
import type { Settings } from "../config/settings.ts";
import { HabeasError } from "../model/errors.ts";
import { maskSecrets } from "../config/mask.ts";
import type { StageReport } from "../queue/stages/context.ts";

/** Log on standard error: pretty for people, JSON lines for machines. Passwords inside addresses never get there. */
export async function createLogger({ log }: Settings): Promise<Logger> {
  const pretty = log.format === "pretty" || (log.format === "auto" && process.stderr.isTTY);
  const options = {
    level: log.level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError },
  };
  if (!pretty) return pino(options, pino.destination(2));
  const { default: prettify } = await import("pino-pretty");
  return pino(
    options,
    prettify({ destination: 2, sync: true, singleLine: true, translateTime: "SYS:HH:MM:ss" }),
  );
}

function serializeError(error: unknown) {
  if (!(error instanceof Error)) return { message: maskSecrets(String(error)) };
  const known = error instanceof HabeasError;
  return {
    type: error.name,
    message: maskSecrets(error.message),
    ...(known ? { url: error.url, sourceId: error.sourceId } : { stack: maskSecrets(error.stack ?? "") }),
  };
}

/** One log line for what a stage did. */
export function logReport(logger: Logger, report: StageReport): void {
  if (report.stage === "poll") {
    const { source, url, items, added, notes, error } = report;
    const facts = { source: source.id, url, items, added, ...(notes.length > 0 ? { notes } : {}) };
    if (error === null) logger.info(facts, "polled");
    else logger.warn({ ...facts, error }, "poll failed");
  } else if (report.stage === "fetch") {
    const { source, url, outcome } = report;
    const facts = {
      source: source.id,
      url,
      outcome,
      ...("reason" in report ? { reason: report.reason } : {}),
    };
    if ("reason" in report) logger.warn(facts, "not fetched");
    else logger.info(facts, "fetched");
  } else if (report.stage === "extract") {
    const { persons, events, articleId } = report.extraction;
    logger.info({ article: articleId, persons: persons.length, events: events.length }, "extracted");
  } else if (report.stage === "resolve") {
    logger.info({ article: report.articleId, claims: report.claims }, "resolved");
  } else {
    const { delivery, attempt } = report;
    const facts = {
      rule: delivery.ruleId,
      target: delivery.targetId,
      delivery: delivery.id,
      code: attempt.code,
    };
    if (attempt.ok) logger.info(facts, "alert delivered");
    else logger.warn({ ...facts, answer: attempt.answer }, "alert not delivered");
  }
}
