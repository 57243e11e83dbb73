import { readFile, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import type { Settings } from "../config/settings.ts";
import { decodeText } from "../crawlers/fetch/charset.ts";
import { Permanent } from "../model/errors.ts";
import { createFetcherOf } from "../queue/open.ts";

/** One text or page that a command was given. */
export interface Input {
  /** The file's name without its endings, or the address. */
  id: string;
  /** Where it was fetched from; null for files and standard input. */
  url: string | null;
  text: string;
  /** SHA-256 of the bytes when it was fetched. */
  hash: string | null;
}

/** Pages unpack to far less; more is a bomb. */
const maxUnpackedBytes = 100_000_000;
const isUrl = (name: string) => /^https?:\/\//i.test(name);
const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Files, folders (every file in them that `accepts`, by name), addresses and `-` for standard input, one after another.
 *
 * @throws Permanent naming the file that cannot be read.
 */
export async function* readInputs(
  names: readonly string[],
  settings: Settings,
  accepts: (file: string) => boolean,
): AsyncGenerator<Input> {
  const urls = names.filter(isUrl);
  const fetcher = urls.length > 0 ? await createFetcherOf(settings) : null;
  try {
    for (const name of names) {
      if (fetcher !== null && isUrl(name)) {
        const page = await fetcher.fetch({ url: name });
        if (!page.notModified) yield { id: name, url: page.url, text: page.text, hash: page.hash };
      } else if (name === "-") {
        yield fromBytes("stdin", await buffer(process.stdin));
      } else {
        for (const file of await filesOf(name, accepts)) yield fromBytes(file, await readFile(file));
      }
    }
  } finally {
    await fetcher?.close();
  }
}

async function filesOf(name: string, accepts: (file: string) => boolean): Promise<string[]> {
  const found = await stat(name).catch((cause: unknown) => {
    throw new Permanent(`${name} cannot be read: ${(cause as Error).message}`, { cause });
  });
  if (!found.isDirectory()) return [name];
  const files = (await readdir(name)).filter(accepts).toSorted();
  if (files.length === 0) throw new Permanent(`${name} holds no file that this command reads`);
  return files.map((file) => join(name, file));
}

function fromBytes(name: string, bytes: Buffer): Input {
  try {
    const body = isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes }) : bytes;
    const id = basename(name)
      .replace(/\.gz$/, "")
      .replace(/\.(html?|txt|json|md)$/, "");
    return { id, url: null, text: decodeText(body).text, hash: null };
  } catch (cause) {
    throw new Permanent(`${name} cannot be unpacked: ${(cause as Error).message}`, { cause });
  }
}
