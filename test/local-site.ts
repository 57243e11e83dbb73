import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What one path of a local site answers. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web site on loopback for tests; every request is noted. */
export interface LocalSite {
  /** `http://127.0.0.1:port`. */
  origin: string;
  /** `127.0.0.1:port`, for the allow list. */
  host: string;
  /** Requests so far, oldest first. */
  requests: { path: string; headers: IncomingMessage["headers"] }[];
  /** Adds or replaces the answer of a path; the query does not count. */
  on(path: string, handler: Answer): void;
  close(): Promise<void>;
}

/** Starts a site on a free port. Without an answer of its own `/robots.txt` is 404, as is every unknown path. */
export async function startLocalSite(answers: Record<string, Answer> = {}): Promise<LocalSite> {
  const routes = new Map(Object.entries(answers));
  const requests: LocalSite["requests"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push({ path, headers: request.headers });
    const handler = routes.get(path.split("?", 1)[0] ?? "/");
    if (handler) handler(request, response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("not found");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    requests,
    on: (path, handler) => void routes.set(path, handler),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with a body and headers. */
export function answer(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = 200,
): Answer {
  return (_, response) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  };
}

/** Redirects to a location. */
export function redirect(location: string, status = 302): Answer {
  return (_, response) => {
    response.writeHead(status, { location }).end("moved");
  };
}
