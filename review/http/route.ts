import type { Role, Scope } from "../../model/accounts.ts";
import { Bug } from "../../model/errors.ts";
import type { ReviewContext } from "./context.ts";

/**
 * Who may use a route. `public` ones are for people who are not logged in (yet). With a scope the route may be used
 * with a token too, by somebody of the role.
 */
export type AccessRule = "public" | { role: Role; scope?: Scope };

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Route {
  method: Method;
  /** Hono's notation: `/events/:id`. */
  path: string;
  access: AccessRule;
  /** Largest body in bytes, where forms may be larger than usual. */
  maxBodyBytes?: number;
  handle: (c: ReviewContext) => Response | Promise<Response>;
}

export const isApi = (path: string): boolean => path.startsWith("/api/");
export const isSafe = (method: string): boolean =>
  method === "GET" || method === "HEAD" || method === "OPTIONS";

/**
 * Checks the route list before anything is served.
 *
 * @throws Bug for a route without an access rule, one that is there twice, a public one that is not known to be public
 */
export function checkRoutes(routes: readonly Route[], publicPaths: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const { method, path, access } of routes) {
    const name = `${method} ${path}`;
    const rule = access as AccessRule | undefined;
    if (rule === undefined) throw new Bug(`the route ${name} has no access rule`);
    if (rule === "public" && !publicPaths.has(path))
      throw new Bug(`the route ${name} is public but not among the paths that may be`);
    if (rule !== "public" && isApi(path) && rule.scope === undefined)
      throw new Bug(`the route ${name} of the API has no scope`);
    if (seen.has(name)) throw new Bug(`the route ${name} is there twice`);
    seen.add(name);
  }
}
