import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasRole, roles, type Scope, scopes } from "../../model/accounts.ts";
import { csrfField } from "../../review/access/csrf.ts";
import { secretHash } from "../../review/access/secrets.ts";
import { isApi, isSafe, type Route } from "../../review/http/route.ts";
import { routes } from "../../review/routes.ts";
import { type Client, createTestApp, type TestApp } from "./app.ts";
import { sqliteForTest, type TestStore } from "./backends.ts";

const named = routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const guarded = named.filter(([, { access }]) => access !== "public");
const ruleOf = ({ access }: Route) => {
  if (access === "public") throw new Error("public");
  return access;
};
/** A path of the route; what it names need not be there: access comes first. */
const pathOf = ({ path }: Route) => path.replace(/:\w+/g, "1");

let place: TestStore;
let app: TestApp;
beforeAll(async () => {
  place = await sqliteForTest();
  app = createTestApp(place.store);
});
afterAll(async () => {
  await place.remove();
  expect(app.errors).toEqual([]);
});

const request = (client: Client, { method, ...route }: Route, headers: Record<string, string> = {}) =>
  isSafe(method)
    ? client.get(pathOf({ method, ...route }), headers)
    : client.send(method, pathOf({ method, ...route }), {}, headers);

async function tokenOf(client: Client, granted: Scope[]): Promise<string> {
  const secret = `hbs_${"x".repeat(30)}${Math.random().toString(36).slice(2)}`;
  await place.store.review.tokens.insert({
    id: secretHash(secret),
    login: client.user?.login ?? "",
    name: "test",
    scopes: granted,
    createdAt: "2025-12-01T00:00:00.000Z",
    expiresAt: null,
    usedAt: null,
  });
  return secret;
}

describe("every route", () => {
  it.each(guarded)("lets nobody in who is not known: %s", async (_name, route) => {
    const answer = await request(app.anonymous, route);
    if (isApi(route.path)) expect(answer.status).toBe(401);
    else expect([answer.status, answer.headers.get("location")?.startsWith("/login")]).toEqual([303, true]);
  });

  it.each(guarded)("is for its role and upward: %s", async (_name, route) => {
    for (const role of roles) {
      const { status } = await request(await app.as(role), route);
      if (hasRole(role, ruleOf(route).role)) expect(status, role).not.toBe(403);
      else expect(status, role).toBe(403);
    }
  });

  it.each(guarded)("takes tokens with its scope only: %s", async (_name, route) => {
    const admin = await app.as("admin");
    const { scope } = ruleOf(route);
    for (const granted of scopes) {
      const authorization = `Bearer ${await tokenOf(admin, [granted])}`;
      const { status } = await request(app.anonymous, route, { authorization });
      if (granted === scope) expect(status, granted).not.toBe(403);
      else expect(status, granted).toBe(403);
    }
  });

  const writing = guarded.filter(([, { method }]) => !isSafe(method));
  it.each(writing)("writes only with the session's own CSRF token: %s", async (_name, route) => {
    const admin = await app.as("admin");
    const other = await app.as("admin");
    for (const token of ["", other.secret ?? ""]) {
      const answer = await request(admin, route, { "x-csrf-token": token });
      expect(answer.status).toBe(403);
    }
    const form = await admin.post(pathOf(route), { [csrfField]: "wrong" });
    if (route.method === "POST") expect(form.status).toBe(403);
  });

  const all = named.filter(([, { method }]) => !isSafe(method));
  it.each(all)("refuses what pages of other sites send: %s", async (_name, route) => {
    const admin = await app.as("admin");
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { origin: "http://localhost:81" },
    ])
      expect((await request(admin, route, headers)).status).toBe(403);
  });

  it.each(named)("answers with all protecting headers: %s", async (_name, route) => {
    const { headers } = await request(await app.as("viewer"), route);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cache-control")).toMatch(/no-store|no-cache/);
  });

  it("takes no token that has ended, and none of somebody who was shut out", async () => {
    const viewer = await app.as("viewer");
    const secret = await tokenOf(viewer, ["read"]);
    const ask = async () =>
      (await app.anonymous.get("/api/v1/me", { authorization: `Bearer ${secret}` })).status;
    expect(await ask()).toBe(200);
    const { tokens, users } = place.store.review;
    await users.update(viewer.user?.login ?? "", (user) =>
      user === null ? null : { ...user, active: false },
    );
    expect(await ask()).toBe(401);
    await users.update(viewer.user?.login ?? "", (user) =>
      user === null ? null : { ...user, active: true },
    );
    const expiresAt = new Date(app.clock.now()).toISOString();
    await tokens.update(secretHash(secret), (token) => (token === null ? null : { ...token, expiresAt }));
    expect(await ask()).toBe(401);
  });

  it("of a token lets only its owner remove it", async () => {
    const [owner, other] = [await app.as("viewer"), await app.as("admin")];
    const id = secretHash(await tokenOf(owner, ["read"]));
    expect((await other.send("DELETE", `/api/v1/tokens/${id}`)).status).toBe(404);
    expect((await other.post(`/account/tokens/${id}/remove`)).status).toBe(404);
    expect((await owner.send("DELETE", `/api/v1/tokens/${id}`)).status).toBe(204);
  });
});
