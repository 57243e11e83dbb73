import { describe, expect, it } from "vitest";
import { type AuditEntry, auditHash, chained } from "../../model/audit.ts";
import { verifyChain } from "./audit.ts";

function chainOf(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let index = 0; index < length; index++)
    entries.push(
      chained(
        {
          at: "2025-12-13T12:00:00.000Z",
          actor: "alena",
          via: "web",
          address: null,
          action: `action ${index}`,
          target: null,
          detail: { b: 1, a: "x" },
        },
        entries.at(-1) ?? null,
      ),
    );
  return entries;
}

const verify = (entries: AuditEntry[], anchor: AuditEntry | null = null) =>
  verifyChain(
    { after: async (seq, limit) => entries.filter((entry) => entry.seq > seq).slice(0, limit) },
    anchor,
  );

describe("the audit log", () => {
  it("is whole when nobody touched it, however long it is", async () => {
    expect(await verify([])).toMatchObject({ entries: 0, fault: null });
    const entries = chainOf(2100);
    expect(await verify(entries, entries[99])).toEqual({
      entries: 2100,
      head: entries.at(-1)?.hash,
      fault: null,
    });
  });

  it("tells which entry was changed, removed, slipped in or cut off", async () => {
    const entries = chainOf(5);
    const at = (index: number) => entries[index] as AuditEntry;
    const changed = entries.with(2, { ...at(2), actor: "ihar" });
    expect((await verify(changed)).fault).toBe("entry 3 was changed");
    const forged = { ...at(2), actor: "ihar" };
    const rehashed = entries.with(2, { ...forged, hash: auditHash(forged) });
    expect((await verify(rehashed)).fault).toBe("entry 4 does not follow from entry 3");
    expect((await verify(entries.toSpliced(1, 1))).fault).toBe("entry 2 is missing");
    expect((await verify(entries.slice(0, 3), at(4))).fault).toMatch("cut off");
    expect((await verify(chainOf(2), { ...at(1), hash: "0" })).fault).toBe("entry 2 is not the anchor");
  });
});
