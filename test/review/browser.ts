import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { findBrowser } from "../../crawlers/fetch/find-browser.ts";
import type { TestApp } from "./app.ts";

/** The Chromium for browser tests; null says loudly what is not tested, and is an error where CI=true. */
export async function browserForTests(what: string): Promise<Browser | null> {
  const search = await findBrowser();
  if (!search.found) {
    const message = `NOT TESTED: ${what}, for want of Chromium: ${search.advice}`;
    if (process.env["CI"] === "true") throw new Error(message);
    console.warn(`\n${"!".repeat(100)}\n${message}\n${"!".repeat(100)}\n`);
    return null;
  }
  const args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: search.executablePath,
    args: isRoot ? ["--no-sandbox", ...args] : args,
  });
}

export interface ServedApp {
  url: string;
  close(): Promise<void>;
}

/** Serves an app on a free port. */
export async function serveApp(app: TestApp): Promise<ServedApp> {
  const underWay = new Set<Promise<unknown>>();
  const fetch: TestApp["fetch"] = (request, env) => {
    const answer = Promise.resolve(app.fetch(request, env));
    underWay.add(answer);
    void answer.finally(() => underWay.delete(answer));
    return answer;
  };
  const server = createAdaptorServer({
    fetch: fetch as Parameters<typeof createAdaptorServer>[0]["fetch"],
  }) as Server;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Requests that browsers gave up are still worked on: the store must not go before they have ended. */
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.allSettled(underWay);
    },
  };
}

/** A browser context in which the client is logged in. */
export async function contextOf(
  browser: Browser,
  url: string,
  secret: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addCookies([{ name: "habeas_session", value: secret, url, httpOnly: true, sameSite: "Lax" }]);
  return context;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong on a page, one line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}
