import { Secret, TOTP } from "otpauth";
import type { User } from "../../model/accounts.ts";
import type { ReviewStore } from "../../storage/review-store.ts";
import type { Random } from "./secrets.ts";

const periodSeconds = 30;
/** One step to either side, for clocks that are a little off. */
const window = 1;

const totpOf = (login: string, secret: string) =>
  new TOTP({ issuer: "Habeas", label: login, period: periodSeconds, secret: Secret.fromBase32(secret) });

/** A secret of 160 bits in base32, as authenticator apps expect it (RFC 4226, section 4). */
export const newTotpSecret = (random: Random): string =>
  new Secret({ buffer: new Uint8Array(random(20)).buffer }).base32;

/** Address that authenticator apps read. */
export const totpAddress = (login: string, secret: string): string => totpOf(login, secret).toString();

/** The time step whose code this is, if it is one of now; null otherwise. */
export function totpStep(login: string, secret: string, code: string, now: number): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(login, secret).validate({ token, timestamp: now, window });
  return delta === null ? null : Math.floor(now / 1000 / periodSeconds) + delta;
}

/** Takes a code: each counts once, also when it is sent twice at the same time (RFC 6238, section 5.2). */
export async function takeCode(
  { users }: ReviewStore,
  login: string,
  code: string,
  now: number,
): Promise<boolean> {
  let taken = false;
  await users.update(login, (user: User | null) => {
    taken = false;
    if (user === null || user.totp === null) return null;
    const step = totpStep(login, user.totp.secret, code, now);
    if (step === null || step <= user.totp.lastStep) return null;
    taken = true;
    return { ...user, totp: { ...user.totp, lastStep: step } };
  });
  return taken;
}
