import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { answer, type LocalSite, redirect, startLocalSite } from "../../test/local-site.ts";
import { CaptureSchema } from "../../model/article.ts";
import type { RobotsRecord } from "../../model/crawl-state.ts";
import { Blocked, Gone, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { createFetcher, type FetcherOptions } from "./fetcher.ts";
import { createLocalHostSlots } from "./local-host-slots.ts";
import { HostBusy, type HostSlots } from "./politeness.ts";
import type { Fetched, Fetcher, FetchRequest } from "./types.ts";

const article = `<!DOCTYPE html><title>Freed</title><p>${"She walked out of the colony on Saturday. ".repeat(40)}</p>`;
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

async function site(answers: Parameters<typeof startLocalSite>[0] = {}): Promise<LocalSite> {
  const started = await startLocalSite(answers);
  open.push(started);
  return started;
}

function fetcherFor(sites: readonly LocalSite[], options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    userAgent: "Habeas/0.1 (+https://example.org/about)",
    allowHosts: sites.map(({ host }) => host),
    delayMs: 0,
    browser: null,
    ...options,
  });
  open.push(fetcher);
  return fetcher;
}

async function fetched(fetcher: Fetcher, request: FetchRequest): Promise<Fetched> {
  const result = await fetcher.fetch(request);
  if (result.notModified) throw new Error("expected a body");
  return result;
}

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => {
      throw new Error("expected a failure");
    },
    (error: Error) => error,
  );

describe("a fetch", () => {
  it("gives the page, its facts and its capture", async () => {
    const news = await site({
      "/a": answer(article, {
        etag: '"v1"',
        "last-modified": "Mon, 02 Feb 2026 10:00:00 GMT",
        "cache-control": "public, max-age=300",
      }),
    });
    const now = Date.parse("2026-02-02T12:00:00Z");
    const result = await fetched(fetcherFor([news], { now: () => now }), { url: `${news.origin}/a` });
    expect(result.text).toBe(article);
    expect(result.headers).toEqual({
      etag: '"v1"',
      lastModified: "Mon, 02 Feb 2026 10:00:00 GMT",
      contentType: "text/html; charset=utf-8",
      contentLanguage: null,
      maxAgeSeconds: 300,
      mementoAt: null,
    });
    expect(CaptureSchema.parse(result.capture)).toEqual({
      hash: createHash("sha256").update(article).digest("hex"),
      url: `${news.origin}/a`,
      fetchedAt: "2026-02-02T12:00:00.000Z",
      status: 200,
      contentType: "text/html; charset=utf-8",
      charset: "utf-8",
      bytes: Buffer.byteLength(article),
      via: "http",
      robots: "absent",
    });
  });

  it("says who asks, in which languages, and what it can unpack", async () => {
    const news = await site({ "/a": answer(article) });
    await fetcherFor([news]).fetch({ url: `${news.origin}/a`, langs: ["be", "ru", "en"] });
    const headers = news.requests.at(-1)?.headers;
    expect(headers?.["user-agent"]).toBe("Habeas/0.1 (+https://example.org/about)");
    expect(headers?.["accept-language"]).toBe("be, ru;q=0.8, en;q=0.7");
    expect(headers?.["accept-encoding"]).toContain("br");
  });

  it("will not start with a user agent without a name", () => {
    expect(() => createFetcher({ userAgent: "" })).toThrow(Permanent);
    expect(() => createFetcher({ userAgent: "Habeas/1\r\nx: y" })).toThrow(Permanent);
  });

  it.each(["gzip", "br"])("hashes and returns what was packed with %s", async (coding) => {
    const packed = coding === "gzip" ? gzipSync(article) : brotliCompressSync(article);
    const news = await site({ "/a": answer(packed, { "content-encoding": coding }) });
    const result = await fetched(fetcherFor([news]), { url: `${news.origin}/a` });
    expect(result.text).toBe(article);
    expect(result.hash).toBe(createHash("sha256").update(article).digest("hex"));
  });

  it("reads windows-1251 pages", async () => {
    const bytes = Buffer.concat([
      Buffer.from("<html><meta charset=windows-1251><p>"),
      Buffer.from([0xd1, 0xe2, 0xee, 0xe1, 0xee, 0xe4, 0xe0]),
    ]);
    const news = await site({ "/a": answer(bytes, { "content-type": "text/html" }) });
    const result = await fetched(fetcherFor([news]), { url: `${news.origin}/a` });
    expect(result.text).toContain("Свобода");
    expect(result.capture.charset).toBe("windows-1251");
  });

  it("is told “not modified” by the validators it was given", async () => {
    const news = await site({
      "/feed": (request, response) => {
        if (request.headers["if-none-match"] === '"v1"') response.writeHead(304, { etag: '"v1"' }).end();
        else response.writeHead(200, { etag: '"v1"', "content-type": "text/xml" }).end("<rss/>");
      },
    });
    const fetcher = fetcherFor([news]);
    const first = await fetched(fetcher, { url: `${news.origin}/feed`, expect: "feed" });
    const validators = { etag: first.headers.etag, lastModified: "Mon, 02 Feb 2026 10:00:00 GMT" };
    const second = await fetcher.fetch({ url: `${news.origin}/feed`, expect: "feed", validators });
    expect(second.notModified).toBe(true);
    expect(news.requests.at(-1)?.headers["if-modified-since"]).toBe("Mon, 02 Feb 2026 10:00:00 GMT");
  });

  it("does not believe a 304 that nobody asked for", async () => {
    const news = await site({ "/a": answer("", {}, 304) });
    expect(await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }))).toBeInstanceOf(Retryable);
  });

  it("leaves packed files packed", async () => {
    const packed = gzipSync("<urlset/>");
    const news = await site({ "/s.xml.gz": answer(packed, { "content-type": "application/x-gzip" }) });
    const result = await fetched(fetcherFor([news]), { url: `${news.origin}/s.xml.gz`, expect: "feed" });
    expect(Buffer.from(result.body).equals(packed)).toBe(true);
    expect(result).toMatchObject({ text: "", charset: null });
  });
});

describe("redirects", () => {
  it("are followed and recorded, relative ones too", async () => {
    const news = await site({
      "/a": redirect("/b", 301),
      "/b": redirect("c?x=1", 307),
      "/c": answer(article),
    });
    const result = await fetcherFor([news]).fetch({ url: `${news.origin}/a` });
    expect(result.url).toBe(`${news.origin}/c?x=1`);
    expect(result.requestedUrl).toBe(`${news.origin}/a`);
    expect(result.redirects).toEqual([
      { from: `${news.origin}/a`, to: `${news.origin}/b`, status: 301 },
      { from: `${news.origin}/b`, to: `${news.origin}/c?x=1`, status: 307 },
    ]);
  });

  it.each([
    "http://127.0.0.1:1/",
    "http://2130706433:1/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/",
    "file:///etc/passwd",
  ])("to %s are refused without a request", async (target) => {
    const news = await site({ "/a": redirect(target) });
    const error = await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toContain("redirects to a forbidden address");
  });

  it("to addresses in bare UTF-8 lead where they should", async () => {
    const server = createServer((socket: Socket) => {
      socket.once("data", (request) => {
        const path = /^GET (\S+)/.exec(request.toString("latin1"))?.[1];
        const head = path === "/a" ? "302 Found\r\nLocation: /навіны/1" : "200 OK\r\nContent-Type: text/html";
        socket.end(Buffer.from(`HTTP/1.1 ${head}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok`));
      });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const fetcher = createFetcher({
      userAgent: "Habeas/0.1 (+x)",
      allowHosts: ["127.0.0.1"],
      delayMs: 0,
      browser: null,
    });
    open.push(fetcher);
    expect((await fetcher.fetch({ url: `${origin}/a` })).url).toBe(new URL("/навіны/1", origin).href);
    server.close();
  });

  it("to names that resolve to private addresses are refused", async () => {
    const news = await site({ "/a": redirect("http://inside.example/") });
    const fetcher = fetcherFor([news], {
      lookup: (_hostname, _options, callback) => callback(null, [{ address: "192.168.0.10", family: 4 }]),
    });
    const error = await failure(fetcher.fetch({ url: `${news.origin}/a` }));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toContain("192.168.0.10");
  });

  it("end when they go in a circle or on for ever", async () => {
    let step = 0;
    const news = await site({
      "/x": redirect("/y"),
      "/y": redirect("/x"),
      "/on": (_, response) => {
        step += 1;
        response.writeHead(302, { location: `/on?${step}` }).end();
      },
    });
    const fetcher = fetcherFor([news]);
    expect((await failure(fetcher.fetch({ url: `${news.origin}/x` }))).message).toContain("in a circle");
    const endless = await failure(fetcher.fetch({ url: `${news.origin}/on` }));
    expect(endless).toBeInstanceOf(Permanent);
    expect(endless.message).toContain("more than 8 times");
  });

  it("to the same page with a new cookie are followed with that cookie, which then is forgotten", async () => {
    const news = await site({
      "/a": (request, response) => {
        if (request.headers.cookie === "seen=1") answer(article)(request, response);
        else response.writeHead(302, { location: "/a", "set-cookie": "seen=1; Path=/; HttpOnly" }).end();
      },
    });
    const fetcher = fetcherFor([news]);
    await fetcher.fetch({ url: `${news.origin}/a` });
    await fetcher.fetch({ url: `${news.origin}/a` });
    expect(news.requests.map(({ headers }) => headers.cookie).filter(Boolean)).toEqual(["seen=1", "seen=1"]);
  });

  it("ask the robots.txt of the host that they lead to, and take its slot", async () => {
    const other = await site({
      "/robots.txt": answer("User-agent: *\nDisallow: /closed"),
      "/open": answer(article),
    });
    const news = await site({
      "/a": redirect(`${other.origin}/closed`),
      "/b": redirect(`${other.origin}/open`),
    });
    const slots = createLocalHostSlots();
    const taken: string[] = [];
    const noting: HostSlots = {
      acquire: (host, limits, signal) => {
        taken.push(host);
        return slots.acquire(host, limits, signal);
      },
      tryAcquire: (host, limits) => {
        taken.push(host);
        return slots.tryAcquire(host, limits);
      },
    };
    const fetcher = fetcherFor([news, other], { slots: noting });
    const error = await failure(fetcher.fetch({ url: `${news.origin}/a` }));
    expect((error as Blocked).blockCause).toBe("robots");
    expect(other.requests.map(({ path }) => path)).toEqual(["/robots.txt"]);
    taken.length = 0;
    await fetcher.fetch({ url: `${news.origin}/b` });
    expect(taken).toEqual([news.host, other.host]);
  });

  it("without a target are refused", async () => {
    const news = await site({ "/a": answer("", {}, 302) });
    expect((await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }))).message).toContain(
      "without saying where",
    );
  });
});

describe("private addresses", () => {
  it("are not reached by a name that resolves to one, unless that name was allowed", async () => {
    const news = await site({ "/a": answer(article) });
    const { port } = new URL(news.origin);
    const address = `http://localhost:${port}/a`;
    const error = await failure(fetcherFor([]).fetch({ url: address }));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toContain("localhost resolves to no public address");
    expect(news.requests).toEqual([]);
    expect((await fetcherFor([], { allowHosts: [`localhost:${port}`] }).fetch({ url: address })).status).toBe(
      200,
    );
  });
});

describe("limits", () => {
  it("stop a decompression bomb, a body that announces too much and one that does not announce it", async () => {
    const news = await site({
      "/bomb": answer(gzipSync(Buffer.alloc(20_000_000)), { "content-encoding": "gzip" }),
      "/announced": (_, response) =>
        void response.writeHead(200, { "content-length": "999999999" }).write("x"),
      "/stream": (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const write = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 97)));
        };
        response.on("drain", write);
        write();
      },
    });
    const fetcher = fetcherFor([news], { maxBodyBytes: 1_000_000 });
    for (const path of ["/bomb", "/announced", "/stream"]) {
      const error = await failure(fetcher.fetch({ url: news.origin + path }));
      expect(error, path).toBeInstanceOf(Permanent);
      expect(error.message, path).toContain(news.origin + path);
    }
  });

  it("end a slow drip, a silent server and a server that stops in the middle", async () => {
    const news = await site({
      "/drip": (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const timer = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(timer));
      },
      "/silent": () => undefined,
      "/half": (_, response) =>
        void response.writeHead(200, { "content-type": "text/html" }).write("<p>half"),
    });
    for (const path of ["/drip", "/silent", "/half"]) {
      const error = await failure(fetcherFor([news], { timeoutMs: 300 }).fetch({ url: news.origin + path }));
      expect(error, path).toBeInstanceOf(Retryable);
      expect(error.message, path).toContain("took too long");
    }
  });

  it("refuse headers without end", async () => {
    const news = await site({
      "/a": (_, response) => {
        response
          .writeHead(
            200,
            Object.fromEntries(Array.from({ length: 60 }, (_v, i) => [`x-${i}`, "y".repeat(1_000)])),
          )
          .end("x");
      },
    });
    const error = await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toContain("headers");
  });

  it("refuse pictures and documents before reading them", async () => {
    const news = await site({ "/a": answer("%PDF-1.7", { "content-type": "application/pdf" }) });
    const error = await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }));
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).toContain("application/pdf");
  });

  it("end with the caller's own reason when the caller gives up", async () => {
    const news = await site({ "/silent": () => undefined });
    const abort = new AbortController();
    const running = failure(fetcherFor([news]).fetch({ url: `${news.origin}/silent`, signal: abort.signal }));
    const reason = new Error("shutting down");
    setImmediate(() => abort.abort(reason));
    expect(await running).toBe(reason);
  });
});

describe("failures", () => {
  it.each([
    [404, Gone],
    [410, Gone],
    [500, Retryable],
    [503, Retryable],
    [418, Permanent],
  ])("answered with %i are a %o", async (status, kind) => {
    const news = await site({ "/a": answer("sorry", {}, status) });
    expect(await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }))).toBeInstanceOf(kind);
  });

  it("with Retry-After say until when, and the host is left alone until then", async () => {
    const news = await site({
      "/a": answer("slow down", { "retry-after": "120" }, 429),
      "/b": answer(article),
    });
    const now = Date.now();
    const fetcher = fetcherFor([news], { now: () => now });
    const error = await failure(fetcher.fetch({ url: `${news.origin}/a` }));
    expect(error).toBeInstanceOf(RateLimited);
    expect((error as RateLimited).until).toBe(now + 120_000);
    const next = await failure(fetcher.fetch({ url: `${news.origin}/b`, maxWaitMs: 1_000 }));
    expect(next).toBeInstanceOf(HostBusy);
    expect((next as HostBusy).until).toBe(now + 120_000);
    expect(news.requests.map(({ path }) => path)).toEqual(["/robots.txt", "/a"]);
  });

  it("of the connection are worth another try and name the host", async () => {
    const dead = await site();
    await dead.close();
    const error = await failure(
      fetcherFor([dead]).fetch({ url: `${dead.origin}/a`, ignoreRobotsReason: "testing refusals" }),
    );
    expect(error).toBeInstanceOf(Retryable);
    expect(error.message).toContain(`${dead.host} (ECONNREFUSED)`);
  });

  it("of a server that speaks no HTTP, or hangs up, are worth another try", async () => {
    for (const speech of ["SSH-2.0-OpenSSH_9.2\r\n", ""]) {
      const server = createServer((socket: Socket) => socket.end(speech)).listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as { port: number };
      const fetcher = createFetcher({
        userAgent: "Habeas/0.1 (+x)",
        allowHosts: ["127.0.0.1"],
        browser: null,
      });
      open.push(fetcher);
      const error = await failure(
        fetcher.fetch({ url: `http://127.0.0.1:${port}/`, ignoreRobotsReason: "testing refusals" }),
      );
      expect(error).toBeInstanceOf(Retryable);
      server.close();
    }
  });

  it("are told by their status even when their body cannot be read", async () => {
    const news = await site({
      "/broken": answer("not brotli at all", { "content-encoding": "br" }, 404),
      "/cut": (_, response) => {
        response.writeHead(410, { "content-length": "1000" }).write("x");
        setImmediate(() => response.destroy());
      },
      "/huge": answer(Buffer.alloc(1_000_000, 97), {}, 404),
    });
    const fetcher = fetcherFor([news]);
    for (const path of ["/broken", "/cut", "/huge"]) {
      expect(await failure(fetcher.fetch({ url: news.origin + path })), path).toBeInstanceOf(Gone);
    }
  });

  it("for an empty page are worth another try", async () => {
    const news = await site({ "/a": answer("") });
    expect(await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }))).toBeInstanceOf(Retryable);
  });

  it("say what kind of wall a 403, 503 or even a 200 stands for", async () => {
    const challenge =
      "<html><title>Just a moment...</title><body>Enable JavaScript and cookies to continue</body></html>";
    const news = await site({
      "/403": answer("<title>x</title><div class='g-recaptcha'></div>", {}, 403),
      "/503": answer(challenge, { "cf-mitigated": "challenge" }, 503),
      "/200": answer(challenge),
      "/login": answer("<title>Account</title><form><input type=password></form>"),
      "/members": redirect("/login"),
    });
    const fetcher = fetcherFor([news]);
    const causes = [];
    for (const path of ["/403", "/503", "/200", "/members"]) {
      causes.push(((await failure(fetcher.fetch({ url: news.origin + path }))) as Blocked).blockCause);
    }
    expect(causes).toEqual(["captcha", "waf", "waf", "login"]);
  });
});

describe("robots.txt", () => {
  it("is obeyed, unless there is a written reason, which is recorded", async () => {
    const news = await site({
      "/robots.txt": answer("User-agent: *\nDisallow: /a"),
      "/a": answer(article),
      "/b": answer(article),
    });
    const fetcher = fetcherFor([news]);
    const error = await failure(fetcher.fetch({ url: `${news.origin}/a` }));
    expect(error).toBeInstanceOf(Blocked);
    expect((error as Blocked).blockCause).toBe("robots");
    expect((await fetcher.fetch({ url: `${news.origin}/b` })).robots).toBe("allowed");
    const overridden = await fetched(fetcher, {
      url: `${news.origin}/a`,
      ignoreRobotsReason: "allowed by the editors, 2026-01-02",
    });
    expect(overridden.capture.robots).toBe("overridden");
    expect(news.requests.filter(({ path }) => path === "/robots.txt")).toHaveLength(1);
  });

  it("that cannot be read keeps us away", async () => {
    const news = await site({ "/robots.txt": answer("oops", {}, 500), "/a": answer(article) });
    expect(await failure(fetcherFor([news]).fetch({ url: `${news.origin}/a` }))).toBeInstanceOf(Retryable);
    expect(news.requests.map(({ path }) => path)).toEqual(["/robots.txt"]);
  });

  it("is followed through redirects and read only as far as 500 KiB", async () => {
    const padding = "# padding\n".repeat(60_000);
    const news = await site({
      "/robots.txt": redirect("/rules"),
      "/rules": answer(`User-agent: *\nDisallow: /a\n${padding}Disallow: /b`),
      "/b": answer(article),
    });
    const fetcher = fetcherFor([news]);
    expect(((await failure(fetcher.fetch({ url: `${news.origin}/a` }))) as Blocked).blockCause).toBe(
      "robots",
    );
    expect((await fetcher.fetch({ url: `${news.origin}/b` })).status).toBe(200);
  });

  it("slows us down by its Crawl-delay", async () => {
    const news = await site({
      "/robots.txt": answer("User-agent: Habeas\nCrawl-delay: 7"),
      "/a": answer(article),
    });
    const now = Date.now();
    const fetcher = fetcherFor([news], { now: () => now });
    await fetcher.fetch({ url: `${news.origin}/a` });
    const busy = await failure(fetcher.fetch({ url: `${news.origin}/a`, maxWaitMs: 100 }));
    expect((busy as HostBusy).until).toBe(now + 7_000);
  });
});

describe("politeness", () => {
  it("gives up waiting for a slot when others keep taking it", async () => {
    const news = await site({ "/silent": () => undefined });
    const fetcher = fetcherFor([news], { concurrency: 1, timeoutMs: 2_000 });
    const first = failure(fetcher.fetch({ url: `${news.origin}/silent` }));
    while (!news.requests.some(({ path }) => path === "/silent")) await new Promise(setImmediate);
    expect(await failure(fetcher.fetch({ url: `${news.origin}/b`, maxWaitMs: 100 }))).toBeInstanceOf(
      HostBusy,
    );
    await fetcher.close();
    await first;
  });

  it("gives the slot back whatever happens", async () => {
    const news = await site({ "/ok": answer(article), "/gone": answer("", {}, 404) });
    const fetcher = fetcherFor([news], { concurrency: 1 });
    for (const path of ["/ok", "/gone", "/ok", "/gone", "/ok"]) {
      await fetcher
        .fetch({ url: news.origin + path, maxWaitMs: 100 })
        .catch((error: unknown) => expect(error).toBeInstanceOf(Gone));
    }
  });

  it("keeps to the concurrency of a host", async () => {
    let running = 0;
    let most = 0;
    const news = await site({
      "/a": (_, response) => {
        running += 1;
        most = Math.max(most, running);
        setTimeout(() => {
          running -= 1;
          response.writeHead(200, { "content-type": "text/html" }).end(article);
        }, 15);
      },
    });
    const fetcher = fetcherFor([news], { concurrency: 3 });
    await Promise.all(Array.from({ length: 12 }, (_, i) => fetcher.fetch({ url: `${news.origin}/a?${i}` })));
    expect(most).toBe(3);
  });
});

describe("pages that stand for others", () => {
  const text = "<p>The hearing was put off until the next week, the family of the detained said.</p>".repeat(
    4,
  );

  it("are told apart: gone with status 200, and empty without JavaScript", async () => {
    const news = await site({
      "/soft": answer("<title>Page not found</title><h1>Page not found</h1>"),
      "/shell": answer('<title>News</title><div id="root"></div><script src="/app.js"></script>'),
    });
    const fetcher = fetcherFor([news]);
    const soft = await failure(fetcher.fetch({ url: `${news.origin}/soft` }));
    expect([soft instanceof Gone, (soft as Gone).trouble]).toEqual([true, "soft_404"]);
    const shell = await failure(fetcher.fetch({ url: `${news.origin}/shell`, browser: "fallback" }));
    expect([shell instanceof Permanent, (shell as Permanent).trouble]).toEqual([true, "empty_shell"]);
  });

  it("say by their trouble what went wrong on the wire", async () => {
    const reset = await site({ "/reset": (request) => request.socket.destroy() });
    const cases: [url: string, trouble: string][] = [
      ["http://127.0.0.1:2/", "refused"],
      [`${reset.origin}/reset`, "connection"],
      [`https://${reset.host}/`, "tls"],
    ];
    for (const [url, trouble] of cases) {
      const fetcher = fetcherFor([reset], { allowHosts: ["127.0.0.1"] });
      const request = { url, ignoreRobotsReason: "a test of broken connections" };
      expect((await failure(fetcher.fetch(request))) as Retryable, url).toMatchObject({ trouble });
    }
    const lookup = ((_host, _options, callback) =>
      callback(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), [])) as NonNullable<
      FetcherOptions["lookup"]
    >;
    const request = { url: "http://nowhere.example/", ignoreRobotsReason: "a test of missing names" };
    expect(await failure(fetcherFor([], { lookup }).fetch(request))).toMatchObject({ trouble: "dns" });
  });

  it("come with the cookies of their source's file, and with those that the site set when they are kept", async () => {
    const news = await site({
      "/set": answer(text, { "set-cookie": "seen=1; Path=/" }),
      "/next": answer(text),
    });
    const fetcher = fetcherFor([news]);
    const ask = async (path: string, request: Partial<FetchRequest>) => {
      await fetcher.fetch({ url: news.origin + path, ...request });
      return news.requests.at(-1)?.headers.cookie;
    };
    expect(await ask("/set", { cookies: { edition: "int" }, session: "news" })).toBe("edition=int");
    expect(await ask("/next", { cookies: { edition: "int" }, session: "news" })).toBe("seen=1; edition=int");
    expect(await ask("/next", { session: "other" })).toBeUndefined();
    expect(await ask("/next", {})).toBeUndefined();
  });

  it("share the robots.txt that another worker has read", async () => {
    const news = await site({ "/robots.txt": answer("User-agent: *\nDisallow: /no"), "/a": answer(text) });
    const kept = new Map<string, RobotsRecord>();
    const robotsShelf = {
      get: async (origin: string) => kept.get(origin) ?? null,
      put: async (record: RobotsRecord) => void kept.set(record.origin, record),
    };
    for (let worker = 0; worker < 3; worker += 1) {
      const fetcher = fetcherFor([news], { robotsShelf });
      await fetcher.fetch({ url: `${news.origin}/a` });
      expect(await failure(fetcher.fetch({ url: `${news.origin}/no` }))).toBeInstanceOf(Blocked);
    }
    expect(news.requests.filter(({ path }) => path === "/robots.txt")).toHaveLength(1);
    expect(kept.get(news.origin)).toMatchObject({ text: "User-agent: *\nDisallow: /no", failure: null });
  });
});
