import { inject } from "vitest";
import type { ServiceName } from "./start.ts";

const titles = { redis: "Redis", mongodb: "MongoDB" } as const;

/**
 * The MongoDB of this test run with a database name of the caller's own, or null when none can be had:
 * `describe.skipIf(mongo === null)`. Null says loudly what is not tested, and is an error where CI=true.
 *
 * @param what is tested with it, for that line
 */
export async function mongoForTests(what: string): Promise<{ url: string; database: string } | null> {
  const url = await serviceUrl("mongodb", what);
  return url === null ? null : { url, database: ownName("_") };
}

/** The Redis of this test run with a key prefix of the caller's own; else as {@link mongoForTests}. */
export async function redisForTests(what: string): Promise<{ url: string; prefix: string } | null> {
  const url = await serviceUrl("redis", what);
  return url === null ? null : { url, prefix: ownName("-") };
}

let serial = 0;
const ownName = (separator: string) => [inject("runId"), process.pid, serial++].join(separator);

async function serviceUrl(name: ServiceName, what: string): Promise<string | null> {
  const response = await fetch(`http://127.0.0.1:${inject("servicesPort")}/${name}`);
  const { url, error } = (await response.json()) as { url?: string; error?: string };
  if (url !== undefined) return url;
  const message = `NOT TESTED: ${what}, for want of ${titles[name]}: ${error}`;
  if (process.env["CI"] === "true") throw new Error(message);
  console.warn(`\n${"!".repeat(100)}\n${message}\n${"!".repeat(100)}\n`);
  return null;
}
