import type { ClaimReason } from "../ledger/explain.ts";
import { remarkOf } from "../ledger/remarks.ts";
import type { Link } from "../ledger/links/link.ts";
import type { Claim } from "../model/ledger.ts";
import type { Cause, EventState, StandingChange } from "../model/standing-change.ts";
import { whom } from "./event-view.ts";
import { printable, type Terminal } from "./terminal.ts";

function because(cause: Cause): string {
  switch (cause.kind) {
    case "article":
      return `article ${cause.articleId}`;
    case "decision":
      return `decision ${cause.decisionId}`;
    case "joined":
      return `became part of event ${cause.eventId}`;
    case "identity":
      return `who is who: ${cause.personIds.join(", ")}`;
    case "condition":
      return `report ${cause.reportId}`;
    default:
      return "time passed";
  }
}

const slots = ["type", "standing", "assertion", "date", "place", "term", "charge"] as const;

/** What is different between two states, slot by slot. */
export function differences(before: EventState | null, after: EventState | null): string[] {
  if (after === null) return ["gone"];
  if (before === null)
    return [`told: ${after.type.replaceAll("_", " ")} of ${whom(after)}, ${after.standing}`];
  const changed: string[] = slots
    .filter((slot) => before[slot] !== after[slot])
    .map((slot) => `${slot} ${before[slot] ?? "–"} → ${after[slot] ?? "–"}`);
  if (before.origins !== after.origins) changed.push(`origins ${before.origins} → ${after.origins}`);
  if (whom(before) !== whom(after)) changed.push(`${whom(before)} → ${whom(after)}`);
  return changed.length === 0 ? ["who acts, or to whom"] : changed;
}

export function historyLines(history: readonly StandingChange[], { colors }: Terminal): string[] {
  return [
    "",
    colors.bold("History"),
    ...history.map(({ at, cause, before, after }) =>
      printable(
        `  ${at.slice(0, 16).replace("T", " ")}  ${remarkOf(cause) ?? differences(before, after).join("; ")} (${because(cause)})`,
      ),
    ),
  ];
}

const linkWords: Readonly<Record<Link["kind"], string>> = {
  group: "one of the group",
  member: "of the group",
  together: "told together",
  swap: "other side of the swap",
  pardon: "freed by this pardon",
  freed: "brought this release",
  term: "extends this sentence",
  extended: "was extended",
  deal: "same deal",
};

/** The events that belong to one, with the reasons. */
export function linkLines(links: readonly Link[], { colors }: Terminal): string[] {
  if (links.length === 0) return ["", "Nothing that belongs to it is known."];
  return [
    "",
    colors.bold("Belongs together with"),
    ...links.map(({ kind, event, reasons }) =>
      printable(
        `  ${linkWords[kind]}: ${event.type.replaceAll("_", " ")} of ${whom(event)}, ${event.date ?? "undated"}, ${event.id} (${reasons.join(", ")})`,
      ),
    ),
  ];
}

/** Why each claim belongs to the event. */
export function reasonLines(
  reasons: readonly ClaimReason[],
  claims: readonly Claim[],
  { colors }: Terminal,
): string[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return [
    "",
    colors.bold("Why these claims are one event"),
    ...reasons.flatMap(({ claimId, score, reasons: why }) => {
      const claim = byId.get(claimId);
      const head = `  ${claim?.sourceId ?? claimId}, ${claim?.date ?? "undated"}`;
      const told = why.map(({ points, says }) => `${says} (${points > 0 ? "+" : ""}${points})`).join(", ");
      return [printable(score === null ? `${head}: opened it` : `${head}: ${score} points, ${told}`)];
    }),
  ];
}
