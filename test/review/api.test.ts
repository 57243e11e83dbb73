import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiRoot } from "../../review/api/call.ts";
import { routes } from "../../review/routes.ts";
import { type Client, createTestApp, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { sampleArticles, tell } from "./ledger.ts";

describe.each(await backendsForTests("the API on MongoDB"))("the API, on %s,", (_name, open) => {
  let place: TestStore;
  let app: TestApp;
  let analyst: Client;
  beforeAll(async () => {
    place = await open();
    await tell(place.store, sampleArticles);
    app = createTestApp(place.store);
    await app.services.live.look();
    analyst = await app.as("analyst");
  });
  afterAll(async () => {
    await place.remove();
    expect(app.errors).toEqual([]);
  });

  const get = async <T>(path: string, client = analyst): Promise<T> =>
    (await (await client.get(`/api/v1${path}`)).json()) as T;
  interface List {
    items: { id: string }[];
    next: string | null;
  }

  it("gives lists page by page, without losing or doubling anything", async () => {
    const all = (await get<List>("/events?limit=500")).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let path: string | null = "/events?limit=1"; path !== null; ) {
      const answer = await analyst.get(`/api/v1${path}`);
      const { items, next } = (await answer.json()) as List;
      paged.push(...items.map(({ id }) => id));
      const link = /<\/api\/v1([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1] ?? null;
      expect(link === null).toBe(next === null);
      path = link;
    }
    expect(paged).toEqual(all);
    expect((await analyst.get("/api/v1/events?limit=501")).status).toBe(400);
  });

  it("sends nothing twice to whoever has it already", async () => {
    const first = await analyst.get("/api/v1/events");
    const etag = first.headers.get("etag") ?? "";
    const again = await analyst.get("/api/v1/events", { "if-none-match": `"other", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await analyst.get("/api/v1/events?type=release", { "if-none-match": etag })).status).toBe(200);
  });

  it("takes decisions on the version that was seen, and one sent twice once", async () => {
    const { items } = await get<{ items: { eventId: string }[] }>("/inbox");
    const id = items[0]?.eventId ?? "";
    const dossier = await get<{ version: string; decisions: unknown[] }>(`/events/${id}/dossier`);
    expect(dossier.decisions).toEqual([]);
    const body = {
      kind: "confirm",
      version: dossier.version,
      at: new Date(app.clock.now() - 60_000).toISOString(),
    };
    const made = await analyst.send("POST", `/api/v1/events/${id}/decisions`, body);
    expect(made.status).toBe(201);
    const stale = await analyst.send("POST", `/api/v1/events/${id}/decisions`, { ...body, kind: "unsure" });
    expect([stale.status, await stale.json()]).toMatchObject([
      409,
      { status: 409, version: expect.any(String) },
    ]);
    const { version: _seen, ...blind } = body;
    await analyst.send("POST", `/api/v1/events/${id}/decisions`, blind);
    const after = await get<{ standing: { id: string; by: string }[] }>(`/events/${id}/dossier`);
    expect(after.standing.map(({ by }) => by)).toEqual([analyst.user?.login]);
    const noReason = await analyst.send("POST", `/api/v1/events/${id}/decisions`, { kind: "reject" });
    expect(noReason.status).toBe(422);
    const other = await app.as("analyst");
    const undoing = `/api/v1/decisions/${after.standing[0]?.id}/undo`;
    expect((await other.send("POST", undoing)).status).toBe(403);
    expect((await analyst.send("POST", undoing)).status).toBe(200);
    expect((await get<{ standing: unknown[] }>(`/events/${id}/dossier`)).standing).toEqual([]);
  });

  it("describes every call in an OpenAPI document made of its schemas", async () => {
    const document = await get<{
      openapi: string;
      paths: Record<string, Record<string, { parameters: { name: string }[]; responses: object }>>;
    }>("/openapi.json", app.anonymous);
    expect(document.openapi).toBe("3.1.0");
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${apiRoot}${path}`),
    );
    const served = routes
      .filter(({ path }) => path.startsWith(`${apiRoot}/`) && !path.endsWith("openapi.json"))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(described.toSorted()).toEqual(served.toSorted());
    const events = document.paths["/events"]?.["get"];
    expect(events?.parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["type", "from", "limit", "after"]),
    );
    expect(JSON.stringify(events?.responses)).toContain("firstPublished");
  });
});
