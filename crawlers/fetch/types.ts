import type { Capture } from "../../model/article.ts";
import type { Expectation } from "./media-type.ts";

/** Validators of an earlier answer, sent back to be told "not modified". */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
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
  /** True when the page is empty without JavaScript. */
  browser?: boolean;
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
