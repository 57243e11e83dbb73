import { buildConnector, Agent } from "undici";
import { createGuard, portOf } from "./guard.ts";
import { asFetchError } from "./http.ts";

/** A request with a body, and the beginning of its answer. */
export interface SendRequest {
  url: string;
  method: "POST" | "PUT";
  headers: Record<string, string>;
  body: string;
}
export interface SendAnswer {
  status: number;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Sender {
  /**
   * One request, one answer, whatever its status; redirects are not followed.
   *
   * @throws Permanent when the address may not be asked, Retryable when no answer comes in time.
   */
  send(request: SendRequest): Promise<SendAnswer>;
  close(): Promise<void>;
}

export interface SenderOptions {
  userAgent: string;
  /** Private hosts that may be asked all the same (`127.0.0.1:8080`). */
  allowHosts?: readonly string[];
  timeoutMs?: number;
}

const maxAnswerBytes = 8 * 1024;

/** Creates a client for messages to others' servers, under the same private-address guard as fetching. */
export function createSender({ userAgent, allowHosts = [], timeoutMs = 15_000 }: SenderOptions): Sender {
  const guard = createGuard({ allow: allowHosts });
  const guarded = buildConnector({ timeout: timeoutMs, lookup: guard.lookup });
  const open = buildConnector({ timeout: timeoutMs });
  const agent = new Agent({
    connect: (options, callback) => {
      const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
      return (guard.isAllowListed(options.hostname, port) ? open : guarded)(options, callback);
    },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    pipelining: 1,
    keepAliveTimeout: 10_000,
  });
  return {
    async send({ url: address, method, headers, body }) {
      const url = guard.checkUrl(address);
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await agent.request({
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method,
          headers: { "user-agent": userAgent, ...headers },
          body,
          signal,
        });
        return {
          status: answer.statusCode,
          headers: Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [
              name,
              Array.isArray(value) ? value.join(", ") : value,
            ]),
          ),
          body: await beginning(answer.body),
        };
      } catch (error) {
        // An address may hold a secret, as those of incoming webhooks do: errors name the host only.
        throw asFetchError(error, new URL(`${url.protocol}//${url.hostname}:${portOf(url)}/`), signal);
      }
    },
    close: () => agent.destroy(),
  };
}

async function beginning(body: AsyncIterable<Uint8Array> & { destroy(): void }): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= maxAnswerBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString("utf8");
}
