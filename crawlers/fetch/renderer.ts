import pLimit from "p-limit";
import type { Browser, BrowserContext, BrowserContextOptions, Page, Request, Response } from "playwright";
import { HabeasError, Permanent, Retryable } from "../../model/errors.ts";
import { isAdvertising } from "./advertising.ts";
import { answerConsent } from "./consent.ts";
import { startDeadline } from "./deadline.ts";
import { findBrowser } from "./find-browser.ts";
import type { Guard } from "./guard.ts";
import { type GuardProxy, startGuardProxy } from "./guard-proxy.ts";
import { parseProxy } from "./proxy-tunnel.ts";
import { asFetchError, type HttpResponse } from "./http.ts";
import type { Redirect } from "./types.ts";

export interface BrowserOptions {
  /** Path of a Chromium; found by `findBrowser` when absent. */
  executablePath?: string;
  /** Pages that are rendered at once. Default 2: each costs 100–200 MB. */
  concurrentPages?: number;
  /** Pages after which the browser is replaced by a fresh one, because its memory only grows. Default 50. */
  recyclePages?: number;
  /** Longest wait for a page's network to fall silent. Default 5 s: pages with live tickers never do. */
  settleMs?: number;
  /**
   * Longest time that a page's scripts may keep it from answering. Default 10 s: beyond it, it is a miner or a mistake.
   */
  maxScriptMs?: number;
}

export interface RenderRequest {
  url: URL;
  signal?: AbortSignal;
  /** From the moment that it is this page's turn. */
  timeoutMs: number;
  maxBytes: number;
  langs: readonly string[];
  /** Sent to the site of `url`, by name. */
  cookies?: Readonly<Record<string, string>>;
  /** Name under which cookies, a given consent among them, are kept for the next page. */
  session?: string;
  /** Proxy to go through, see `parseProxy`. */
  proxy?: string;
}

/** What the browser shows after its scripts have run; `body` is the document as UTF-8 HTML. */
export interface RenderedPage extends HttpResponse {
  url: URL;
  redirects: Redirect[];
}

/** Renders pages in a shared browser, each in a context of its own. */
export interface PageRenderer {
  render(request: RenderRequest): Promise<RenderedPage>;
  close(): Promise<void>;
}

interface Generation {
  browser: Browser;
  started: number;
  open: number;
}

const UNWANTED_TYPES = new Set(["image", "media", "font", "texttrack", "manifest"]);
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page that fills its heap ends itself and not the machine.
  "--js-flags=--max-old-space-size=512",
  // WebRTC would go around the proxy.
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
];

/** Creates a renderer; browser and proxy start with the first page. */
export function createRenderer(options: BrowserOptions & { guard: Guard; userAgent: string }): PageRenderer {
  const { guard, userAgent, recyclePages = 50, settleMs = 5_000, maxScriptMs = 10_000 } = options;
  const limit = pLimit(options.concurrentPages ?? 2);
  const proxies = new Map<string | undefined, Promise<GuardProxy>>();
  const sessions = new Map<string, SessionCookies>();
  let current: Promise<Generation> | undefined;
  let closed = false;

  /** The guarding proxy on the way to this one, or straight to the sites. */
  function proxyTo(upstream: string | undefined): Promise<GuardProxy> {
    const known = proxies.get(upstream);
    if (known) return known;
    const started = startGuardProxy(guard, upstream === undefined ? undefined : parseProxy(upstream));
    proxies.set(upstream, started);
    return started;
  }

  async function launch(): Promise<Generation> {
    const search = await findBrowser(
      options.executablePath ? { executablePath: options.executablePath } : {},
    );
    if (!search.found) {
      throw new Permanent(`no browser was found (${search.tried.join(", ")}): ${search.advice}`);
    }
    const { chromium } = await import("playwright");
    const { url: server } = await proxyTo(undefined);
    try {
      const browser = await chromium.launch({
        executablePath: search.executablePath,
        // The sandbox refuses to work for root; everybody else gets it.
        chromiumSandbox: process.getuid?.() !== 0,
        proxy: { server },
        args: FLAGS,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
      return { browser, started: 0, open: 0 };
    } catch (cause) {
      throw new Retryable(`${search.executablePath} did not start: ${firstLine(cause)}`, { cause });
    }
  }

  /** The browser for the next page; a crashed or worn one is replaced. */
  async function take(): Promise<Generation> {
    if (closed) throw new Retryable("the browser is being closed");
    const known = await current?.catch(() => undefined);
    if (known && known.browser.isConnected() && known.started < recyclePages) {
      known.started += 1;
      known.open += 1;
      return known;
    }
    current = launch();
    if (known?.open === 0) await known.browser.close();
    const fresh = await current;
    fresh.started += 1;
    fresh.open += 1;
    return fresh;
  }

  async function give(generation: Generation): Promise<void> {
    generation.open -= 1;
    const retired = generation !== (await current?.catch(() => undefined));
    if (retired && generation.open === 0) await generation.browser.close();
  }

  async function renderPage(request: RenderRequest): Promise<RenderedPage> {
    request.signal?.throwIfAborted();
    const generation = await take();
    const deadline = startDeadline(request.timeoutMs, request.signal);
    let context: BrowserContext | undefined;
    const work = async () => {
      context = await generation.browser.newContext({
        userAgent,
        serviceWorkers: "block",
        acceptDownloads: false,
        ...(request.proxy === undefined ? {} : { proxy: { server: (await proxyTo(request.proxy)).url } }),
        ...(request.langs[0] ? { locale: request.langs[0] } : {}),
      });
      await context.addCookies(cookiesFor(request, sessions));
      await blockUnwanted(context, guard);
      const page = await visit(await context.newPage(), request);
      if (request.session !== undefined) sessions.set(request.session, await context.cookies());
      return page;
    };
    try {
      return await unlessAborted(work(), deadline.signal);
    } catch (error) {
      throw await explain(error, request, deadline.signal);
    } finally {
      deadline.clear();
      // A context that does not go takes its whole browser with it.
      if (context && !(await closesSoon(context))) generation.started = Infinity;
      await give(generation);
    }
  }

  async function visit(page: Page, request: RenderRequest): Promise<RenderedPage> {
    const { url, timeoutMs, maxBytes } = request;
    page.setDefaultTimeout(timeoutMs);
    page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    page.on("popup", (popup) => void popup.close().catch(() => undefined));
    const response = await navigate(page, url);
    await settle(page);
    if (await bounded(answerConsent(page), url)) await settle(page);
    // Scripts and redirects may have gone on to another page; its address is checked like any other.
    const finalUrl = guard.checkUrl(
      page.url() === "chrome-error://chromewebdata/" ? response.url() : page.url(),
    );
    const refusal = (await proxyTo(request.proxy)).refusalOf(finalUrl.host);
    if (refusal !== undefined && response.status() === 502) throw refusal;
    const body = Buffer.from(await bounded(page.content(), url), "utf8");
    if (body.length > maxBytes) {
      throw new Permanent(`${url.href} is larger than ${maxBytes} bytes when rendered`, { url: url.href });
    }
    return {
      url: finalUrl,
      status: response.status(),
      headers: { ...(await response.allHeaders()), "content-type": "text/html; charset=utf-8" },
      body,
      redirects: await redirectsOf(response),
    };
  }

  const settle = (page: Page) =>
    page.waitForLoadState("networkidle", { timeout: settleMs }).catch(() => undefined);

  /** A page whose scripts never end answers nothing any more; what is asked of it must not wait for the fetch's own end. */
  async function bounded<T>(answer: Promise<T>, url: URL): Promise<T> {
    const patience = startDeadline(maxScriptMs);
    try {
      return await unlessAborted(answer, patience.signal);
    } catch (error) {
      if (!patience.signal.aborted) throw error;
      throw new Permanent(`scripts of ${url.href} did not end within ${maxScriptMs} ms`, {
        url: url.href,
        trouble: "timeout",
      });
    } finally {
      patience.clear();
    }
  }

  /** Gives the browser's message the reason that only the proxy knows. */
  async function explain(
    error: unknown,
    { url, proxy }: RenderRequest,
    signal: AbortSignal,
  ): Promise<unknown> {
    if (signal.aborted || error instanceof HabeasError) return asFetchError(error, url, signal);
    const details = { url: url.href, cause: error };
    const message = firstLine(error);
    if (/download is starting/i.test(message))
      return new Permanent(`${url.href} is a download, not a page`, details);
    const refusal = (await proxyTo(proxy)).refusalOf(url.host);
    const why = `${url.href} could not be rendered: ${refusal?.message ?? message}`;
    return refusal instanceof Permanent ? new Permanent(why, details) : new Retryable(why, details);
  }

  return {
    render: (request) => limit(() => renderPage(request)),
    async close() {
      closed = true;
      const last = await current?.catch(() => undefined);
      await last?.browser.close().catch(() => undefined);
      for (const proxy of proxies.values()) await (await proxy).close();
    },
  };
}

type SessionCookies = NonNullable<
  Exclude<BrowserContextOptions["storageState"], string | undefined>
>["cookies"];

function cookiesFor(
  { url, cookies = {}, session }: RenderRequest,
  sessions: ReadonlyMap<string, SessionCookies>,
) {
  const kept = session === undefined ? [] : (sessions.get(session) ?? []);
  const given = Object.entries(cookies).map(([name, value]) => ({ name, value, url: url.origin }));
  return [...kept, ...given];
}

/**
 * What `work` gives, or the signal's reason as soon as it fires. Playwright's calls take no signal, and some never settle
 * when their context is closed under them.
 */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const CLOSE_MS = 5_000;

async function closesSoon(context: BrowserContext): Promise<boolean> {
  const patience = startDeadline(CLOSE_MS);
  try {
    await unlessAborted(context.close(), patience.signal);
    return true;
  } catch {
    return false;
  } finally {
    patience.clear();
  }
}

/** Opens an address; an error page without a body counts as an answer, although the browser makes it a failure. */
async function navigate(page: Page, url: URL): Promise<Response> {
  let answered: Response | undefined;
  page.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) answered = response;
  });
  try {
    const response = await page.goto(url.href, { waitUntil: "domcontentloaded" });
    if (response) return response;
  } catch (error) {
    if (!firstLine(error).includes("ERR_HTTP_RESPONSE_CODE_FAILURE")) throw error;
  }
  if (!answered) throw new Retryable(`${url.href} gave the browser no answer`, { url: url.href });
  return answered;
}

async function blockUnwanted(context: BrowserContext, guard: Guard): Promise<void> {
  await context.route("**/*", async (route) => {
    if (isWanted(route.request(), guard)) await route.continue();
    else await route.abort("blockedbyclient");
  });
}

function isWanted(request: Request, guard: Guard): boolean {
  const address = request.url();
  if (address.startsWith("data:") || address.startsWith("blob:")) return true;
  if (UNWANTED_TYPES.has(request.resourceType())) return false;
  try {
    const url = guard.checkUrl(address);
    return request.isNavigationRequest() || !isAdvertising(url.hostname);
  } catch {
    return false;
  }
}

async function redirectsOf(response: Response): Promise<Redirect[]> {
  const chain: Redirect[] = [];
  let request: Request = response.request();
  for (let from = request.redirectedFrom(); from; from = from.redirectedFrom()) {
    chain.unshift({ from: from.url(), to: request.url(), status: (await from.response())?.status() ?? 0 });
    request = from;
  }
  return chain;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? message;
}
