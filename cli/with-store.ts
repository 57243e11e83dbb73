import type { Settings } from "../config/settings.ts";
import { openQueueOf, openStoreOf } from "../queue/open.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../storage/store.ts";
import { UsageError } from "./explain.ts";
import type { GlobalOptions } from "./program.ts";
import { createRemoteLedger, type RemoteLedger } from "./remote-ledger.ts";
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

/** Reads the ledger for the time of one command: of the review app at `HABEAS_URL` when that is set, else of the store. */
export async function withLedger<T>(
  globals: GlobalOptions,
  use: (ledger: RemoteLedger | Store) => Promise<T>,
): Promise<T> {
  const { HABEAS_URL: url, HABEAS_TOKEN: token } = process.env;
  if (!url) return withStore(globals, use);
  if (!token)
    throw new UsageError("HABEAS_URL needs a token in HABEAS_TOKEN; the app's account page makes one");
  return use(createRemoteLedger(url, token));
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
