import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, createTestApp, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { browserForTests, contextOf, serveApp } from "./browser.ts";
import { sampleArticles, tell } from "./ledger.ts";

const browser = await browserForTests("search in a browser");
afterAll(() => browser?.close());

describe.each(await backendsForTests("search, on MongoDB"))("search, on %s,", (_name, open) => {
  let place: TestStore;
  let app: TestApp;
  let editor: Client;
  let viewer: Client;

  beforeAll(async () => {
    place = await open();
    await tell(place.store, [
      ...sampleArticles,
      {
        url: "https://one.example/be",
        source: "one",
        title: "Калеснікава на волі",
        text: "Марыя Калеснікава выйшла на волю 13 снежня 2025 года.",
        lang: "be",
      },
      {
        url: "https://four.example/formula",
        source: "four",
        title: '=HYPERLINK("http://evil.example")',
        text: "Police in Minsk detained activist Zmicier Sample on 14 December 2025.",
        published: "2025-12-15T08:00:00Z",
      },
    ]);
    app = createTestApp(place.store);
    await app.services.live.look();
    editor = await app.as("editor");
    viewer = await app.as("analyst");
  });
  afterAll(async () => {
    await place.remove();
    expect(app.errors).toEqual([]);
  });

  const json = async <T>(client: Client, path: string): Promise<T> =>
    (await client.get(path)).json() as Promise<T>;
  const found = async (client: Client, query: string) =>
    (await json<{ items: { kind: string }[] }>(client, `/api/v1/search?${encodeURI(query)}`)).items.length;

  it("finds a name in whatever script, and with the switch only as it is written", async () => {
    expect(await found(viewer, "kind=article&text=Kolesnikova")).toBe(3);
    expect(await found(viewer, "kind=article&text=Калеснікава&script=exact")).toBe(1);
    expect(await found(viewer, "kind=person&text=Колесникова")).toBe(1);
    expect(await found(viewer, "kind=event&text=kalesnikava&type=release")).toBe(1);
    expect(await found(viewer, "kind=event&text=kalesnikava&type=arrest")).toBe(0);
  });

  it("counts by everything that hits can be narrowed by, and narrowing gives as many", async () => {
    const facets = await json<Record<string, [string, number][]>>(viewer, "/api/v1/search/facets");
    for (const name of ["type", "standing", "source", "lang"])
      for (const [value, count] of facets[name] ?? [])
        expect(await found(viewer, `${name}=${value}`)).toBe(count);
    expect(facets["type"]?.length).toBeGreaterThan(1);
  });

  it("gives page after page to the end without a hit twice", async () => {
    const ids = new Set<string>();
    let after = "";
    for (let pages = 0; pages < 20; pages++) {
      const page = await json<{ items: { article: { id: string } }[]; next: string | null }>(
        viewer,
        `/api/v1/search?kind=article&limit=2${after}`,
      );
      for (const { article } of page.items) expect(ids.size).toBe(ids.add(article.id).size - 1);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(ids.size).toBe(await found(viewer, "kind=article"));
  });

  it("goes out as a table that no spreadsheet runs, without what is restricted, and is noted", async () => {
    await editor.send("PUT", "/api/v1/restrictions/person/kalesnikava-maria", { reason: "asked for" });
    const answer = await editor.get("/search/export?kind=article&format=csv");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="habeas-articles-2025-12-15.csv"$/,
    );
    const text = await answer.text();
    expect(text).not.toMatch(/Kalesnikava|Калеснікава/);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    const events = await (await editor.get("/api/v1/search/export?format=jsonl")).text();
    expect(events).not.toContain("kalesnikava-maria");
    expect(events.trim().split("\n")).toHaveLength(await found(viewer, ""));
    expect(await (await editor.get("/search/export?format=ics&type=arrest")).text()).toMatch(
      /^BEGIN:VCALENDAR/,
    );
    expect((await editor.get("/search/export?format=ics&kind=person")).status).toBe(400);
    const { items } = await place.store.review.audit.list({ action: "export.search" }, { limit: 9 });
    expect(items.map(({ actor }) => actor)).toEqual([
      editor.user?.login,
      editor.user?.login,
      editor.user?.login,
    ]);
    expect(items[2]?.detail).toMatchObject({ format: "csv", whole: true });
    await editor.send("DELETE", "/api/v1/restrictions/person/kalesnikava-maria");
  });

  it("and the overview leave restricted events out of every count", async () => {
    const figures = async (client: Client) => ({
      facets: await json<unknown>(client, "/api/v1/search/facets"),
      overview: await json<{ events: number[]; released: number }>(client, "/api/v1/overview"),
    });
    const all = await figures(editor);
    expect(await figures(viewer)).toEqual(all);
    expect(all.overview.released).toBeGreaterThan(0);
    await editor.send("PUT", "/api/v1/restrictions/person/kalesnikava-maria", { reason: "asked for" });
    expect(await figures(editor)).toEqual(all);
    const fewer = await figures(viewer);
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
    expect(sum(fewer.overview.events)).toBe(await found(viewer, ""));
    expect(sum(fewer.overview.events)).toBeLessThan(sum(all.overview.events));
    expect(fewer.overview.released).toBe(0);
    expect(await found(viewer, "text=Kolesnikova")).toBe(0);
    await editor.send("DELETE", "/api/v1/restrictions/person/kalesnikava-maria");
  });

  it("finds an event by none of the fields that are hidden of it", async () => {
    const { items } = await place.store.events.list({ type: "sentence" }, { limit: 1 });
    expect(await found(viewer, "text=Homel")).toBe(1);
    await editor.send("PUT", `/api/v1/restrictions/event/${items[0]?.id}`, {
      reason: "a place",
      fields: ["place"],
    });
    expect([await found(viewer, "text=Homel"), await found(editor, "text=Homel")]).toEqual([0, 1]);
    await editor.send("DELETE", `/api/v1/restrictions/event/${items[0]?.id}`);
  });

  it("keeps its filters as views with counts", async () => {
    const query = "kind=article&text=Kolesnikova";
    expect((await viewer.post("/views", { page: "search", name: "Hers", query })).status).toBe(303);
    const html = await (await viewer.get("/search")).text();
    expect(html).toMatch(/kind=article&amp;text=Kolesnikova">Hers 3</);
    expect(await (await viewer.get("/inbox")).text()).not.toContain("Hers");
    expect((await viewer.post("/views", { page: "elsewhere", name: "x", query })).status).toBe(422);
  });

  it.skipIf(browser === null)(
    "works on a narrow screen without JavaScript: asked, narrowed, opened",
    async () => {
      if (browser === null) return;
      const served = await serveApp(app);
      const context = await contextOf(browser, served.url, viewer.secret ?? "", {
        javaScriptEnabled: false,
        viewport: { width: 320, height: 640 },
        colorScheme: "dark",
      });
      const page = await context.newPage();
      await page.goto(`${served.url}/overview`);
      await page.getByRole("link", { name: "Search" }).click();
      await page.getByLabel("Words and names").fill("Колесникова");
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: "Articles" }).click();
      await page.waitForURL("**kind=article**");
      expect(await page.locator(".hits mark").allTextContents()).toContain("Калеснікава");
      expect(await page.locator(".hits mark").allTextContents()).toContain("Kalesnikava");
      await page.getByRole("link", { name: /Belarusian/ }).click();
      expect(await page.locator(".hits > li").count()).toBe(1);
      await page.getByRole("link", { name: "Калеснікава на волі" }).click();
      await page.waitForURL("**/articles/*");
      await context.close();
      await served.close();
    },
  );
});
