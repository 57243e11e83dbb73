import type { Capture } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import type { Expectation } from "./media-type.ts";

/** Validators of an earlier answer, sent back to be told "not modified". */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/**
 * When the browser fetches a page: never; when plain HTTP gives a page that is empty without JavaScript or a question
 * for consent; or at once.
 */
export type BrowserUse = "never" | "fallback" | "first";

/** A page that holds no text without JavaScript. */
export class EmptyShell extends Permanent {
  /** True when the browser was tried, in vain. */
  readonly rendered: boolean;

  constructor(url: string, evidence: string, rendered: boolean) {
    const why = rendered ? "is empty even when rendered" : "is empty without JavaScript";
    super(`${url} ${why} (${evidence})`, { url, trouble: "empty_shell" });
    this.rendered = rendered;
  }
}

export interface FetchRequest {
  url: string;
  /**
   * `page` refuses feeds' and files' types and looks for all kinds of walls; `feed` also stands for sitemaps; `listing`
   * is a page without running text. Default `page`.
   */
  expect?: Expectation;
  validators?: Validators;
  /** Charset known for the source. */
  charset?: string;
  /** Default `never`. */
  browser?: BrowserUse;
  /** Proxy to go through, see `parseProxy`. */
  proxy?: string;
  /** Cookies sent to the site of `url`, by name. */
  cookies?: Readonly<Record<string, string>>;
  /** Name under which cookies are kept from one fetch to the next; without it they are forgotten with the fetch. */
  session?: string;
  /** Languages wanted, best first. */
  langs?: readonly string[];
  /** Overrides of the fetcher's politeness for this host. `Crawl-delay` still holds when it is longer. */
  concurrency?: number;
  delayMs?: number;
  /** For the whole exchange, once it may start. */
  timeoutMs?: number;
  maxBodyBytes?: number;
  /** Written reason for not following robots.txt. */
  ignoreRobotsReason?: string;
  /**
   * Longest wait for the host's slot. A longer one is thrown as `HostBusy`, a `RateLimited` with the time to come back, so that a
   * queue can sleep in our place. Without it the fetch waits as long as it takes.
   */
  maxWaitMs?: number;
  signal?: AbortSignal;
}

export interface Redirect {
  from: string;
  to: string;
  status: number;
}

interface Answer {
  requestedUrl: string;
  /** Address that answered, after redirects. */
  url: string;
  redirects: readonly Redirect[];
  status: number;
  headers: ResponseFacts;
  robots: Capture["robots"];
  /** From the first request to the last byte, waiting for slots included. */
  elapsedMs: number;
}

/** Headers of interest. */
export interface ResponseFacts extends Validators {
  contentType: string | null;
  contentLanguage: string | null;
  /** `max-age` of `Cache-Control`. */
  maxAgeSeconds: number | null;
  /** `Memento-Datetime` (RFC 7089), when an archive answers. */
  mementoAt: string | null;
}

export interface Fetched extends Answer {
  notModified: false;
  /** After content decoding. */
  body: Uint8Array;
  /** Decoded by {@link decodeText}; empty for packed files (`.xml.gz`). */
  text: string;
  charset: string | null;
  /** SHA-256 of the body, hex. */
  hash: string;
  capture: Capture;
  /** True when plain HTTP gave an empty shell or a question for consent first, and the browser made up for it. */
  neededBrowser: boolean;
}

/** Answer 304: what the validators stand for is still current. */
export interface NotModified extends Answer {
  notModified: true;
}

export type FetchResult = Fetched | NotModified;

export interface Fetcher {
  /**
   * Fetches one address politely.
   * @throws {Retryable} network trouble, time-out, 5xx, unreadable robots.txt
   * @throws {RateLimited} 429, 503 with `Retry-After`; `HostBusy` when a slot is further away than `maxWaitMs`
   * @throws {Gone} 404, 410
   * @throws {Blocked} robots, 401, 402, 403, 451, and walls that answer in place of the page
   * @throws {Permanent} forbidden address, wrong type, too large, too many redirects, other 4xx
   */
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** Closes connections and the browser. */
  close(): Promise<void>;
}
