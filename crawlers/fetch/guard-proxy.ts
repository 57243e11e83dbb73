import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Guard } from "./guard.ts";
import { type Proxy, tunnelFor } from "./proxy-tunnel.ts";

/** A forward proxy on loopback that connects only where the guard allows. */
export interface GuardProxy {
  /** `http://127.0.0.1:port`. */
  url: string;
  /** Why the proxy refused this host lately, if it did. */
  refusalOf(host: string): Error | undefined;
  close(): Promise<void>;
}

const MAX_REFUSALS = 500;
const UPSTREAM_TIMEOUT_MS = 20_000;

/**
 * Starts the proxy through which a browser has to go. A route handler alone would not do: browsers resolve names
 * themselves, after the check, and follow redirects without asking again.
 *
 * @param upstream proxy that everything goes through; names are then resolved there.
 */
export async function startGuardProxy(guard: Guard, upstream?: Proxy): Promise<GuardProxy> {
  const refusals = new Map<string, Error>();
  const sockets = new Set<Duplex>();

  const refuse = (host: string, error: Error) => {
    if (refusals.size >= MAX_REFUSALS) refusals.clear();
    refusals.set(host, error);
  };
  const socketOptions = (hostname: string, port: number) => {
    const host = hostname.replace(/^\[|\]$/g, "");
    return guard.isAllowListed(hostname, port) ? { host, port } : { host, port, lookup: guard.lookup };
  };

  const server = createServer((incoming, outgoing) => forward(incoming, outgoing));
  server.on("connect", (incoming: IncomingMessage, client: Socket, head: Buffer) =>
    tunnel(incoming, client, head),
  );
  server.on("connection", (socket) => track(socket));

  function track(socket: Duplex): void {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  }

  function tunnel(incoming: IncomingMessage, client: Socket, head: Buffer): void {
    client.on("error", () => client.destroy());
    const authority = incoming.url ?? "";
    let target: URL;
    try {
      target = guard.checkUrl(`https://${authority}`);
    } catch (error) {
      refuse(authority, error as Error);
      client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const fail = (error: Error) => {
      refuse(target.host, error);
      client.destroy();
    };
    const join = (remote: Socket) => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      if (head.length > 0) remote.write(head);
      remote.pipe(client);
      client.pipe(remote);
    };
    const guardRemote = (remote: Socket) => {
      track(remote);
      remote.on("error", fail);
      client.once("close", () => remote.destroy());
    };
    const port = Number(target.port || 443);
    if (upstream !== undefined) {
      tunnelFor(
        upstream,
        { hostname: target.hostname, port, timeoutMs: UPSTREAM_TIMEOUT_MS },
        (error, remote) => {
          if (error || !remote) return fail(error ?? new Error("no tunnel"));
          guardRemote(remote);
          return join(remote);
        },
      );
      return;
    }
    const remote = connect(socketOptions(target.hostname, port), () => join(remote));
    guardRemote(remote);
  }

  function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const fail = (host: string, error: Error) => {
      refuse(host, error);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502, { "content-type": "text/plain" }).end();
    };
    let target: URL;
    try {
      target = guard.checkUrl(incoming.url ?? "");
    } catch (error) {
      fail(URL.canParse(incoming.url ?? "") ? new URL(incoming.url ?? "").host : "", error as Error);
      return;
    }
    const { "proxy-connection": _, "proxy-authorization": __, ...headers } = incoming.headers;
    const port = Number(target.port || 80);
    const way = upstream && { hostname: target.hostname, port, timeoutMs: UPSTREAM_TIMEOUT_MS };
    const remote = request({
      ...(upstream === undefined ? socketOptions(target.hostname, port) : {}),
      ...(upstream !== undefined && way !== undefined
        ? {
            createConnection: (_options, done) => {
              tunnelFor(upstream, way, (error, socket) => done(error, socket as never));
              return undefined;
            },
          }
        : {}),
      method: incoming.method,
      path: `${target.pathname}${target.search}`,
      headers,
    });
    remote.on("response", (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    remote.on("error", (error) => fail(target.host, error));
    outgoing.once("close", () => remote.destroy());
    incoming.pipe(remote);
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refusalOf: (host) => refusals.get(host),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
