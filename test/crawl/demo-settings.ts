import { loadSettings } from "../../config/load-settings.ts";
import type { Settings } from "../../config/settings.ts";
import type { Source } from "../../model/source.ts";

/** The servers of a backend; null for the embedded one. */
export type Servers = {
  mongodb: { url: string; database: string };
  redis: { url: string; prefix: string };
} | null;

/**
 * Settings for crawling sites on this machine quickly, in a folder or on servers.
 *
 * @param leaseSeconds short where workers die; else long, so that a busy machine loses no lease
 */
export function settingsForCrawl(
  folder: string,
  sources: readonly Source[],
  servers: Servers,
  leaseSeconds = 20,
): Settings {
  return loadSettings({
    cwd: folder,
    flags: {
      "data.folder": folder,
      "crawl.perHostDelaySeconds": 0,
      "crawl.perHostConcurrency": 8,
      "queue.leaseSeconds": leaseSeconds,
      "queue.backoffBaseSeconds": 0.05,
      "log.level": "silent",
      "crawl.allowPrivateHosts": sources.map(({ homepage }) => new URL(homepage).host).join(","),
      ...(servers && {
        "mongodb.url": servers.mongodb.url,
        "mongodb.database": servers.mongodb.database,
        "redis.url": servers.redis.url,
        "redis.prefix": servers.redis.prefix,
      }),
    },
  }).settings;
}
