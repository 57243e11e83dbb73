import { Bug } from "../../model/errors.ts";
import type { OpenQueueOptions } from "../index.ts";
import type { Job, NewJob, Outcome, Queue, Worker } from "../queue.ts";

/** What a backend's test hands to the suite. */
export interface QueueHarness {
  /** Where the queue under test lives: empty, and the same for every handle of one test. */
  where: OpenQueueOptions;
  open(): Promise<Queue>;
  /** Called after the test's handles are closed. */
  remove(): Promise<void>;
}

interface Served extends Worker {
  outcomes: { key: string; attempt: number; outcome: Outcome["kind"] }[];
}

/** What the suite's tests work with. */
export interface Bench {
  readonly harness: QueueHarness;
  /** The first handle; `open` gives further ones on the same queue. All are closed after the test. */
  readonly queue: Queue;
  open(): Promise<Queue>;
  /** Serves fetch jobs and notes how every try ended. */
  serve(handler: (job: Job<"fetch">) => Promise<void>, concurrency?: number, on?: Queue): Promise<Served>;
  /** Lets jobs die one after the other. */
  bury(ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function createBench(harness: QueueHarness): Promise<Bench> {
  const handles: Queue[] = [];
  const open = async () => {
    const handle = await harness.open();
    handles.push(handle);
    return handle;
  };
  const queue = await open();
  const serve: Bench["serve"] = async (handler, concurrency = 1, on = queue) => {
    const outcomes: Served["outcomes"] = [];
    const worker = await on.work(
      { fetch: handler },
      {
        concurrency: { fetch: concurrency },
        retry: quick,
        onDone: ({ key, attempt }, outcome) => outcomes.push({ key, attempt, outcome: outcome.kind }),
      },
    );
    return { ...worker, outcomes };
  };
  return {
    harness,
    queue,
    open,
    serve,
    async bury(ids) {
      const worker = await serve(() => Promise.reject(new Bug("broken")));
      for (const id of ids) {
        await queue.add([fetchJob(id)]);
        await queue.idle();
      }
      await worker.close();
    },
    async close() {
      await Promise.all(handles.map((handle) => handle.close()));
      await harness.remove();
    },
  };
}

export const fetchJob = (id: string, more: Partial<NewJob> = {}) =>
  ({ name: "fetch", key: `fetch|${id}`, payload: { articleId: id }, ...more }) as NewJob;
export const extractJob = (id: string) =>
  ({ name: "extract", key: `extract|${id}`, payload: { articleId: id } }) as NewJob<"extract">;
export const noop = async () => undefined;
export const range = (length: number) => Array.from({ length }, (_, index) => index);
/** Retries without waiting for them. */
export const quick = { baseDelayMs: 2, maxDelayMs: 4, maxAttempts: 3, maxWaitMs: 60_000 };

export function deferred<T = void>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
