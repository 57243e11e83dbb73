import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { formOf } from "../http/form.ts";
import { clearSessionCookie, setSessionCookie } from "../http/identity.ts";
import type { Route } from "../http/route.ts";
import { page } from "../views/layout.tsx";

export const loginRoutes: readonly Route[] = [
  { method: "GET", path: "/login", access: "public", handle: showLogin },
  { method: "POST", path: "/login", access: "public", handle: logIn },
  { method: "POST", path: "/logout", access: { role: "viewer" }, handle: logOut },
];

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
      {fault === undefined ? null : (
        <p class="note bad" role="alert">
          {fault}
        </p>
      )}
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

function showLogin(c: ReviewContext) {
  const next = localPath(c.req.query("next"));
  return c.var.viewer?.via === "session" ? c.redirect(next, 303) : loginPage(c, { next });
}

async function logIn(c: ReviewContext) {
  const { review, passwords, loginThrottle, addressThrottle } = c.var.services;
  const form = await formOf(c);
  const login = (form["login"] ?? "").trim().toLowerCase().slice(0, 64);
  const next = localPath(form["next"]);
  const keys = { login: `login ${login}`, address: `address ${c.var.address ?? "unknown"}` };
  const waitSeconds = Math.max(
    await loginThrottle.waitSeconds(keys.login),
    await addressThrottle.waitSeconds(keys.address),
  );
  if (waitSeconds > 0) {
    await audit(c, "login.locked", { kind: "user", id: login }, {}, "nobody");
    c.header("retry-after", String(waitSeconds));
    const fault = `Too many tries. Wait ${waitSeconds} seconds.`;
    return loginPage(c, { login, next, fault }, 429);
  }
  const user = await review.users.get(login);
  const isRight = await passwords.verify(form["password"] ?? "", user?.password ?? null);
  if (user === null || !user.active || !isRight) {
    await loginThrottle.failed(keys.login);
    await addressThrottle.failed(keys.address);
    await audit(c, "login.failed", { kind: "user", id: login }, {}, "nobody");
    return loginPage(c, { login, next, fault: "Login or password is wrong." }, 401);
  }
  await loginThrottle.succeeded(keys.login);
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
