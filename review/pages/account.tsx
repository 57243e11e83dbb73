import { raw } from "hono/html";
import { renderSVG } from "uqr";
import { z } from "zod";
import { hasRole, scopes, type Session, type Token, type User } from "../../model/accounts.ts";
import { passwordFault } from "../access/passwords.ts";
import { newTotpSecret, totpAddress, totpStep } from "../access/totp.ts";
import { makeToken, removeToken } from "../api/account.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { formOf, parsed } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { CsrfField, page } from "../views/layout.tsx";
import { Fault } from "../views/parts.tsx";
import { moment } from "../views/words.ts";
import { startSession } from "./login.tsx";

const access = { role: "viewer" } as const;

export const accountRoutes: readonly Route[] = [
  { method: "GET", path: "/account", access, handle: (c) => accountPage(c, {}) },
  { method: "POST", path: "/account/password", access, handle: changePassword },
  { method: "POST", path: "/account/totp", access, handle: switchTotp },
  { method: "POST", path: "/account/sessions", access, handle: endSessions },
  { method: "POST", path: "/account/tokens", access, handle: newToken },
  { method: "POST", path: "/account/tokens/:id/remove", access, handle: dropToken },
];

interface Told {
  fault?: string;
  done?: string;
  /** A new token's secret, shown this once. */
  secret?: string;
}

async function accountPage(c: ReviewContext, { fault, done, secret }: Told) {
  const { review, sessions, random } = c.var.services;
  const { user, credentialId } = viewerOf(c);
  const { items: tokens } = await review.tokens.list({ group: user.login }, { limit: 100 });
  return page(
    c,
    { title: "Your account", status: fault === undefined ? 200 : 422 },
    <>
      <div class="head">
        <h1>Your account</h1>
        <p class="quiet">
          {user.login}, {user.role}
          {user.seesRestricted ? ", sees restricted records" : ""}
        </p>
      </div>
      <Fault>{fault}</Fault>
      {done === undefined ? null : (
        <p class="note good" role="status">
          {done}
        </p>
      )}
      {secret === undefined ? null : (
        <p class="note good" role="status">
          The new token is <code>{secret}</code>. It is shown this once; keep it like a password.
        </p>
      )}
      <div class="grid">
        <PasswordCard c={c} />
        <TotpCard c={c} user={user} proposed={newTotpSecret(random)} />
        <SessionsCard c={c} all={await sessions.listOf(user.login)} own={credentialId} />
        <TokensCard c={c} user={user} tokens={tokens} />
      </div>
    </>,
  );
}

/** Tells password managers whose password it is. */
function LoginField({ login }: { login: string }) {
  return <input type="text" name="username" value={login} autocomplete="username" hidden />;
}

function PasswordCard({ c }: { c: ReviewContext }) {
  return (
    <form class="card" method="post" action="/account/password">
      <h2>Password</h2>
      <CsrfField c={c} />
      <LoginField login={viewerOf(c).user.login} />
      <label>
        Password of now
        <input name="old" type="password" autocomplete="current-password" required />
      </label>
      <label>
        New password
        <input name="new" type="password" autocomplete="new-password" minlength={12} required />
        <span class="hint">At least 12 characters. You are logged out everywhere else.</span>
      </label>
      <div>
        <button type="submit">Change it</button>
      </div>
    </form>
  );
}

function TotpCard({ c, user, proposed }: { c: ReviewContext; user: User; proposed: string }) {
  if (user.totp !== null)
    return (
      <form class="card" method="post" action="/account/totp">
        <h2>Second factor</h2>
        <p>Logging in asks for a code of your authenticator app.</p>
        <CsrfField c={c} />
        <LoginField login={user.login} />
        <input type="hidden" name="off" value="1" />
        <label>
          Your password, to switch it off
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <div>
          <button type="submit">Switch it off</button>
        </div>
      </form>
    );
  return (
    <form class="card" method="post" action="/account/totp">
      <h2>Second factor</h2>
      <p>Scan this with an authenticator app, then enter the code that it shows.</p>
      <CsrfField c={c} />
      <LoginField login={user.login} />
      <input type="hidden" name="secret" value={proposed} />
      <div class="qr" role="img" aria-label="QR code for the authenticator app">
        {raw(renderSVG(totpAddress(user.login, proposed), { border: 2 }))}
      </div>
      <p class="small quiet">
        Or type: <code>{proposed.replace(/(.{4})/g, "$1 ")}</code>
      </p>
      <label>
        Code
        <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength={7} required />
      </label>
      <label>
        Your password
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <div>
        <button type="submit">Switch it on</button>
      </div>
    </form>
  );
}

function SessionsCard({ c, all, own }: { c: ReviewContext; all: readonly Session[]; own: string }) {
  return (
    <form class="card" method="post" action="/account/sessions">
      <h2>Where you are logged in</h2>
      <CsrfField c={c} />
      <ul class="tight bare">
        {all.map(({ id, seenAt, address, userAgent }) => (
          <li>
            {browserOf(userAgent)} at {address ?? "an unknown address"}
            <span class="quiet">, {id === own ? "this one" : `seen ${moment(seenAt)}`}</span>
          </li>
        ))}
      </ul>
      <div>
        <button type="submit">Log out everywhere else</button>
      </div>
    </form>
  );
}

const browserOf = (userAgent: string): string =>
  /(Firefox|Edg|OPR|Chrome|Safari)\/[\d.]+/.exec(userAgent)?.[1]?.replace("Edg", "Edge") ?? "A browser";

function TokensCard({ c, user, tokens }: { c: ReviewContext; user: User; tokens: readonly Token[] }) {
  const mayGrant = scopes.filter((scope) => scope !== "admin" || hasRole(user.role, "admin"));
  return (
    <section class="card" aria-labelledby="tokens">
      <h2 id="tokens">Tokens for programs</h2>
      <p class="quiet">
        For the <a href="/api/v1/openapi.json">API</a> and for <code>habeas</code> with{" "}
        <code>HABEAS_URL</code>.
      </p>
      <ul class="tight bare">
        {tokens.map(({ id, name, scopes: granted, expiresAt, usedAt }) => (
          <li>
            <form class="row" method="post" action={`/account/tokens/${id}/remove`}>
              <CsrfField c={c} />
              <span>
                {name} <span class="quiet">({granted.join(", ")})</span>
              </span>
              <span class="small quiet">
                {usedAt === null ? "never used" : `used ${moment(usedAt)}`},{" "}
                {expiresAt === null ? "does not end" : `ends ${moment(expiresAt)}`}
              </span>
              <button class="plain" type="submit" aria-label={`Remove ${name}`}>
                Remove
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form class="stack" method="post" action="/account/tokens">
        <CsrfField c={c} />
        <label>
          Name
          <input name="name" required maxlength={80} placeholder="weekly export" />
        </label>
        <fieldset class="row">
          <legend class="visually-hidden">May be used for</legend>
          {mayGrant.map((scope) => (
            <label class="check">
              <input type="checkbox" name={`scope-${scope}`} checked={scope === "read"} /> {scope}
            </label>
          ))}
        </fieldset>
        <label>
          Days until it ends
          <input name="days" type="number" min={1} max={3650} value="90" required />
        </label>
        <div>
          <button type="submit">Make a token</button>
        </div>
      </form>
    </section>
  );
}

/** Asks for the password again: a browser left open is not enough to change how one logs in. */
async function isOwner(c: ReviewContext, password: string | undefined): Promise<boolean> {
  const { passwords, loginThrottle } = c.var.services;
  const { user } = viewerOf(c);
  const key = `login ${user.login}`;
  if ((await loginThrottle.waitSeconds(key)) > 0) return false;
  const isRight = await passwords.verify(password ?? "", user.password);
  if (!isRight) await loginThrottle.failed(key);
  return isRight;
}

const wrongPassword = { fault: "The password is wrong, or you tried too often." };

async function changePassword(c: ReviewContext) {
  const { review, passwords, sessions } = c.var.services;
  const { user } = viewerOf(c);
  const form = await formOf(c);
  if (!(await isOwner(c, form["old"]))) return accountPage(c, wrongPassword);
  const fault = passwordFault(form["new"] ?? "", user.login);
  if (fault !== null) return accountPage(c, { fault });
  const password = await passwords.hash(form["new"] ?? "");
  await review.users.update(user.login, (kept) => (kept === null ? null : { ...kept, password }));
  await sessions.endAll(user.login);
  await audit(c, "password.set", { kind: "user", id: user.login });
  await startSession(c, user.login);
  return c.redirect("/account", 303);
}

async function switchTotp(c: ReviewContext) {
  const { review, sessions, now } = c.var.services;
  const { user, credentialId } = viewerOf(c);
  const form = await formOf(c);
  if (!(await isOwner(c, form["password"]))) return accountPage(c, wrongPassword);
  const isOff = form["off"] !== undefined;
  const secret = parsed(z.string().regex(/^[A-Z2-7]{32}$/), isOff ? "A".repeat(32) : form["secret"]);
  const step = isOff ? null : totpStep(user.login, secret, form["code"] ?? "", now());
  if (!isOff && step === null)
    return accountPage(c, { fault: "That was not the code. Scan the new picture and try again." });
  const totp = step === null ? null : { secret, lastStep: step };
  await review.users.update(user.login, (kept) => (kept === null ? null : { ...kept, totp }));
  await sessions.endAll(user.login, credentialId);
  await audit(c, isOff ? "totp.off" : "totp.on", { kind: "user", id: user.login });
  return c.redirect("/account", 303);
}

async function endSessions(c: ReviewContext) {
  const { user, credentialId } = viewerOf(c);
  const ended = await c.var.services.sessions.endAll(user.login, credentialId);
  await audit(c, "sessions.end", { kind: "user", id: user.login }, { ended });
  return c.redirect("/account", 303);
}

const TokenFormSchema = z.object({
  name: z.string().trim().min(1).max(80),
  days: z.coerce.number().int().min(1).max(3650),
});

async function newToken(c: ReviewContext) {
  const form = await formOf(c);
  const { name, days } = parsed(TokenFormSchema, form);
  const wanted = scopes.filter((scope) => form[`scope-${scope}`] !== undefined);
  if (wanted.length === 0) return accountPage(c, { fault: "Say what the token may be used for." });
  const { secret } = await makeToken(c, { name, days, scopes: wanted });
  return accountPage(c, { secret });
}

async function dropToken(c: ReviewContext) {
  await removeToken(c, c.req.param("id") ?? "");
  return c.redirect("/account", 303);
}
