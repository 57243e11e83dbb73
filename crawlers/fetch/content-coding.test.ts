import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import * as zlib from "node:zlib";
import { describe, expect, it } from "vitest";
import { Permanent, Retryable } from "../../model/errors.ts";
import { acceptedCodings, decodeContent, gunzip, isGzip } from "./content-coding.ts";

const text = "Освобождена. ".repeat(500);
const bytes = Buffer.from(text);
const decoded = async (body: Uint8Array, coding: string | null, max = 1_000_000) =>
  Buffer.from(await decodeContent(body, coding, max)).toString("utf8");

describe("decodeContent", () => {
  it.each([
    ["gzip", gzipSync(bytes)],
    ["x-gzip", gzipSync(bytes)],
    ["GZIP", gzipSync(bytes)],
    ["deflate", deflateSync(bytes)],
    ["deflate", deflateRawSync(bytes)],
    ["br", brotliCompressSync(bytes)],
    ["identity", bytes],
    [null, bytes],
    ["deflate, gzip", gzipSync(deflateSync(bytes))],
    ["gzip", bytes],
  ])("undoes %s", async (coding, body) => {
    expect(await decoded(body, coding)).toBe(text);
  });

  it("undoes zstd and offers it where node has it, else refuses it as unknown", async () => {
    const { zstdCompressSync: compress } = zlib as { zstdCompressSync?: (body: Uint8Array) => Uint8Array };
    if (compress === undefined) {
      expect(acceptedCodings).not.toContain("zstd");
      await expect(decoded(bytes, "zstd")).rejects.toThrow("zstd");
      return;
    }
    expect(await decoded(compress(bytes), "zstd")).toBe(text);
    expect(acceptedCodings).toContain("zstd");
  });

  it("reads gzip without its trailer, as browsers do", async () => {
    const packed = gzipSync(bytes);
    expect(await decoded(packed.subarray(0, packed.length - 8), "gzip")).toBe(text);
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(50_000_000))],
    ["deflate", deflateSync(Buffer.alloc(50_000_000))],
    [
      "br",
      brotliCompressSync(Buffer.alloc(50_000_000), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 2 } }),
    ],
    ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])("stops a bomb in %s before it fills the memory", async (coding, bomb) => {
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    await expect(decodeContent(bomb, coding, 1_000_000)).rejects.toThrow(Permanent);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it("refuses codings that were not offered, and too many of them", async () => {
    await expect(decodeContent(bytes, "exi", 1_000_000)).rejects.toThrow(/encoded as exi/);
    await expect(decodeContent(bytes, "gzip, br, gzip", 1_000_000)).rejects.toThrow(/3 times over/);
  });

  it("asks for another try when the bytes are damaged", async () => {
    const damaged = Buffer.from(gzipSync(bytes));
    damaged.fill(0xff, 12, 40);
    await expect(decodeContent(damaged, "gzip", 1_000_000)).rejects.toThrow(Retryable);
    await expect(decodeContent(bytes, "br", 1_000_000)).rejects.toThrow(Retryable);
  });
});

describe("gunzip", () => {
  it("unpacks files and knows them by their first bytes", async () => {
    const packed = gzipSync(bytes);
    expect(isGzip(packed)).toBe(true);
    expect(isGzip(bytes)).toBe(false);
    expect(isGzip(new Uint8Array())).toBe(false);
    expect(Buffer.from(await gunzip(packed, 1_000_000)).toString("utf8")).toBe(text);
    await expect(gunzip(packed, 100)).rejects.toThrow(/larger than 100 bytes/);
  });
});
