import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import type { Piscina } from "piscina";
import { Permanent, Unavailable } from "../model/errors.ts";
import { type TaskAnswer, unpackError } from "./cpu-failure.ts";
import type { CpuTasks } from "./cpu-tasks.ts";

const ownWorker = new URL("./cpu-worker.js", import.meta.url);

type Tasks = Record<string, (input: never) => unknown>;
type Input<T extends Tasks, N extends keyof T> = Parameters<T[N]>[0];
type Result<T extends Tasks, N extends keyof T> = Awaited<ReturnType<T[N]>>;

export interface CpuPoolOptions {
  /** 0 does the tasks in the calling thread. */
  threads?: number;
  /** Heap of a thread: a page that makes a task use more ends that thread, not the process. */
  threadMemoryMb?: number;
  /** Entry of the threads: a compiled module whose default export is made by `serveTasks`. */
  workerUrl?: URL;
}

export interface RunOptions {
  /** Time for the task, from when a thread takes it; a thread's first task includes its start. */
  timeoutMs?: number;
}

export interface CpuPool<T extends Tasks = CpuTasks> {
  /** Threads at most; 0 when tasks run in the calling thread. */
  readonly threads: number;
  /**
   * Runs a task of `cpu-tasks.ts`. Errors arrive with the class that they were thrown with.
   *
   * @throws Permanent when the task took longer than its time or more memory than a thread has; its thread is ended.
   */
  run<N extends keyof T & string>(name: N, input: Input<T, N>, options?: RunOptions): Promise<Result<T, N>>;
  /** Waits for the tasks that were begun or wait, then ends the threads. */
  close(): Promise<void>;
}

/**
 * Threads for work that costs CPU, so that the event loop stays free to renew leases and to fetch. They are started
 * when the first task comes, one by one as needed, so that a short command pays for none.
 *
 * Threads need compiled code. Run from TypeScript sources (in tests), the same tasks run in the calling thread, where a
 * time limit cannot be kept: nothing interrupts a function there.
 */
export function createCpuPool<T extends Tasks = CpuTasks>({
  threads = availableParallelism(),
  threadMemoryMb = 1_024,
  workerUrl = ownWorker,
}: CpuPoolOptions = {}): CpuPool<T> {
  const fromSource = import.meta.url.endsWith(".ts") && workerUrl.href === ownWorker.href;
  const serve = threads === 0 || fromSource ? inThisThread() : inThreads(threads, threadMemoryMb, workerUrl);
  return {
    threads: fromSource ? 0 : threads,
    async run<N extends keyof T & string>(
      name: N,
      input: Input<T, N>,
      { timeoutMs = 30_000 }: RunOptions = {},
    ): Promise<Result<T, N>> {
      const answer = await serve.task(name, input, timeoutMs);
      if ("error" in answer) throw unpackError(answer.error);
      return answer.result as Result<T, N>;
    },
    close: () => serve.close(),
  };
}

interface Serving {
  task(name: string, input: unknown, timeoutMs: number): Promise<TaskAnswer>;
  close(): Promise<void>;
}

function inThisThread(): Serving {
  return {
    async task(name, input) {
      const { default: serve } = await import("./cpu-worker.ts");
      return serve({ name, input });
    },
    close: async () => undefined,
  };
}

function inThreads(threads: number, memoryMb: number, workerUrl: URL): Serving {
  // Tasks wait here and not in the pool, so that a task's time begins when a thread is free for it.
  const limit = pLimit(threads);
  let pool: Promise<Piscina> | undefined;
  const open = async () => {
    const { Piscina: Pool } = await import("piscina");
    const made = new Pool({
      filename: workerUrl.href,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    // A thread that dies without a task is replaced by the next one; without a listener it would end the process.
    made.on("error", () => undefined);
    return made;
  };
  const run = async (name: string, input: unknown, timeoutMs: number): Promise<TaskAnswer> => {
    pool ??= open();
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return (await (await pool).run({ name, input }, { signal })) as TaskAnswer;
    } catch (cause) {
      if (signal.aborted) throw new Permanent(`${name} was ended after ${timeoutMs} ms`, { cause });
      if (isOutOfMemory(cause)) throw new Permanent(`${name} needs more memory than a thread has`, { cause });
      throw cause;
    }
  };
  const begun = new Set<Promise<TaskAnswer>>();
  let closed = false;
  return {
    async task(name, input, timeoutMs) {
      // A handler that outlived its worker's grace: its job has been given back, and new threads would never end.
      if (closed) throw new Unavailable(`${name} is not begun any more: the process is closing`);
      const answer = limit(run, name, input, timeoutMs);
      begun.add(answer);
      try {
        return await answer;
      } finally {
        begun.delete(answer);
      }
    },
    async close() {
      closed = true;
      await Promise.allSettled(begun);
      await (await pool)?.close();
    },
  };
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
