import { z } from "zod";
import { version } from "../../config/version.ts";
import { faultTitles } from "../http/fault.ts";
import { type ApiRoute, apiRoot } from "./call.ts";

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

const json = (schema: unknown) => ({ "application/json": { schema } });

/** Draft 2020-12 is the dialect of OpenAPI 3.1; unrepresentable parts (transforms) are described by what goes in. */
const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};

/** The OpenAPI document of the API, made of the same schemas that check what comes in. */
export function openApiDocument(routes: readonly ApiRoute[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.slice(apiRoot.length).replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Habeas",
      version: version(),
      description:
        "Everything that the review app's pages do. Lists come in pages: `next` of one goes into `after` of the next. Answers carry an ETag; faults are problem documents (RFC 9457). What the user behind the token must not see is not there.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: apiRoot }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token from the account page." },
        session: { type: "apiKey", in: "cookie", name: "habeas_session" },
      },
      schemas: { Problem: schemaOf(problemSchema, "output") },
    },
  };
}

function operationOf({ path, call }: ApiRoute) {
  const { query, body, answer, summary, role, scope, status = 200, method } = call;
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const queryShape = query === undefined ? {} : (schemaOf(query, "input") as QuerySchema);
  const faults = [
    ...(query === undefined ? [] : [400]),
    401,
    403,
    ...(names.length > 0 ? [404] : []),
    ...(body === undefined ? [] : [409, 413, 415, 422]),
  ] as (keyof typeof faultTitles)[];
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return {
    operationId: operationId(method, path),
    summary,
    description: `For the role ${role}; by token with the scope ${scope}.`,
    parameters: [
      ...names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...Object.entries(queryShape.properties ?? {}).map(([name, schema]) => ({
        name,
        in: "query",
        required: queryShape.required?.includes(name) ?? false,
        schema,
      })),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: json(schemaOf(body, "input")) } }),
    responses: {
      [answer === null ? 204 : status]:
        answer === null
          ? { description: "Done" }
          : { description: "As asked", content: json(schemaOf(answer, "output")) },
      ...Object.fromEntries(
        faults.map((fault) => [fault, { description: faultTitles[fault], content: problem }]),
      ),
    },
  };
}

interface QuerySchema {
  properties?: Record<string, unknown>;
  required?: string[];
}

/** `GET /events/:id/history` → `getEventsIdHistory`. */
function operationId(method: string, path: string): string {
  const words = path
    .slice(apiRoot.length)
    .split(/[^a-zA-Z]+/)
    .filter(Boolean);
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
}
