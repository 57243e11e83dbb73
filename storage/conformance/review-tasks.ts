import { describe, expect, it } from "vitest";
import { Permanent } from "../../model/errors.ts";
import type { ReviewTaskFilter } from "../store.ts";
import type { Fixture } from "./index.ts";
import { allPages, minutesLater, reviewTask } from "./samples.ts";

const closing = { by: "ada", outcome: "two people", at: minutesLater(3) };

export function reviewTaskTests({ open }: Fixture): void {
  describe("review tasks", () => {
    it("are one for each kind and target, whatever the order of persons", async () => {
      const { reviewTasks } = await open();
      const first = await reviewTasks.open(reviewTask());
      const again = await reviewTasks.open(
        reviewTask({
          target: { kind: "persons", ids: ["p2", "p1"] },
          priority: 2,
          openedAt: minutesLater(9),
        }),
      );
      expect(again.id).toBe(first.id);
      expect(await reviewTasks.get(first.id)).toMatchObject({
        priority: 2,
        openedAt: first.openedAt,
        status: "open",
      });
      expect((await reviewTasks.list({}, { limit: 9 })).items).toHaveLength(1);
      expect(await reviewTasks.get("none")).toBeNull();
    });

    it("are given to somebody, given back and closed, once", async () => {
      const { reviewTasks } = await open();
      const { id } = await reviewTasks.open(reviewTask());
      expect(await reviewTasks.assign(id, "ada", minutesLater(1))).toMatchObject({
        status: "assigned",
        assignee: "ada",
      });
      expect(await reviewTasks.assign(id, null, minutesLater(2))).toMatchObject({
        status: "open",
        assignee: null,
      });
      const done = await reviewTasks.close(id, closing);
      expect(done).toMatchObject({ status: "closed", closedBy: "ada", outcome: "two people" });
      expect(await reviewTasks.close(id, { ...closing, by: "eve" })).toEqual(done);
      await expect(reviewTasks.assign(id, "eve", minutesLater(4))).rejects.toThrow(Permanent);
      await expect(reviewTasks.close("none", closing)).rejects.toThrow(Permanent);
      await expect(reviewTasks.assign("none", "ada", minutesLater(4))).rejects.toThrow(Permanent);
    });

    it("that were closed come back for another reason only", async () => {
      const { reviewTasks } = await open();
      const { id } = await reviewTasks.open(reviewTask());
      await reviewTasks.close(id, closing);
      expect(await reviewTasks.open(reviewTask())).toMatchObject({ status: "closed" });
      const again = await reviewTasks.open(reviewTask({ reason: "A third article says otherwise." }));
      expect(again).toMatchObject({ id, status: "open", closedBy: null });
    });

    it("are listed by priority, the oldest first, and by all that one looks for", async () => {
      const { reviewTasks } = await open();
      const low = await reviewTasks.open(reviewTask({ priority: 10 }));
      const late = await reviewTasks.open(
        reviewTask({ kind: "dispute", target: { kind: "event", id: "e1" }, openedAt: minutesLater(1) }),
      );
      const soon = await reviewTasks.open(
        reviewTask({ kind: "reattach", target: { kind: "decision", id: "d1" } }),
      );
      await reviewTasks.assign(late.id, "ada", minutesLater(2));
      await reviewTasks.close(low.id, closing);
      const find = async (filter: ReviewTaskFilter) =>
        (await allPages((page) => reviewTasks.list(filter, page), 1)).map(({ id }) => id);
      expect(await find({})).toEqual([soon.id, late.id, low.id]);
      expect(await find({ status: "open" })).toEqual([soon.id]);
      expect(await find({ status: "closed", kind: "identity" })).toEqual([low.id]);
      expect(await find({ assignee: "ada" })).toEqual([late.id]);
      expect(await find({ targetId: "p2" })).toEqual([low.id]);
      expect(await find({ targetId: "d1", kind: "dispute" })).toEqual([]);
    });
  });
}
