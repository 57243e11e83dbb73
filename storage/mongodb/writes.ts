import { randomUUID } from "node:crypto";
import { type Collection, type Document, MongoBulkWriteError, MongoServerError } from "mongodb";
import { Retryable } from "../../model/errors.ts";

export const isDuplicate = (error: unknown) => error instanceof MongoServerError && error.code === 11000;

/**
 * Runs an upsert. Of two upserts of one new key at the same time the server may refuse one as a duplicate; done again
 * it finds the document of the other.
 */
export async function upserting<T>(upsert: () => Promise<T>): Promise<T> {
  try {
    return await upsert();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return upsert();
  }
}

/** Puts a whole document in the place of what has its key. */
export async function put<T extends Document & { _id: string }>(
  collection: Collection<T>,
  document: T,
): Promise<void> {
  const { _id, ...rest } = document;
  await upserting(() => collection.replaceOne({ _id } as never, rest as never, { upsert: true }));
}

/** Puts whole documents in the places of what has their keys; in the order of these, as {@link insertMissing}. */
export async function putAll<T extends Document & { _id: string }>(
  collection: Collection<T>,
  documents: readonly T[],
): Promise<void> {
  if (documents.length === 0) return;
  const writes = documents
    .toSorted((a, b) => (a._id < b._id ? -1 : 1))
    .map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } }));
  await upserting(() => collection.bulkWrite(writes as never));
}

/**
 * Inserts the documents whose keys are not there yet; returns their keys. They go in the order of their keys: servers
 * that keep locks for the whole batch (FerretDB) would get into a deadlock over two batches in different orders.
 */
export async function insertMissing<T extends Document & { _id: string }>(
  collection: Collection<T>,
  documents: readonly T[],
): Promise<string[]> {
  if (documents.length === 0) return [];
  const inOrder = documents.toSorted((a, b) => (a._id < b._id ? -1 : 1));
  const refused = new Set<number>();
  try {
    await collection.insertMany(inOrder as never, { ordered: false });
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const writeErrors = [error.writeErrors].flat();
    if (writeErrors.length === 0 || writeErrors.some((one) => one.code !== 11000)) throw error;
    for (const one of writeErrors) refused.add(one.index);
  }
  return inOrder.filter((_, index) => !refused.has(index)).map((document) => document._id);
}

export const newRevision = (): string => randomUUID();

const maxTries = 50;

/**
 * Changes one document by what it is now: reads it, lets `change` say what it shall be, and writes that only if nobody
 * wrote meanwhile, else begins anew. This is what makes single documents safe without transactions.
 * Revisions are random, not counted: a document that was removed and made anew must not look like the old one.
 *
 * @param change gets null when there is no document; returns null to leave things as they are, "remove" to delete.
 */
export async function revise<T extends Document & { _id: string; revision: string }>(
  collection: Collection<T>,
  id: string,
  change: (now: T | null) => Promise<Omit<T, "_id" | "revision"> | "remove" | null>,
): Promise<void> {
  for (let attempt = 1; attempt <= maxTries; attempt++) {
    const now = (await collection.findOne({ _id: id } as never)) as T | null;
    const next = await change(now);
    if (next === null) return;
    if (await wrote(collection, id, now, next)) return;
  }
  throw new Retryable(`${collection.collectionName}/${id} was changed by others ${maxTries} times in a row`);
}

async function wrote<T extends Document & { _id: string; revision: string }>(
  collection: Collection<T>,
  id: string,
  now: T | null,
  next: Omit<T, "_id" | "revision"> | "remove",
): Promise<boolean> {
  if (now === null) {
    if (next === "remove") return true;
    const inserted = await insertMissing(collection, [
      { ...next, _id: id, revision: newRevision() } as unknown as T,
    ]);
    return inserted.length === 1;
  }
  const asRead = { _id: id, revision: now.revision } as never;
  if (next === "remove") return (await collection.deleteOne(asRead)).deletedCount === 1;
  const result = await collection.replaceOne(asRead, { ...next, revision: newRevision() } as never);
  return result.matchedCount === 1;
}
