import { onFreePort, startServer, temporaryFolder } from "./child.mjs";

/**
 * @param {string} program
 * @param {import("./child.mjs").Cleanups} cleanups
 * @returns {Promise<string>} its address
 */
export function startRedisServer(program, cleanups) {
  const folder = temporaryFolder("redis", cleanups);
  return onFreePort(cleanups, async (port, own) => {
    // Queues lose jobs where Redis may evict keys, so BullMQ asks for `noeviction`.
    const settings = { bind: "127.0.0.1", port, dir: folder, save: "", appendonly: "no", "maxmemory-policy": "noeviction" };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    await startServer(program, args, { port, cleanups: own, isReady: (output) => /ready to accept connections/i.test(output) });
    return `redis://127.0.0.1:${port}`;
  });
}
