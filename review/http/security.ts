import { isIP } from "node:net";
import type { ReviewContext } from "./context.ts";
import { HttpFault } from "./fault.ts";
import { isSafe } from "./route.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function securityHeaders(c: ReviewContext, isHttps: boolean): void {
  const set = (name: string, value: string) => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
  set("content-security-policy", policy);
  set("x-content-type-options", "nosniff");
  set("x-frame-options", "DENY");
  set("referrer-policy", "same-origin");
  set("cross-origin-opener-policy", "same-origin");
  set("cross-origin-resource-policy", "same-origin");
  set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  set("cache-control", "no-store");
  if (isHttps) set("strict-transport-security", "max-age=31536000");
}

export interface HostRule {
  /** Origin that people see; null when there is no proxy. */
  publicOrigin: string | null;
  /** Address that the server listens on. */
  listenHost: string;
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Refuses requests for foreign host names (a page elsewhere that has its own name point at this machine), and writes
 * that come from pages of other origins.
 *
 * @throws HttpFault 421, 403
 */
export function checkOrigin(c: ReviewContext, { publicOrigin, listenHost }: HostRule): void {
  const host = c.req.header("host") ?? "";
  const name = host.replace(/:\d+$/, "").toLowerCase();
  const isPublic = publicOrigin !== null && host === new URL(publicOrigin).host;
  // An address cannot be pointed elsewhere; a server that listens beyond this machine answers to any of its addresses.
  const isOwnAddress =
    !loopback.has(listenHost) && (name === listenHost || isIP(name.replace(/^\[|\]$/g, "")) > 0);
  if (!isPublic && !loopback.has(name) && !isOwnAddress)
    throw new HttpFault(421, `This server does not answer to “${name.slice(0, 100)}”; set review.publicUrl.`);
  if (isSafe(c.req.method) || c.req.header("authorization") !== undefined) return;
  const origin = c.req.header("origin");
  // Browsers name the origin with every write. What has neither is no browser and has no cookies of anybody's.
  const isForeign =
    origin === undefined
      ? c.req.header("sec-fetch-site") !== undefined
      : origin !== publicOrigin && origin !== `http://${host}`;
  if (isForeign) throw new HttpFault(403, "This was sent from another site.");
}
