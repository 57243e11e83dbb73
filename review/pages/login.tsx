import { newSecret, secretHash } from "../access/secrets.ts";
import { isoTime } from "../access/time.ts";
import { takeCode } from "../access/totp.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { formOf } from "../http/form.ts";
import { clearSessionCookie, setSessionCookie } from "../http/identity.ts";
import type { Route } from "../http/route.ts";
import { page } from "../views/layout.tsx";
import { Fault } from "../views/parts.tsx";

export const loginRoutes: readonly Route[] = [
  { method: "GET", path: "/login", access: "public", handle: showLogin },
  { method: "POST", path: "/login", access: "public", handle: logIn },
  { method: "POST", path: "/login/code", access: "public", handle: enterCode },
  { method: "POST", path: "/logout", access: { role: "viewer" }, handle: logOut },
];

const codeMinutes = 5;

interface LoginForm {
  login?: string;
  next: string;
  fault?: string;
}

function loginPage(c: ReviewContext, { login = "", next, fault }: LoginForm, status: 200 | 401 | 429 = 200) {
  return page(
    c,
    { title: "Log in", narrow: true, status },
    <form class="card" method="post" action="/login">
      <h1>Habeas</h1>
      <p class="quiet">Who was arrested, sentenced, moved or freed, with the sentence that proves it.</p>
      <Fault>{fault}</Fault>
      <input type="hidden" name="next" value={next} />
      <label>
        Login
        <input name="login" value={login} autocomplete="username" autocapitalize="none" required autofocus />
      </label>
      <label>
        Password
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <button class="primary" type="submit">
        Log in
      </button>
    </form>,
  );
}

function codePage(c: ReviewContext, form: { challenge: string; next: string; fault?: string }) {
  const { challenge, next, fault } = form;
  return page(
    c,
    { title: "Second factor", narrow: true, status: fault === undefined ? 200 : 401 },
    <form class="card" method="post" action="/login/code">
      <h1>Second factor</h1>
      <Fault>{fault}</Fault>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="challenge" value={challenge} />
      <label>
        Code of your authenticator app
        <input
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={7}
          required
          autofocus
        />
      </label>
      <button class="primary" type="submit">
        Go on
      </button>
    </form>,
  );
}

function showLogin(c: ReviewContext) {
  const next = localPath(c.req.query("next"));
  return c.var.viewer?.via === "session" ? c.redirect(next, 303) : loginPage(c, { next });
}

/** Seconds that somebody has to wait after too many tries, by their login and by their address. */
async function waitSecondsOf(c: ReviewContext, login: string): Promise<number> {
  const { loginThrottle, addressThrottle } = c.var.services;
  const waits = [
    await loginThrottle.waitSeconds(`login ${login}`),
    await addressThrottle.waitSeconds(addressKey(c)),
  ];
  const seconds = Math.max(...waits);
  if (seconds > 0) {
    await audit(c, "login.locked", { kind: "user", id: login }, {}, "nobody");
    c.header("retry-after", String(seconds));
  }
  return seconds;
}

const addressKey = (c: ReviewContext) => `address ${c.var.address ?? "unknown"}`;

async function noteFailure(c: ReviewContext, login: string): Promise<void> {
  await c.var.services.loginThrottle.failed(`login ${login}`);
  await c.var.services.addressThrottle.failed(addressKey(c));
  await audit(c, "login.failed", { kind: "user", id: login }, {}, "nobody");
}

async function logIn(c: ReviewContext) {
  const { review, passwords, loginThrottle, now, random } = c.var.services;
  const form = await formOf(c);
  const login = (form["login"] ?? "").trim().toLowerCase().slice(0, 64);
  const next = localPath(form["next"]);
  const waitSeconds = await waitSecondsOf(c, login);
  if (waitSeconds > 0)
    return loginPage(c, { login, next, fault: `Too many tries. Wait ${waitSeconds} seconds.` }, 429);
  const user = await review.users.get(login);
  const isRight = await passwords.verify(form["password"] ?? "", user?.password ?? null);
  if (user === null || !user.active || !isRight) {
    await noteFailure(c, login);
    return loginPage(c, { login, next, fault: "Login or password is wrong." }, 401);
  }
  if (user.totp !== null) {
    await review.challenges.removeBefore(isoTime(now()));
    const challenge = newSecret(random);
    const expiresAt = isoTime(now() + codeMinutes * 60_000);
    await review.challenges.insert({ id: secretHash(challenge), login, expiresAt });
    return codePage(c, { challenge, next });
  }
  await loginThrottle.succeeded(`login ${login}`);
  await startSession(c, login);
  return c.redirect(next, 303);
}

async function enterCode(c: ReviewContext) {
  const { review, loginThrottle, now } = c.var.services;
  const form = await formOf(c);
  const next = localPath(form["next"]);
  const given = form["challenge"] ?? "";
  const challenge = await review.challenges.get(secretHash(given));
  if (challenge === null || now() >= Date.parse(challenge.expiresAt))
    return loginPage(c, { next, fault: "That took too long. Log in again." }, 401);
  const { login, id } = challenge;
  const waitSeconds = await waitSecondsOf(c, login);
  if (waitSeconds > 0)
    return loginPage(c, { login, next, fault: `Too many tries. Wait ${waitSeconds} seconds.` }, 429);
  if (!(await takeCode(review, login, form["code"] ?? "", now()))) {
    await noteFailure(c, login);
    return codePage(c, {
      challenge: given,
      next,
      fault: "This is not the code of now. Wait for the next one.",
    });
  }
  await review.challenges.remove(id);
  await loginThrottle.succeeded(`login ${login}`);
  await startSession(c, login);
  return c.redirect(next, 303);
}

/** Begins a session under a new secret: what was in the cookie before is worth nothing. */
export async function startSession(c: ReviewContext, login: string): Promise<void> {
  const { sessions } = c.var.services;
  if (c.var.viewer?.via === "session") await sessions.end(c.var.viewer.credentialId);
  const userAgent = c.req.header("user-agent") ?? "";
  setSessionCookie(c, await sessions.start(login, { address: c.var.address, userAgent }));
  await audit(c, "login", { kind: "user", id: login }, {}, login);
}

async function logOut(c: ReviewContext) {
  await c.var.services.sessions.end(viewerOf(c).credentialId);
  clearSessionCookie(c);
  await audit(c, "logout", null);
  c.header("clear-site-data", '"cache"');
  return c.redirect("/login", 303);
}

/** A path on this server, or the start: nobody is sent elsewhere. */
export function localPath(next: string | undefined): string {
  const base = "http://local.invalid";
  if (next === undefined || !next.startsWith("/")) return "/";
  try {
    const { origin, pathname, search } = new URL(next, base);
    // `/.//elsewhere` has the right origin but a path that browsers would read as another host.
    return origin === base && !pathname.startsWith("//") ? pathname + search : "/";
  } catch {
    return "/";
  }
}
