import { getCookie, setCookie, deleteCookie } from "hono/cookie";
import { scopes as allScopes } from "../../model/accounts.ts";
import { secretHash } from "../access/secrets.ts";
import type { ReviewContext, Viewer } from "./context.ts";

const cookieName = "habeas_session";

/** With https, browsers themselves make sure that a `__Host-` cookie came from this host, over TLS, for all paths. */
const nameFor = (secure: boolean) => (secure ? `__Host-${cookieName}` : cookieName);

export function setSessionCookie(c: ReviewContext, secret: string): void {
  const secure = c.var.services.secureCookies;
  setCookie(c, nameFor(secure), secret, { httpOnly: true, sameSite: "Lax", path: "/", secure });
}

export function clearSessionCookie(c: ReviewContext): void {
  const secure = c.var.services.secureCookies;
  deleteCookie(c, nameFor(secure), { path: "/", secure });
}

/** Who sends this request, by token or session cookie; null when nobody is known. */
export async function identify(c: ReviewContext): Promise<Viewer | null> {
  const { services } = c.var;
  const header = c.req.header("authorization");
  if (header !== undefined) return byToken(c, header);
  const secret = getCookie(c, nameFor(services.secureCookies));
  if (secret === undefined) return null;
  const found = await services.sessions.find(secret);
  if (found === null) return null;
  return { user: found.user, via: "session", credentialId: found.session.id, secret, scopes: allScopes };
}

const usedEveryMs = 60_000;

async function byToken(c: ReviewContext, header: string): Promise<Viewer | null> {
  const { review, now } = c.var.services;
  const secret = /^Bearer ([\w-]{20,200})$/.exec(header)?.[1];
  if (secret === undefined) return null;
  const token = await review.tokens.get(secretHash(secret));
  if (token === null || (token.expiresAt !== null && now() >= Date.parse(token.expiresAt))) return null;
  const user = await review.users.get(token.login);
  if (user === null || !user.active) return null;
  if (token.usedAt === null || now() - Date.parse(token.usedAt) > usedEveryMs)
    await review.tokens.update(token.id, (kept) =>
      kept === null ? null : { ...kept, usedAt: new Date(now()).toISOString() },
    );
  return { user, via: "token", credentialId: token.id, secret, scopes: token.scopes };
}
