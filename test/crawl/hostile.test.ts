import { createServer, type Server } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { discover } from "../../crawlers/discover/discover.ts";
import { createFetcher, type FetcherOptions } from "../../crawlers/fetch/fetcher.ts";
import { findBrowser } from "../../crawlers/fetch/find-browser.ts";
import type { LookupAll } from "../../crawlers/fetch/guard.ts";
import type { Fetched, Fetcher } from "../../crawlers/fetch/types.ts";
import { readPage } from "../../crawlers/read/read.ts";
import { HabeasError, Permanent, Retryable } from "../../model/errors.ts";
import { answer, type LocalSite, redirect, startLocalSite } from "../local-site.ts";

const browser = await findBrowser();
let site: LocalSite;
/** A server on loopback that nobody may reach; it counts who tries. */
let forbidden: { server: Server; port: number; visits: number };
const open: Fetcher[] = [];

/** Every name leads to loopback, which is what a rebinding attacker's name does on its second answer. */
const rebinding: LookupAll = (_hostname, _options, callback) =>
  callback(null, [{ address: "127.0.0.1", family: 4 }]);

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = createFetcher({
    userAgent: "Habeas/0.1 (+https://example.org/about)",
    allowHosts: [site.host],
    delayMs: 0,
    browser: null,
    breaker: { failures: 1_000, restMs: 1 },
    ...options,
  });
  open.push(made);
  return made;
}

/** The error that a fetch ends with; what it was about is never read. */
async function refusal(url: string, options: Partial<FetcherOptions> = {}): Promise<HabeasError> {
  try {
    await fetcher(options).fetch({ url, ignoreRobotsReason: "a test of what may not be reached" });
  } catch (error) {
    if (error instanceof HabeasError) return error;
    throw error;
  }
  throw new Error(`${url} was fetched`);
}

beforeAll(async () => {
  site = await startLocalSite();
  const server = createServer((socket) => {
    forbidden.visits += 1;
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  forbidden = { server, port: typeof address === "object" && address ? address.port : 0, visits: 0 };
});
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});
afterAll(async () => {
  await site.close();
  await new Promise((resolve) => forbidden.server.close(resolve));
});

describe("a hostile address", () => {
  it.each([
    ["a private network", "http://10.1.2.3/"],
    ["another private network", "http://192.168.0.1/"],
    ["a link-local address", "http://169.254.7.7/"],
    ["the metadata service of a cloud", "http://169.254.169.254/latest/meta-data/"],
    ["the metadata service by its IPv6 address", "http://[fd00:ec2::254]/latest/meta-data/"],
    ["the shared space of providers (CGNAT)", "http://100.64.0.1/"],
    ["this network", "http://0.0.0.0/"],
    ["loopback in IPv6", "http://[::1]/"],
    ["IPv4 mapped into IPv6", "http://[::ffff:127.0.0.1]/"],
    ["IPv4 mapped into IPv6 in hexadecimal", "http://[::ffff:7f00:1]/"],
    ["IPv4 translated into IPv6 (NAT64)", "http://[64:ff9b::7f00:1]/"],
    ["IPv4 within 6to4", "http://[2002:7f00:1::]/"],
    ["a decimal host", "http://2130706433/"],
    ["a hexadecimal host", "http://0x7f000001/"],
    ["an octal host", "http://0177.0.0.1/"],
    ["a short host", "http://127.1/"],
    ["a host in full-width digits", "http://１２７.０.０.１/"],
    ["multicast", "http://224.0.0.1/"],
    ["a user name that looks like a host", "http://news.example@127.0.0.1/"],
    ["a password", "http://user:secret@news.example/"],
    ["the port of a database", "http://news.example:6379/"],
    ["the port of a mail server", "http://news.example:25/"],
    ["a file", "file:///etc/passwd"],
    ["FTP", "ftp://news.example/x"],
    ["gopher", "gopher://news.example/x"],
    ["a data address", "data:text/html,x"],
    ["nonsense", "http://"],
  ])("of %s is refused before anybody is asked", async (_, url) => {
    const error = await refusal(url);
    expect(error).toBeInstanceOf(Permanent);
    expect(error.message).not.toContain("secret");
  });

  it("that resolves to loopback is refused, also when it resolved well before (rebinding)", async () => {
    let asked = 0;
    const lookup: LookupAll = (hostname, options, callback) => {
      asked += 1;
      if (asked === 1) callback(null, [{ address: "203.0.113.7", family: 4 }]);
      else rebinding(hostname, options, callback);
    };
    const url = `http://news.example:${forbidden.port}/`;
    await refusal(url, { lookup, limits: { connectTimeoutMs: 200 } });
    expect(await refusal(url, { lookup: rebinding })).toBeInstanceOf(Permanent);
    expect(forbidden.visits).toBe(0);
  });

  it("behind a redirect is refused at every hop", async () => {
    site.on("/hop", redirect("/hop2"));
    for (const target of [
      `http://127.0.0.1:${forbidden.port}/`,
      `http://0x7f000001:${forbidden.port}/`,
      `//user@127.0.0.1:${forbidden.port}/`,
      "http://169.254.169.254/latest/meta-data/",
      "file:///etc/passwd",
    ]) {
      site.on("/hop2", redirect(target));
      expect(await refusal(`${site.origin}/hop`), target).toBeInstanceOf(Permanent);
    }
    expect(forbidden.visits).toBe(0);
  });
});

describe("a hostile server", () => {
  const megabytes = (count: number) => Buffer.alloc(count * 1_000_000, "<p>");

  it("cannot fill the memory with a gzip bomb", async () => {
    site.on("/gzip", answer(gzipSync(megabytes(60)), { "content-encoding": "gzip" }));
    expect((await refusal(`${site.origin}/gzip`)).trouble).toBe("too_large");
  });

  it("cannot fill the memory with a brotli bomb", async () => {
    site.on("/brotli", answer(brotliCompressSync(megabytes(60)), { "content-encoding": "br" }));
    expect((await refusal(`${site.origin}/brotli`)).trouble).toBe("too_large");
  });

  it("cannot nest one coding in another without end", async () => {
    const nested = gzipSync(gzipSync(gzipSync("x")));
    site.on("/nested", answer(nested, { "content-encoding": "gzip, gzip, gzip" }));
    expect(await refusal(`${site.origin}/nested`)).toBeInstanceOf(Permanent);
  });

  it("cannot hold us with a slow drip", async () => {
    site.on("/drip", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const drip = setInterval(() => response.write("<p>"), 20);
      response.on("close", () => clearInterval(drip));
    });
    const error = await refusal(`${site.origin}/drip`, { timeoutMs: 300 });
    expect([error instanceof Retryable, error.trouble]).toEqual([true, "timeout"]);
  });

  it("cannot hold us by saying nothing", async () => {
    site.on("/silent", () => undefined);
    const error = await refusal(`${site.origin}/silent`, { timeoutMs: 300 });
    expect(error.trouble).toBe("timeout");
  });

  it("cannot send us around without end", async () => {
    let hops = 0;
    site.on("/around", (_, response) => {
      hops += 1;
      response.writeHead(302, { location: `/around?${hops}` }).end();
    });
    expect(await refusal(`${site.origin}/around`)).toBeInstanceOf(Permanent);
    expect(hops).toBeLessThan(12);
  });

  it("cannot send headers without end", async () => {
    site.on("/headers", (_, response) => {
      response.socket?.write("HTTP/1.1 200 OK\r\n");
      const more = setInterval(() => response.socket?.write(`x-more: ${"y".repeat(4_000)}\r\n`), 1);
      response.on("close", () => clearInterval(more));
    });
    expect(await refusal(`${site.origin}/headers`)).toBeInstanceOf(Permanent);
  });

  it("cannot make us read a body of another type", async () => {
    site.on("/film", answer(megabytes(1), { "content-type": "video/mp4" }));
    expect((await refusal(`${site.origin}/film`)).trouble).toBe("wrong_type");
  });
});

describe("a hostile document", () => {
  const read = (html: string) =>
    readPage(html, { url: "https://news.example/1", sourceId: "news", sourceName: "News" });
  const story =
    "<p>The court kept the teacher in custody after a hearing that lasted ten minutes.</p>".repeat(12);

  it.each([
    ["divs", "<div>".repeat(10_000), "</div>".repeat(10_000)],
    ["spans that are never closed", "<span>".repeat(10_000), ""],
    ["tables", "<table><tr><td>".repeat(5_000), ""],
    ["lists", "<ul><li>".repeat(6_000), ""],
  ])("of %s ten thousand deep is read to its end", (_, before, after) => {
    const { text } = read(
      `<html><body><h1>Custody</h1>${before}<article>${story}</article>${after}</body></html>`,
    );
    expect(text).toContain("kept the teacher in custody");
  });

  it("that is an entity bomb does not grow", async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join("");
    const xml = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels}]><rss version="2.0"><channel><title>x</title><item><title>&l12;</title><link>https://news.example/1</link></item></channel></rss>`;
    site.on("/bomb.xml", answer(xml, { "content-type": "application/rss+xml" }));
    const url = `${site.origin}/bomb.xml`;
    const result = (await fetcher().fetch({ url, expect: "feed" })) as Fetched;
    const found = await discover({ kind: "feed", url }, result, {
      now: Date.now(),
      maxChildren: 1,
    });
    expect(JSON.stringify(found).length).toBeLessThan(10_000);
  });

  it.runIf(browser.found)(
    "whose scripts never end costs its own time and no more",
    async () => {
      site.on("/busy", answer("<!doctype html><p>text</p><script>setTimeout(()=>{for(;;);},50)</script>"));
      site.on("/fine", answer(`<!doctype html><h1>Fine</h1>${story}`));
      const made = fetcher({ browser: { maxScriptMs: 1_000, settleMs: 500 }, timeoutMs: 30_000 });
      const never = made.fetch({ url: `${site.origin}/busy`, browser: "first" });
      await expect(never).rejects.toMatchObject({ trouble: "timeout" });
      const after = (await made.fetch({ url: `${site.origin}/fine`, browser: "first" })) as Fetched;
      expect(after.text).toContain("kept the teacher");
    },
    90_000,
  );
});
