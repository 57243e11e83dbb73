import type { Guard } from "./guard.ts";
import type { HostTurn } from "./host-turn.ts";
import { type HttpClient, isRedirect, joined } from "./http.ts";
import { redirectTarget } from "./redirects.ts";
import { parseRetryAfterMs } from "./retry-after.ts";
import { MAX_ROBOTS_BYTES, type RobotsOptions } from "./robots.ts";

/** RFC 9309, 2.3.1.2. */
const MAX_ROBOTS_REDIRECTS = 5;
/** Longest wait for the turn to ask for a robots.txt; everybody who wants to know it waits meanwhile. */
const PATIENCE_MS = 5_000;

export interface RobotsLoaderOptions {
  guard: Guard;
  http: HttpClient;
  userAgent: string;
  /** Takes the host's turn; a robots.txt is asked for as politely as a page. */
  turn: (url: URL, signal: AbortSignal, maxWaitMs: number) => Promise<HostTurn>;
  now: () => number;
}

/** Fetches robots.txt files over their redirects. */
export function createRobotsLoader(options: RobotsLoaderOptions): RobotsOptions["load"] {
  const { guard, http, userAgent, turn, now } = options;
  return async (start, signal, proxy) => {
    let url = start;
    for (let hops = 0; ; hops += 1) {
      const taken = await turn(url, signal, PATIENCE_MS);
      try {
        const response = await http.get({
          url,
          signal,
          proxy,
          headers: { "user-agent": userAgent, accept: "text/plain,*/*;q=0.5" },
          plan: () => ({ maxBytes: MAX_ROBOTS_BYTES, overflow: "cut" }),
        });
        if (!isRedirect(response.status) || hops === MAX_ROBOTS_REDIRECTS) {
          const retryAfterMs = parseRetryAfterMs(joined(response.headers["retry-after"]), now());
          return { status: response.status, text: Buffer.from(response.body).toString("utf8"), retryAfterMs };
        }
        url = redirectTarget(guard, url, response);
      } catch (error) {
        taken.failedBy(error);
        throw error;
      } finally {
        await taken.release();
      }
    }
  };
}
