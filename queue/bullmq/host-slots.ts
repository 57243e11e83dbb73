import type { HostMemory } from "../../crawlers/fetch/host-memory.ts";
import {
  acquireByTrying,
  decide,
  type HostSlots,
  type HostState,
  restedHost,
  settle,
  type Slot,
} from "../../crawlers/fetch/politeness.ts";
import { connect, parseRedisUrl, probeRedis, reaching } from "./connection.ts";

/**
 * Replaces a host's state if nobody has changed it since it was read. So the policy itself stays in one place, the pure
 * functions of `crawlers/fetch/politeness.ts`, for one process as for many.
 */
const swap = `
local found = redis.call("GET", KEYS[1]) or ""
if found ~= ARGV[1] then return 0 end
redis.call("SET", KEYS[1], ARGV[2], "PX", ARGV[3])
return 1`;

/** A host that nobody asked for in this time is forgotten, its failures included. */
const FORGET_AFTER_MS = 3_600_000;

export interface RedisHostSlotsOptions {
  /** `redis://[user:password@]host:port[/db]`, or `rediss://` with TLS. */
  url: string;
  prefix: string;
  connectTimeoutMs?: number;
  /** Asked about hosts that Redis does not know, and told about their trouble. */
  memory?: HostMemory | undefined;
  /** Told when a slot could not be given back or the connection is in trouble; the slot's lease frees it. */
  onError?: (error: unknown) => void;
}

/** Host slots that all workers on one Redis share; its clock is the one that counts. */
export interface SharedHostSlots extends HostSlots {
  close(): Promise<void>;
}

/** @throws Retryable or Permanent saying what to do when Redis cannot be used. */
export async function createRedisHostSlots({
  url,
  prefix,
  connectTimeoutMs = 5_000,
  memory,
  onError = () => undefined,
}: RedisHostSlotsOptions): Promise<SharedHostSlots> {
  const address = parseRedisUrl(url);
  await probeRedis(address, connectTimeoutMs);
  const redis = connect(address, false).on("error", onError);

  /** Changes the host's state by `next` until nobody came in between; `next` returns no state when none is to be written. */
  const change = async <T>(
    host: string,
    next: (state: HostState, now: number) => { state?: HostState; result: T },
  ): Promise<T> => {
    const key = `${prefix}:host:${host}`;
    for (;;) {
      const [stored, [seconds, microseconds]] = await Promise.all([redis.get(key), redis.time()]);
      const now = Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
      const before =
        stored === null
          ? ((await memory?.recall(host)) ?? restedHost)
          : { ...restedHost, ...(JSON.parse(stored) as Partial<HostState>) };
      const { state, result } = next(before, now);
      if (state === undefined) return result;
      const keepMs = Math.max(
        FORGET_AFTER_MS,
        Math.max(state.nextStartAt, state.askedUntil, state.restUntil) - now + FORGET_AFTER_MS,
        ...state.leases.map((end) => end - now),
      );
      const swapped = await redis.eval(swap, 1, key, stored ?? "", JSON.stringify(state), Math.ceil(keepMs));
      if (swapped !== 1) continue;
      memory?.note(host, before, state, now);
      return result;
    }
  };

  const tryAcquire: HostSlots["tryAcquire"] = async (host, limits) => {
    const answer = await reaching(address, () =>
      change<ReturnType<typeof decide>>(host, (before, now) => {
        const decision = decide(before, limits, now);
        return decision.granted ? { state: decision.state, result: decision } : { result: decision };
      }),
    );
    if (!answer.granted) return { waitMs: answer.waitMs };
    let released = false;
    const slot: Slot = {
      async release(outcome) {
        if (released) return;
        released = true;
        await change<void>(host, (before, now) => ({
          state: settle(before, answer.leaseEnd, outcome, now, limits),
          result: undefined,
        })).catch(onError);
      },
    };
    return { slot };
  };

  return {
    tryAcquire,
    acquire: (host, limits, signal) => acquireByTrying(() => tryAcquire(host, limits), undefined, signal),
    async close() {
      redis.disconnect();
    },
  };
}
