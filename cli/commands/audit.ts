import { auditHash, auditRoot, type AuditEntry } from "../../model/audit.ts";
import type { AuditRepository } from "../../storage/review-store.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../explain.ts";
import type { CommandContext } from "../program.ts";
import { withStore } from "../with-store.ts";

/** How the chain stands: whole, or where it breaks. */
export interface Verdict {
  entries: number;
  /** Hash of the last entry that is in order. */
  head: string;
  fault: string | null;
}

const batch = 1000;

/** Follows the chain from its first entry; with an anchor also looks that an entry noted earlier is still there. */
export async function verifyChain(
  audit: Pick<AuditRepository, "after">,
  anchor: { seq: number; hash: string } | null,
): Promise<Verdict> {
  let last: Pick<AuditEntry, "seq" | "hash"> = { seq: 0, hash: auditRoot };
  for (;;) {
    const entries = await audit.after(last.seq, batch);
    for (const entry of entries) {
      const fault = faultOf(entry, last, anchor);
      if (fault !== null) return { entries: last.seq, head: last.hash, fault };
      last = entry;
    }
    if (entries.length < batch) break;
  }
  const missing = anchor !== null && last.seq < anchor.seq;
  const fault = missing
    ? `the log ends at ${last.seq}, before the anchor ${anchor.seq}: its end was cut off`
    : null;
  return { entries: last.seq, head: last.hash, fault };
}

function faultOf(
  entry: AuditEntry,
  last: Pick<AuditEntry, "seq" | "hash">,
  anchor: { seq: number; hash: string } | null,
): string | null {
  if (entry.seq !== last.seq + 1) return `entry ${last.seq + 1} is missing`;
  if (entry.previous !== last.hash) return `entry ${entry.seq} does not follow from entry ${last.seq}`;
  if (entry.hash !== auditHash(entry)) return `entry ${entry.seq} was changed`;
  if (entry.seq === anchor?.seq && entry.hash !== anchor.hash) return `entry ${entry.seq} is not the anchor`;
  return null;
}

/** Checks that nobody changed, removed or slipped in an entry. */
export async function verifyAudit({
  options,
  globals,
  terminal,
}: CommandContext<{ anchor?: string; json?: true }>): Promise<number> {
  const anchor = options.anchor === undefined ? null : anchorOf(options.anchor);
  return withStore(globals, async (store) => {
    const verdict = await verifyChain(store.review.audit, anchor);
    const { entries, head, fault } = verdict;
    if (options.json) terminal.out(JSON.stringify(verdict));
    else if (fault === null) {
      terminal.out(`The audit log is whole: ${entries} entries.`);
      if (entries > 0)
        terminal.out(
          `Note this elsewhere, and later check with --anchor that nothing was cut off:\n  ${entries}:${head}`,
        );
    } else terminal.out(`The audit log is broken: ${fault}; ${entries} entries before it are in order.`);
    return fault === null ? exitCodes.ok : exitCodes.failed;
  });
}

function anchorOf(text: string): { seq: number; hash: string } {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new UsageError("--anchor expects what an earlier habeas audit verify printed, like 17:3fa9…");
  return { seq: Number(seq), hash };
}
