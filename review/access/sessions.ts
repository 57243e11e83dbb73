import type { Session, User } from "../../model/accounts.ts";
import type { ReviewStore } from "../../storage/review-store.ts";
import { newSecret, type Random, secretHash } from "./secrets.ts";
import { isoTime } from "./time.ts";

export interface SessionsOptions {
  review: ReviewStore;
  /** Epoch milliseconds. */
  now: () => number;
  random: Random;
  idleMinutes: number;
  absoluteHours: number;
}

export interface Sessions {
  /** Logs somebody in; returns the secret for their cookie. */
  start(login: string, from: { address: string | null; userAgent: string }): Promise<string>;
  /** Who has this secret, if the session still lives; notes that they were seen. */
  find(secret: string): Promise<{ session: Session; user: User } | null>;
  end(sessionId: string): Promise<void>;
  /** Ends all sessions of somebody, but for one. */
  endAll(login: string, except?: string): Promise<number>;
  listOf(login: string): Promise<Session[]>;
}

/** How stale `seenAt` may be: a write for every request would be too many. */
const seenEveryMs = 60_000;
const maxSessions = 1000;

/** Sessions in the store: they can be revoked from anywhere, end when idle, and end for good. */
export function createSessions(options: SessionsOptions): Sessions {
  const { review, now, random, idleMinutes, absoluteHours } = options;
  const { sessions, users } = review;

  const listOf = async (login: string) => {
    const { items } = await sessions.list({ group: login }, { limit: maxSessions });
    return items.filter((session) => isAlive(session, now(), idleMinutes));
  };

  return {
    async start(login, { address, userAgent }) {
      await sessions.removeBefore(isoTime(now()));
      const secret = newSecret(random);
      await sessions.insert({
        id: secretHash(secret),
        login,
        createdAt: isoTime(now()),
        seenAt: isoTime(now()),
        expiresAt: isoTime(now() + absoluteHours * 3_600_000),
        address,
        userAgent: userAgent.slice(0, 400),
      });
      return secret;
    },

    async find(secret) {
      const session = await sessions.get(secretHash(secret));
      if (session === null) return null;
      if (!isAlive(session, now(), idleMinutes)) {
        await sessions.remove(session.id);
        return null;
      }
      const user = await users.get(session.login);
      if (user === null || !user.active) return null;
      if (now() - Date.parse(session.seenAt) > seenEveryMs)
        await sessions.update(session.id, (kept) =>
          kept === null ? null : { ...kept, seenAt: isoTime(now()) },
        );
      return { session, user };
    },

    end: (sessionId) => sessions.remove(sessionId),

    async endAll(login, except) {
      const ended = (await listOf(login)).filter(({ id }) => id !== except);
      for (const { id } of ended) await sessions.remove(id);
      return ended.length;
    },

    listOf,
  };
}

function isAlive({ seenAt, expiresAt }: Session, now: number, idleMinutes: number): boolean {
  return now < Date.parse(expiresAt) && now < Date.parse(seenAt) + idleMinutes * 60_000 + seenEveryMs;
}
