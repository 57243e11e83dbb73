import { expect, it } from "vitest";
import { standingChange } from "../storage/conformance/samples.ts";
import { differencesSince } from "./difference.ts";

const { after: claimed } = standingChange("e", 1);
const confirmed = claimed && { ...claimed, standing: "confirmed" as const };

it("tells each event once, from what it was to what it is, and not what went back and forth", async () => {
  const items = [
    standingChange("new", 1, { after: confirmed }),
    standingChange("changed", 2, { before: claimed, after: null }),
    standingChange("changed", 3, { before: null, after: confirmed }),
    standingChange("same", 2, { before: claimed, after: null }),
    standingChange("same", 3, { before: null, after: claimed }),
    standingChange("gone", 2, {
      before: claimed,
      after: null,
      cause: { kind: "joined", eventId: "changed" },
    }),
  ];
  const standingChanges = { after: async () => ({ items, cursor: "6" }) } as never;
  expect(await differencesSince({ standingChanges }, null)).toEqual([
    { eventId: "new", before: null, after: confirmed, joined: null },
    { eventId: "changed", before: claimed, after: confirmed, joined: null },
    { eventId: "gone", before: claimed, after: null, joined: "changed" },
  ]);
});
