import { scrypt, timingSafeEqual } from "node:crypto";
import pLimit from "p-limit";
import type { Random } from "./secrets.ts";

export interface PasswordCost {
  /** log2 of scrypt's N. */
  logN: number;
  r: number;
  p: number;
}

/** OWASP's recommendation for scrypt (Password Storage Cheat Sheet): 128 MiB and about a third of a second. */
const recommendedCost: PasswordCost = { logN: 17, r: 8, p: 1 };

const minLength = 12;
const maxLength = 256;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether the password is that of the hash. Takes as long for `null`, so that nobody learns which logins exist. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

/** Why a password may not be used, or null. Length is what counts (NIST SP 800-63B); no rules about signs. */
export function passwordFault(password: string, login: string): string | null {
  if (password.length < minLength) return `The password needs at least ${minLength} characters.`;
  if (password.length > maxLength) return `The password may have at most ${maxLength} characters.`;
  if (new Set(password).size < 5) return "The password repeats too few characters.";
  if (password.toLowerCase().includes(login)) return "The password must not contain the login.";
  return null;
}

const keyBytes = 32;

/** Passwords by scrypt, at most two at once: each takes its memory. */
export function createPasswords(random: Random, cost: PasswordCost = recommendedCost): Passwords {
  const limit = pLimit(2);
  const derive = (password: string, salt: Buffer, { logN, r, p }: PasswordCost) =>
    limit(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          const N = 2 ** logN;
          const options = { N, r, p, maxmem: 256 * N * r };
          scrypt(password.normalize("NFKC").slice(0, maxLength), salt, keyBytes, options, (error, key) => {
            if (error) reject(error);
            else resolve(key);
          });
        }),
    );
  const dummySalt = random(16);
  return {
    async hash(password) {
      const salt = random(16);
      const key = await derive(password, salt, cost);
      const { logN, r, p } = cost;
      return ["scrypt", logN, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
    },
    async verify(password, hash) {
      const [, logN, r, p, salt, key] = hash?.split("$") ?? [];
      if (salt === undefined || key === undefined) {
        await derive(password, dummySalt, cost);
        return false;
      }
      const known = { logN: Number(logN), r: Number(r), p: Number(p) };
      const derived = await derive(password, Buffer.from(salt, "base64url"), known);
      return timingSafeEqual(derived, Buffer.from(key, "base64url"));
    },
  };
}
