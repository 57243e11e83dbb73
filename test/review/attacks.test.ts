import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleId } from "../../model/article.ts";
import { routes } from "../../review/routes.ts";
import { article, claim, discovery, event, extraction, mention } from "../../storage/conformance/samples.ts";
import type { Store } from "../../storage/store.ts";
import { type Client, createTestApp, password, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { browserForTests, contextOf, serveApp } from "./browser.ts";

const payloads = [
  '<script>document.title="hit"</script>',
  `"><img src=x onerror=document.title="hit">`,
  "'><svg/onload=alert(1)>",
  "{{constructor.constructor('alert(1)')()}}",
  "</title><script>alert(1)</script>",
];
const injections = [
  "' OR '1'='1",
  '"; DROP TABLE events; --',
  '{"$gt":""}',
  "$where: 1",
  "a\u0000b",
  "*",
  '" OR words:*',
  "NEAR(a b)",
  "../../etc/passwd",
  "%00",
  "\ud800",
];

const addressOf = (index: number) =>
  index === 0 ? "javascript:alert(1)" : `https://one.example/${index}?"><script>`;

/** Puts hostile words wherever an article, a feed or a name could bring them. */
async function plant(store: Store, payload: string, index: number): Promise<void> {
  const url = addressOf(index);
  const told = article(url, `Court ${payload}`, `She said ${payload} here.`, {
    sourceName: payload,
    sourceId: payload,
    authors: [payload],
    lang: payload,
    section: payload,
    leadImage: url,
    published: "2025-12-14",
  });
  await store.articles.discover([
    discovery({ url, sourceId: payload, hint: { title: payload, published: payload } }),
  ]);
  await store.articles.advance(told.id, { stage: "fetched", at: "2025-12-14T08:00:00Z", article: told });
  const party = { id: `p${index}`, name: payload };
  const slots = {
    subjects: [party],
    agents: [party],
    recipients: [party],
    place: payload,
    term: payload,
    charge: payload,
  };
  const evidence = { start: 0, end: told.text.length };
  const names = { subjects: [payload], agents: [payload], recipients: [payload], attributedTo: [payload] };
  await store.extractions.put(
    extraction(told.id, "1", {
      events: [
        {
          ...slots,
          ...names,
          type: "release",
          date: null,
          group: null,
          assertion: "negated",
          ruleId: payload,
          confidence: { value: 1, parts: {} },
          evidence,
          trigger: { start: 3, end: 9 },
          cues: [{ start: 1, end: 4 }],
        },
      ],
    }),
  );
  const said = {
    articleId: told.id,
    evidence,
    quote: payload,
    ruleId: payload,
    attributedTo: [party],
    ...slots,
  };
  await store.claims.replaceInBlock(told.id, `b${index}`, [
    claim(`c${index}`, { ...said, assertion: "negated" }),
  ]);
  await store.events.replaceBlock(`b${index}`, [
    event(`e${index}`, {
      ...slots,
      blockKey: `b${index}`,
      group: { count: 3, label: payload },
      claimIds: [`c${index}`],
      sourceIds: [payload],
    }),
  ]);
  await store.persons.noteMentions(told.id, [mention(`p${index}`, { name: payload, names: [payload] })]);
}

const browser = await browserForTests("hostile texts in a browser");
afterAll(() => browser?.close());

describe.each(await backendsForTests("attacks on MongoDB"))(
  "the review app under attack, on %s,",
  (_name, open) => {
    let place: TestStore;
    let app: TestApp;
    let admin: Client;
    let ids: Record<"event" | "article" | "person", string>;

    beforeAll(async () => {
      place = await open();
      for (const [index, payload] of payloads.entries()) await plant(place.store, payload, index);
      app = createTestApp(place.store);
      admin = await app.as("admin", { name: payloads[0] as string });
      ids = { event: "e0", article: articleId(addressOf(0)), person: "p0" };
    });
    afterAll(async () => {
      await place.remove();
      expect(app.errors).toEqual([]);
    });

    const pages = routes.filter(
      ({ method, path }) =>
        method === "GET" && path !== "/live" && !path.endsWith("/export") && !path.startsWith("/api/"),
    );
    const filled = (path: string) => {
      const kind = /article/.test(path) ? "article" : /person/.test(path) ? "person" : "event";
      return path.replace(/:\w+/g, encodeURIComponent(ids[kind]));
    };

    it.each(pages.map(({ path }) => path))(
      "writes hostile titles, texts and names as text only: %s",
      async (path) => {
        for (const payload of payloads) {
          const query = `?q=${encodeURIComponent(payload)}&text=${encodeURIComponent(payload)}&source=${encodeURIComponent(payload)}&next=${encodeURIComponent(payload)}`;
          for (const address of [filled(path), filled(path) + query]) {
            const html = await (await admin.get(address)).text();
            expect(html).not.toMatch(/<(script>|img|svg\/onload|\/title><script)/);
            expect(html).not.toMatch(/(href|src|action)="\s*javascript:/i);
          }
        }
      },
    );

    it.skipIf(browser === null)("lets nothing of it run in a browser", async () => {
      const served = await serveApp(app);
      if (browser === null) return;
      const context = await contextOf(browser, served.url, admin.secret ?? "");
      const page = await context.newPage();
      const alerts: string[] = [];
      page.on("dialog", (dialog) => {
        alerts.push(dialog.message());
        void dialog.dismiss();
      });
      for (const { path } of pages) {
        await page.goto(served.url + filled(path));
        expect(await page.title()).not.toBe("hit");
      }
      expect(alerts).toEqual([]);
      await context.close();
      await served.close();
    });

    it.each(injections)("takes queries for words, not for commands: %j", async (text) => {
      const value = encodeURIComponent(text.replace("\ud800", "\ufffd"));
      for (const name of ["text", "source", "person", "type", "after", "lang", "from", "q"])
        for (const path of [
          "/events",
          "/api/v1/events",
          "/api/v1/persons",
          "/api/v1/articles",
          "/api/v1/audit",
        ]) {
          const { status } = await admin.get(`${path}?${name}=${value}`);
          expect([200, 400], `${path}?${name}`).toContain(status);
        }
      for (const path of ["/events/", "/api/v1/events/", "/api/v1/persons/", "/api/v1/articles/"])
        expect([400, 404]).toContain((await admin.get(path + value)).status);
      for (const query of ["type[$ne]=arrest", "limit[$gt]=1", "__proto__[x]=1"])
        expect([200, 400]).toContain((await admin.get(`/api/v1/events?${query}`)).status);
      expect((await app.anonymous.post("/login", { login: text, password: text })).status).toBe(401);
      expect((await place.store.events.list({}, { limit: 1 })).items).toHaveLength(1);
    });

    it("serves nothing but its own files, however the path is written", async () => {
      const { assetsPath } = app.services;
      expect((await app.anonymous.get(`${assetsPath}/app.css`)).status).toBe(200);
      for (const path of [
        "../package.json",
        "..%2f..%2fpackage.json",
        "%2e%2e/%2e%2e/package.json",
        "/etc/passwd",
        "app.css%00.js",
      ])
        expect((await admin.get(`${assetsPath}/${path}`)).status).toBe(404);
    });

    it("refuses bodies that are too large, and what is no form and no JSON", async () => {
      const large = await app.anonymous.post("/login", { login: "x".repeat(100_000), password: "y" });
      expect(large.status).toBe(413);
      const put = (body: unknown, headers = {}) =>
        admin.send("PUT", `/api/v1/restrictions/event/${ids.event}`, body, headers);
      expect((await put({ reason: "x".repeat(100_000) })).status).toBe(413);
      expect((await put({ reason: "x" }, { "content-type": "text/plain" })).status).toBe(415);
      expect((await put({ reason: "" })).status).toBe(422);
      expect((await put({ reason: { $gt: "" } })).status).toBe(422);
      const problem = await put({ reason: 7 });
      expect(problem.headers.get("content-type")).toBe("application/problem+json");
      expect(await problem.json()).toMatchObject({ status: 422, errors: [{ field: "reason" }] });
    });

    it("answers to its own names only, so that no other site can be pointed at it", async () => {
      for (const host of ["elsewhere.example", "localhost.elsewhere.example", "127.0.0.1.nip.io", ""])
        expect((await admin.get("/events", { host })).status).toBe(421);
      for (const host of ["localhost", "127.0.0.1:8470", "[::1]:8470"])
        expect((await admin.get("/events", { host })).status).toBe(200);
    });

    it("writes no header that somebody else composed, and leads nobody elsewhere", async () => {
      const { login } = await app.addUser("viewer");
      for (const next of [
        "/\r\nset-cookie: a=b",
        "//elsewhere.example",
        "https://elsewhere.example",
        "/%0d%0aset-cookie:a=b",
      ]) {
        const answer = await app.anonymous.post("/login", { login, password, next });
        const target = new URL(answer.headers.get("location") ?? "", "http://localhost");
        expect([answer.status, target.origin]).toEqual([303, "http://localhost"]);
        expect(answer.headers.get("set-cookie")).not.toContain("a=b");
      }
    });

    it("believes X-Forwarded-For from trusted proxies only", async () => {
      await app.anonymous.post("/login", { login: "x", password: "y" }, { "x-forwarded-for": "203.0.113.9" });
      const [entry] = (await place.store.review.audit.list({}, { limit: 1 })).items;
      expect(entry?.address).toBeNull();
    });
  },
);
