import { Permanent } from "../model/errors.ts";
import type { Page, PageRequest } from "./store.ts";

/** Place of a document in a list: its sort key, then its id, so that documents with equal keys have one order too. */
export interface Position {
  sort: string;
  id: string;
}

const maxLimit = 10_000;

/**
 * Reads where a page begins and how long it is.
 *
 * @throws Permanent when the limit is not a whole number from 1 to 10 000, or `after` is not a cursor of ours.
 */
export function readPageRequest({ limit, after }: PageRequest): { limit: number; after: Position | null } {
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit)
    throw new Permanent(`a page has 1 to ${maxLimit} items, not ${limit}`);
  if (after === undefined) return { limit, after: null };
  try {
    const [sort, id] = JSON.parse(Buffer.from(after, "base64url").toString("utf8")) as unknown[];
    if (typeof sort === "string" && typeof id === "string") return { limit, after: { sort, id } };
  } catch {
    // falls through to the one message that helps
  }
  throw new Permanent(`"${after.slice(0, 80)}" is not the "next" of an earlier page`);
}

/** Makes a page of up to `limit` items from a look-up of `limit + 1`. */
export function pageOf<T>(found: readonly T[], limit: number, position: (item: T) => Position): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || last === undefined) return { items, next: null };
  const { sort, id } = position(last);
  return { items, next: Buffer.from(JSON.stringify([sort, id])).toString("base64url") };
}
