import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Permanent } from "../../model/errors.ts";
import type { Fixture } from "./index.ts";
import { capture, contents, hashOf, minutesLater, noon } from "./samples.ts";

const page = Buffer.from("<title>Released</title>");

export function captureTests({ open }: Fixture): void {
  describe("captures", () => {
    it("keep the bytes under their hash and every fetch of them, newest first", async () => {
      const { captures } = await open();
      const [first, second] = [capture(page), capture(page, { fetchedAt: minutesLater(5) })];
      await captures.put(first, page);
      await captures.put(second, page);
      expect(await captures.notes(first.hash)).toEqual([second, first]);
      expect(Buffer.from((await captures.body(first.hash)) ?? [])).toEqual(page);
    });

    it("are the same after the same fetch was noted twice", async () => {
      const store = await open();
      await store.captures.put(capture(page), page);
      const before = await contents(store);
      await store.captures.put(capture(page), page);
      expect(await contents(store)).toEqual(before);
    });

    it("are whole when several processes keep the same bytes at once", async () => {
      const [one, two] = await Promise.all([open(), open()]);
      const body = randomBytes(600_000);
      await Promise.all(
        [one, two, one, two, one, two].map((store, index) =>
          store.captures.put(capture(body, { fetchedAt: minutesLater(index) }), body),
        ),
      );
      expect(await one.captures.notes(hashOf(body))).toHaveLength(6);
      expect(hashOf((await two.captures.body(hashOf(body))) ?? Buffer.of())).toBe(hashOf(body));
    });

    it("may be empty or many megabytes long", async () => {
      const { captures } = await open();
      for (const body of [Buffer.of(), randomBytes(9_000_001)]) {
        await captures.put(capture(body), body);
        const kept = await captures.body(hashOf(body));
        expect(kept?.length).toBe(body.length);
        expect(hashOf(kept ?? Buffer.from("none"))).toBe(hashOf(body));
      }
    });

    it("refuse bytes that do not have the hash that they are said to have", async () => {
      const { captures } = await open();
      await expect(captures.put(capture(page), Buffer.from("else"))).rejects.toThrow(Permanent);
      expect(await captures.notes(hashOf(page))).toEqual([]);
      expect(await captures.body(hashOf(page))).toBeNull();
    });

    it("know nothing of other hashes, nor of what is not a hash", async () => {
      const { captures } = await open();
      await captures.put(capture(page, { fetchedAt: noon }), page);
      for (const hash of ["0".repeat(64), "", "../../etc/passwd", "\0", "$ne"]) {
        expect(await captures.body(hash)).toBeNull();
        expect(await captures.notes(hash)).toEqual([]);
      }
    });
  });
}
