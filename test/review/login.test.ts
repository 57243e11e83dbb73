import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newTotpSecret } from "../../review/access/totp.ts";
import { createTestApp, password, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";

const cookieOf = (answer: Response) =>
  /habeas_session=([^;]*)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];

describe.each(await backendsForTests("logging in on MongoDB"))("logging in, on %s,", (_name, open) => {
  let place: TestStore;
  let app: TestApp;
  beforeEach(async () => {
    place = await open();
    app = createTestApp(place.store);
  });
  afterEach(async () => {
    await place.remove();
    expect(app.errors).toEqual([]);
  });

  const logIn = (login: string, given = password, headers: Record<string, string> = {}) =>
    app.anonymous.post("/login", { login, password: given, next: "/events" }, headers);
  const statusWith = async (secret: string | undefined) =>
    (await app.anonymous.get("/events", { cookie: `habeas_session=${secret}` })).status;

  it("makes a new session each time: a secret that was planted before is worth nothing", async () => {
    const { login } = await app.addUser("viewer");
    const planted = "planted-by-somebody-else-0123456789abcdef";
    const first = cookieOf(await logIn(login, password, { cookie: `habeas_session=${planted}` }));
    const second = cookieOf(await logIn(login, password, { cookie: `habeas_session=${first}` }));
    expect(new Set([planted, first, second]).size).toBe(3);
    expect([await statusWith(planted), await statusWith(first), await statusWith(second)]).toEqual([
      303, 303, 200,
    ]);
  });

  it("hides its cookie from scripts and other sites", async () => {
    const { login } = await app.addUser("viewer");
    const cookie = (await logIn(login)).headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const https = createTestApp(place.store, { publicUrl: "https://habeas.example" });
    const secure = await https.anonymous.post(
      "/login",
      { login, password },
      { host: "habeas.example", origin: "https://habeas.example" },
    );
    expect(secure.headers.get("set-cookie")).toMatch(/^__Host-habeas_session=.*Secure/);
    expect(secure.headers.get("strict-transport-security")).not.toBeNull();
  });

  it("ends when idle, ends for good, and ends when somebody is shut out", async () => {
    const { login } = await app.addUser("viewer");
    const secret = cookieOf(await logIn(login));
    app.clock.advance(119);
    expect(await statusWith(secret)).toBe(200);
    app.clock.advance(119);
    expect(await statusWith(secret)).toBe(200);
    app.clock.advance(122);
    expect(await statusWith(secret)).toBe(303);
    const busy = cookieOf(await logIn(login));
    for (let hours = 0; hours < 23; hours++) {
      app.clock.advance(60);
      expect(await statusWith(busy)).toBe(200);
    }
    app.clock.advance(60);
    expect(await statusWith(busy)).toBe(303);
    const last = cookieOf(await logIn(login));
    await place.store.review.users.update(login, (user) =>
      user === null ? null : { ...user, active: false },
    );
    expect(await statusWith(last)).toBe(303);
    expect((await logIn(login)).status).toBe(401);
  });

  it("says the same whether the login or the password is wrong", async () => {
    const { login } = await app.addUser("viewer");
    const [wrong, unknown] = [await logIn(login, "wrong password here"), await logIn("nobody", "wrong")];
    const body = async (answer: Response) => (await answer.text()).replaceAll(/value="[^"]*"/g, "");
    expect(await body(wrong)).toBe(await body(unknown));
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
  });

  it("locks a login after some wrong passwords, for longer each time, and others not", async () => {
    const [guessed, other] = [await app.addUser("viewer"), await app.addUser("viewer")];
    for (let tries = 0; tries < 6; tries++) expect((await logIn(guessed.login, "wrong")).status).toBe(401);
    const locked = await logIn(guessed.login);
    expect([locked.status, locked.headers.get("retry-after")]).toEqual([429, "30"]);
    expect((await logIn(other.login)).status).toBe(303);
    app.clock.advance(1);
    expect((await logIn(guessed.login, "wrong")).status).toBe(401);
    expect((await logIn(guessed.login)).headers.get("retry-after")).toBe("60");
    app.clock.advance(1);
    expect((await logIn(guessed.login)).status).toBe(303);
    expect((await logIn(guessed.login, "wrong")).status).toBe(401);
  });

  it("asks for the second factor, and takes each code once", async () => {
    const secret = newTotpSecret(() => Buffer.alloc(20, 7));
    const { login } = await app.addUser("viewer", { totp: { secret, lastStep: 0 } });
    const code = () => new TOTP({ secret }).generate({ timestamp: app.clock.now() });
    const challenge = async () => {
      const answer = await logIn(login);
      expect(cookieOf(answer)).toBeUndefined();
      return /name="challenge" value="([^"]+)"/.exec(await answer.text())?.[1] ?? "";
    };
    const enter = (given: string, of: string) =>
      app.anonymous.post("/login/code", { code: given, challenge: of, next: "/events" });
    const first = await challenge();
    expect((await enter("000000", first)).status).toBe(401);
    const right = await enter(code(), first);
    expect([right.status, await statusWith(cookieOf(right))]).toEqual([303, 200]);
    expect((await enter(code(), first)).status).toBe(401);
    expect((await enter(code(), await challenge())).status).toBe(401);
    app.clock.advance(1);
    const late = await challenge();
    app.clock.advance(6);
    expect((await enter(code(), late)).status).toBe(401);
    expect((await enter(code(), "made-up")).status).toBe(401);
  });

  it("begins with a link for the first administrator that works once and only while there is none", async () => {
    const { invitations } = app.services;
    const stale = await invitations.inviteFirstAdmin();
    const secret = await invitations.inviteFirstAdmin();
    const form = { login: "Alena", name: "Alena Sample", password };
    const open_ = (of: string | null) => app.anonymous.get(`/setup/${of}`);
    expect((await open_(stale)).status).toBe(404);
    expect((await open_(secret)).status).toBe(200);
    const weak = await app.anonymous.post(`/setup/${secret}`, { ...form, password: "short" });
    expect(weak.status).toBe(422);
    const both = await Promise.all([1, 2].map(() => app.anonymous.post(`/setup/${secret}`, form)));
    expect(both.filter((answer) => cookieOf(answer) !== undefined)).toHaveLength(1);
    expect((await place.store.review.users.get("alena"))?.role).toBe("admin");
    expect((await open_(secret)).status).toBe(404);
    expect(await invitations.inviteFirstAdmin()).toBeNull();
  });

  it("is written into the audit log, without any secret", async () => {
    const { login } = await app.addUser("viewer");
    await logIn(login, "wrong password here");
    await logIn(login);
    const entries = await place.store.review.audit.after(0, 10);
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["login.failed", "nobody"],
      ["login", login],
    ]);
    expect(JSON.stringify(entries)).not.toContain(password);
  });
});
