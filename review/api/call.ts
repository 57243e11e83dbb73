import type { z } from "zod";
import type { Role, Scope } from "../../model/accounts.ts";
import type { ReviewContext } from "../http/context.ts";
import { etagOf, isKnown } from "../http/etag.ts";
import { HttpFault } from "../http/fault.ts";
import { parsed, queryOf } from "../http/form.ts";
import { isSafe, type Method, type Route } from "../http/route.ts";

/** A call of the JSON API: enough to serve it and to describe it. */
export interface Call<Q, B> {
  method: Method;
  /** Below `/api/v1`. */
  path: string;
  role: Role;
  scope: Scope;
  /** One line for the description. */
  summary: string;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** What is answered with; null for an answer without content. */
  answer: z.ZodType | null;
  status?: 200 | 201;
  maxBodyBytes?: number;
  handle: (c: ReviewContext, given: { query: Q; body: B }) => Promise<unknown>;
}

/** A route with what its description in OpenAPI needs. */
export interface ApiRoute extends Route {
  call: Omit<Call<unknown, unknown>, "handle">;
}

export const apiRoot = "/api/v1";

/** Makes a route of a call: checks what comes in, answers with JSON and an ETag. */
export function call<Q = undefined, B = undefined>(definition: Call<Q, B>): ApiRoute {
  const { handle, ...described } = definition;
  const { method, path, role, scope, query, body, maxBodyBytes } = described;
  return {
    method,
    path: apiRoot + path,
    access: { role, scope },
    ...(maxBodyBytes === undefined ? {} : { maxBodyBytes }),
    call: described,
    async handle(c) {
      const given = {
        query: query === undefined ? (undefined as Q) : queryOf(c, query),
        body: body === undefined ? (undefined as B) : parsed(body, await jsonOf(c)),
      };
      const result = await handle(c, given);
      if (result instanceof Response) return result;
      if (described.answer === null) return c.body(null, 204);
      return answerJson(c, result, described.status ?? 200);
    },
  };
}

async function jsonOf(c: ReviewContext): Promise<unknown> {
  if (!/^application\/([\w.+-]+\+)?json\b/.test(c.req.header("content-type") ?? ""))
    throw new HttpFault(415, "Send JSON, with the content type application/json.");
  try {
    return await c.req.json();
  } catch {
    throw new HttpFault(400, "The body is not valid JSON.");
  }
}

function answerJson(c: ReviewContext, result: unknown, status: 200 | 201) {
  const json = JSON.stringify(result);
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (isSafe(c.req.method)) {
    const etag = etagOf(json);
    Object.assign(headers, { etag, "cache-control": "private, no-cache" });
    if (isKnown(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
  }
  return c.body(json, status, headers);
}

/** Names the next page in a Link header too (RFC 8288), for clients that follow those. */
export function withNext<T extends { next: string | null }>(c: ReviewContext, found: T): T {
  if (found.next !== null) {
    const url = new URL(c.req.url);
    url.searchParams.set("after", found.next);
    c.header("link", `<${url.pathname}${url.search}>; rel="next"`);
  }
  return found;
}
