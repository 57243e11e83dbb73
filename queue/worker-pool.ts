import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import type { Piscina } from "piscina";
import { Permanent } from "../model/errors.ts";
import { type TaskAnswer, unpackError } from "./cpu-failure.ts";
import type { CpuTasks } from "./cpu-tasks.ts";

type Tasks = Record<string, (input: never) => unknown>;
type Input<T extends Tasks, N extends keyof T> = Parameters<T[N]>[0];
type Result<T extends Tasks, N extends keyof T> = Awaited<ReturnType<T[N]>>;

export interface CpuPoolOptions {
  /** 0 does the tasks in the calling thread. */
  threads?: number;
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
  threads = Math.max(1, availableParallelism() - 1),
  workerUrl,
}: CpuPoolOptions = {}): CpuPool<T> {
  const fromSource = workerUrl === undefined && import.meta.url.endsWith(".ts");
  const serve = threads === 0 || fromSource ? inThisThread() : inThreads(threads, workerUrl);
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

function inThreads(threads: number, workerUrl = new URL("./cpu-worker.js", import.meta.url)): Serving {
  // Tasks wait here and not in the pool, so that a task's time begins when a thread is free for it.
  const limit = pLimit(threads);
  let pool: Promise<Piscina> | undefined;
  const open = async () => {
    const { Piscina: Pool } = await import("piscina");
    return new Pool({ filename: workerUrl.href, minThreads: 0, maxThreads: threads, idleTimeout: 60_000 });
  };
  return {
    task: (name, input, timeoutMs) =>
      limit(async () => {
        pool ??= open();
        const signal = AbortSignal.timeout(timeoutMs);
        try {
          return (await (await pool).run({ name, input }, { signal })) as TaskAnswer;
        } catch (cause) {
          if (signal.aborted) throw new Permanent(`${name} was ended after ${timeoutMs} ms`, { cause });
          if (isOutOfMemory(cause))
            throw new Permanent(`${name} needs more memory than a thread has`, { cause });
          throw cause;
        }
      }),
    async close() {
      while (limit.activeCount + limit.pendingCount > 0) await limit(() => undefined);
      await (await pool)?.close();
    },
  };
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
