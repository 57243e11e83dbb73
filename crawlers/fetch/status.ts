import { Blocked, Gone, type HabeasError, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { DEFAULT_RETRY_AFTER_MS, parseRetryAfterMs } from "./retry-after.ts";

/**
 * The error that a response's status means, or null when its body is worth reading (2xx) or it says that nothing has
 * changed (304). Redirects are not judged here. Pure: `now` in epoch milliseconds.
 */
export function errorOfStatus(
  status: number,
  retryAfter: string | null,
  url: string,
  now: number,
): HabeasError | null {
  if (
    status === 304 ||
    (status >= 200 && status < 300 && status !== 204 && status !== 205 && status !== 206)
  ) {
    return null;
  }
  const message = `${url} answered ${status}`;
  const details = { url };
  const restMs = parseRetryAfterMs(retryAfter, now);
  switch (status) {
    case 404:
      return new Gone(message, details);
    case 410:
      return new Gone(message, { ...details, forGood: true });
    case 401:
    case 407:
      return new Blocked(`${message}: a login is asked for`, "login", details);
    case 402:
      return new Blocked(`${message}: payment is asked for`, "paywall", details);
    case 403:
      return new Blocked(`${message}: the site refuses us`, "waf", details);
    case 451:
      return new Blocked(`${message}: not available from here for legal reasons`, "geo", details);
    case 429:
      return new RateLimited(message, now + (restMs ?? DEFAULT_RETRY_AFTER_MS), {
        ...details,
        asked: restMs !== null,
      });
    case 503:
      return restMs === null
        ? new Retryable(message, { ...details, trouble: "server_error" })
        : new RateLimited(message, now + restMs, { ...details, trouble: "server_error" });
    case 408:
    case 425:
      return new Retryable(message, details);
    default:
      return status >= 500
        ? new Retryable(message, { ...details, trouble: "server_error" })
        : new Permanent(message, details);
  }
}
