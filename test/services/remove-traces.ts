import { Redis } from "ioredis";
import { MongoClient } from "mongodb";
import type { ServiceName } from "./start.ts";

/** Removes what a test run has left on a server that is not its own. */
export async function removeTraces(name: ServiceName, url: string, runId: string): Promise<void> {
  if (name === "mongodb") {
    const client = new MongoClient(url);
    const { databases } = await client.db("admin").admin().listDatabases({ nameOnly: true });
    for (const database of databases)
      if (database.name.startsWith(runId)) await client.db(database.name).dropDatabase();
    await client.close();
    return;
  }
  const redis = new Redis(url);
  for await (const keys of redis.scanStream({ match: `${runId}*` }) as AsyncIterable<string[]>)
    if (keys.length > 0) await redis.unlink(...keys);
  await redis.quit();
}
