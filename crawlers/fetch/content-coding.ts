import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { Permanent, Retryable } from "../../model/errors.ts";

type Inflate = (body: Uint8Array, options: zlib.ZlibOptions) => Promise<Uint8Array>;

const gunzipBytes: Inflate = promisify(zlib.gunzip) as Inflate;
const inflateZlib: Inflate = promisify(zlib.inflate) as Inflate;
const inflateRaw: Inflate = promisify(zlib.inflateRaw) as Inflate;
const inflateBrotli = promisify(zlib.brotliDecompress) as Inflate;
/** Present from Node 22.15 on. */
const zstd = (zlib as unknown as Record<string, unknown>)["zstdDecompress"] as
  | ((body: Uint8Array, options: object, done: (error: Error | null, out: Uint8Array) => void) => void)
  | undefined;

/** What we can undo, for `Accept-Encoding`. */
export const acceptedCodings = zstd ? "gzip, deflate, br, zstd" : "gzip, deflate, br";

/** Codings on top of each other that are undone at most; more than one is unusual, more than two an attack. */
const MAX_CODINGS = 2;

/**
 * Undoes the `Content-Encoding` of a body. Output beyond `maxBytes` stops the work before it fills the memory.
 * @throws {Permanent} when it grows too large or is coded in a way that was not offered.
 * @throws {Retryable} when the compressed bytes are damaged.
 */
export async function decodeContent(
  body: Uint8Array,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > MAX_CODINGS) {
    throw new Permanent(
      `content is encoded ${codings.length} times over (${codings.join(", ").slice(0, 80)})`,
    );
  }
  let decoded = body;
  for (const coding of codings.toReversed()) {
    if (decoded.length > 0) decoded = await undo(decoded, coding, maxBytes);
  }
  return decoded;
}

/** Unpacks gzip within a size limit; errors as {@link decodeContent}. */
export function gunzip(body: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  return undo(body, "gzip", maxBytes);
}

/** Whether bytes begin like a gzip file. */
export function isGzip(body: Uint8Array): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}

/** Most pages unpack in one or two pieces of this size; zlib's own 16 KB cost a trip to its threads each. */
const CHUNK_BYTES = 256 * 1024;

async function undo(body: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const inflate = inflaterFor(coding, body);
  if (!inflate) throw new Permanent(`content is encoded as ${coding.slice(0, 40)}, which was not asked for`);
  try {
    return await inflate(body, optionsFor(coding, maxBytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new Permanent(`content is larger than ${maxBytes} bytes when unpacked`, {
        cause: error,
        trouble: "too_large",
      });
    }
    throw new Retryable(`damaged ${coding} content`, { cause: error });
  }
}

function inflaterFor(coding: string, body: Uint8Array): Inflate | undefined {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      // Some servers say gzip and send plain bytes.
      return isGzip(body) ? gunzipBytes : (plain) => Promise.resolve(plain);
    case "deflate":
      // The name means zlib; some servers send the bare stream.
      return ((body[0] ?? 0) & 0x0f) === 8 ? inflateZlib : inflateRaw;
    case "br":
      return inflateBrotli;
    case "zstd":
      return zstd && promisify(zstd);
    default:
      return undefined;
  }
}

function optionsFor(coding: string, maxBytes: number): zlib.ZlibOptions {
  // A stream without its trailer is shown by browsers; it is read here too.
  const common = { maxOutputLength: maxBytes, chunkSize: CHUNK_BYTES };
  return coding === "br" || coding === "zstd"
    ? common
    : { ...common, finishFlush: zlib.constants.Z_SYNC_FLUSH };
}
