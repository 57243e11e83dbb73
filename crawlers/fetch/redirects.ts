import { Permanent } from "../../model/errors.ts";
import type { Guard } from "./guard.ts";
import { type HttpResponse, joined } from "./http.ts";
import type { Redirect } from "./types.ts";

/**
 * Where a redirect leads.
 * @throws {Permanent} when it does not say, or the guard forbids the target.
 */
export function redirectTarget(guard: Guard, from: URL, response: HttpResponse): URL {
  const location = asUtf8(joined(response.headers.location));
  const details = { url: from.href };
  if (location === null) throw new Permanent(`${from.href} redirects without saying where to`, details);
  const target = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (!target) throw new Permanent(`${from.href} redirects to an unreadable address`, details);
  try {
    return guard.checkUrl(target);
  } catch (cause) {
    throw new Permanent(`${from.href} redirects to a forbidden address: ${(cause as Error).message}`, {
      ...details,
      cause,
    });
  }
}

/** Servers put bare UTF-8 into `Location`, and header bytes arrive as ISO 8859-1. */
function asUtf8(header: string | null): string | null {
  if (header === null || !/[\u0080-\u00ff]/.test(header)) return header;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(header, "latin1"));
  } catch {
    return header;
  }
}

/** @throws {Permanent} when a chain is too long or comes back to where it was without a new cookie. */
export function refuseEndless(
  redirects: readonly Redirect[],
  maxRedirects: number,
  cookiesChanged: boolean,
): void {
  const last = redirects.at(-1);
  const first = redirects[0];
  if (!last || !first) return;
  const details = { url: first.from };
  if (redirects.length > maxRedirects) {
    throw new Permanent(`${first.from} redirects more than ${maxRedirects} times`, details);
  }
  if (!cookiesChanged && redirects.some((redirect) => redirect.from === last.to)) {
    throw new Permanent(`${first.from} redirects in a circle, back to ${last.to}`, details);
  }
}
