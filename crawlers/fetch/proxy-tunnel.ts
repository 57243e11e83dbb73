import { request } from "node:http";
import { request as secureRequest } from "node:https";
import type { Socket } from "node:net";
import { SocksClient } from "socks";
import { Permanent, Retryable } from "../../model/errors.ts";

const DEFAULT_PORTS: Record<string, number> = { "http:": 80, "https:": 443, "socks5:": 1080 };

/** A proxy through which a source is reached: `http://`, `https://` or `socks5://`, with user and password if need be. */
export interface Proxy {
  url: URL;
  /** Host and port, for messages: without password. */
  shown: string;
}

/** @throws {Permanent} when it is none. */
export function parseProxy(address: string): Proxy {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || DEFAULT_PORTS[url.protocol] === undefined || url.hostname === "") {
    const found = address.replace(/\/\/[^@/]*@/, "//***@");
    throw new Permanent(
      `a proxy must look like http://host:port or socks5://[user:password@]host:port, found ${found}`,
    );
  }
  return { url, shown: `${url.protocol}//${url.host}` };
}

export interface TunnelOptions {
  hostname: string;
  port: number;
  timeoutMs: number;
}

/** Opens a tunnel in the way of sockets' connectors: the end is told to `done`. */
export function tunnelFor(
  proxy: Proxy,
  options: TunnelOptions,
  done: (error: Error | null, socket: Socket | null) => void,
): void {
  void (async () => {
    let socket: Socket;
    try {
      socket = await openTunnel(proxy, options);
    } catch (error) {
      done(error as Error, null);
      return;
    }
    done(null, socket);
  })();
}

/**
 * Opens a connection to a host through a proxy (HTTP CONNECT, RFC 9110, 9.3.6; SOCKS 5, RFC 1928). Names are resolved
 * by the proxy: that is what makes `.onion` work, and it keeps the DNS from telling what is read.
 * @throws {Retryable} naming the proxy.
 */
async function openTunnel(proxy: Proxy, options: TunnelOptions): Promise<Socket> {
  try {
    return proxy.url.protocol === "socks5:" ? await bySocks(proxy, options) : await byConnect(proxy, options);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Retryable(`${options.hostname} cannot be reached through the proxy ${proxy.shown}: ${why}`, {
      cause,
      trouble: "connection",
    });
  }
}

async function bySocks({ url }: Proxy, { hostname, port, timeoutMs }: TunnelOptions): Promise<Socket> {
  const { socket } = await SocksClient.createConnection({
    command: "connect",
    timeout: timeoutMs,
    proxy: {
      type: 5,
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: portOfProxy(url),
      ...(url.username === ""
        ? {}
        : { userId: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }),
    },
    destination: { host: hostname.replace(/^\[|\]$/g, ""), port },
  });
  return socket;
}

function byConnect({ url }: Proxy, { hostname, port, timeoutMs }: TunnelOptions): Promise<Socket> {
  const authorization = Buffer.from(
    `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`,
  ).toString("base64");
  const target = `${hostname}:${port}`;
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === "https:" ? secureRequest : request)({
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: portOfProxy(url),
      method: "CONNECT",
      path: target,
      headers: {
        host: target,
        ...(url.username === "" ? {} : { "proxy-authorization": `Basic ${authorization}` }),
      },
      timeout: timeoutMs,
      agent: false,
    });
    asked.once("connect", ({ statusCode }, socket: Socket) => {
      if (statusCode === 200) {
        socket.setTimeout(0);
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new Error(`it answered ${statusCode}`));
    });
    asked.once("response", (response) => {
      asked.destroy();
      reject(new Error(`it answered ${response.statusCode}`));
    });
    asked.once("timeout", () => asked.destroy(new Error("it did not answer in time")));
    asked.once("error", reject);
    asked.end();
  });
}

const portOfProxy = (url: URL) => Number(url.port) || (DEFAULT_PORTS[url.protocol] ?? 0);
