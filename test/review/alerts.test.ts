import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDelivery, sampleNotice } from "../../alerts/samples.ts";
import type { AlertRule, Delivery } from "../../model/alert.ts";
import { alertsForTest, type Client, createTestApp, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { sampleArticles, tell } from "./ledger.ts";
import { AlertRuleSchema } from "../../model/alert.ts";

const person = "kalesnikava-maria";
const fromFile = AlertRuleSchema.parse({ id: "written", name: "Written down", to: ["desk"] });

/** What a browser sends of a form in which only this was filled in. */
const filled = {
  id: "releases",
  name: "Releases",
  enabled: "on",
  "what.types:release": "on",
  "what.assertions:asserted": "on",
  "changes:new": "on",
  "changes:denied": "on",
  "minimum.confidence": "0",
  oldNews: "on",
  "to:desk": "on",
};

describe.each(await backendsForTests("alerts in the review app, on MongoDB"))(
  "alerts in the review app, on %s,",
  (_name, open) => {
    let place: TestStore;
    let app: TestApp;
    let editor: Client;
    let analyst: Client;

    beforeAll(async () => {
      place = await open();
      await tell(place.store, sampleArticles);
      app = createTestApp(place.store, {
        alerts: alertsForTest({ rules: [fromFile], fileRules: [fromFile.id] }),
      });
      [editor, analyst] = [await app.as("editor"), await app.as("analyst")];
    });
    afterAll(async () => {
      await place.remove();
      expect(app.errors).toEqual([]);
    });

    const stored = (id: string) => place.store.alerts.rules.get(id);
    const textOf = async (client: Client, path: string) => (await client.get(path)).text();
    const seenIn = (html: string) =>
      (/name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "")
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'");
    const audited = async (action: string) =>
      (await place.store.review.audit.list({ action }, { limit: 10 })).items.map(({ target }) => target?.id);

    it("makes a rule from a form, as the form says it, and notes who did", async () => {
      const answer = await editor.post("/alerts/new", filled);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/alerts/rules/releases"]);
      expect(await stored("releases")).toEqual(
        AlertRuleSchema.parse({
          id: "releases",
          name: "Releases",
          what: { types: ["release"] },
          changes: ["new", "denied"],
          minimum: { confidence: 0 },
          oldNews: true,
          to: ["desk"],
        }),
      );
      expect(await audited("alerts.rule.add")).toEqual(["releases"]);
      expect(await textOf(analyst, "/alerts")).toContain("Releases");
    });

    it("opens a rule's form so that saving it unchanged changes nothing", async () => {
      const whole = AlertRuleSchema.parse({
        id: "whole",
        name: 'Whole "rule" & all',
        who: { persons: [person], lists: ["my-list"] },
        what: {
          types: ["arrest", "release"],
          assertions: ["asserted", "planned"],
          conditions: ["torture"],
          clock: { kinds: ["lawyer"], minimumDays: 60 },
        },
        where: { countries: ["BY", "RU"], facilities: ["sizo-1"] },
        from: { sources: ["one"], tiers: [1, 2], languages: ["be"] },
        minimum: { confidence: 0.7, standing: "corroborated" },
        changes: ["silence", "condition"],
        language: "ru",
        urgency: "high",
        quietHours: { from: "22:00", to: "07:00", timeZone: "Europe/Warsaw" },
        rateCap: { messages: 5, perMinutes: 60 },
        digest: { every: "daily", at: "09:30", timeZone: "Europe/Warsaw" },
        restricted: true,
        oldNews: true,
        maxAgeDays: 30,
        to: ["desk"],
      });
      await place.store.alerts.rules.insert(whole);
      const html = await textOf(editor, "/alerts/rules/whole/edit");
      const fields: Record<string, string> = {};
      for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
        const name = /name="([^"]*)"/.exec(tag)?.[1] ?? "";
        if (tag.includes('type="checkbox"')) {
          if (tag.includes("checked")) fields[name] = "on";
        } else
          fields[name] = (/value="([^"]*)"/.exec(tag)?.[1] ?? "")
            .replaceAll("&quot;", '"')
            .replaceAll("&amp;", "&");
      }
      for (const [, name = "", body = ""] of html.matchAll(/<select name="([^"]*)">(.*?)<\/select>/gs))
        fields[name] = /value="([^"]*)" selected/.exec(body)?.[1] ?? "";
      delete fields["_csrf"];
      const answer = await editor.post("/alerts/rules/whole/edit", fields);
      expect(answer.status, await answer.text()).toBe(303);
      expect(await stored("whole")).toEqual(whole);
      await place.store.alerts.rules.remove("whole");
    });

    it("changes a rule as YAML, and names line and key of what is wrong with it", async () => {
      const seen = seenIn(await textOf(editor, "/alerts/rules/releases/edit?as=yaml"));
      expect(seen).toMatch(/^id: releases\nname: Releases\nwhat:\n {2}types:\n {4}- release\n/);
      const wrong = seen.replace("- release", "- relaese").replace("- desk", "- dekc");
      const refused = await editor.post("/alerts/rules/releases/edit", { yaml: wrong, seen });
      expect(refused.status).toBe(422);
      const said = await refused.text();
      expect(said).toContain("line 5, what.types.0: found &quot;relaese&quot;, expected one of");
      expect(said).toContain("relaese");
      const unknown = seen.replace("- desk", "- dekc");
      expect(
        await (await editor.post("/alerts/rules/releases/edit", { yaml: unknown, seen })).text(),
      ).toContain("to: found dekc, expected one of desk");
      const better = seen.replace("name: Releases", "name: Who is free").replaceAll("\n", "\r\n");
      expect((await editor.post("/alerts/rules/releases/edit", { yaml: better, seen })).status).toBe(303);
      expect(await stored("releases")).toMatchObject({ name: "Who is free", what: { types: ["release"] } });
      expect(await audited("alerts.rule.change")).toContain("releases");
    });

    it("tells the second of two editors, and overwrites nothing", async () => {
      const seen = seenIn(await textOf(editor, "/alerts/rules/releases/edit"));
      await editor.post("/alerts/rules/releases/edit", { ...filled, name: "First", seen });
      const second = await editor.post("/alerts/rules/releases/edit", { ...filled, name: "Second", seen });
      expect(second.status).toBe(409);
      expect(await second.text()).toContain("Somebody else changed this rule meanwhile");
      expect((await stored("releases"))?.name).toBe("First");
      expect((await editor.post("/alerts/new", filled)).status).toBe(409);
    });

    it("shows what a rule would have sent and why, and why not the rest", async () => {
      const html = await textOf(analyst, "/alerts/rules/releases");
      expect(html).toMatch(/would have sent <strong>[1-9]\d* message/);
      expect(html).toContain("Kalesnikava");
      expect(html).toContain("its type is release, wanted: release");
      expect(html).toContain("wanted: release");
      const answer = await analyst.get("/api/v1/alerts/rules/releases/preview");
      const { items } = (await answer.json()) as { items: { send: boolean; because: string[] }[] };
      expect(new Set(items.map(({ send }) => send))).toEqual(new Set([true, false]));
      expect(items.filter(({ send }) => !send).every(({ because }) => because.length > 0)).toBe(true);
    });

    it("previews a rule that is not kept", async () => {
      const draft = { ...filled, id: "draft" };
      const answer = await editor.post("/alerts/preview", draft);
      expect(await answer.text()).toMatch(/Nothing was saved.*would have sent <strong>[1-9]/s);
      expect(await stored("draft")).toBeNull();
      const broken = await editor.post("/alerts/preview", { ...draft, "quietHours.from": "25:00" });
      expect([broken.status, await broken.text()]).toEqual([422, expect.stringContaining("quietHours.from")]);
    });

    it("turns rules off and on, and removes them", async () => {
      await editor.post("/alerts/rules/releases/switch", {});
      expect((await stored("releases"))?.enabled).toBe(false);
      await editor.post("/alerts/rules/releases/switch", { enabled: "on" });
      expect((await stored("releases"))?.enabled).toBe(true);
      await editor.post("/alerts/new", { ...filled, id: "short-lived" });
      expect((await editor.post("/alerts/rules/short-lived/remove")).status).toBe(303);
      expect(await stored("short-lived")).toBeNull();
      for (const action of ["alerts.rule.disable", "alerts.rule.enable", "alerts.rule.remove"])
        expect(await audited(action)).toHaveLength(1);
    });

    it("shows rules of the file and changes none of them", async () => {
      expect(await textOf(analyst, "/alerts/rules/written")).toContain("from the file");
      expect((await editor.get("/alerts/rules/written/edit")).status).toBe(409);
      for (const [path, fields] of [
        ["/alerts/rules/written/edit", { ...filled, seen: "" }],
        ["/alerts/rules/written/switch", {}],
        ["/alerts/rules/written/remove", {}],
        ["/alerts/new", { ...filled, id: "written" }],
      ] as const)
        expect((await editor.post(path, fields)).status).toBe(409);
    });

    it("begins a rule with a ready-made one or a copy", async () => {
      expect(await textOf(editor, "/alerts/new?preset=deaths")).toMatch(
        /name="what.types:death_in_custody" checked/,
      );
      expect(await textOf(editor, "/alerts/new?preset=arrests&as=yaml")).toContain("- disappearance");
      expect(await textOf(editor, "/alerts/new?copy=written")).toContain('value="written-copy"');
      expect((await editor.get("/alerts/new?preset=none")).status).toBe(404);
    });

    it("shows secrets of targets by their place only, and sends them a sample", async () => {
      const html = await textOf(analyst, "/alerts");
      expect(html).toContain("from the environment variable DESK_URL");
      expect(html).not.toContain("very-secret");
      const tried = await (await editor.post("/alerts/targets/desk/try")).text();
      expect(tried).toContain("desk took the sample: 200 ok");
      expect(tried).not.toContain("very-secret");
      expect((await editor.post("/alerts/targets/none/try")).status).toBe(404);
    });

    it("does by API what the pages do", async () => {
      const rule: AlertRule = AlertRuleSchema.parse({ id: "by-api", name: "By API", to: ["desk"] });
      expect((await editor.send("POST", "/api/v1/alerts/rules", rule)).status).toBe(201);
      const bad = await editor.send("POST", "/api/v1/alerts/rules", { ...rule, id: "bad", to: ["nobody"] });
      expect([bad.status, await bad.json()]).toEqual([
        422,
        expect.objectContaining({ errors: [{ field: "to", message: "found nobody, expected one of desk" }] }),
      ]);
      const change = { rule: { ...rule, name: "Renamed" }, seen: rule };
      expect((await editor.send("PUT", "/api/v1/alerts/rules/by-api", change)).status).toBe(200);
      expect((await editor.send("PUT", "/api/v1/alerts/rules/by-api", change)).status).toBe(409);
      const list = (await (await analyst.get("/api/v1/alerts/rules")).json()) as {
        items: { rule: AlertRule; fromFile: boolean }[];
      };
      expect(list.items.map(({ rule: { id }, fromFile: own }) => [id, own])).toEqual([
        ["written", true],
        ["releases", false],
        ["by-api", false],
      ]);
      expect((await editor.send("DELETE", "/api/v1/alerts/rules/by-api")).status).toBe(204);
    });

    describe("deliveries", () => {
      const deliver = (id: string, change: Partial<Delivery>) =>
        place.store.alerts.deliveries.insert(sampleDelivery({ id, ...change }));
      const failed = {
        at: "2025-12-13T18:00:01.000Z",
        ok: false,
        spent: true,
        code: null,
        answer: "answered 410: <b>gone</b>",
        milliseconds: 12,
      };

      it("stand there with what the target answered, and dead ones are sent again", async () => {
        await deliver("sent", { state: "delivered", deliveredAt: "2025-12-13T18:00:02.000Z" });
        await deliver("dead", { state: "dead", attempts: [failed], createdAt: "2025-12-13T19:00:00.000Z" });
        const html = await textOf(analyst, "/alerts/deliveries?state=dead");
        expect(html).toContain("answered 410: &lt;b&gt;gone&lt;/b&gt;");
        expect(html).not.toContain("/alerts/deliveries/sent");
        expect(await textOf(analyst, "/alerts/deliveries/dead")).not.toContain("Send it again");
        expect(await textOf(editor, "/alerts/deliveries/dead")).toContain("Send it again");
        expect((await editor.post("/alerts/deliveries/dead/replay")).status).toBe(303);
        expect((await place.store.alerts.deliveries.get("dead"))?.state).toBe("waiting");
        expect((await editor.post("/alerts/deliveries/dead/replay")).status).toBe(409);
        expect(await audited("alerts.replay")).toEqual(["dead"]);
      });

      it("come in pages", async () => {
        const ids: string[] = [];
        let path: string | null = "/api/v1/alerts/deliveries?limit=1";
        while (path !== null) {
          const page = (await (await analyst.get(path)).json()) as { items: Delivery[]; next: string | null };
          ids.push(...page.items.map(({ id }) => id));
          path =
            page.next === null
              ? null
              : `/api/v1/alerts/deliveries?limit=1&after=${encodeURIComponent(page.next)}`;
        }
        expect(ids.toSorted()).toEqual(["dead", "sent"]);
      });

      it("about sources are for administrators, apart from what readers are told", async () => {
        const operations = { subject: "Source has gone dark: One", text: "No article for 9 days." };
        await deliver("dark", { kind: "operations", notices: [], operations, ruleId: "operations" });
        const admin = await app.as("admin");
        expect(await textOf(admin, "/alerts/deliveries")).not.toContain("gone dark");
        expect(await textOf(admin, "/alerts/deliveries?about=sources")).toContain("gone dark");
        expect((await editor.get("/alerts/deliveries?about=sources")).status).toBe(403);
        expect((await editor.get("/alerts/deliveries/dark")).status).toBe(404);
      });
    });

    it("shows nothing of who is restricted to those without clearance, in rules, previews and deliveries", async () => {
      const [event] = (await place.store.events.list({ personId: person, type: "release" }, { limit: 1 }))
        .items;
      const subject = { id: person, name: "Maria Kalesnikava" };
      const base = sampleNotice();
      const after = base.after === null ? null : { ...base.after, subjects: [subject] };
      await place.store.alerts.deliveries.insert(
        sampleDelivery({ id: "told", notices: [{ ...base, eventId: event?.id ?? "", after, names: {} }] }),
      );
      await place.store.alerts.rules.insert(
        AlertRuleSchema.parse({ id: "hers", name: "Hers", who: { persons: [person] }, to: ["desk"] }),
      );
      await place.store.alerts.rules.insert(
        AlertRuleSchema.parse({ id: "open", name: "Cleared", restricted: true, to: ["desk"] }),
      );
      expect(await textOf(analyst, "/alerts/deliveries")).toContain("Maria Kalesnikava");
      await editor.send("PUT", `/api/v1/restrictions/person/${person}`, { reason: "asked for" });
      for (const path of [
        "/alerts",
        "/alerts/rules/releases",
        "/alerts/deliveries",
        "/api/v1/alerts/rules",
        "/api/v1/alerts/rules/releases/preview",
        "/api/v1/alerts/deliveries",
      ]) {
        const text = await textOf(analyst, path);
        expect(text, path).not.toMatch(/Kalesnikava|kalesnikava|Hers|Cleared/);
        expect(text, path).not.toContain(event?.id ?? "none");
      }
      for (const path of ["/alerts/deliveries/told", "/alerts/rules/hers", "/alerts/rules/open"]) {
        expect((await analyst.get(path)).status, path).toBe(404);
        expect((await editor.get(path)).status, path).toBe(200);
      }
      const unclear = await app.as("editor", { seesRestricted: false });
      const asks = await unclear.post("/alerts/preview", { ...filled, id: "sly", restricted: "on" });
      expect(asks.status).toBe(403);
    });
  },
);
