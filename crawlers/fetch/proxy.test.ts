import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Permanent, Retryable } from "../../model/errors.ts";
import { answer, type LocalSite, startLocalSite } from "../../test/local-site.ts";
import { createFetcher } from "./fetcher.ts";
import { findBrowser } from "./find-browser.ts";
import { parseProxy } from "./proxy-tunnel.ts";
import type { Fetched, Fetcher } from "./types.ts";

const story = "<p>The court kept the teacher in custody after a hearing that lasted ten minutes.</p>".repeat(
  5,
);
const browser = await findBrowser();

/** Proxies that lead every name to one site, as Tor leads `.onion` names; they note what they were asked for. */
async function startProxies(port: number) {
  const asked: string[] = [];
  const join = (near: Socket) => {
    const far = connect(port, "127.0.0.1");
    far.on("error", () => near.destroy()).on("close", () => near.destroy());
    near.on("error", () => far.destroy()).on("close", () => far.destroy());
    near.pipe(far).pipe(near);
  };
  const socks = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      socket.write(Buffer.from([5, 0]));
      socket.once("data", (request) => {
        const length = request[4] ?? 0;
        asked.push(`socks ${request.subarray(5, 5 + length).toString()}`);
        socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
        join(socket);
      });
    });
  });
  const http = createHttpServer();
  http.on("connect", (request, socket: Socket) => {
    asked.push(`connect ${request.url} ${request.headers["proxy-authorization"] ?? ""}`);
    if (request.url?.startsWith("forbidden.example")) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    return join(socket);
  });
  const listen = async (server: Server) => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  };
  const [socksPort, httpPort] = [await listen(socks), await listen(http)];
  return {
    asked,
    socksUrl: `socks5://127.0.0.1:${socksPort}`,
    httpUrl: `http://user:pass@127.0.0.1:${httpPort}`,
    async close() {
      http.closeAllConnections();
      await Promise.all([socks, http].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

describe("a source behind a proxy", () => {
  let site: LocalSite;
  let proxies: Awaited<ReturnType<typeof startProxies>>;
  let fetcher: Fetcher;

  beforeAll(async () => {
    site = await startLocalSite({ "/story": answer(`<h1>Custody</h1>${story}`) });
    proxies = await startProxies(Number(site.host.split(":")[1]));
    fetcher = createFetcher({ userAgent: "Habeas/0.1 (+x)", delayMs: 0, browser: { settleMs: 300 } });
  });
  afterAll(async () => {
    await fetcher.close();
    await site.close();
    await proxies.close();
  });

  it("is reached through SOCKS 5 by its name, robots.txt too: that is how .onion mirrors are read", async () => {
    const page = (await fetcher.fetch({
      url: "http://mirror.onion/story",
      proxy: proxies.socksUrl,
    })) as Fetched;
    expect(page.text).toContain("kept the teacher");
    expect(proxies.asked).toContain("socks mirror.onion");
    expect(site.requests.map(({ path, headers }) => `${headers.host}${path}`)).toEqual([
      "mirror.onion/robots.txt",
      "mirror.onion/story",
    ]);
  });

  it("is reached through an HTTP proxy with user and password", async () => {
    const page = (await fetcher.fetch({
      url: "http://news.example/story",
      proxy: proxies.httpUrl,
    })) as Fetched;
    expect(page.text).toContain("kept the teacher");
    const authorization = Buffer.from("user:pass").toString("base64");
    expect(proxies.asked).toContain(`connect news.example:80 Basic ${authorization}`);
  });

  it("may still not be at a private address", async () => {
    await expect(fetcher.fetch({ url: "http://10.0.0.1/", proxy: proxies.socksUrl })).rejects.toThrow(
      Permanent,
    );
  });

  it("is worth another try when the proxy refuses or is away, and no password is told", async () => {
    for (const [url, proxy] of [
      ["http://forbidden.example/", proxies.httpUrl],
      ["http://news.example/", "socks5://user:pass@127.0.0.1:1"],
    ] as const) {
      const request = { url, proxy, ignoreRobotsReason: "a test of proxies that fail" };
      const error = await fetcher.fetch(request).catch((failure: unknown) => failure);
      expect(error).toBeInstanceOf(Retryable);
      expect(String(error)).toMatch(/proxy (?:http|socks5):\/\/127/);
      expect(String(error)).not.toContain("pass");
    }
  });

  it("is not looked for without the proxy when it is a .onion", async () => {
    const request = { url: "http://mirror.onion/", ignoreRobotsReason: "a test of onion names" };
    await expect(fetcher.fetch(request)).rejects.toThrow(/crawl\.proxy/);
  });

  it("has an address that can be read", () => {
    expect(() => parseProxy("ftp://x")).toThrow(Permanent);
    expect(() => parseProxy("http://user:secret@")).toThrow(/^(?!.*secret)/);
    expect(parseProxy("socks5://user:secret@tor.example:9050").shown).toBe("socks5://tor.example:9050");
  });

  it.runIf(browser.found)(
    "is rendered through the proxy as well",
    async () => {
      const url = "http://rendered.onion/story";
      const page = (await fetcher.fetch({ url, proxy: proxies.socksUrl, browser: "first" })) as Fetched;
      expect(page.text).toContain("kept the teacher");
      expect(proxies.asked).toContain("socks rendered.onion");
    },
    60_000,
  );
});
