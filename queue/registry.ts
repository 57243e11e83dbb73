import { Bug } from "../model/errors.ts";
import { type JobName, type JobPayload, jobNames, jobPayloads } from "../model/jobs.ts";
import { defaultPriority, type Handler, type Handlers, type NewJob, type WorkOptions } from "./queue.ts";

/** One handler under its name. */
export type Registration = { [N in JobName]: { name: N; handler: Handler<N> } }[JobName];

/** Ties a handler to the job that it does. */
export function handle<N extends JobName>(name: N, handler: Handler<N>): Registration {
  return { name, handler } as Registration;
}

/**
 * Puts handlers together for {@link Queue.work}.
 *
 * @param serves the job names that this process works on.
 * @throws Bug when one of them has no handler or two, or when a handler is for none of them.
 */
export function registerHandlers(
  registrations: readonly Registration[],
  serves: readonly JobName[] = jobNames,
): Partial<Handlers> {
  const handlers: Partial<Record<JobName, Registration["handler"]>> = {};
  for (const { name, handler } of registrations) {
    if (!jobNames.includes(name)) throw new Bug(`handler for unknown job "${name}"; known: ${known}`);
    if (!serves.includes(name)) throw new Bug(`handler for job "${name}", which is not served here`);
    if (handlers[name] !== undefined) throw new Bug(`two handlers for job "${name}"`);
    handlers[name] = handler;
  }
  const missing = serves.filter((name) => handlers[name] === undefined);
  if (missing.length > 0) throw new Bug(`no handler for job ${missing.map(quoted).join(", ")}`);
  return handlers as Partial<Handlers>;
}

/** A job name with its handler and how many of its jobs run at once. */
export interface Served {
  name: JobName;
  handler: Handler<JobName>;
  concurrency: number;
}

/**
 * What a worker serves, checked before it takes a job.
 *
 * @throws Bug for unknown names, a concurrency without handler or one that is not a positive whole number.
 */
export function servedBy(handlers: Partial<Handlers>, { concurrency }: WorkOptions): Served[] {
  for (const name of [...Object.keys(handlers), ...Object.keys(concurrency)]) {
    if (!(jobNames as string[]).includes(name))
      throw new Bug(`handler or concurrency for unknown job "${name}"; known: ${known}`);
  }
  const served: Served[] = [];
  for (const name of jobNames) {
    const handler = handlers[name] as Handler<JobName> | undefined;
    const atOnce = concurrency[name];
    if (handler === undefined) {
      if (atOnce !== undefined) throw new Bug(`concurrency for job "${name}", which has no handler`);
      continue;
    }
    if (atOnce !== undefined && (!Number.isInteger(atOnce) || atOnce < 1))
      throw new Bug(`concurrency of job "${name}" must be a whole number from 1 on, found ${atOnce}`);
    served.push({ name, handler, concurrency: atOnce ?? 1 });
  }
  if (served.length === 0) throw new Bug("a worker needs at least one handler");
  return served;
}

/**
 * Checks a payload against the schema of its job.
 *
 * @throws Bug naming the job and what is wrong.
 */
export function parsePayload<N extends JobName>(name: N, payload: unknown): JobPayload<N> {
  if (!jobNames.includes(name)) throw new Bug(`unknown job "${name}"; known: ${known}`);
  const parsed = jobPayloads[name].safeParse(payload);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `${issue.path.join(".") || "payload"}: ${issue.message}`,
    );
    throw new Bug(`payload of job "${name}" is wrong: ${issues.join("; ")}`, { cause: parsed.error });
  }
  return parsed.data as JobPayload<N>;
}

/** A job whose parts have been checked and whose defaults are filled in. */
export type CheckedJob = Required<NewJob>;

/**
 * Checks a job before it is added.
 *
 * @throws Bug naming the job and what is wrong.
 */
export function checkJob(job: NewJob): CheckedJob {
  const { name, key, priority = defaultPriority, delayMs = 0, unlessDead = false } = job;
  const payload = parsePayload(name, job.payload);
  if (key === "") throw new Bug(`job "${name}" needs a key`);
  if (!Number.isInteger(priority) || priority < 1 || priority > 10)
    throw new Bug(`priority of job "${key}" must be a whole number from 1 to 10, found ${priority}`);
  if (!(delayMs >= 0 && delayMs <= MAX_DELAY_MS))
    throw new Bug(`delay of job "${key}" must be milliseconds from 0 on, found ${delayMs}`);
  return { name, key, payload, priority, delayMs: Math.round(delayMs), unlessDead };
}

/** Three centuries are a mistake in units. */
const MAX_DELAY_MS = 1e13;
const quoted = (name: string) => `"${name}"`;
const known = jobNames.join(", ");
