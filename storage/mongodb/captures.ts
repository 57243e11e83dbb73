import { createHash } from "node:crypto";
import { type Binary, type Db, GridFSBucket, MongoRuntimeError } from "mongodb";
import { Permanent } from "../../model/errors.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import type { CaptureRepository } from "../store.ts";
import type { Collections } from "./collections.ts";
import { insertMissing, put } from "./writes.ts";

const bucketName = "bodies";
const chunkBytes = 255 * 1024;

interface Chunk {
  _id: string;
  files_id: string;
  n: number;
  data: Binary | Buffer;
}
interface File {
  _id: string;
  length: number;
  chunkSize: number;
  uploadDate: Date;
  filename: string;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * Bytes in GridFS, notes in a collection. A body's pieces are written under keys that its hash gives, the file's own
 * entry last: whoever writes a body writes the same pieces, so that concurrent writers and one who died half-way do
 * no harm. The driver's upload stream cannot do that: it would stumble over the pieces of another.
 */
export function createCaptures(db: Db, { captures }: Collections): CaptureRepository {
  const files = db.collection<File>(`${bucketName}.files`);
  const chunks = db.collection<Chunk>(`${bucketName}.chunks`);
  const bucket = new GridFSBucket(db, { bucketName, chunkSizeBytes: chunkBytes });

  const keepBody = async (hash: string, body: Uint8Array) => {
    if ((await files.findOne({ _id: hash }, { projection: { _id: 1 } })) !== null) return;
    for (let n = 0; n * chunkBytes < body.length; n++) {
      const data = Buffer.from(body.subarray(n * chunkBytes, (n + 1) * chunkBytes));
      await insertMissing(chunks, [{ _id: `${hash}:${n}`, files_id: hash, n, data }]);
    }
    await insertMissing(files, [
      { _id: hash, length: body.length, chunkSize: chunkBytes, uploadDate: new Date(), filename: hash },
    ]);
  };

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
      await keepBody(hash, body);
      const doc = storableDocument(capture);
      const { fetchedAt, url } = doc;
      await put(captures, { _id: `${hash} ${fetchedAt} ${url}`, hash, fetchedAt, url, doc });
    },

    async notes(hash) {
      const found = await captures
        .find({ hash: storable(hash) })
        .sort({ fetchedAt: -1, url: 1 })
        .toArray();
      return found.map((kept) => checkDocument("captures", kept._id, kept.doc));
    },

    async body(hash) {
      const parts: Uint8Array[] = [];
      try {
        for await (const part of bucket.openDownloadStream(storable(hash) as never))
          parts.push(part as Uint8Array);
      } catch (cause) {
        if (cause instanceof MongoRuntimeError && /FileNotFound/.test(cause.message)) return null;
        if (!(cause instanceof MongoRuntimeError)) throw cause;
        throw new Permanent(`the capture ${hash} cannot be read: ${cause.message}`, { cause });
      }
      const body = Buffer.concat(parts);
      if (sha256(body) !== hash)
        throw new Permanent(`the capture ${hash} is damaged: its bytes have another hash`);
      return body;
    },
  };
}
