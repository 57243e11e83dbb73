import type { Decision } from "../../model/decision.ts";
import { remarkOf } from "../../ledger/remarks.ts";
import type { EventState, StandingChange } from "../../model/standing-change.ts";
import type { Dossier } from "../deciding.ts";
import type { ReviewContext } from "../http/context.ts";
import { CsrfField } from "./layout.tsx";
import { capitalised, day, moment, names, plain } from "./words.ts";

/** Why an event is rejected; the number is its key. */
const rejectReasons = [
  "It did not happen",
  "Somebody else is meant",
  "Not this kind of event",
  "The text does not say so",
  "Not our subject",
] as const;

interface BarProps {
  c: ReviewContext;
  eventId: string;
  dossier: Dossier;
  /** Where to go after deciding. */
  next: string;
}

const key = (letter: string) => <kbd aria-hidden="true">{letter}</kbd>;

/** One button and one key for each decision. Without scripts the buttons work alike. */
export function DecisionBar({ c, eventId, dossier, next }: BarProps) {
  const action = `/events/${encodeURIComponent(eventId)}/decide`;
  return (
    <div class="bar" role="group" aria-label="Decide">
      <form class="row" method="post" action={action} data-decide>
        <CsrfField c={c} />
        <input type="hidden" name="version" value={dossier.version} />
        <input type="hidden" name="seenAt" value={new Date(c.var.services.now()).toISOString()} />
        <input type="hidden" name="next" value={next} />
        <button class="good" name="kind" value="confirm" data-key="y">
          {key("y")} Confirm
        </button>
        <details class="menu" data-key="x">
          <summary class="button bad">{key("x")} Reject</summary>
          <div class="menu-body left">
            {rejectReasons.map((reason, index) => (
              <button name="kind" value={`reject ${reason}`} data-key={String(index + 1)}>
                {key(String(index + 1))} {reason}
              </button>
            ))}
          </div>
        </details>
        <button name="kind" value="unsure" data-key="u">
          {key("u")} Unsure
        </button>
        <a class="button" href={`/events/${encodeURIComponent(eventId)}/edit`} data-key="e">
          {key("e")} Edit
        </a>
      </form>
    </div>
  );
}

const said: Readonly<Record<Decision["kind"], string>> = {
  confirm: "confirmed it",
  reject: "rejected it",
  unsure: "was unsure",
  edit: "edited it",
  add: "added it",
  comment: "wrote",
  merge: "merged persons",
  split: "split a person",
  not_same: "told persons apart",
  undo: "took a decision back",
};

/** What a decision changes, in words. */
function changesOf(decision: Decision): string | null {
  if (decision.kind === "comment") return `“${decision.changes.text}”`;
  if (decision.kind !== "edit" && decision.kind !== "add") return null;
  return Object.entries(decision.changes)
    .map(([slot, value]) => `${slot}: ${shown(value)}`)
    .join("; ");
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value))
    return value.length === 0 ? "none" : names(value as { id: string; name: string }[]);
  if (typeof value === "object") return "label" in value ? String(value.label) : JSON.stringify(value);
  return plain(typeof value === "string" ? value : JSON.stringify(value));
}

/** Who decided what when; what was undone is struck out. */
export function DecisionLog({ c, dossier }: { c: ReviewContext; dossier: Dossier }) {
  const { decisions, standing } = dossier;
  const holds = new Set(standing.map(({ id }) => id));
  const undone = (decision: Decision) => decision.kind !== "undo" && !holds.has(decision.id);
  if (decisions.length === 0) return <p class="quiet">Nobody has decided yet.</p>;
  return (
    <ol class="log bare tight">
      {decisions.map((decision) => (
        <li>
          <span class={undone(decision) ? "undone" : ""}>
            <strong>{decision.by}</strong> {said[decision.kind]}
            {decision.reason === null ? "" : `: ${decision.reason}`}
          </span>
          {changesOf(decision) === null ? null : <span class="block">{changesOf(decision)}</span>}
          <span class="row small quiet">
            <time datetime={decision.at}>{moment(decision.at)}</time>
            {undone(decision) ? <span>taken back</span> : null}
            {holds.has(decision.id) ? <UndoForm c={c} id={decision.id} /> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

function UndoForm({ c, id }: { c: ReviewContext; id: string }) {
  return (
    <form method="post" action={`/decisions/${id}/undo`}>
      <CsrfField c={c} />
      <button class="plain small" type="submit">
        Undo
      </button>
    </form>
  );
}

/** How an event's standing and content came to be what they are. */
export function History({ changes }: { changes: readonly StandingChange[] }) {
  if (changes.length === 0) return <p class="quiet">No history is kept of it yet.</p>;
  return (
    <ol class="log bare tight">
      {changes.toReversed().map((change) => (
        <li>
          {linesOf(change).map((line) => (
            <span class="block">{line}</span>
          ))}
          <span class="small quiet">
            <time datetime={change.at}>{moment(change.at)}</time>, {causeOf(change)}
          </span>
        </li>
      ))}
    </ol>
  );
}

const causes: Readonly<Record<StandingChange["cause"]["kind"], string>> = {
  article: "by an article",
  decision: "by a decision",
  joined: "became part of another event",
  identity: "after persons were merged or parted",
  clock: "with time",
  condition: "by a report",
};
const linesOf = ({ before, after, cause }: StandingChange) => {
  const remark = remarkOf(cause);
  return remark === null ? differences(before, after) : [capitalised(remark)];
};
const causeOf = ({ cause }: StandingChange) => causes[cause.kind];

const compared = ["standing", "assertion", "type", "date", "place", "term", "charge"] as const;
const parties = ["subjects", "agents", "recipients"] as const;

/** What changed between two states, a line each. */
export function differences(before: EventState | null, after: EventState | null): string[] {
  if (after === null) return ["Gone"];
  if (before === null) return [`First told: ${after.standing}, ${day(after.date)}`];
  const lines = compared
    .filter((slot) => before[slot] !== after[slot])
    .map((slot) => `${capitalised(slot)}: ${shown(before[slot])} → ${shown(after[slot])}`);
  for (const slot of parties)
    if (names(before[slot]) !== names(after[slot]))
      lines.push(`${capitalised(slot)}: ${shown(before[slot])} → ${shown(after[slot])}`);
  return lines.length === 0 ? ["Told by others too"] : lines;
}
