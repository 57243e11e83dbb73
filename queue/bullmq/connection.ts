import { Redis } from "ioredis";
import { Permanent, Unavailable } from "../../model/errors.ts";

/** Older servers lack the blocking pops with fractions of a second that BullMQ relies on. */
const MIN_VERSION = [6, 2] as const;

export interface RedisAddress {
  options: {
    host: string;
    port: number;
    db: number;
    username?: string;
    password?: string;
    tls?: Record<string, never>;
  };
  /** For messages: without password. */
  shown: string;
}

/**
 * Reads `redis://[user:password@]host[:port][/db]`, or `rediss://` with TLS.
 *
 * @throws Permanent when it is none.
 */
export function parseRedisUrl(text: string): RedisAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const db = url?.pathname.slice(1) ?? "";
  if (url === null || !/^rediss?:$/.test(url.protocol) || url.hostname === "" || !/^\d{0,4}$/.test(db)) {
    const found = text.replace(/\/\/[^@/]*@/, "//***@");
    throw new Permanent(`REDIS_URL must look like redis://[user:password@]host:port[/db], found "${found}"`);
  }
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "***";
  return {
    shown: shown.href,
    options: {
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: Number(url.port || 6379),
      db: Number(db || 0),
      ...(url.username === "" ? {} : { username: decodeURIComponent(url.username) }),
      ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
      ...(url.protocol === "rediss:" ? { tls: {} } : {}),
    },
  };
}

/**
 * Connects once, without retrying, and looks whether the server can carry a queue.
 *
 * @returns what an operator should change, when something is dangerous but works.
 * @throws Unavailable when it cannot be reached, Permanent when it refuses us or is too old; both say what to do.
 */
export async function probeRedis({ options, shown }: RedisAddress, timeoutMs: number): Promise<string[]> {
  const redis = new Redis({
    ...options,
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let lastError: Error | undefined;
  redis.on("error", (error: Error) => {
    lastError = error;
  });
  try {
    await redis.connect();
    const info = await redis.info();
    const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "";
    const [major = 0, minor = 0] = value("redis_version").split(".").map(Number);
    if (major < MIN_VERSION[0] || (major === MIN_VERSION[0] && minor < MIN_VERSION[1]))
      throw new Permanent(
        `Redis at ${shown} is version ${value("redis_version")}; ${MIN_VERSION.join(".")} or newer is needed`,
      );
    const policy = value("maxmemory_policy");
    return policy === "" || policy === "noeviction"
      ? []
      : [
          `Redis at ${shown} may delete queued jobs when memory runs out (maxmemory-policy ${policy}); set "maxmemory-policy noeviction" in redis.conf`,
        ];
  } catch (error) {
    if (error instanceof Permanent) throw error;
    throw unreachable(shown, lastError ?? error);
  } finally {
    redis.disconnect();
  }
}

function unreachable(shown: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/NOAUTH|WRONGPASS|NOPERM|invalid password/i.test(message))
    return new Permanent(
      `Redis at ${shown} refuses us (${message}); correct user and password in REDIS_URL`,
      { cause },
    );
  return new Unavailable(
    `Redis at ${shown} cannot be reached (${message || "no answer"}); start it, correct REDIS_URL, or unset REDIS_URL to keep jobs in the data folder`,
    { cause },
  );
}

/**
 * A connection that survives the server's absence: it comes back by itself, with pauses of up to five seconds.
 *
 * @param patient true for workers: their commands wait for the server however long it is away (BullMQ asks for this).
 * Others fail after some tries, so that who adds a job hears of it.
 */
export function connect({ options }: RedisAddress, patient: boolean): Redis {
  return new Redis({
    ...options,
    maxRetriesPerRequest: patient ? null : 5,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 7), 5_000),
  });
}

/** Runs a command; a lost server becomes an Unavailable that names it. */
export async function reaching<T>({ shown }: RedisAddress, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const lost =
      error instanceof Error &&
      (error.name === "MaxRetriesPerRequestError" ||
        /Connection is closed|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(error.message));
    throw lost ? unreachable(shown, error) : error;
  }
}
