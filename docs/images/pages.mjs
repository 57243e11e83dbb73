// Makes pictures of the review app's pages, wide (1440) and as on a phone (390), from what `habeas demo` finds.
//   npm run build && node docs/images/pages.mjs [part of a name]
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { chromium } from "playwright";
import UPNG from "upng-js";
import { createAlertSetup } from "../../dist/alerts/setup.js";
import { AlertRuleSchema } from "../../dist/model/alert.js";
import { loadGazetteers } from "../../dist/config/load-gazetteers.js";
import { createCountriesOf } from "../../dist/config/countries-of.js";
import { findBrowser } from "../../dist/crawlers/fetch/find-browser.js";
import { createReviewApp } from "../../dist/review/http/app.js";
import { loadSources } from "../../dist/config/load-sources.js";
import { openStore } from "../../dist/storage/index.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "../../dist");
const [only = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "habeas-image-"));
const widths = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
/** Colours in a picture: text stays sharp, and it is a quarter of the size. */
const colours = 64;
/** Longest picture in pixels. */
const longest = 1500;

/** The clock of the pictures: the evening of the day on which the demo's newspapers told the most. */
async function busiestEvening(store) {
  const days = await store.search.toldDays("2000-01-01", "2100-01-01");
  const busiest = days.toSorted((a, b) => b.events - a.events)[0];
  return Date.parse(`${busiest.day}T19:00:00Z`);
}

/** The demo's newspapers are in no list of sources; their articles name them. */
async function demoSources(store) {
  const { items } = await store.articles.list({}, { limit: 500 });
  const names = new Map(items.flatMap(({ sourceId, article }) => (article === null ? [] : [[sourceId, article.sourceName]])));
  return [...names].map(([id, name]) => ({ id, name, countries: [] }));
}

/** Addresses of the pages by the names of their pictures. */
async function pagesOf(store) {
  const { items: releases } = await store.events.list({ type: "release", assertion: "asserted" }, { limit: 50 });
  const named = releases.filter(({ subjects }) => subjects.length > 0);
  const told = named.toSorted((a, b) => b.claimIds.length - a.claimIds.length)[0];
  const [claim] = await store.claims.get(told.claimIds);
  const known = told.subjects[0];
  return {
    overview: "/overview",
    inbox: "/inbox",
    search: `/search?kind=article&text=${encodeURIComponent("Колесникова")}`,
    "search-events": "/search?text=release",
    events: "/events",
    event: `/events/${told.id}`,
    article: `/articles/${claim.articleId}`,
    persons: "/persons",
    person: `/persons/${encodeURIComponent(known.id)}`,
    questions: "/tasks",
    alerts: "/alerts",
    rule: "/alerts/rules/releases",
    "new-rule": "/alerts/new?preset=treatment",
    deliveries: "/alerts/deliveries",
    users: "/users",
    audit: "/audit",
    account: "/account",
  };
}

try {
  const run = spawnSync(process.execPath, [join(dist, "cli/main.js"), "demo", "--no-serve", "--keep", join(folder, "demo")], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const [gazetteers, sources] = [loadGazetteers(), loadSources()];
  const store = await openStore({
    dataFolder: join(folder, "demo"),
    mongodbDatabase: "",
    countriesOf: createCountriesOf({ gazetteers, sources }),
  });
  const at = await busiestEvening(store);
  const rule = AlertRuleSchema.parse({ id: "releases", name: "Releases of anybody", what: { types: ["release"] }, oldNews: true, to: ["desk"] });
  await store.alerts.rules.insert(rule);
  const setup = createAlertSetup({
    rules: [rule],
    targets: [{ id: "desk", channel: "slack", settings: { url: { env: "SLACK_URL" } } }],
    operators: [],
    lists: { "my-list": ["kalesnikava-maria"] },
    gazetteers,
    sources,
    baseUrl: null,
  });
  const app = createReviewApp({
    alerts: { setup: async () => setup, tools: {} },
    store, now: () => at, random: randomBytes, sources: [...sources, ...(await demoSources(store))], gazetteers, publicUrl: null, host: "127.0.0.1", trustedProxies: [],
    sessionIdleMinutes: 60, sessionHours: 12, onError: (error) => console.error(error),
  });
  await app.services.live.look();
  const login = "ada";
  const createdAt = new Date(at).toISOString();
  await store.review.users.insert({
    login, name: "Ada Karlin", role: "admin", seesRestricted: true, password: null, totp: null, active: true, createdAt, tourDone: true,
  });
  const secret = await app.services.sessions.start(login, { address: null, userAgent: "Firefox" });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const found = await findBrowser();
  if (!found.found) throw new Error(found.advice);
  const browser = await chromium.launch({ executablePath: found.executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  for (const [kind, viewport] of Object.entries(widths)) {
    const context = await browser.newContext({ viewport, colorScheme: "light" });
    await context.addCookies([{ name: "habeas_session", value: secret, url }]);
    const page = await context.newPage();
    for (const [name, address] of Object.entries(await pagesOf(store))) {
      if (!name.includes(only)) continue;
      const answer = await page.goto(url + address);
      if (answer.status() !== 200) {
        console.error(`${address} answered ${answer.status()}: no picture`);
        continue;
      }
      const height = Math.min(longest, await page.evaluate("document.documentElement.scrollHeight"));
      const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width: viewport.width, height } });
      writeFileSync(join(here, `${name}-${kind}.png`), smaller(png));
    }
    await context.close();
  }
  await browser.close();
  await app.services.live.close();
  server.close();
  server.closeAllConnections();
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The same picture with a palette. */
function smaller(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colours));
}
