import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../../review/http/route.ts";
import { routes } from "../../review/routes.ts";
import { type Client, createTestApp, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { sampleArticles, tell } from "./ledger.ts";

/** All that answer at once; the live stream has a test of its own. */
const readingRoutes = routes.filter(({ method, path }) => method === "GET" && path !== "/live");

/** Names that somebody without clearance must meet nowhere. */
const secretWords = /Kalesnikava|Калеснікава|one\.example|two\.example/;

describe.each(await backendsForTests("what is restricted, on MongoDB"))(
  "a restricted person, on %s,",
  (_name, open) => {
    let place: TestStore;
    let app: TestApp;
    let viewer: Client;
    let editor: Client;
    /** Ids of everything that tells of the person. */
    let ids: string[];

    beforeAll(async () => {
      place = await open();
      await tell(place.store, sampleArticles);
      app = createTestApp(place.store);
      await app.services.live.look();
      [viewer, editor] = [await app.as("analyst"), await app.as("editor")];
      const { store } = place;
      const personId = "kalesnikava-maria";
      const person = await store.persons.get(personId);
      const { items: events } = await store.events.list({ personId }, { limit: 50 });
      expect(events.length).toBeGreaterThan(0);
      const articleIds = person?.articleIds ?? [];
      ids = [
        personId,
        ...events.map(({ id }) => id),
        ...events.flatMap(({ claimIds }) => claimIds),
        ...articleIds,
      ];
      const answer = await editor.send("PUT", `/api/v1/restrictions/person/${personId}`, {
        reason: "asked for by the family",
      });
      expect(answer.status).toBe(200);
    });
    afterAll(async () => {
      await place.remove();
      expect(app.errors).toEqual([]);
    });

    /** Every address of a route that could lead to the person. */
    const addresses = ({ path }: Route): string[] => {
      if (!path.includes(":")) return [path];
      const kinds = ["person", "event", "article"];
      return ids.flatMap((id) =>
        kinds.map((kind) => path.replace(":kind", kind).replace(/:\w+/g, encodeURIComponent(id))),
      );
    };

    it.each(readingRoutes.map((route) => [route.path, route] as const))(
      "is on no page and in no answer for those without clearance: GET %s",
      async (_path, route) => {
        for (const address of new Set(addresses(route))) {
          const answer = await viewer.get(address);
          const text = await answer.text();
          expect(text, address).not.toMatch(secretWords);
          for (const id of ids) if (!address.includes(id)) expect(text, address).not.toContain(id);
        }
      },
    );

    it.each(["text=kalesnikava", "text=Калеснікава", "person=kalesnikava-maria"])(
      "is found by no search: %s",
      async (query) => {
        for (const path of ["/events", "/api/v1/events", "/api/v1/persons", "/api/v1/articles"]) {
          const text = await (await viewer.get(`${path}?${encodeURI(query)}`)).text();
          for (const id of ids.slice(1)) expect(text).not.toContain(id);
        }
      },
    );

    it("is not told live to those without clearance", async () => {
      const streams = await Promise.all([viewer, editor].map((client) => client.get("/live")));
      const listening = streams.map(async (answer) => {
        let heard = "";
        const decoder = new TextDecoder();
        for await (const bytes of answer.body ?? []) {
          heard += decoder.decode(bytes, { stream: true });
          if (heard.includes("Zmicier")) break;
        }
        return heard;
      });
      await tell(place.store, [
        {
          url: "https://one.example/again",
          source: "one",
          title: "Belarus frees two",
          text: "Belarus released opposition leader Maria Kalesnikava from prison on 20 February 2026.",
        },
        {
          url: "https://four.example/last",
          title: "Activist detained",
          text: "Police in Minsk detained activist Zmicier Sample on 14 December 2025.",
        },
      ]);
      await app.services.live.look();
      const [forViewer, forEditor] = await Promise.all(listening);
      expect(forEditor).toMatch(secretWords);
      expect(forViewer).not.toMatch(secretWords);
    });

    it("cannot be told from somebody who was never there", async () => {
      for (const path of ["/api/v1/persons/", "/api/v1/events/", "/api/v1/articles/"])
        for (const id of ids) {
          const hidden = await viewer.get(path + id);
          if (hidden.status === 404)
            expect(await hidden.text()).toBe(await (await viewer.get(`${path}none`)).text());
          else expect(await hidden.text()).not.toMatch(secretWords);
        }
      for (const method of ["PUT", "DELETE"])
        expect(
          (await viewer.send(method, `/api/v1/restrictions/person/${ids[0]}`, { reason: "x" })).status,
        ).toBe(403);
    });

    it("stays with those who have clearance, and comes back for all", async () => {
      const events = "/api/v1/events?person=kalesnikava-maria";
      const count = async (client: Client) =>
        ((await (await client.get(events)).json()) as { items: unknown[] }).items.length;
      expect(await count(editor)).toBeGreaterThan(0);
      expect(await count(viewer)).toBe(0);
      await editor.send("DELETE", "/api/v1/restrictions/person/kalesnikava-maria");
      expect(await count(viewer)).toBe(await count(editor));
      const audited = await place.store.review.audit.list({ actor: editor.user?.login ?? "" }, { limit: 9 });
      expect(audited.items.map(({ action }) => action)).toEqual(["unrestrict", "restrict"]);
    });

    it("may be hidden in some fields only", async () => {
      const [event] = (await place.store.events.list({ type: "sentence" }, { limit: 1 })).items;
      const target = `/api/v1/restrictions/event/${event?.id}`;
      await editor.send("PUT", target, {
        reason: "a place that could be found",
        fields: ["place", "evidence"],
      });
      const seenBy = async (client: Client) =>
        (await (await client.get(`/api/v1/events/${event?.id}`)).json()) as {
          event: { place: string | null };
          claims: unknown[];
        };
      expect([(await seenBy(viewer)).event.place, (await seenBy(viewer)).claims]).toEqual([null, []]);
      expect((await seenBy(editor)).event.place).not.toBeNull();
      expect(await (await viewer.get(`/events/${event?.id}`)).text()).not.toContain("Homel");
      expect(await (await viewer.get("/events?type=sentence")).text()).not.toContain("Homel");
    });
  },
);
