import { z } from "zod";
import type { Delivery } from "../../model/alert.ts";
import { Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import type { Message } from "../message/compose.ts";

/** Where a secret is kept: in the environment or in a file, never in the configuration itself. */
export const SecretRefSchema = z.union(
  [z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
  { error: "{ env: NAME } or { file: PATH }: secrets are kept outside of this file" },
);
export type SecretRef = z.infer<typeof SecretRefSchema>;

export interface HttpRequest {
  url: string;
  method: "POST" | "PUT";
  headers: Record<string, string>;
  body: string;
}
export interface HttpAnswer {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  /** The beginning of the body. */
  body: string;
}

/** A mail in its parts; the channel's own headers are in `headers`. */
export interface Mail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | null;
  headers: Record<string, string>;
}

/** What channels need of the world. */
export interface Tools {
  /**
   * Sends one request under the private-address guard; redirects are not followed.
   *
   * @throws Retryable when no answer comes, Permanent when the address may not be asked.
   */
  http: (request: HttpRequest) => Promise<HttpAnswer>;
  /** @throws Permanent when no mail server is set or it refuses for good, Retryable for the rest. */
  mail: (mail: Mail) => Promise<Receipt>;
  /** @throws Permanent when there is no such variable or file. */
  secret: (ref: SecretRef) => string;
  /** Epoch milliseconds. */
  now: () => number;
}

/** What the target answered when it took a message. */
export interface Receipt {
  /** HTTP status or SMTP code. */
  code: number | null;
  answer: string;
}

/** A way to reach somebody. One file each; `channels/index.ts` lists them. */
export interface Channel<S> {
  /** Settings of a target of this channel, beside its `id` and `channel`. */
  settings: z.ZodType<S>;
  /**
   * Hands a message over. The delivery's id goes along wherever the target can use it to see that a message came
   * twice.
   *
   * @throws Retryable, RateLimited or Permanent by what the target answered.
   */
  send(what: { delivery: Delivery; message: Message }, settings: S, tools: Tools): Promise<Receipt>;
}

const maxAnswer = 300;
const transient: ReadonlySet<number> = new Set([408, 409, 423, 425]);

/** Epoch milliseconds that a Retry-After header names (RFC 9110, 10.2.3), within a day; null without one. */
function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const seconds = Number(value);
  const at = Number.isFinite(seconds) ? now + seconds * 1000 : Date.parse(value);
  return Number.isNaN(at) ? null : Math.min(Math.max(at, now), now + 24 * 60 * 60 * 1000);
}

/**
 * The receipt of an HTTP answer.
 *
 * @throws RateLimited for 429, and for 503 with a time; Retryable for other 5xx and passing troubles; Permanent for
 *   everything else, redirects included.
 */
export function receiptOf({ status, headers, body }: HttpAnswer, now: number): Receipt {
  const answer = body.replace(/\s+/g, " ").trim().slice(0, maxAnswer);
  if (status >= 200 && status < 300) return { code: status, answer };
  const said = `answered ${status}${answer === "" ? "" : `: ${answer}`}`;
  const until = retryAfter(headers["retry-after"], now);
  if (status === 429) throw new RateLimited(said, until ?? now + 60_000);
  if (status === 503 && until !== null) throw new RateLimited(said, until);
  if (status >= 500 || transient.has(status)) throw new Retryable(said);
  if (status >= 300 && status < 400)
    throw new Permanent(
      `${said}: it redirects to ${headers["location"] ?? "nowhere"}; give the final address`,
    );
  throw new Permanent(said);
}

export const jsonHeaders = { "content-type": "application/json; charset=utf-8" };
/** Address of a target: `https://…`, or `http://…` for servers of one's own. */
export const UrlSchema = z.url({
  protocol: /^https?$/,
  error: "an address that begins with https:// or http://",
});
