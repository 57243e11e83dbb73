import robotsParserModule from "robots-parser";
import type { RobotsRecord } from "../../model/crawl-state.ts";
import { type HabeasError, Permanent, Retryable } from "../../model/errors.ts";
import { HostBusy } from "./politeness.ts";

/** What robots.txt says for an address: allowed, no rule file, disallowed, or disallowed and overridden. */
export type RobotsVerdict = "allowed" | "absent" | "disallowed" | "overridden";

export interface RobotsAnswer {
  verdict: RobotsVerdict;
  /** `Crawl-delay` for us, in milliseconds; 0 when there is none. */
  crawlDelayMs: number;
}

/** Where robots.txt files are kept for all workers. */
export interface RobotsShelf {
  get(origin: string): Promise<RobotsRecord | null>;
  put(record: RobotsRecord): Promise<void>;
}

/** Answer to a request for a robots.txt, redirects followed. */
export interface RobotsResponse {
  status: number;
  text: string;
  retryAfterMs: number | null;
}

export interface RobotsOptions {
  /** Fetches a robots.txt; throws when nothing came back. */
  load: (url: URL, signal: AbortSignal, proxy?: string) => Promise<RobotsResponse>;
  /** Our product token, the first word of the user agent without its version. */
  token: string;
  now: () => number;
  /** How long a file is believed. RFC 9309, 2.4: no more than a day. */
  freshMs: number;
  /** Shared by all workers; each keeps its own files only when absent. */
  shelf?: RobotsShelf | undefined;
}

export interface Robots {
  /**
   * Asks the rules of the address's host. With `ignoreReason` a disallowed address comes back as `overridden`.
   * @throws {HostBusy} when the file has to be asked for and it is not our turn.
   * @throws {Retryable} when the file cannot be read: the host counts as disallowed for now (RFC 9309, 2.3.1.4).
   */
  check(url: URL, options: { ignoreReason?: string; proxy?: string }): Promise<RobotsAnswer>;
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
  text: string | null;
  /** null: it could never be read. */
  readAt: number | null;
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
export function createRobots({ load, token, now, freshMs, shelf }: RobotsOptions): Robots {
  const entries = new Map<string, Entry>();
  const loading = new Map<string, Promise<Entry>>();

  const isCurrent = (entry: Entry) =>
    now() < (entry.failure?.retryAt ?? (entry.readAt ?? -Infinity) + freshMs);

  /** From the shelf, where another worker may have put it, else from the host. */
  async function read(origin: string, inHand: Entry | undefined, proxy?: string): Promise<Entry> {
    const record = await shelf?.get(origin);
    const shelved = record ? entryOfRecord(record) : undefined;
    const known =
      shelved && (shelved.readAt ?? -Infinity) >= (inHand?.readAt ?? -Infinity) ? shelved : inHand;
    const entry = known && isCurrent(known) ? known : await ask(origin, known, proxy);
    entries.delete(origin);
    entries.set(origin, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > MAX_HOSTS && oldest !== undefined) entries.delete(oldest);
    return entry;
  }

  async function ask(origin: string, known: Entry | undefined, proxy?: string): Promise<Entry> {
    const url = new URL("/robots.txt", origin);
    // Several callers wait for one answer, so no single caller's signal may end it.
    const signal = AbortSignal.timeout(30_000);
    const entry: Entry = await load(url, signal, proxy).then(
      (response) => entryOf(response, url, known),
      (error: unknown) => {
        // Not our turn: that is no answer, and nothing to keep.
        if (error instanceof HostBusy) throw error;
        return unreachable(error, FAILURE_MS, known);
      },
    );
    if (!(entry.failure?.error instanceof Permanent)) await shelf?.put(recordOf(origin, entry));
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
    const kept = status < 300 ? text.replace(/^\ufeff/, "") : null;
    return { rules: rulesOfText(url.origin, kept), text: kept, readAt: now(), failure: null };
  }

  function unreachable(error: unknown, restMs: number, known: Entry | undefined): Entry {
    return {
      rules: known?.rules ?? null,
      text: known?.text ?? null,
      readAt: known?.readAt ?? null,
      failure: { error, retryAt: now() + restMs },
    };
  }

  function rulesOf(origin: string, proxy?: string): Promise<Entry> {
    const known = entries.get(origin);
    if (known && isCurrent(known)) return Promise.resolve(known);
    const running = loading.get(origin);
    if (running) return running;
    const started = read(origin, known, proxy).finally(() => loading.delete(origin));
    loading.set(origin, started);
    return started;
  }

  return {
    async check(url, { ignoreReason, proxy }) {
      const entry = await rulesOf(url.origin, proxy);
      if (entry.failure && (entry.readAt === null || now() > entry.readAt + STALE_MS)) {
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

const rulesOfText = (origin: string, text: string | null) =>
  text === null ? null : parseRobots(`${origin}/robots.txt`, text);

function entryOfRecord({ origin, text, readAt, failure }: RobotsRecord): Entry {
  return {
    rules: rulesOfText(origin, text),
    text,
    readAt,
    failure: failure && { error: new Retryable(failure.message), retryAt: failure.retryAt },
  };
}

function recordOf(origin: string, { text, readAt, failure }: Entry): RobotsRecord {
  return {
    origin,
    text,
    readAt,
    failure: failure && { message: messageOf(failure.error), retryAt: failure.retryAt },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function unreadable(url: URL, error: unknown): HabeasError {
  const message = `robots.txt of ${url.host} could not be read, so nothing is fetched there for now: ${messageOf(error)}`;
  const details = { url: url.href, cause: error };
  // A host that may not be contacted at all will not become allowed by waiting.
  return error instanceof Permanent ? new Permanent(message, details) : new Retryable(message, details);
}
