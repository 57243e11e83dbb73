import type { Collection, Filter } from "mongodb";
import type { Position } from "../paging.ts";

/** One page more one document of a collection ordered by (`sortField`, _id). */
export async function pageDocuments<T extends { _id: string }>(
  collection: Collection<T>,
  list: {
    filters: readonly Filter<T>[];
    sortField: string;
    descending: boolean;
    after: Position | null;
    limit: number;
  },
  projection?: Record<string, 1>,
): Promise<T[]> {
  const { sortField, descending, after, limit } = list;
  const filters = [...list.filters];
  const beyond = descending ? "$lt" : "$gt";
  if (after !== null)
    filters.push({
      $or: [
        { [sortField]: { [beyond]: after.sort } },
        { [sortField]: after.sort, _id: { [beyond]: after.id } },
      ],
    } as Filter<T>);
  const direction = descending ? -1 : 1;
  const filter = (filters.length === 0 ? {} : { $and: filters }) as Filter<T>;
  const found = await collection
    .find(filter, projection === undefined ? {} : { projection })
    .sort({ [sortField]: direction, _id: direction })
    .limit(limit + 1)
    .toArray();
  return found as unknown as T[];
}
