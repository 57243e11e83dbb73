import { z } from "zod";
import { CursorSchema } from "../http/form.ts";

/** Members of every list's query. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: CursorSchema.optional(),
};

export const pageRequest = ({ limit, after }: { limit: number; after?: string | undefined }) => ({
  limit,
  ...(after === undefined ? {} : { after }),
});

export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Removes members that are undefined: the store's filters have none. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
