import { createCountriesOf } from "../config/countries-of.ts";
import { loadGazetteers } from "../config/load-gazetteers.ts";
import { loadSources } from "../config/load-sources.ts";
import type { Settings } from "../config/settings.ts";
import { version } from "../config/version.ts";
import { type Archive, createArchive } from "../crawlers/fetch/archive.ts";
import { createFetcher } from "../crawlers/fetch/fetcher.ts";
import { findBrowser } from "../crawlers/fetch/find-browser.ts";
import { createHostMemory } from "../crawlers/fetch/host-memory.ts";
import type { Fetcher } from "../crawlers/fetch/types.ts";
import { Permanent } from "../model/errors.ts";
import { openStore } from "../storage/index.ts";
import type { Store } from "../storage/store.ts";
import { openHostSlots, openQueue } from "./index.ts";
import type { Queue } from "./queue.ts";

/** The store that the settings ask for. */
export function openStoreOf(settings: Settings): Promise<Store> {
  return openStore({
    dataFolder: settings.data.folder,
    mongodbUrl: settings.mongodb.url ?? undefined,
    mongodbDatabase: settings.mongodb.database,
    countriesOf: lazily(() =>
      createCountriesOf({
        gazetteers: loadGazetteers({ userFolder: settings.gazetteers.folder }),
        sources: loadSources({ userFolder: settings.sources.folder }),
      }),
    ),
  });
}

/** Many commands open a store and write nothing: what only writing needs is made when it is needed. */
function lazily<A, R>(make: () => (of: A) => R): (of: A) => R {
  let made: ((of: A) => R) | null = null;
  return (of) => (made ??= make())(of);
}

/** The queue that the settings ask for. */
export function openQueueOf(settings: Settings): Promise<Queue> {
  return openQueue({
    dataFolder: settings.data.folder,
    redisUrl: settings.redis.url ?? undefined,
    prefix: settings.redis.prefix,
    leaseMs: settings.queue.leaseSeconds * 1000,
  });
}

/** How Habeas names itself to sites: its own name, version and the operator's contact, or what the settings say instead. */
export function userAgentOf({ crawl }: Settings): string {
  const contact = crawl.contactUrl === null ? "" : `; +${crawl.contactUrl}`;
  return crawl.userAgent ?? `Habeas/${version()} (human-rights news monitor${contact})`;
}

/** The Chromium that the settings allow; null when none is to be used or none is found. */
export async function browserOf({ browser }: Settings): Promise<string | null> {
  if (browser.enabled === "off") return null;
  const found = await findBrowser(
    browser.executablePath === null ? {} : { executablePath: browser.executablePath },
  );
  if (found.found) return found.executablePath;
  if (browser.enabled === "on")
    throw new Permanent(`browser.enabled is on, but no Chromium was found: ${found.advice}`);
  return null;
}

/** The archive that the settings allow to stand in for pages that are gone or not shown to us. */
export function archiveOf({ crawl }: Settings, fetcher: Fetcher): Archive | null {
  return crawl.archive ? createArchive({ fetcher, availabilityUrl: crawl.archiveUrl }) : null;
}

/**
 * A fetcher as the settings want it. With Redis, all workers share each host's slots; otherwise this process has them
 * for itself. With a store, what is known about hosts in trouble and their robots.txt is kept there.
 */
export async function createFetcherOf(
  settings: Settings,
  { store, onError }: { store?: Store; onError?: (error: unknown) => void } = {},
): Promise<Fetcher> {
  const { crawl, browser, redis } = settings;
  const executablePath = await browserOf(settings);
  const slots = await openHostSlots({
    redisUrl: redis.url ?? undefined,
    prefix: redis.prefix,
    memory: store && createHostMemory({ hosts: store.hosts, ...(onError ? { onError } : {}) }),
  });
  const fetcher = createFetcher({
    userAgent: userAgentOf(settings),
    allowHosts: crawl.allowPrivateHosts,
    concurrency: crawl.perHostConcurrency,
    delayMs: crawl.perHostDelaySeconds * 1000,
    timeoutMs: crawl.timeoutSeconds * 1000,
    maxBodyBytes: crawl.maxBodyBytes,
    maxRedirects: crawl.maxRedirects,
    robotsCacheMs: crawl.robotsCacheSeconds * 1000,
    browser:
      executablePath === null
        ? null
        : {
            executablePath,
            recyclePages: browser.recycleAfterPages,
            concurrentPages: browser.concurrentPages,
            maxScriptMs: browser.maxScriptSeconds * 1000,
          },
    breaker: { failures: crawl.breakerFailures, restMs: crawl.breakerRestSeconds * 1000 },
    slots,
    ...(store ? { robotsShelf: store.robots } : {}),
  });
  return {
    fetch: (request) => fetcher.fetch(request),
    async close() {
      await fetcher.close();
      await slots.close();
    },
  };
}
