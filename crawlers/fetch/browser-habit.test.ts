import { describe, expect, it } from "vitest";
import { browserUse, learn, newHabit, type Rendering } from "./browser-habit.ts";

const now = Date.parse("2026-01-01T00:00:00Z");
const read: Rendering = { shell: false, rendered: false, empty: false };
const shell: Rendering = { shell: true, rendered: true, empty: false };
const first: Rendering = { shell: false, rendered: true, empty: false };
const vain: Rendering = { shell: true, rendered: true, empty: true };
const after = (...seen: Rendering[]) => seen.reduce((habit, one) => learn(habit, one, now), newHabit("news"));
const times = (count: number, seen: Rendering) => Array.from({ length: count }, () => seen);

describe("the use of the browser for a source", () => {
  it("is a last resort at first, and comes first once pages were empty without it three times in a row", () => {
    expect(browserUse(newHabit("news"), now)).toBe("fallback");
    expect(browserUse(after(shell, shell), now)).toBe("fallback");
    expect(browserUse(after(shell, shell, shell), now)).toBe("first");
    expect(browserUse(after(shell, shell, read, shell), now)).toBe("fallback");
  });

  it("gives plain HTTP another chance after some pages, and goes back to it when that works", () => {
    const learned = after(...times(3, shell), ...times(25, first));
    expect(browserUse(learned, now)).toBe("fallback");
    expect(browserUse(learn(learned, shell, now), now)).toBe("first");
    expect(browserUse(learn(learned, read, now), now)).toBe("fallback");
  });

  it("ends for a week when it does not pay", () => {
    const given = after(...times(5, vain));
    expect(browserUse(given, now + 6 * 86_400_000)).toBe("never");
    expect(browserUse(given, now + 8 * 86_400_000)).toBe("fallback");
    expect(browserUse(after(...times(4, vain), shell, ...times(4, vain)), now)).not.toBe("never");
  });

  it("learns nothing from ordinary pages", () => {
    const habit = newHabit("news");
    expect(learn(habit, read, now)).toBe(habit);
  });
});
