import type { Span } from "../../model/article.ts";

/** What a marked piece of text is for an event: all its words, what gives it away, who and where, what bends it. */
export type MarkKind = "evidence" | "trigger" | "slot" | "cue" | "mention" | "condition";

export interface Mark extends Span {
  kind: MarkKind;
  /** Read out and shown on hovering: `subject: Alena Sample`. */
  label?: string;
}

interface Segment extends Span {
  marks: Mark[];
}

/** Cuts a piece of text at every edge of a mark, so that marks may overlap. Marks beyond the piece are cut off. */
export function segments(piece: Span, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter(({ start, end }) => start < piece.end && end > piece.start && start < end);
  const edges = new Set([piece.start, piece.end]);
  for (const { start, end } of inside) {
    edges.add(Math.max(start, piece.start));
    edges.add(Math.min(end, piece.end));
  }
  const sorted = [...edges].toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? piece.start;
    return { start, end, marks: inside.filter((mark) => mark.start <= start && mark.end >= end) };
  });
}

/** The most telling kind wins where marks lie over one another. */
const byWeight: readonly MarkKind[] = ["cue", "trigger", "slot", "condition", "mention", "evidence"];

/** A piece of a text with its marks. */
export function MarkedText({ text, piece, marks }: { text: string; piece: Span; marks: readonly Mark[] }) {
  return (
    <>
      {segments(piece, marks).map((segment) => {
        const words = text.slice(segment.start, segment.end);
        const kind = byWeight.find((one) => segment.marks.some((mark) => mark.kind === one));
        if (kind === undefined) return words;
        const label = segment.marks.find((mark) => mark.kind === kind)?.label;
        return (
          <mark class={kind} title={label}>
            {words}
          </mark>
        );
      })}
    </>
  );
}

export function MarkLegend() {
  return (
    <p class="legend row small quiet">
      <span>Marks:</span>
      <mark class="trigger">what happened</mark>
      <mark class="slot">who, when, where</mark>
      <mark class="cue">denied, doubtful, planned</mark>
      <mark class="evidence">evidence</mark>
    </p>
  );
}
