import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { Permanent, Unavailable } from "../../model/errors.ts";
import { storable, toJson } from "../documents.ts";
import type { CaptureRepository } from "../store.ts";
import type { Database } from "./database.ts";
import { documentOf } from "./query.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);
const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Bytes in gzip files below `folder` by their hash, notes in the database. */
export function createCaptures(database: Database, folder: string): CaptureRepository {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), `${hash}.gz`);

  return {
    async put(capture, body) {
      const hash = sha256(body);
      if (hash !== capture.hash)
        throw new Permanent(
          `the capture of ${capture.url} is said to have hash ${capture.hash}, but has ${hash}`,
          {
            url: capture.url,
          },
        );
      const path = pathOf(hash);
      if (!(await exists(path))) await writeDurably(path, await compress(body));
      database
        .prepare("INSERT OR REPLACE INTO captures (hash, url, fetched_at, doc) VALUES (?, ?, ?, ?)")
        .run(hash, storable(capture.url), capture.fetchedAt, toJson(capture));
    },

    async notes(hash) {
      return database
        .prepare("SELECT doc FROM captures WHERE hash = ? ORDER BY fetched_at DESC, url")
        .all(storable(hash))
        .map((row) => documentOf("captures", hash, row));
    },

    async body(hash) {
      if (!isHash(hash)) return null; // also keeps anything like `../` out of the path
      const path = pathOf(hash);
      try {
        const body = await decompress(await readFile(path));
        if (sha256(body) === hash) return body;
      } catch (cause) {
        if (isMissing(cause)) return null;
        throw new Permanent(`the capture ${path} cannot be read: ${String(cause)}`, { cause });
      }
      throw new Permanent(
        `the capture ${path} is damaged: its bytes do not have the hash that it is named by`,
      );
    },
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * Writes a file so that it is there whole or not at all, whatever dies meanwhile; several writers of the same path
 * do no harm.
 */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw isDiskTrouble(error)
      ? new Unavailable(`the capture ${path} cannot be written: ${String(error)}; look at the disk`, {
          cause: error,
        })
      : error;
  }
}

const isDiskTrouble = (error: unknown) =>
  ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EMFILE", "ENFILE"].includes(
    (error as NodeJS.ErrnoException).code ?? "",
  );

/** Makes a rename survive a power cut; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
