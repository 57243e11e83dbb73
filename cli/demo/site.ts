import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { packageRoot } from "../../config/package-root.ts";
import type { Source } from "../../model/source.ts";
import { type DemoArticle, loadArticles } from "./articles.ts";
import { type Publisher, publishers, sourceOf } from "./publishers.ts";
import type { Resource } from "./resource.ts";
import { buildResources } from "./pages.ts";

export interface DemoSiteOptions {
  /** First of as many ports in a row as there are publishers; 0 takes any free ones. Default 0. */
  port?: number;
  /** Whether a browser is at hand: then `sources` lists the publisher whose pages need JavaScript. Default false. */
  browser?: boolean;
}

/** A request that reached the demo site. */
interface DemoRequest {
  sourceId: string;
  method: string;
  path: string;
  status: number;
  userAgent: string | null;
}

export interface DemoSite {
  /** Front page of the first publisher; all publishers link to one another. */
  url: string;
  sources: Source[];
  articles: readonly DemoArticle[];
  /** Every request so far, in the order of answering. */
  requests: readonly DemoRequest[];
  /** Absolute address of an article's page. */
  urlOf(articleId: string): string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/**
 * Starts the bundled news site: seven invented publishers, each with a server of its own on 127.0.0.1, so that each has
 * its own robots.txt, politeness and standing as an origin. Everything that they serve is fixed, apart from the ports.
 *
 * @throws Error when a port is taken or an article file is faulty; nothing keeps listening then.
 */
export async function createDemoSite(options: DemoSiteOptions = {}): Promise<DemoSite> {
  const { port = 0, browser = false } = options;
  const articles = loadArticles(join(packageRoot(), "cli", "demo", "articles"));
  const requests: DemoRequest[] = [];
  const hosts: { publisher: Publisher; server: Server; resources: Map<string, Resource> }[] = [];
  const close = async () => {
    await Promise.all(hosts.map(({ server }) => stop(server)));
  };
  try {
    for (const [index, publisher] of publishers.entries()) {
      const resources = new Map<string, Resource>();
      const server = createServer((request, response) => {
        const status = answer(resources, request, response);
        requests.push({
          sourceId: publisher.id,
          method: request.method ?? "",
          path: request.url ?? "",
          status,
          userAgent: request.headers["user-agent"] ?? null,
        });
      });
      hosts.push({ publisher, server, resources });
      await listen(server, port === 0 ? 0 : port + index);
    }
    const origins = new Map(hosts.map(({ publisher, server }) => [publisher.id, originOf(server)] as const));
    for (const { publisher, resources } of hosts) {
      for (const resource of await buildResources(publisher, articles, origins)) {
        resources.set(resource.path, resource);
      }
    }
    const origin = (id: Publisher["id"]) => origins.get(id) ?? "";
    return {
      url: `${origin(publishers[0]?.id ?? "demo-vigil-house")}/`,
      sources: publishers
        .filter((publisher) => browser || !publisher.needsBrowser)
        .map((publisher) => sourceOf(publisher, origin(publisher.id))),
      articles,
      requests,
      urlOf(articleId) {
        const article = articles.find(({ id }) => id === articleId);
        if (!article) throw new Error(`The demo has no article ${articleId}`);
        return origin(article.source) + article.path;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function answer(
  resources: ReadonlyMap<string, Resource>,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return 405;
  }
  const path = (request.url ?? "/").replace(/[?#].*$/su, "");
  const resource = resources.get(path) ?? resources.get("/404");
  if (!resource) {
    response.writeHead(503, { "retry-after": "1" }).end();
    return 503;
  }
  const etag = `"${createHash("sha256").update(resource.body).digest("base64url").slice(0, 22)}"`;
  if (resource.status === 200 && request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag }).end();
    return 304;
  }
  response.writeHead(resource.status, {
    "content-type": resource.type,
    "content-length": resource.body.length,
    ...(resource.status === 200 ? { etag } : {}),
    ...(resource.location === undefined ? {} : { location: resource.location }),
  });
  response.end(request.method === "HEAD" ? undefined : resource.body);
  return resource.status;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new Error(`The demo site cannot listen on 127.0.0.1:${port}: ${cause.message}`, { cause }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
