import type { z } from "zod";
import type { Page, PageRequest } from "./store.ts";

/** A kind of small document that is found by its id, or listed by one group in one order. */
export interface RecordKind<T> {
  /** Name of the collection. */
  name: string;
  schema: z.ZodType<T>;
  id(record: T): string;
  /** What lists are narrowed by: the owner, mostly. */
  group(record: T): string;
  /** What lists are ordered by. */
  sortKey(record: T): string;
}

export interface Records<T> {
  get(id: string): Promise<T | null>;
  /** Adds a record; false when its id is taken. */
  insert(record: T): Promise<boolean>;
  /**
   * Changes one record by what it is now, as if nobody else wrote meanwhile. `change` may be called more than once.
   *
   * @param change gets null when there is none; returns null to leave things as they are, "remove" to delete
   * @returns the record afterwards
   */
  update(id: string, change: (now: T | null) => T | "remove" | null): Promise<T | null>;
  remove(id: string): Promise<void>;
  /** Removes what sorts before `sort`; says how many they were. */
  removeBefore(sort: string): Promise<number>;
  list(filter: { group?: string; descending?: boolean }, page: PageRequest): Promise<Page<T>>;
}

/** @param keys id, group and sort key of a record */
export function recordKind<T>(
  name: string,
  schema: RecordKind<T>["schema"],
  keys: (record: T) => [id: string, group: string, sort: string],
): RecordKind<T> {
  return {
    name,
    schema,
    id: (record) => keys(record)[0],
    group: (record) => keys(record)[1],
    sortKey: (record) => keys(record)[2],
  };
}
