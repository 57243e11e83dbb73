import { describe, expect, it } from "vitest";
import type { Fixture } from "./index.ts";
import { host, noon, notice, robotsFile } from "./samples.ts";

export function keyedTests({ open }: Fixture): void {
  describe("hosts, robots files and habits of sources", () => {
    it("are replaced whole under their keys, and listed by them, for every process", async () => {
      const [one, two] = await Promise.all([open(), open()]);
      await one.hosts.put(host({ host: "b.example" }));
      await two.hosts.put(host({ host: "a.example:8080", breaker: "open", failures: 5 }));
      await two.hosts.put(host({ host: "b.example", failures: 2, lastTrouble: "down" }));
      expect(await one.hosts.list()).toEqual([
        host({ host: "a.example:8080", breaker: "open", failures: 5 }),
        host({ host: "b.example", failures: 2, lastTrouble: "down" }),
      ]);
      expect(await one.hosts.get("c.example")).toBeNull();
      await one.robots.put(robotsFile({ text: "User-agent: *\nDisallow: /\n" }));
      expect(await two.robots.get(robotsFile().origin)).toEqual(
        robotsFile({ text: "User-agent: *\nDisallow: /\n" }),
      );
      const habit = { sourceId: "news", shells: 2, vainRenders: 0, sinceHttp: 1, noBrowserUntil: noon };
      await one.sourceHabits.put(habit);
      expect(await two.sourceHabits.get("news")).toEqual(habit);
    });

    it("are listed by prefix, behind a key, and as far as is wanted", async () => {
      const { sourceNotices } = await open();
      const ids = ["a-1", "a-2", "a-3", "a.9", "b-1", "ё-1", "😀-1"];
      for (const id of ids.toReversed()) await sourceNotices.put(notice({ id }));
      const listed = async (range?: Parameters<typeof sourceNotices.list>[0]) =>
        (await sourceNotices.list(range)).map(({ id }) => id);
      expect(await listed()).toEqual(ids);
      expect(await listed({ prefix: "a-" })).toEqual(["a-1", "a-2", "a-3"]);
      expect(await listed({ prefix: "a-", after: "a-1", limit: 1 })).toEqual(["a-2"]);
      expect(await listed({ after: "b-1" })).toEqual(["ё-1", "😀-1"]);
      expect(await listed({ after: "😀-1" })).toEqual([]);
    });

    it("keep a robots file of half a megabyte", async () => {
      const { robots } = await open();
      const text = "Disallow: /ё\n".repeat(36_000);
      await robots.put(robotsFile({ text }));
      expect((await robots.get(robotsFile().origin))?.text).toBe(text);
    });
  });
}
