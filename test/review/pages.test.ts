import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDelivery } from "../../alerts/samples.ts";
import { AlertRuleSchema } from "../../model/alert.ts";
import { type Client, createTestApp, password, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { browserForTests, contextOf, faultsOf, type ServedApp, serveApp } from "./browser.ts";
import { sampleArticles, tell } from "./ledger.ts";

const browser = await browserForTests("the review app in a browser");
afterAll(() => browser?.close());

const backends = await backendsForTests("the review app on MongoDB");

/** Pages that everybody with the role sees; every new page belongs in here. */
const pages = [
  "/overview",
  "/overview?days=365",
  "/search",
  "/search?text=Колесникова",
  "/search?kind=person&text=kolesnikova",
  "/search?kind=article&text=released",
  "/search?text=nothing-of-it&script=exact",
  "/events",
  "/events?type=release",
  "/events/:first",
  "/account",
  "/inbox",
  "/inbox?state=done",
  "/events/:first/edit",
  "/articles/:article",
  "/persons",
  "/persons/kalesnikava-maria",
  "/persons/kalesnikava-maria?asOf=2025-12-13",
  "/tasks",
  "/users",
  "/audit",
  "/alerts",
  "/alerts/new",
  "/alerts/new?as=yaml",
  "/alerts/rules/releases",
  "/alerts/deliveries",
  "/alerts/deliveries/sample-delivery",
  "/articles/:article/add",
];

describe.skipIf(browser === null).each(backends)("the review app in a browser, on %s,", (_name, open) => {
  let place: TestStore;
  let app: TestApp;
  let served: ServedApp;
  let admin: Client;
  const chromium = browser as Browser;

  beforeAll(async () => {
    place = await open();
    await tell(place.store, sampleArticles);
    app = createTestApp(place.store);
    await app.services.live.look();
    await place.store.alerts.rules.insert(
      AlertRuleSchema.parse({ id: "releases", name: "Releases", oldNews: true, to: ["desk"] }),
    );
    await place.store.alerts.deliveries.insert(sampleDelivery({ state: "dead" }));
    served = await serveApp(app);
    admin = await app.as("admin");
  });
  afterAll(async () => {
    await served.close();
    await place.remove();
    expect(app.errors).toEqual([]);
  });

  const address = async (path: string) => {
    const [event] = (await place.store.events.list({ type: "release" }, { limit: 1 })).items;
    const [article] = (await place.store.articles.list({}, { limit: 1 })).items;
    return (
      served.url + path.replace(":first", event?.id ?? "none").replace(":article", article?.id ?? "none")
    );
  };

  it.each(pages)("has no fault of accessibility, on wide, narrow and dark screens: %s", async (path) => {
    for (const options of [
      { viewport: { width: 1440, height: 900 } },
      { viewport: { width: 320, height: 640 } },
      { colorScheme: "dark" as const },
    ]) {
      const context = await contextOf(chromium, served.url, admin.secret ?? "", options);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("console", (message) => problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
      await page.goto(await address(path));
      expect(await faultsOf(page)).toEqual([]);
      expect(problems).toEqual([]);
      const overflow = await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
      await context.close();
    }
  });

  it("asks for login and password, leads on to where one wanted to go, and logs out", async () => {
    const user = await app.addUser("analyst");
    const context = await chromium.newContext();
    const page = await context.newPage();
    await page.goto(`${served.url}/events?type=release`);
    expect(new URL(page.url()).pathname).toBe("/login");
    expect(await faultsOf(page)).toEqual([]);
    await page.fill("[name=login]", user.login);
    await page.fill("[name=password]", password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/events?type=release");
    await page.getByText(user.name).click();
    await page.getByRole("button", { name: "Log out" }).click();
    await page.waitForURL("**/login");
    await page.goto(`${served.url}/events`);
    expect(new URL(page.url()).pathname).toBe("/login");
    await context.close();
  });

  it("is read without JavaScript", async () => {
    const context = await contextOf(chromium, served.url, admin.secret ?? "", { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.url}/events?type=release`);
    await page
      .getByRole("row", { name: /Kalesnikava/ })
      .getByRole("link")
      .click();
    await page.waitForURL("**/events/*");
    expect(await page.locator("blockquote mark.trigger").first().textContent()).toMatch(/released|frees/);
    await context.close();
  });
});
