import { describe, expect, it } from "vitest";
import { type Decision, decisionKinds, DecisionSchema, standingDecisions } from "./decision.ts";

const persons = { kind: "persons" as const, ids: ["p1", "p2"] };
const said = { by: "ada", reason: null, about: [] };

function merge(id: string, at: string): Decision {
  return { ...said, id, at, kind: "merge", target: persons, changes: {} };
}
function undo(id: string, at: string, of: string): Decision {
  return { ...said, id, at, kind: "undo", target: { kind: "decision", id: of }, changes: {} };
}
const ids = (decisions: readonly Decision[]) => decisions.map(({ id }) => id);
const [t1, t2, t3, t4] = ["01", "02", "03", "04"].map((day) => `2026-01-${day}T00:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];

describe("decisions", () => {
  it("hold, oldest first, until they are undone", () => {
    const all = [undo("u", t3, "b"), merge("b", t2), merge("a", t1)];
    expect(ids(standingDecisions(all))).toEqual(["a"]);
    expect(ids(standingDecisions(all.slice(1)))).toEqual(["a", "b"]);
  });

  it("hold again when the undoing is undone, and again not when that is", () => {
    const all = [merge("a", t1), undo("u1", t2, "a"), undo("u2", t3, "u1")];
    expect(ids(standingDecisions(all))).toEqual(["a"]);
    expect(ids(standingDecisions([...all, undo("u3", t4, "u2")]))).toEqual([]);
  });

  it("are of the kinds that are listed", () => {
    const kinds = DecisionSchema.options.map((option) => option.shape.kind.value);
    expect(decisionKinds).toEqual(kinds);
  });
});
