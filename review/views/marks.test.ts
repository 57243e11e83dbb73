import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mark, segments } from "./marks.tsx";

const span = (limit: number) =>
  fc.tuple(fc.nat(limit), fc.nat(limit)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe("marks in a text", () => {
  it("cut it at their edges, so that pieces may have several", () => {
    const marks: Mark[] = [
      { start: 0, end: 10, kind: "evidence" },
      { start: 4, end: 6, kind: "trigger" },
    ];
    expect(
      segments({ start: 2, end: 12 }, marks).map(({ start, end, marks: on }) => [start, end, on.length]),
    ).toEqual([
      [2, 4, 1],
      [4, 6, 2],
      [6, 10, 1],
      [10, 12, 0],
    ]);
  });

  it("never lose, double or move a character, wherever they lie", () => {
    const marks = fc.array(
      span(50).map((at): Mark => ({ ...at, kind: "slot" })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(span(50), marks, (piece, all) => {
        let at = piece.start;
        for (const { start, end, marks: on } of segments(piece, all)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          expect(on).toEqual(
            all.filter((mark) => mark.start <= start && mark.end >= end && mark.start < mark.end),
          );
          at = end;
        }
        expect(at).toBe(piece.end);
      }),
    );
  });
});
