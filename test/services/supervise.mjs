/**
 * Starts one service for somebody and ends it with them: `node supervise.mjs redis|mongodb` prints one line of JSON,
 * {"url": …} or {"error": …}, and lives until its standard input closes, which the system does for a caller that was
 * killed too. Then the service is ended by its pid and its data are removed.
 */
import { findMongo, findRedis } from "./find.mjs";
import { startFerretdb, startMongod } from "./start-mongo.mjs";
import { startRedisServer } from "./start-redis.mjs";

/** @type {(() => Promise<void> | void)[]} run in reverse order at the end */
const cleanups = [];
const stop = async () => {
  for (const cleanup of cleanups.splice(0).toReversed())
    try {
      await cleanup();
    } catch (error) {
      console.error(`while ending a service: ${error.message}`);
    }
};

async function start() {
  const isRedis = process.argv[2] === "redis";
  const found = isRedis ? findRedis() : findMongo();
  if (found === null) throw new Error(`there is no ${isRedis ? "Redis" : "MongoDB"} on this machine: npm run services installs one`);
  if (found.kind === "url") return found.url;
  if (isRedis) return startRedisServer(found.path, cleanups);
  return found.kind === "ferretdb" ? startFerretdb(cleanups) : startMongod(found.path, cleanups);
}

// A terminal's Ctrl-C reaches the caller as well, and its end is what counts.
process.on("SIGINT", () => undefined);
process.stdin.on("close", () => {
  void stop().finally(() => process.exit(0));
});
process.stdin.resume();

try {
  console.log(JSON.stringify({ url: await start() }));
} catch (error) {
  await stop();
  console.log(JSON.stringify({ error: error.message }));
  process.exit(1);
}
