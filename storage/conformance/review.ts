import { describe, expect, it } from "vitest";
import type { Session, User } from "../../model/accounts.ts";
import { auditHash, auditRoot, type NewAuditEntry } from "../../model/audit.ts";
import type { Fixture } from "./index.ts";
import { allPages, minutesLater, noon } from "./samples.ts";

function user(login: string, change: Partial<User> = {}): User {
  return {
    login,
    name: `User ${login}`,
    role: "analyst",
    seesRestricted: false,
    password: null,
    totp: null,
    active: true,
    createdAt: noon,
    tourDone: false,
    ...change,
  };
}

function session(letter: string, login: string, expiresAt: string): Session {
  return {
    id: letter.repeat(64),
    login,
    createdAt: noon,
    seenAt: noon,
    expiresAt,
    address: null,
    userAgent: "",
  };
}

function entry(action: string, change: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    at: noon,
    actor: "alena",
    via: "web",
    address: null,
    action,
    target: null,
    detail: {},
    ...change,
  };
}

export function reviewTests({ open }: Fixture): void {
  describe("small records", () => {
    it("are added once, found by id, changed by what they are, and removed", async () => {
      const { users } = (await open()).review;
      expect(await users.insert(user("alena"))).toBe(true);
      expect(await users.insert(user("alena", { name: "Another" }))).toBe(false);
      expect(await users.get("alena")).toEqual(user("alena"));
      const changed = await users.update("alena", (now) => (now === null ? null : { ...now, role: "admin" }));
      expect(changed?.role).toBe("admin");
      expect(await users.update("alena", () => null)).toEqual(changed);
      expect(await users.update("none", (now) => now)).toBeNull();
      expect(await users.update("alena", () => "remove")).toBeNull();
      expect(await users.get("alena")).toBeNull();
      await users.remove("alena");
    });

    it("are changed by many at once without losing a change", async () => {
      const { throttles } = (await open()).review;
      const count = () =>
        throttles.update("k", (now) => ({
          id: "k",
          failures: (now?.failures ?? 0) + 1,
          lastAt: noon,
          lockedUntil: null,
        }));
      await Promise.all(Array.from({ length: 8 }, count));
      expect((await throttles.get("k"))?.failures).toBe(8);
    });

    it("are listed by owner in their order, page by page, and cleared by it", async () => {
      const { sessions } = (await open()).review;
      await sessions.insert(session("b", "alena", minutesLater(2)));
      await sessions.insert(session("a", "alena", minutesLater(9)));
      await sessions.insert(session("c", "ihar", minutesLater(5)));
      const ids = async (filter: { group?: string }) =>
        (await allPages((page) => sessions.list(filter, page), 1)).map(({ id }) => id.slice(0, 1)).join("");
      expect(await ids({ group: "alena" })).toBe("ba");
      expect(await ids({})).toBe("bca");
      expect(await sessions.removeBefore(minutesLater(5))).toBe(1);
      expect(await ids({})).toBe("ca");
    });
  });

  describe("the audit log", () => {
    it("is one unbroken chain, also when many write at once", async () => {
      const { audit } = (await open()).review;
      await Promise.all(Array.from({ length: 8 }, (_, index) => audit.append(entry(`a${index}`))));
      const entries = await audit.after(0, 100);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      let previous = auditRoot;
      for (const one of entries) {
        expect(one.previous).toBe(previous);
        expect(one.hash).toBe(auditHash(one));
        previous = one.hash;
      }
      expect((await audit.after(6, 1)).map(({ seq }) => seq)).toEqual([7]);
    });

    it("is listed newest first, by who did what", async () => {
      const { audit } = (await open()).review;
      for (const action of ["login", "export", "login"])
        await audit.append(entry(action, { detail: { note: "a\0b" } }));
      await audit.append(entry("login", { actor: "ihar" }));
      const seqs = async (filter: { actor?: string; action?: string }) =>
        (await allPages((page) => audit.list(filter, page), 2)).map(({ seq }) => seq);
      expect(await seqs({})).toEqual([4, 3, 2, 1]);
      expect(await seqs({ actor: "alena", action: "login" })).toEqual([3, 1]);
      expect(await seqs({ actor: "nobody" })).toEqual([]);
    });
  });
}
