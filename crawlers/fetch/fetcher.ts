import { Blocked, Permanent } from "../../model/errors.ts";
import { acceptedCodings } from "./content-coding.ts";
import { type CookieCarrier, createSessions, withGivenCookies } from "./cookies.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { createGuard, type LookupAll } from "./guard.ts";
import { type HostTurn, takeTurn } from "./host-turn.ts";
import {
  asFetchError,
  createHttpClient,
  defaultHttpLimits,
  type HttpLimits,
  isRedirect,
  joined,
} from "./http.ts";
import { createLocalHostSlots } from "./local-host-slots.ts";
import { acceptHeaders } from "./media-type.ts";
import { HostBusy, type HostLimits, type HostSlots, sleepFor } from "./politeness.ts";
import { type BrowserOptions, createRenderer } from "./renderer.ts";
import { type AnswerContext, bodyPlanFor, readAnswer } from "./response.ts";
import { redirectTarget, refuseEndless } from "./redirects.ts";
import { createRobots, type RobotsShelf } from "./robots.ts";
import { createRobotsLoader } from "./robots-loader.ts";
import { EmptyShell, type Fetcher, type FetchRequest, type FetchResult, type Redirect } from "./types.ts";

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
  /** Where robots.txt files are kept for all fetchers of an installation; each reads its own when absent. */
  robotsShelf?: RobotsShelf;
  /** Failures in a row after which a host is left alone, and for how long at first. Default 5 and a minute. */
  breaker?: { failures: number; restMs: number };
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
/** Where a fetch stands: its address moves with every redirect. */
interface Journey {
  request: FetchRequest;
  startedAt: number;
  cookies: CookieCarrier;
  redirects: Redirect[];
  url: URL;
  turn: HostTurn | null;
  deadline: Deadline | null;
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
  const sessionOf = createSessions();
  const robots = createRobots({
    load: createRobotsLoader({
      guard,
      http,
      userAgent: options.userAgent,
      turn: (url, signal, maxWaitMs) =>
        takeTurn({ slots, url, limits: limitsOf({ url: url.href }, 0), maxWaitMs, signal, now }),
      now,
    }),
    token: productToken(options.userAgent),
    now,
    freshMs: settings.robotsCacheMs,
    shelf: options.robotsShelf,
  });
  const renderer =
    options.browser === null
      ? null
      : createRenderer({ ...options.browser, guard, userAgent: options.userAgent });

  function limitsOf(request: FetchRequest, crawlDelayMs: number): HostLimits {
    const { breaker } = options;
    return {
      concurrency: request.concurrency ?? settings.concurrency,
      delayMs: Math.max(request.delayMs ?? settings.delayMs, crawlDelayMs),
      leaseMs: (request.timeoutMs ?? settings.timeoutMs) * 2,
      ...(breaker ? { breakerFailures: breaker.failures, breakerRestMs: breaker.restMs } : {}),
    };
  }

  async function askRobots(request: FetchRequest, url: URL, signal: AbortSignal | undefined) {
    const { ignoreRobotsReason: ignoreReason, proxy } = request;
    const ask = () =>
      robots.check(url, {
        ...(ignoreReason === undefined ? {} : { ignoreReason }),
        ...(proxy === undefined ? {} : { proxy }),
      });
    const { verdict, crawlDelayMs } = await (request.maxWaitMs === undefined
      ? patiently(ask, now, signal)
      : ask());
    signal?.throwIfAborted();
    if (verdict === "disallowed") {
      throw new Blocked(`robots.txt of ${url.host} disallows ${url.pathname}`, "robots", { url: url.href });
    }
    return { verdict, crawlDelayMs };
  }

  /** Gives the slot of another host back and takes that of this one; a redirect within a host goes on in its slot. */
  async function moveOn(journey: Journey, crawlDelayMs: number): Promise<void> {
    const { request, url, turn, deadline } = journey;
    if (turn?.host === url.host) return;
    journey.turn = null;
    await turn?.release();
    // Halfway through a chain it is worth waiting rather than to walk it again.
    const patienceMs = request.timeoutMs ?? settings.timeoutMs;
    journey.turn = await takeTurn({
      slots,
      url,
      limits: limitsOf(request, crawlDelayMs),
      maxWaitMs: turn ? Math.max(request.maxWaitMs ?? 0, patienceMs) : request.maxWaitMs,
      signal: deadline?.signal ?? request.signal,
      now,
    });
  }

  async function run(request: FetchRequest): Promise<FetchResult> {
    const url = guard.checkUrl(request.url);
    const journey: Journey = {
      request,
      startedAt: now(),
      cookies: withGivenCookies(sessionOf(request.session), request.cookies ?? {}, url),
      redirects: [],
      url,
      turn: null,
      deadline: null,
    };
    try {
      return await travel(journey);
    } catch (error) {
      const { turn, deadline } = journey;
      const failure = deadline ? asFetchError(error, journey.url, deadline.signal) : error;
      if (turn?.host === journey.url.host) turn.failedBy(failure);
      throw failure;
    } finally {
      journey.deadline?.clear();
      await journey.turn?.release();
    }
  }

  async function travel(journey: Journey): Promise<FetchResult> {
    const { request, redirects, startedAt, cookies } = journey;
    for (;;) {
      const signal = journey.deadline?.signal ?? request.signal;
      const { verdict, crawlDelayMs } = await askRobots(request, journey.url, signal);
      await moveOn(journey, crawlDelayMs);
      const context = { request, redirects, robots: verdict, startedAt, now, neededBrowser: false };
      if (request.browser === "first") return rendered(journey, context);
      journey.deadline ??= startDeadline(request.timeoutMs ?? settings.timeoutMs, request.signal);
      const { url } = journey;
      const response = await requestOnce(request, url, cookies, journey.deadline.signal);
      const changed = cookies.note(url, response.headers["set-cookie"]);
      if (!isRedirect(response.status)) {
        try {
          return readAnswer(context, url, response, "http");
        } catch (error) {
          if (request.browser !== "fallback" || !renderer || !browserHelps(error)) throw error;
          return await rendered(journey, { ...context, neededBrowser: true });
        }
      }
      const target = redirectTarget(guard, url, response);
      redirects.push({ from: url.href, to: target.href, status: response.status });
      refuseEndless(redirects, settings.maxRedirects, changed);
      journey.url = target;
    }
  }

  /** Has the browser fetch the page, in the turn that is in hand. */
  async function rendered(journey: Journey, context: AnswerContext): Promise<FetchResult> {
    const { request, redirects, turn } = journey;
    journey.deadline?.clear();
    journey.deadline = null;
    turn?.untimed();
    // Where plain HTTP was sent on to (a consent host), the browser has to find its own way to.
    const url = context.neededBrowser ? guard.checkUrl(request.url) : journey.url;
    const page = await render(request, url);
    if (page.url.href !== url.href) await askRobots(request, page.url, request.signal);
    redirects.push(...page.redirects);
    return readAnswer(context, page.url, page, "browser");
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
      proxy: request.proxy,
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
        { url: url.href },
      );
    }
    const { signal, proxy, session } = request;
    return renderer.render({
      url,
      timeoutMs: request.timeoutMs ?? settings.timeoutMs,
      maxBytes: request.maxBodyBytes ?? settings.maxBodyBytes,
      langs: request.langs ?? [],
      cookies: request.cookies ?? {},
      ...(signal ? { signal } : {}),
      ...(proxy === undefined ? {} : { proxy }),
      ...(session === undefined ? {} : { session }),
    });
  }

  return {
    fetch: run,
    async close() {
      await Promise.all([http.close(), renderer?.close()]);
    },
  };
}

/** Asks again when it is our turn, as often as it takes. */
async function patiently<T>(ask: () => Promise<T>, now: () => number, signal?: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof HostBusy)) throw error;
      await sleepFor(Math.max(error.until - now(), 1), signal ?? new AbortController().signal);
    }
  }
}

/** A browser runs the scripts that fill a page, and can answer a question for consent; other walls it meets as well. */
const browserHelps = (error: unknown) =>
  error instanceof EmptyShell || (error instanceof Blocked && error.blockCause === "consent");

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
