import { Queue as BullQueue } from "bullmq";
import { type JobName, jobNames } from "../../model/jobs.ts";
import type { Counts, DeadJob, Queue, Worker } from "../queue.ts";
import { type CheckedJob, checkJob, servedBy } from "../registry.ts";
import { connect, parseRedisUrl, probeRedis, reaching } from "./connection.ts";
import { bulkJob, type CarriedJob, deadJob, type JobData, jobIdOf } from "./job-form.ts";
import { startBullWorkers } from "./worker.ts";

export interface BullQueueOptions {
  /** `redis://[user:password@]host:port[/db]`, or `rediss://` with TLS. */
  url: string;
  /** Keeps several installations on one Redis apart. */
  prefix: string;
  now?: () => number;
  random?: () => number;
  leaseMs?: number;
  maxCrashes?: number;
  connectTimeoutMs?: number;
  /** Told about what works but should be changed; a process warning when absent. */
  onWarning?: (message: string) => void;
  /** Told when the connection is in trouble outside of any call; calls reject by themselves. */
  onError?: (error: unknown) => void;
}

type Carrier = BullQueue<JobData, void, JobName>;

/** How often {@link Queue.idle} asks when nothing of this handle happens. */
const IDLE_POLL_MS = 250;
/** BullMQ stores a delayed job under its time times this, so that jobs of one millisecond keep their order. */
const DELAY_SCALE = 0x1000;

/**
 * The queue on Redis: one BullMQ queue for every job name.
 *
 * @throws Retryable or Permanent saying what to do when Redis cannot be used.
 */
export async function createBullQueue({
  url,
  prefix,
  now = Date.now,
  random = Math.random,
  leaseMs = 30_000,
  maxCrashes = 10,
  connectTimeoutMs = 5_000,
  onWarning = (message) => process.emitWarning(message),
  onError = () => undefined,
}: BullQueueOptions): Promise<Queue> {
  const address = parseRedisUrl(url);
  for (const warning of await probeRedis(address, connectTimeoutMs)) onWarning(warning);

  const redis = connect(address, false).on("error", onError);
  /** Workers' connection, made when the first is started. */
  let patient: ReturnType<typeof connect> | undefined;
  const carriers = Object.fromEntries(
    jobNames.map((name) => {
      const carrier: Carrier = new BullQueue(name, {
        connection: redis,
        prefix,
        streams: { events: { maxLen: 100 } },
      });
      return [name, carrier.on("error", onError)];
    }),
  ) as Record<JobName, Carrier>;
  const workers = new Set<Worker>();
  const watchers = new Set<() => void>();
  let closing: Promise<void> | undefined;

  const addTo = async (name: JobName, jobs: readonly CheckedJob[]): Promise<number> => {
    const carrier = carriers[name];
    const unique = new Map<string, CheckedJob>();
    for (const job of jobs) if (!unique.has(jobIdOf(job.key))) unique.set(jobIdOf(job.key), job);
    const asked = redis.pipeline();
    for (const id of unique.keys()) asked.exists(carrier.toKey(id)).zscore(carrier.toKey("failed"), id);
    const answers = ((await asked.exec()) ?? []).map(([error, answer]) => {
      if (error !== null) throw error;
      return answer;
    });
    const wanted: CheckedJob[] = [];
    for (const [index, [id, job]] of [...unique].entries()) {
      const known = answers[index * 2] === 1;
      const isDead = answers[index * 2 + 1] !== null;
      if (known && (!isDead || job.unlessDead)) continue;
      if (isDead) await carrier.remove(id);
      wanted.push(job);
    }
    if (wanted.length > 0) await carrier.addBulk(wanted.map(bulkJob));
    return wanted.length;
  };

  const countsOf = async (name: JobName): Promise<Counts> => {
    const carrier = carriers[name];
    const [counts, paused] = await Promise.all([carrier.getJobCounts(), carrier.isPaused()]);
    const {
      wait = 0,
      waiting = 0,
      paused: held = 0,
      prioritized = 0,
      active = 0,
      delayed = 0,
      failed = 0,
    } = counts;
    return { waiting: wait + waiting + held + prioritized, active, delayed, dead: failed, paused };
  };

  /** Asked in one transaction: between two questions a job could move from one queue to another unseen. */
  const isBusy = async (horizon: number): Promise<boolean> => {
    const asked = redis.multi();
    for (const { toKey } of Object.values(carriers)) {
      for (const list of ["wait", "paused", "active"]) asked.llen(toKey(list));
      asked.zcard(toKey("prioritized"));
      asked.zcount(toKey("delayed"), "-inf", horizon === Infinity ? "+inf" : horizon * DELAY_SCALE);
    }
    return ((await asked.exec()) ?? []).some(([error, answer]) => {
      if (error !== null) throw error;
      return Number(answer) > 0;
    });
  };

  const deadJobOf = async (id: string): Promise<CarriedJob | null> => {
    const slash = id.indexOf("/");
    const carrier = (carriers as Partial<Record<string, Carrier>>)[id.slice(0, slash)];
    const job = await carrier?.getJob(id.slice(slash + 1));
    return job !== undefined && (await job.isFailed()) ? job : null;
  };
  const forDead = async (
    ids: readonly string[],
    act: (job: CarriedJob) => Promise<void>,
  ): Promise<number> => {
    let done = 0;
    for (const id of new Set(ids)) {
      const job = await deadJobOf(id);
      if (job === null) continue;
      await act(job);
      done += 1;
    }
    return done;
  };

  const finish = async () => {
    await Promise.all([...workers].map((worker) => worker.close()));
    await Promise.all(Object.values(carriers).map((carrier) => carrier.close()));
    for (const connection of [redis, patient]) connection?.disconnect();
  };
  const reach = <T>(work: () => Promise<T>) => reaching(address, work);

  return {
    backend: "bullmq",
    add(jobs) {
      const byName = new Map<JobName, CheckedJob[]>();
      return reach(async () => {
        for (const job of jobs.map(checkJob)) byName.set(job.name, [...(byName.get(job.name) ?? []), job]);
        let added = 0;
        for (const [name, group] of byName) added += await addTo(name, group);
        return added;
      });
    },
    async work(handlers, options) {
      const served = servedBy(handlers, options);
      patient ??= connect(address, true).on("error", onError);
      const worker = startBullWorkers({
        redis: patient,
        prefix,
        served,
        options,
        now,
        random,
        leaseMs,
        maxCrashes,
        onSettled: () => {
          for (const watcher of watchers) watcher();
        },
      });
      workers.add(worker);
      return {
        async close(graceMs) {
          await worker.close(graceMs);
          workers.delete(worker);
        },
      };
    },
    pause: (name) =>
      reach(async () => {
        for (const each of name === undefined ? jobNames : [name]) await carriers[each].pause();
      }),
    resume: (name) =>
      reach(async () => {
        for (const each of name === undefined ? jobNames : [name]) await carriers[each].resume();
      }),
    counts: () =>
      reach(async () => {
        const all = await Promise.all(jobNames.map(async (name) => [name, await countsOf(name)] as const));
        return Object.fromEntries(all) as Record<JobName, Counts>;
      }),
    dead: {
      list: (limit, name) =>
        reach(async () => {
          if (limit < 1) return [];
          const names = name === undefined ? jobNames : [name];
          const lists = await Promise.all(names.map((each) => carriers[each].getFailed(0, limit - 1)));
          const dead: DeadJob[] = (lists.flat() as CarriedJob[]).map(deadJob);
          return dead.toSorted((a, b) => b.failedAt.localeCompare(a.failedAt)).slice(0, limit);
        }),
      replay: (ids) =>
        reach(() =>
          forDead(ids, async (job) => {
            await job.updateData({ ...job.data, forgivenCrashes: job.stalledCounter });
            await job.retry("failed", { resetAttemptsMade: true, resetAttemptsStarted: true });
          }),
        ),
      drop: (ids) => reach(() => forDead(ids, (job) => job.remove())),
    },
    async idle({ horizonMs = Infinity, signal } = {}) {
      for (;;) {
        signal?.throwIfAborted();
        if (!(await reach(() => isBusy(now() + horizonMs)))) return;
        await new Promise<void>((resolve) => {
          const stop = () => {
            clearTimeout(timer);
            watchers.delete(stop);
            signal?.removeEventListener("abort", stop);
            resolve();
          };
          const timer = setTimeout(stop, IDLE_POLL_MS);
          watchers.add(stop);
          signal?.addEventListener("abort", stop);
        });
      }
    },
    close: () => (closing ??= finish()),
  };
}
