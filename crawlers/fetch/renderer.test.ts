import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answer, type LocalSite, redirect, startLocalSite } from "../../test/local-site.ts";
import { Blocked, Gone, Permanent, Retryable } from "../../model/errors.ts";
import { createFetcher } from "./fetcher.ts";
import { findBrowser } from "./find-browser.ts";
import type { Fetched, Fetcher } from "./types.ts";

const search = await findBrowser();
if (!search.found) {
  const message = `tests of the browser need one: ${search.advice}`;
  if (process.env["CI"] === "true") throw new Error(message);
  console.warn(`SKIPPED: ${message}`);
}

describe.runIf(search.found)("a page that needs JavaScript", () => {
  let site: LocalSite;
  let fetcher: Fetcher;
  const userAgent = "Habeas/0.1 (+https://example.org/about)";

  beforeAll(async () => {
    site = await startLocalSite();
    fetcher = createFetcher({
      userAgent,
      allowHosts: [site.host],
      delayMs: 0,
      browser: { recyclePages: 3, settleMs: 1_500 },
    });
  });
  afterEach(() => {
    site.requests.length = 0;
  });
  afterAll(async () => {
    await fetcher.close();
    await site.close();
  });

  async function rendered(path: string): Promise<Fetched> {
    const result = await fetcher.fetch({ url: site.origin + path, browser: "first", timeoutMs: 15_000 });
    if (result.notModified) throw new Error("expected a page");
    return result;
  }

  it("is returned as its scripts have left it", async () => {
    site.on(
      "/js",
      answer(
        `<!DOCTYPE html><meta charset=utf-8><title>x</title><div id=a></div><script>
        fetch("/data.json").then((r) => r.json()).then((d) => { document.getElementById("a").innerHTML = "<p>" + d.text + "</p>"; });
        </script>`,
      ),
    );
    site.on(
      "/data.json",
      answer(JSON.stringify({ text: "Освобождена из колонии" }), { "content-type": "application/json" }),
    );
    const result = await rendered("/js");
    expect(result.text).toContain("<p>Освобождена из колонии</p>");
    expect(result.capture).toMatchObject({ via: "browser", charset: "utf-8", robots: "absent", status: 200 });
    expect(site.requests.find(({ path }) => path === "/js")?.headers["user-agent"]).toBe(userAgent);
  });

  it("gets no pictures, fonts, media, advertising or service worker", async () => {
    site.on(
      "/heavy",
      answer(`<!DOCTYPE html><style>@font-face{font-family:f;src:url(/f.woff2)}p{font-family:f}</style><p>text</p>
        <img src="/i.png"><video src="/v.mp4" autoplay></video><script src="/wanted.js"></script>
        <script src="http://pagead2.googlesyndication.com/ad.js"></script>
        <script>navigator.serviceWorker?.register("/sw.js").catch(() => {})</script>`),
    );
    site.on("/wanted.js", answer("document.body.append('ran')", { "content-type": "text/javascript" }));
    expect((await rendered("/heavy")).text).toContain("ran");
    expect(site.requests.map(({ path }) => path).filter((path) => path !== "/robots.txt")).toEqual([
      "/heavy",
      "/wanted.js",
    ]);
  });

  it("cannot reach private addresses, neither itself nor by redirect, script or frame", async () => {
    const inside = await startLocalSite({
      "/secret": answer("secret", { "access-control-allow-origin": "*" }),
    });
    site.on("/redirect", redirect(`${inside.origin}/secret`));
    site.on(
      "/probe",
      answer(`<!DOCTYPE html><p id=out>none</p><iframe src="${inside.origin}/secret"></iframe>
        <iframe src="/redirect"></iframe><script src="${inside.origin}/secret"></script>
        <script>for (const u of ["${inside.origin}/secret", "/redirect"])
          fetch(u).then((r) => r.text()).then((t) => { document.getElementById("out").textContent += t; }).catch(() => {});
          try { new WebSocket("${inside.origin.replace("http", "ws")}/secret"); } catch {}
        </script>`),
    );
    expect((await rendered("/probe")).text).not.toContain(">nonesecret");
    await expect(rendered("/redirect")).rejects.toThrow(Permanent);
    expect(inside.requests).toEqual([]);
    await inside.close();
  });

  it("tells the redirects that led to it", async () => {
    site.on("/old", redirect("/new", 301));
    site.on("/new", answer(`<!DOCTYPE html><p>${"A long enough text about a release. ".repeat(50)}</p>`));
    const result = await rendered("/old");
    expect(result.url).toBe(`${site.origin}/new`);
    expect(result.redirects).toEqual([{ from: `${site.origin}/old`, to: `${site.origin}/new`, status: 301 }]);
  });

  it("is refused when it is a download, gone or a wall", async () => {
    site.on(
      "/file",
      answer("zip", { "content-type": "application/zip", "content-disposition": "attachment" }),
    );
    site.on("/wall", answer("<title>Just a moment...</title>", {}, 403));
    await expect(rendered("/file")).rejects.toThrow(Permanent);
    site.on("/empty", answer("", {}, 404));
    await expect(rendered("/missing")).rejects.toThrow(Gone);
    await expect(rendered("/empty")).rejects.toThrow(Gone);
    await expect(rendered("/wall")).rejects.toThrow(Blocked);
  });

  it("ends in time when it never finishes loading", async () => {
    site.on(
      "/never",
      (_, response) => void response.writeHead(200, { "content-type": "text/html" }).write("<p>half"),
    );
    const started = Date.now();
    await expect(
      fetcher.fetch({ url: `${site.origin}/never`, browser: "first", timeoutMs: 1_000 }),
    ).rejects.toThrow(Retryable);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it("goes on after the browser was replaced, several at once", async () => {
    site.on("/many", answer("<!DOCTYPE html><p>one of many</p>"));
    const results = await Promise.all(Array.from({ length: 8 }, (_, i) => rendered(`/many?${i}`)));
    expect(results.map(({ text }) => text.includes("one of many"))).toEqual(
      Array.from({ length: 8 }, () => true),
    );
  });

  it("does not open dialogs or other windows", async () => {
    site.on(
      "/nag",
      answer(
        `<!DOCTYPE html><p>text</p><script>alert("hi"); confirm("ok?"); window.open("/popup");</script>`,
      ),
    );
    expect((await rendered("/nag")).text).toContain("text");
  });
});

describe("without a browser", () => {
  it("says where it was looked for and what to install", async () => {
    const none = await findBrowser({ executablePath: "/nonexistent/chromium" });
    expect(none).toMatchObject({ found: false, tried: ["/nonexistent/chromium"] });
    const fetcher = createFetcher({
      userAgent: "Habeas/0.1 (+x)",
      allowHosts: ["127.0.0.1"],
      browser: { executablePath: "/nonexistent/chromium" },
    });
    const site = await startLocalSite();
    await expect(fetcher.fetch({ url: `${site.origin}/a`, browser: "first" })).rejects.toThrow(
      /no browser was found .*playwright install/,
    );
    await fetcher.close();
    await site.close();
  });

  it("refuses pages that need one when browsers are switched off", async () => {
    const site = await startLocalSite();
    const fetcher = createFetcher({ userAgent: "Habeas/0.1 (+x)", allowHosts: [site.host], browser: null });
    await expect(fetcher.fetch({ url: `${site.origin}/a`, browser: "first" })).rejects.toThrow(
      /none is in use/,
    );
    await fetcher.close();
    await site.close();
  });

  it("looks on PATH after Playwright's own", async () => {
    const found = await findBrowser({ env: { PATH: "/nowhere" } });
    if (found.found) expect(found.from).toBe("playwright");
    else expect(found.advice).toContain("npx playwright install chromium");
  });
});
