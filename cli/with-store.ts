import type { Settings } from "../config/settings.ts";
import { openQueueOf, openStoreOf } from "../queue/open.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../storage/store.ts";
import type { GlobalOptions } from "./program.ts";
import { settingsOf } from "./settings.ts";

/** Opens the store for the time of one command. */
export async function withStore<T>(
  globals: GlobalOptions,
  use: (store: Store, settings: Settings) => Promise<T>,
): Promise<T> {
  const { settings } = settingsOf(globals);
  const store = await openStoreOf(settings);
  try {
    return await use(store, settings);
  } finally {
    await store.close();
  }
}

/** Opens the queue for the time of one command. */
export async function withQueue<T>(globals: GlobalOptions, use: (queue: Queue) => Promise<T>): Promise<T> {
  const queue = await openQueueOf(settingsOf(globals).settings);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}
