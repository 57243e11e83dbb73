import type { HostMemory } from "../crawlers/fetch/host-memory.ts";
import type { HostSlots } from "../crawlers/fetch/politeness.ts";
import type { Queue } from "./queue.ts";

export interface OpenQueueOptions {
  /** Folder of the embedded database; used when there is no Redis. */
  dataFolder: string;
  /** `redis://[user:password@]host:port[/db]`, or `rediss://` with TLS. */
  redisUrl?: string | undefined;
  /** Keeps several installations on one Redis apart. */
  prefix?: string | undefined;
  /** Time without a sign of life after which a job is taken from its worker. */
  leaseMs?: number | undefined;
}

/** Opens the queue of the settings: on Redis when there is one, else in the data folder. Loads only the driver needed. */
export async function openQueue({
  dataFolder,
  redisUrl,
  prefix = "habeas",
  leaseMs = 30_000,
}: OpenQueueOptions): Promise<Queue> {
  if (redisUrl !== undefined) {
    const { createBullQueue } = await import("./bullmq/bull-queue.ts");
    return createBullQueue({ url: redisUrl, prefix, leaseMs });
  }
  const [{ openDatabase }, { createLocalQueue }] = await Promise.all([
    import("../storage/sqlite/database.ts"),
    import("./local/local-queue.ts"),
  ]);
  return createLocalQueue({ database: openDatabase(dataFolder), leaseMs });
}

/**
 * Opens the politeness slots that go with the queue: shared by all workers on one Redis, else of this process. Closed
 * by whoever opened them, after the workers.
 */
export async function openHostSlots({
  redisUrl,
  prefix = "habeas",
  memory,
}: Pick<OpenQueueOptions, "redisUrl" | "prefix"> & { memory?: HostMemory | undefined }): Promise<
  HostSlots & { close(): Promise<void> }
> {
  if (redisUrl !== undefined) {
    const { createRedisHostSlots } = await import("./bullmq/host-slots.ts");
    return createRedisHostSlots({ url: redisUrl, prefix, memory });
  }
  const { createLocalHostSlots } = await import("../crawlers/fetch/local-host-slots.ts");
  return { ...createLocalHostSlots(memory === undefined ? {} : { memory }), close: async () => undefined };
}
