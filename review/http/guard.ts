import { hasRole } from "../../model/accounts.ts";
import { csrfField, csrfHeader, isCsrfToken } from "../access/csrf.ts";
import { HttpFault } from "./fault.ts";
import type { ReviewContext, Viewer } from "./context.ts";
import { isApi, isSafe, type Route } from "./route.ts";

/**
 * Lets a request through to its route, or not.
 *
 * @returns where to send somebody who has to log in first; null when the request may go on
 * @throws HttpFault 401, 403
 */
export async function guard(c: ReviewContext, { access, path }: Route): Promise<string | null> {
  const { viewer } = c.var;
  if (access === "public") return null;
  if (viewer === null) {
    if (isApi(path)) throw new HttpFault(401, "Log in, or send a token as “Authorization: Bearer …”.");
    const here = isSafe(c.req.method) ? c.req.path + new URL(c.req.url).search : "/";
    return here === "/" ? "/login" : `/login?next=${encodeURIComponent(here)}`;
  }
  if (viewer.via === "token" && (access.scope === undefined || !viewer.scopes.includes(access.scope)))
    throw new HttpFault(403, `This needs a token with the scope “${access.scope ?? "none: use a browser"}”.`);
  if (!hasRole(viewer.user.role, access.role))
    throw new HttpFault(
      403,
      `This is for people with the role “${access.role}”; yours is “${viewer.user.role}”.`,
    );
  if (!isSafe(c.req.method) && viewer.via === "session") await checkCsrf(c, viewer);
  return null;
}

async function checkCsrf(c: ReviewContext, viewer: Viewer): Promise<void> {
  const given = c.req.header(csrfHeader) ?? (await fieldOf(c));
  if (given === null || !isCsrfToken(given, viewer.secret))
    throw new HttpFault(403, "The form does not belong to your session. Open the page again and repeat it.");
}

async function fieldOf(c: ReviewContext): Promise<string | null> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(c.req.header("content-type") ?? ""))
    return null;
  const value = (await c.req.parseBody())[csrfField];
  return typeof value === "string" ? value : null;
}
