import { Blocked, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { acceptedCodings } from "./content-coding.ts";
import { type CookieCarrier, createCookieCarrier } from "./cookies.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { createGuard, type LookupAll } from "./guard.ts";
import {
  asFetchError,
  createHttpClient,
  defaultHttpLimits,
  type HttpLimits,
  isRedirect,
  joined,
} from "./http.ts";
import { acceptHeaders } from "./media-type.ts";
import { createLocalHostSlots, HostBusy, type HostLimits, type HostSlots, type Slot } from "./politeness.ts";
import { type BrowserOptions, createRenderer } from "./renderer.ts";
import { bodyPlanFor, readAnswer } from "./response.ts";
import { redirectTarget, refuseEndless } from "./redirects.ts";
import { parseRetryAfterMs } from "./retry-after.ts";
import { createRobots, MAX_ROBOTS_BYTES, type RobotsResponse } from "./robots.ts";
import type { Fetcher, FetchRequest, FetchResult, Redirect } from "./types.ts";

export interface FetcherOptions {
  /**
   * Says who asks and how to reach them: `Habeas/0.1 (+https://example.org/bot)`. Its first word is the name by which
   * robots.txt rules address us.
   */
  userAgent: string;
  /** Private hosts that may be fetched all the same (`127.0.0.1:8080`), for tests and the demo. */
  allowHosts?: readonly string[];
  /** Shared by all fetchers of an installation; of this process when absent. */
  slots?: HostSlots;
  /** Requests at once per host. Default 2: what a reader with two tabs does. */
  concurrency?: number;
  /** Between two requests to a host. Default 1 s: a feed's twenty new articles are read in half a minute. */
  delayMs?: number;
  /** For a whole exchange. Default 45 s: slow archives answer within 30. */
  timeoutMs?: number;
  /** Default 10 MB a page; feeds and sitemaps get five times that, the size that the sitemap protocol allows. */
  maxBodyBytes?: number;
  /** Default 8: more than any honest site needs, fewer than a trap has. */
  maxRedirects?: number;
  /** How long a robots.txt is believed. Default a day, the longest that RFC 9309 allows. */
  robotsCacheMs?: number;
  limits?: Partial<HttpLimits>;
  /** For sources that need JavaScript. The browser is started by the first page that asks for it; null: never. */
  browser?: BrowserOptions | null;
  now?: () => number;
  lookup?: LookupAll;
}

const defaults = {
  concurrency: 2,
  delayMs: 1_000,
  timeoutMs: 45_000,
  maxBodyBytes: 10_000_000,
  maxRedirects: 8,
  robotsCacheMs: 24 * 3_600_000,
};
const FEED_SIZE_FACTOR = 5;
/** RFC 9309, 2.3.1.2. */
const MAX_ROBOTS_REDIRECTS = 5;

/** A slot in hand. */
interface Held {
  host: string;
  /** Notes what a failure tells about the host's health, for the release. */
  trouble(failure: unknown): void;
  release(): Promise<void>;
}

/** Creates a fetcher: guard, robots, politeness, redirects, limits and charset in one call. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const settings = { ...defaults, ...options };
  const now = options.now ?? Date.now;
  const guard = createGuard({
    allow: options.allowHosts ?? [],
    ...(options.lookup ? { lookup: options.lookup } : {}),
  });
  const http = createHttpClient(guard, { ...defaultHttpLimits, ...options.limits });
  const slots = options.slots ?? createLocalHostSlots({ now });
  const robots = createRobots({
    load: loadRobots,
    token: productToken(options.userAgent),
    now,
    freshMs: settings.robotsCacheMs,
  });
  const renderer =
    options.browser === null
      ? null
      : createRenderer({ ...options.browser, guard, userAgent: options.userAgent });

  async function loadRobots(start: URL, signal: AbortSignal): Promise<RobotsResponse> {
    let url = start;
    for (let hops = 0; ; hops += 1) {
      const response = await http.get({
        url,
        signal,
        headers: { "user-agent": options.userAgent, accept: "text/plain,*/*;q=0.5" },
        plan: () => ({ maxBytes: MAX_ROBOTS_BYTES, overflow: "cut" }),
      });
      if (!isRedirect(response.status) || hops === MAX_ROBOTS_REDIRECTS) {
        const retryAfterMs = parseRetryAfterMs(joined(response.headers["retry-after"]), now());
        return { status: response.status, text: Buffer.from(response.body).toString("utf8"), retryAfterMs };
      }
      url = redirectTarget(guard, url, response);
    }
  }

  /** Waits for a slot, but no longer than `maxWaitMs` when that is given. */
  async function takeSlot(url: URL, limits: HostLimits, maxWaitMs: number | undefined, signal?: AbortSignal) {
    const { host } = url;
    if (maxWaitMs === undefined) return slots.acquire(host, limits, signal);
    const answer = await slots.tryAcquire(host, limits);
    if ("slot" in answer) return answer.slot;
    const waitMs = Math.ceil(answer.waitMs);
    const busy = () =>
      new HostBusy(`${host} gets its next request in ${waitMs} ms`, now() + waitMs, { url: url.href });
    if (waitMs > maxWaitMs) throw busy();
    const patience = startDeadline(maxWaitMs, signal);
    try {
      return await slots.acquire(host, limits, patience.signal);
    } catch (error) {
      throw patience.signal.aborted && !signal?.aborted ? busy() : error;
    } finally {
      patience.clear();
    }
  }

  async function askRobots(request: FetchRequest, url: URL, signal: AbortSignal | undefined) {
    const { ignoreRobotsReason: ignoreReason } = request;
    const answer = await robots.check(url, ignoreReason === undefined ? {} : { ignoreReason });
    signal?.throwIfAborted();
    const { verdict, crawlDelayMs } = answer;
    if (verdict === "disallowed") {
      throw new Blocked(`robots.txt of ${url.host} disallows ${url.pathname}`, "robots", { url: url.href });
    }
    return { verdict, crawlDelayMs };
  }

  /** Gives the slot of another host back and takes that of this one; a redirect within a host goes on in its slot. */
  async function moveTo(
    url: URL,
    held: Held | null,
    request: FetchRequest,
    crawlDelayMs: number,
    deadline: Deadline | null,
  ) {
    if (held?.host === url.host) return held;
    await held?.release();
    const timeoutMs = request.timeoutMs ?? settings.timeoutMs;
    const limits = {
      concurrency: request.concurrency ?? settings.concurrency,
      delayMs: Math.max(request.delayMs ?? settings.delayMs, crawlDelayMs),
      leaseMs: timeoutMs * 2,
    };
    // Halfway through a chain it is worth waiting rather than to walk it again.
    const maxWaitMs = held ? Math.max(request.maxWaitMs ?? 0, timeoutMs) : request.maxWaitMs;
    const slot = await takeSlot(url, limits, maxWaitMs, deadline?.signal ?? request.signal);
    return holding(url.host, slot, now);
  }

  async function run(request: FetchRequest): Promise<FetchResult> {
    const startedAt = now();
    const cookies = createCookieCarrier();
    const redirects: Redirect[] = [];
    let url = guard.checkUrl(request.url);
    let held: Held | null = null;
    let deadline: Deadline | null = null;
    try {
      for (;;) {
        const { verdict, crawlDelayMs } = await askRobots(request, url, deadline?.signal ?? request.signal);
        held = await moveTo(url, held, request, crawlDelayMs, deadline);
        const context = { request, redirects, robots: verdict, startedAt, now };
        if (request.browser) {
          const page = await render(request, url);
          if (page.url.href !== url.href) await askRobots(request, page.url, request.signal);
          redirects.push(...page.redirects);
          return readAnswer(context, page.url, page, "browser");
        }
        deadline ??= startDeadline(request.timeoutMs ?? settings.timeoutMs, request.signal);
        const response = await requestOnce(request, url, cookies, deadline.signal);
        if (!isRedirect(response.status)) return readAnswer(context, url, response, "http");
        const changed = cookies.note(url, response.headers["set-cookie"]);
        const target = redirectTarget(guard, url, response);
        redirects.push({ from: url.href, to: target.href, status: response.status });
        refuseEndless(redirects, settings.maxRedirects, changed);
        url = target;
      }
    } catch (error) {
      const failure = deadline ? asFetchError(error, url, deadline.signal) : error;
      if (held?.host === url.host) held.trouble(failure);
      throw failure;
    } finally {
      deadline?.clear();
      await held?.release();
    }
  }

  function requestOnce(request: FetchRequest, url: URL, cookies: CookieCarrier, signal: AbortSignal) {
    const expect = request.expect ?? "page";
    const cookie = cookies.headerFor(url);
    const { etag, lastModified } = request.validators ?? { etag: null, lastModified: null };
    const maxBytes =
      request.maxBodyBytes ?? settings.maxBodyBytes * (expect === "feed" ? FEED_SIZE_FACTOR : 1);
    return http.get({
      url,
      signal,
      headers: {
        "user-agent": options.userAgent,
        accept: acceptHeaders[expect],
        "accept-encoding": acceptedCodings,
        ...(request.langs?.length ? { "accept-language": acceptLanguage(request.langs) } : {}),
        ...(etag ? { "if-none-match": etag } : {}),
        ...(lastModified ? { "if-modified-since": lastModified } : {}),
        ...(cookie ? { cookie } : {}),
      },
      plan: (status, headers) => bodyPlanFor(status, joined(headers["content-type"]), expect, maxBytes),
    });
  }

  function render(request: FetchRequest, url: URL) {
    if (!renderer) {
      throw new Permanent(
        `${url.href} needs a browser, and none is in use; “habeas doctor” says why (setting browser.enabled)`,
        {
          url: url.href,
        },
      );
    }
    return renderer.render({
      url,
      timeoutMs: request.timeoutMs ?? settings.timeoutMs,
      ...(request.signal ? { signal: request.signal } : {}),
      maxBytes: request.maxBodyBytes ?? settings.maxBodyBytes,
      langs: request.langs ?? [],
    });
  }

  return {
    fetch: run,
    async close() {
      await Promise.all([http.close(), renderer?.close()]);
    },
  };
}

function holding(host: string, slot: Slot, now: () => number): Held {
  const since = now();
  let failure: unknown;
  return {
    host,
    trouble: (error) => {
      failure = error;
    },
    release: () => slot.release({ elapsedMs: now() - since, ...troubleOf(failure, now()) }),
  };
}

/** What a failure tells about the host's health. */
function troubleOf(failure: unknown, now: number): { failed?: boolean; retryAfterMs?: number } {
  if (failure instanceof HostBusy) return {};
  if (failure instanceof RateLimited) return { failed: true, retryAfterMs: Math.max(failure.until - now, 0) };
  return failure instanceof Retryable ? { failed: true } : {};
}

/** @throws {Permanent} when the user agent has no name or does not fit in a header. */
function productToken(userAgent: string): string {
  const token = /^([A-Za-z][A-Za-z_-]*)[/ ][\x20-\x7e]+$/.exec(userAgent)?.[1];
  if (token === undefined) {
    throw new Permanent(
      `the user agent has to begin with a name and a version, found ${JSON.stringify(userAgent)}`,
    );
  }
  return token;
}

function acceptLanguage(langs: readonly string[]): string {
  return langs
    .map((lang, index) => (index === 0 ? lang : `${lang};q=${Math.max(0.9 - index * 0.1, 0.1).toFixed(1)}`))
    .join(", ");
}
