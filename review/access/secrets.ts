import { createHash, timingSafeEqual } from "node:crypto";

/** Gives bytes that nobody can guess. */
export type Random = (bytes: number) => Buffer;

/** A secret of 256 bits in letters that fit into links, cookies and headers. */
export const newSecret = (random: Random): string => random(32).toString("base64url");

/** What is kept of a secret: from a store that leaks, nobody can log in. Secrets are random, so no salt is needed. */
export const secretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compares without telling by its time where two texts differ. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}
