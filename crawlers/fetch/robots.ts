import robotsParserModule from "robots-parser";
import { type HabeasError, Permanent, Retryable } from "../../model/errors.ts";

/** What robots.txt says for an address: allowed, no rule file, disallowed, or disallowed and overridden. */
export type RobotsVerdict = "allowed" | "absent" | "disallowed" | "overridden";

export interface RobotsAnswer {
  verdict: RobotsVerdict;
  /** `Crawl-delay` for us, in milliseconds; 0 when there is none. */
  crawlDelayMs: number;
}

/** Answer to a request for a robots.txt, redirects followed. */
export interface RobotsResponse {
  status: number;
  text: string;
  retryAfterMs: number | null;
}

export interface RobotsOptions {
  /** Fetches a robots.txt; throws when nothing came back. */
  load: (url: URL, signal: AbortSignal) => Promise<RobotsResponse>;
  /** Our product token, the first word of the user agent without its version. */
  token: string;
  now: () => number;
  /** How long a file is believed. RFC 9309, 2.4: no more than a day. */
  freshMs: number;
}

export interface Robots {
  /**
   * Asks the rules of the address's host. With `ignoreReason` a disallowed address comes back as `overridden`.
   * @throws {Retryable} when the file cannot be read: the host counts as disallowed for now (RFC 9309, 2.3.1.4).
   */
  check(url: URL, options: { ignoreReason?: string }): Promise<RobotsAnswer>;
}

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
// The package's types promise an ES default export, the package is CommonJS.
const parseRobots = robotsParserModule as unknown as (url: string, text: string) => Rules;

interface Entry {
  /** null: there is no rule file. */
  rules: Rules | null;
  readAt: number;
  /** Set while the file cannot be read. */
  failure: { error: unknown; retryAt: number } | null;
}

/** An unreachable file is asked for again after this; meanwhile its host is left alone. */
const FAILURE_MS = 5 * 60_000;
/** Rules read once go on being valid this long while the file cannot be read. */
const STALE_MS = 30 * 24 * 3_600_000;
/** RFC 9309, 2.5: at least 500 KiB have to be read; the rest may be ignored. */
export const MAX_ROBOTS_BYTES = 500 * 1024;
/** A longer crawl delay means "go away slowly" and would stall the queue; Bing and Yandex cap it as well. */
const MAX_CRAWL_DELAY_MS = 60_000;
const MAX_HOSTS = 2_000;

/** Creates the reader of robots.txt files; every host's file is asked for by one request at a time and kept. */
export function createRobots({ load, token, now, freshMs }: RobotsOptions): Robots {
  const entries = new Map<string, Entry>();
  const loading = new Map<string, Promise<Entry>>();

  async function read(origin: string, known: Entry | undefined): Promise<Entry> {
    const url = new URL("/robots.txt", origin);
    // Several callers wait for one answer, so no single caller's signal may end it.
    const signal = AbortSignal.timeout(30_000);
    const entry: Entry = await load(url, signal).then(
      (response) => entryOf(response, url, known),
      (error: unknown) => unreachable(error, FAILURE_MS, known),
    );
    entries.delete(origin);
    entries.set(origin, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > MAX_HOSTS && oldest !== undefined) entries.delete(oldest);
    return entry;
  }

  function entryOf(
    { status, text, retryAfterMs }: RobotsResponse,
    url: URL,
    known: Entry | undefined,
  ): Entry {
    if (status === 429 || status >= 500) {
      const restMs = retryAfterMs ?? FAILURE_MS;
      return unreachable(new Error(`${url.href} answered ${status}`), restMs, known);
    }
    // 4xx and endless redirects: "unavailable", everything is allowed (RFC 9309, 2.3.1.3).
    const rules = status < 300 ? parseRobots(url.href, text.replace(/^\ufeff/, "")) : null;
    return { rules, readAt: now(), failure: null };
  }

  function unreachable(error: unknown, restMs: number, known: Entry | undefined): Entry {
    return {
      rules: known?.rules ?? null,
      readAt: known?.readAt ?? Number.NEGATIVE_INFINITY,
      failure: { error, retryAt: now() + restMs },
    };
  }

  function rulesOf(origin: string): Promise<Entry> {
    const known = entries.get(origin);
    if (known && now() < (known.failure?.retryAt ?? known.readAt + freshMs)) return Promise.resolve(known);
    const running = loading.get(origin);
    if (running) return running;
    const started = read(origin, known).finally(() => loading.delete(origin));
    loading.set(origin, started);
    return started;
  }

  return {
    async check(url, { ignoreReason }) {
      const entry = await rulesOf(url.origin);
      if (entry.failure && now() > entry.readAt + STALE_MS) {
        if (ignoreReason !== undefined) return { verdict: "overridden", crawlDelayMs: 0 };
        throw unreadable(url, entry.failure.error);
      }
      if (!entry.rules) return { verdict: "absent", crawlDelayMs: 0 };
      const allowed = url.pathname === "/robots.txt" || (entry.rules.isAllowed(url.href, token) ?? true);
      const delaySeconds = entry.rules.getCrawlDelay(token) ?? 0;
      return {
        verdict: allowed ? "allowed" : ignoreReason === undefined ? "disallowed" : "overridden",
        crawlDelayMs: Math.min(Math.max(delaySeconds, 0) * 1_000, MAX_CRAWL_DELAY_MS),
      };
    },
  };
}

function unreadable(url: URL, error: unknown): HabeasError {
  const why = error instanceof Error ? error.message : String(error);
  const message = `robots.txt of ${url.host} could not be read, so nothing is fetched there for now: ${why}`;
  const details = { url: url.href, cause: error };
  // A host that may not be contacted at all will not become allowed by waiting.
  return error instanceof Permanent ? new Permanent(message, details) : new Retryable(message, details);
}
