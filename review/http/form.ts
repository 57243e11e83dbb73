import { z } from "zod";
import { readPageRequest } from "../../storage/paging.ts";
import type { ReviewContext } from "./context.ts";
import { HttpFault } from "./fault.ts";

/** Fields of a form as text; files and repeated fields are left out. */
export async function formOf(c: ReviewContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === "string"),
  );
}

/** The query by a schema; empty fields of a form count as not given. @throws HttpFault 400 */
export function queryOf<T>(c: ReviewContext, schema: z.ZodType<T>): T {
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== "");
  return parsed(schema, Object.fromEntries(given), 400);
}

/** A value from outside by a schema. @throws HttpFault that names what is wrong */
export function parsed<T>(schema: z.ZodType<T>, value: unknown, status: 400 | 422 = 422): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  const [first] = errors;
  throw new HttpFault(status, `${first?.field || "The request"}: ${first?.message ?? "is not valid"}`, {
    extra: { errors },
  });
}

/** `next` of an earlier page of a list. */
export const CursorSchema = z
  .string()
  .max(2000)
  .refine(isCursor, { error: "is not the “next” of an earlier page" });

function isCursor(after: string): boolean {
  try {
    return readPageRequest({ limit: 1, after }).after !== null;
  } catch {
    return false;
  }
}
