import type { Browser, Page } from "playwright";
import { afterAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { standingDecisions } from "../../model/decision.ts";
import { type Client, createTestApp, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { browserForTests, contextOf, faultsOf, type ServedApp, serveApp } from "./browser.ts";
import { tell, type ToldArticle } from "./ledger.ts";

const browser = await browserForTests("the inbox in a browser");
afterAll(() => browser?.close());

const names = [
  ["Alena", "Sample"],
  ["Ihar", "Vandrouny"],
  ["Maryna", "Zorkaja"],
  ["Viktar", "Palanski"],
  ["Nadzeja", "Rudnik"],
  ["Siarhei", "Hlyboki"],
  ["Katsiaryna", "Vysokaja"],
  ["Mikalai", "Stary"],
  ["Volha", "Novik"],
  ["Andrei", "Krynica"],
  ["Hanna", "Sakavik"],
  ["Piotr", "Zahorski"],
];
const arrests: ToldArticle[] = names.map(([given, surname], index) => ({
  url: `https://one.example/${surname}`,
  source: "one",
  title: `${given} ${surname} detained in Minsk`,
  text: `Police in Minsk detained activist ${given} ${surname} on ${index + 1} December 2025. He was beaten, witnesses from Homel said.`,
}));

describe.skipIf(browser === null).each(await backendsForTests("the inbox on MongoDB"))(
  "an analyst in a browser, on %s,",
  (_name, open) => {
    let place: TestStore;
    let app: TestApp;
    let served: ServedApp;
    let analyst: Client;
    let page: Page;
    const chromium = browser as Browser;

    beforeEach(async () => {
      place = await open();
      await tell(place.store, arrests);
      app = createTestApp(place.store, { now: Date.now });
      await app.services.live.look();
      served = await serveApp(app);
      analyst = await app.as("analyst");
      page = await (await contextOf(chromium, served.url, analyst.secret ?? "")).newPage();
    });
    afterEach(async () => {
      await page.context().close();
      await app.services.live.close();
      await served.close();
      await place.remove();
      expect(app.errors).toEqual([]);
    });

    const decisions = async () =>
      standingDecisions((await place.store.decisions.list({}, { limit: 100 })).items).map(
        ({ kind, reason, by, target }) => ({ kind, reason, by, id: "id" in target ? target.id : "" }),
      );
    const inHand = async () => (await page.locator("#in-hand").textContent())?.trim() ?? "";
    /** Presses a key and waits until another event is in hand. */
    const press = async (...keys: string[]) => {
      const before = page.url();
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForURL((url) => url.href !== before);
      await page.waitForLoadState();
    };

    it("reviews ten events by the keyboard alone: confirms, rejects, is unsure, goes on and back, undoes", async () => {
      await page.goto(`${served.url}/inbox`);
      const first = await inHand();
      const seen = new Set<string>();
      for (let count = 0; count < 8; count++) {
        seen.add(await inHand());
        await press("y");
      }
      seen.add(await inHand());
      await press("x", "2");
      const last = await inHand();
      seen.add(last);
      await press("u");
      expect(seen.size).toBe(10);
      expect((await decisions()).map(({ kind }) => kind)).toEqual([
        ...Array(8).fill("confirm"),
        "reject",
        "unsure",
      ]);
      expect((await decisions())[8]).toMatchObject({
        reason: "Somebody else is meant",
        by: analyst.user?.login,
      });
      await press("z");
      expect(await inHand()).toBe(last);
      expect((await decisions()).map(({ kind }) => kind)).not.toContain("unsure");
      expect(await place.store.review.inbox.count({ state: "done" }, 50)).toBe(9);
      await press("j");
      expect(await inHand()).not.toBe(last);
      await press("k");
      expect(await inHand()).toBe(last);
      await page.keyboard.press("a");
      await page.getByText("Give it back").waitFor();
      await page.keyboard.press("?");
      expect(await page.getByRole("dialog", { name: "Keys" }).textContent()).toContain("Confirm");
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await press("o");
      expect(new URL(page.url()).pathname).toMatch(/^\/articles\//);
      expect(first).not.toBe(last);
      const audited = await place.store.review.audit.list(
        { actor: analyst.user?.login ?? "" },
        { limit: 50 },
      );
      expect(audited.items.filter(({ action }) => action === "event.confirm")).toHaveLength(8);
    });

    it("edits a slot by selecting words of the evidence", async () => {
      await page.goto(`${served.url}/inbox`);
      await page
        .locator("blockquote p")
        .first()
        .evaluate((paragraph) => {
          const document = paragraph.ownerDocument;
          const walker = document.createTreeWalker(paragraph, 4);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = (node.textContent ?? "").indexOf("Homel");
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 5);
            document.getSelection()?.addRange(range);
          }
        });
      await page.getByRole("link", { name: "Where" }).click();
      await page.waitForURL("**/edit?place=Homel");
      expect(await page.inputValue("[name=place]")).toBe("Homel");
      expect(await faultsOf(page)).toEqual([]);
      await page.fill("[name=reason]", "the witnesses");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/events/*");
      const [edit] = (await place.store.decisions.list({ kind: "edit" }, { limit: 1 })).items;
      expect(edit).toMatchObject({ changes: { place: "Homel" }, reason: "the witnesses" });
      expect(await page.locator("#decisions + .log").textContent()).toContain("place: Homel");
    });

    it("is told when a second one decided first, with the difference, and overwrites nothing", async () => {
      await page.goto(`${served.url}/inbox`);
      const title = await inHand();
      const id = new URL(
        await page.locator("#in-hand a").evaluate((link) => String(Reflect.get(link, "href"))),
      ).pathname;
      const second = await app.as("analyst", { name: "The second" });
      expect((await second.post(`${id}/decide`, { kind: "reject It did not happen" })).status).toBe(303);
      await page.keyboard.press("y");
      await page.getByRole("alert").waitFor();
      const told = await page.locator("main").textContent();
      expect(told).toContain("Your decision (confirm) has not been recorded");
      expect(told).toContain(`${second.user?.login} rejected it`);
      expect(told).toContain(title);
      expect(await faultsOf(page)).toEqual([]);
      expect((await decisions()).map(({ kind }) => kind)).toEqual(["reject"]);
      await page.keyboard.press("y");
      await page.waitForURL("**/inbox?event=*");
      expect((await decisions()).map(({ kind, by }) => [kind, by])).toEqual([
        ["reject", second.user?.login],
        ["confirm", analyst.user?.login],
      ]);
    });

    it("loses no decision when the connection is gone for a moment", async () => {
      await page.goto(`${served.url}/inbox`);
      await page.context().setOffline(true);
      await page.keyboard.press("y");
      await page.getByText("1 decision waits for a connection").waitFor();
      expect(await decisions()).toEqual([]);
      await page.context().setOffline(false);
      await page.getByText("1 decision waits").waitFor({ state: "detached" });
      await page.reload();
      expect((await decisions()).map(({ kind }) => kind)).toEqual(["confirm"]);
    });

    it("hears of a new event while the list is open, and nothing moves by itself", async () => {
      await page.goto(`${served.url}/events`);
      const connected = page.waitForResponse("**/live");
      await page.reload();
      await connected;
      const rows = await page.locator("tbody tr").count();
      await tell(place.store, [
        {
          url: "https://one.example/new",
          title: "Belarus frees Maria Kalesnikava",
          text: "Belarus released opposition leader Maria Kalesnikava from prison on 13 December 2025.",
        },
      ]);
      await app.services.live.look();
      await page.getByText(/New: release: .*Kalesnikava|new events, last/).waitFor();
      expect(await page.locator("tbody tr").count()).toBe(rows);
      await page.getByRole("button", { name: "Show" }).click();
      await page
        .getByRole("cell", { name: /Kalesnikava/ })
        .first()
        .waitFor();
    });
  },
);
