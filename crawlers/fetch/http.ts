import type { IncomingHttpHeaders } from "node:http";
import { Agent, buildConnector, type Dispatcher, errors } from "undici";
import { HabeasError, Permanent, Retryable, type Trouble } from "../../model/errors.ts";
import { decodeContent } from "./content-coding.ts";
import { type Guard, portOf } from "./guard.ts";
import { parseProxy, tunnelFor } from "./proxy-tunnel.ts";

/** Time and size limits of one request. */
export interface HttpLimits {
  connectTimeoutMs: number;
  /** From the request to the response's headers. */
  headersTimeoutMs: number;
  /** Between two pieces of the body. */
  idleTimeoutMs: number;
  maxHeaderBytes: number;
}

export const defaultHttpLimits: HttpLimits = {
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 20_000,
  idleTimeoutMs: 15_000,
  maxHeaderBytes: 32 * 1024,
};

export interface HttpRequest {
  url: URL;
  headers: Record<string, string>;
  /** Proxy to go through, see `parseProxy`. */
  proxy?: string | undefined;
  /** Bounds the whole exchange, body included. */
  signal: AbortSignal;
  /** Decides by status and headers how the body is read; when it throws, the body is not read. */
  plan: (status: number, headers: IncomingHttpHeaders) => BodyPlan;
}

export interface BodyPlan {
  /** Bytes at most, packed or unpacked. */
  maxBytes: number;
  /** What a larger body is: an error, or one of which the beginning will do. */
  overflow: "refuse" | "cut";
  /** True when the status says enough, so that a body which cannot be read counts as empty. */
  optional?: boolean;
}

export interface HttpResponse {
  status: number;
  headers: IncomingHttpHeaders;
  /** After content decoding. */
  body: Uint8Array;
}

/** One request, one answer; no redirects. */
export interface HttpClient {
  get(request: HttpRequest): Promise<HttpResponse>;
  close(): Promise<void>;
}

/** Bodies of redirects are thrown away; this much is read so that the connection can be used again. */
const MAX_DISCARDED_BYTES = 64 * 1024;

/** A body that may be cut is unpacked to this many times the limit, because its end cannot be seen before. */
const CUT_UNPACKING_FACTOR = 8;

/** Creates a client whose connections go only where the guard allows. */
export function createHttpClient(guard: Guard, limits: HttpLimits = defaultHttpLimits): HttpClient {
  const guarded = buildConnector({ timeout: limits.connectTimeoutMs, lookup: guard.lookup });
  const open = buildConnector({ timeout: limits.connectTimeoutMs });
  const settings = {
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
    maxHeaderSize: limits.maxHeaderBytes,
    pipelining: 1,
    keepAliveTimeout: 10_000,
  };
  const direct = new Agent({
    ...settings,
    connect: (options, callback) =>
      (guard.isAllowListed(options.hostname, portOfTarget(options)) ? open : guarded)(options, callback),
  });
  const proxied = new Map<string, Agent>();

  function agentFor(address: string | undefined): Dispatcher {
    if (address === undefined) return direct;
    const known = proxied.get(address);
    if (known) return known;
    const proxy = parseProxy(address);
    const agent = new Agent({
      ...settings,
      connect(options, callback) {
        const target = { hostname: options.hostname, port: portOfTarget(options) };
        tunnelFor(proxy, { ...target, timeoutMs: limits.connectTimeoutMs }, (error, httpSocket) => {
          if (error || !httpSocket) callback(error ?? new Error("no tunnel"), null);
          else if (options.protocol === "https:") open({ ...options, httpSocket }, callback);
          else callback(null, httpSocket);
        });
      },
    });
    proxied.set(address, agent);
    return agent;
  }

  return {
    async get({ url, headers, proxy, signal, plan }) {
      guard.checkUrl(url);
      if (proxy === undefined && url.hostname.endsWith(".onion")) {
        throw new Permanent(
          `${url.host} can be reached only through a proxy: set crawl.proxy of its source`,
          {
            url: url.href,
          },
        );
      }
      try {
        const response = await agentFor(proxy).request({
          origin: url.origin,
          path: `${url.pathname}${url.search}`,
          method: "GET",
          headers,
          signal,
        });
        const { statusCode: status, body } = response;
        // Errors of an abandoned body have nobody else to go to.
        body.on("error", () => undefined);
        if (isRedirect(status)) {
          await body.dump({ limit: MAX_DISCARDED_BYTES });
          return { status, headers: response.headers, body: new Uint8Array() };
        }
        let bodyPlan: BodyPlan | undefined;
        try {
          bodyPlan = plan(status, response.headers);
          refuseTooLarge(response.headers["content-length"], bodyPlan);
          const packed = await readCapped(body, bodyPlan);
          const content = await unpack(packed, joined(response.headers["content-encoding"]), bodyPlan);
          return { status, headers: response.headers, body: content };
        } catch (error) {
          body.destroy();
          if (bodyPlan?.optional && !signal.aborted)
            return { status, headers: response.headers, body: new Uint8Array() };
          throw error;
        }
      } catch (error) {
        throw asFetchError(error, url, signal);
      }
    },
    async close() {
      await Promise.all([direct, ...proxied.values()].map((agent) => agent.destroy()));
    },
  };
}

const portOfTarget = ({ port, protocol }: { port?: string; protocol?: string }) =>
  Number(port) || (protocol === "https:" ? 443 : 80);

export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function refuseTooLarge(contentLength: string | string[] | undefined, plan: BodyPlan): void {
  if (plan.overflow === "refuse" && Number(contentLength) > plan.maxBytes) {
    throw new Permanent(`announces ${joined(contentLength)} bytes, the limit is ${plan.maxBytes}`, {
      trouble: "too_large",
    });
  }
}

async function readCapped(stream: AsyncIterable<Uint8Array>, plan: BodyPlan): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > plan.maxBytes) {
      if (plan.overflow === "refuse") {
        throw new Permanent(`is larger than ${plan.maxBytes} bytes`, { trouble: "too_large" });
      }
      chunks.push(chunk.subarray(0, chunk.length - (bytes - plan.maxBytes)));
      break;
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

async function unpack(body: Uint8Array, coding: string | null, plan: BodyPlan): Promise<Uint8Array> {
  if (coding === null) return body;
  if (plan.overflow === "refuse") return decodeContent(body, coding, plan.maxBytes);
  const room = plan.maxBytes * CUT_UNPACKING_FACTOR;
  return (await decodeContent(body, coding, room)).subarray(0, plan.maxBytes);
}

/**
 * Turns whatever went wrong on the wire into an error of the taxonomy that names the address. The caller's own abort
 * passes through untouched; the fetcher's time limit is recognised by its `TimeoutError`.
 */
export function asFetchError(error: unknown, url: URL, signal: AbortSignal): unknown {
  const details = { url: url.href, cause: error };
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    if (reason instanceof DOMException && reason.name === "TimeoutError") {
      return new Retryable(`took too long: ${url.host} did not finish in time`, {
        url: url.href,
        cause: reason,
        trouble: "timeout",
      });
    }
    return reason;
  }
  if (error instanceof HabeasError) return error.url === undefined ? withUrl(error, url) : error;
  if (error instanceof errors.HeadersOverflowError || codeOf(error) === "HPE_HEADER_OVERFLOW") {
    return new Permanent(`response headers of ${url.host} are too large`, details);
  }
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.ConnectTimeoutError) {
    return new Retryable(`${url.host} did not answer in time`, { ...details, trouble: "timeout" });
  }
  if (error instanceof errors.BodyTimeoutError) {
    return new Retryable(`${url.host} stopped sending in the middle of the body`, {
      ...details,
      trouble: "timeout",
    });
  }
  const why = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  return new Retryable(`no answer from ${url.hostname}:${portOf(url)} (${why})`, {
    ...details,
    trouble: troubleOf(why),
  });
}

/** Kind of trouble by the code of a failed connection; codes of node's DNS, TLS (OpenSSL) and sockets. */
function troubleOf(code: string): Trouble {
  if (/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL|EREFUSED|EBADRESP)/.test(code)) return "dns";
  if (code === "ECONNREFUSED") return "refused";
  if (code === "ETIMEDOUT") return "timeout";
  if (/^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/.test(code))
    return "tls";
  return "connection";
}

function withUrl(error: HabeasError, url: URL): HabeasError {
  const message = `${url.href} ${error.message}`;
  const details = { url: url.href, cause: error, trouble: error.trouble };
  if (error instanceof Permanent) return new Permanent(message, details);
  if (error instanceof Retryable) return new Retryable(message, details);
  return error;
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

/** A header that may have come several times, as one value. */
export function joined(value: string | string[] | undefined): string | null {
  if (value === undefined) return null;
  return Array.isArray(value) ? value.join(", ") : value;
}
