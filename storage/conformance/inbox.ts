import { describe, expect, it } from "vitest";
import type { InboxItem } from "../../model/inbox.ts";
import type { InboxFilter } from "../inbox.ts";
import type { Fixture } from "./index.ts";
import { allPages, event, minutesLater, noon } from "./samples.ts";

function item(eventId: string, change: Partial<InboxItem> = {}): InboxItem {
  return {
    eventId,
    state: "open",
    urgency: 4,
    since: noon,
    assignee: null,
    type: "arrest",
    standing: "claimed",
    assertion: "asserted",
    confidence: 0.8,
    langs: ["en"],
    sourceIds: ["s1"],
    countries: ["BY"],
    personIds: [],
    decided: null,
    changedSince: false,
    ...change,
  };
}

export function inboxTests({ open }: Fixture): void {
  describe("the inbox", () => {
    it("has the most urgent first, then what waits longest, page by page", async () => {
      const { inbox } = (await open()).review;
      await inbox.put(item("young", { since: minutesLater(5) }));
      await inbox.put(item("old"));
      await inbox.put(item("free", { urgency: 1, since: minutesLater(9), type: "release" }));
      await inbox.put(item("decided", { state: "done" }));
      const ids = (await allPages((page) => inbox.list({ state: "open" }, page), 1)).map(
        (one) => one.eventId,
      );
      expect(ids).toEqual(["free", "old", "young"]);
      await inbox.put(item("old", { state: "unsure" }));
      expect(await inbox.get("old")).toEqual(item("old", { state: "unsure" }));
      await inbox.remove("old");
      await inbox.remove("old");
      expect(await inbox.get("old")).toBeNull();
    });

    it("is narrowed and counted by all that it is filtered by, together too", async () => {
      const store = await open();
      const { inbox } = store.review;
      await inbox.put(
        item("a", { assignee: "alena", sourceIds: ["s1", "s2"], langs: ["ru"], countries: ["RU"] }),
      );
      await inbox.put(
        item("b", { type: "release", standing: "disputed", confidence: 0.4, sourceIds: ["s2"] }),
      );
      const party = { id: "p1", name: "P" };
      await store.events.replaceBlock("k", [event("c", { blockKey: "k", subjects: [party] })]);
      await inbox.put(item("c", { personIds: ["p1"], langs: ["en", "ru"] }));
      const find = async (filter: InboxFilter) => {
        const found = (await allPages((page) => inbox.list(filter, page), 1)).map((one) => one.eventId);
        expect(await inbox.count(filter, 10)).toBe(found.length);
        return found.toSorted().join("");
      };
      expect(await find({})).toBe("abc");
      expect(await find({ assignee: "alena" })).toBe("a");
      expect(await find({ assignee: null })).toBe("bc");
      expect(await find({ type: "release", standing: "disputed" })).toBe("b");
      expect(await find({ sourceId: "s2" })).toBe("ab");
      expect(await find({ sourceId: "s2", lang: "ru", country: "RU" })).toBe("a");
      expect(await find({ lang: "ru" })).toBe("ac");
      expect(await find({ country: "BY", lang: "ru" })).toBe("c");
      expect(await find({ minConfidence: 0.5 })).toBe("ac");
      expect(await find({ except: { ids: ["a"], personIds: ["p1"] } })).toBe("b");
      expect(await inbox.count({}, 2)).toBe(2);
    });
  });
}
