import { parseFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, createTestApp, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { sampleArticles, tell } from "./ledger.ts";

describe.each(await backendsForTests("feeds of saved views, on MongoDB"))(
  "a feed of a saved view, on %s,",
  (_name, open) => {
    let place: TestStore;
    let app: TestApp;
    let analyst: Client;
    let viewId: string;

    beforeAll(async () => {
      place = await open();
      await tell(place.store, sampleArticles);
      app = createTestApp(place.store, { publicUrl: null });
      await app.services.live.look();
      analyst = await app.as("editor");
      await analyst.post("/views", { page: "inbox", name: "Freed & gone", query: "type=release" });
      const { items } = await place.store.review.views.list({}, { limit: 5 });
      viewId = items[0]?.id ?? "";
    });
    afterAll(async () => {
      await place.remove();
      expect(app.errors).toEqual([]);
    });

    async function addresses(client = analyst): Promise<string[]> {
      const text = await (await client.post(`/feeds/${viewId}`)).text();
      return [...text.matchAll(/http:\/\/localhost(\/feeds\/[^<]+)/g)].map(([, path = ""]) => path);
    }

    it("is followed by whoever knows its address, in three forms", async () => {
      const [atom = "", json = "", calendar = ""] = await addresses();
      const answer = await app.anonymous.get(atom);
      expect(answer.headers.get("content-type")).toMatch(/^application\/atom\+xml/);
      const { format, feed } = parseFeed(await answer.text());
      expect(format).toBe("atom");
      expect(feed.title).toMatchObject({ value: "Habeas: Freed & gone" });
      expect(JSON.stringify(feed)).toContain("Release of Maria Kalesnikava");
      const items = ((await (await app.anonymous.get(json)).json()) as { items: { tags: string[] }[] }).items;
      expect(items.length).toBeGreaterThan(0);
      for (const { tags } of items) expect(tags[0]).toBe("release");
      const ics = await (await app.anonymous.get(calendar)).text();
      expect(ics).toMatch(/BEGIN:VEVENT[^]*DTSTART;VALUE=DATE:20251213/);
    });

    it("says when nothing changed, and has one address for each that was made", async () => {
      const [atom = ""] = await addresses();
      const etag = (await app.anonymous.get(atom)).headers.get("etag") ?? "";
      expect((await app.anonymous.get(atom, { "if-none-match": etag })).status).toBe(304);
      expect((await addresses())[0]).not.toBe(atom);
      expect((await app.anonymous.get(atom)).status).toBe(200);
      const stored = JSON.stringify(await place.store.review.viewFeeds.list({}, { limit: 50 }));
      expect(stored).not.toContain(atom.split("/")[2]);
    });

    it("never holds anything restricted, not even for who may see it", async () => {
      const [atom = ""] = await addresses();
      const put = await analyst.send("PUT", "/api/v1/restrictions/person/kalesnikava-maria", {
        reason: "asked for by the family",
      });
      expect(put.status).toBe(200);
      for (const client of [app.anonymous, analyst])
        expect(await (await client.get(atom)).text()).not.toMatch(/Kalesnikava/);
      await analyst.send("DELETE", "/api/v1/restrictions/person/kalesnikava-maria");
    });

    it("is nobody else's to make or to end", async () => {
      const other = await app.as("analyst");
      expect((await other.post(`/feeds/${viewId}`)).status).toBe(404);
      expect((await other.post(`/feeds/${viewId}/end`)).status).toBe(404);
      expect(await (await other.get("/feeds")).text()).not.toContain("Freed");
    });

    it("ends when it is ended, when its view goes, and when its owner may no longer log in", async () => {
      const [atom = ""] = await addresses();
      await place.store.review.users.update(
        analyst.user?.login ?? "",
        (user) => user && { ...user, active: false },
      );
      expect((await app.anonymous.get(atom)).status).toBe(404);
      await place.store.review.users.update(
        analyst.user?.login ?? "",
        (user) => user && { ...user, active: true },
      );
      expect((await app.anonymous.get(atom)).status).toBe(200);
      expect((await analyst.post(`/feeds/${viewId}/end`)).status).toBe(303);
      expect((await app.anonymous.get(atom)).status).toBe(404);
      const [again = ""] = await addresses();
      await analyst.post(`/views/${viewId}/remove`);
      expect((await app.anonymous.get(again)).status).toBe(404);
      const { items } = await place.store.review.audit.list({}, { limit: 100 });
      const actions = items.map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(["feed.create", "feed.end"]));
    });

    it.each(["/feeds/none/atom.xml", "/feeds/none/feed.exe"])("is not there at %s", async (path) => {
      expect((await app.anonymous.get(path)).status).toBe(404);
    });
  },
);
