import { describe, expect, it } from "vitest";
import { Permanent, Retryable } from "../../model/errors.ts";
import { createRobots, type RobotsResponse } from "./robots.ts";

const HOUR_MS = 3_600_000;

function setUp(answers: (RobotsResponse | Error)[]) {
  let now = 0;
  const asked: string[] = [];
  const robots = createRobots({
    token: "Habeas",
    freshMs: 24 * HOUR_MS,
    now: () => now,
    load: (url) => {
      asked.push(url.href);
      const next = answers.length > 1 ? answers.shift() : answers[0];
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next as RobotsResponse);
    },
  });
  const check = (url: string, ignoreReason?: string) =>
    robots.check(new URL(url), ignoreReason ? { ignoreReason } : {});
  return {
    asked,
    check,
    verdict: async (url: string, ignoreReason?: string) => (await check(url, ignoreReason)).verdict,
    passHours: (hours: number) => {
      now += hours * HOUR_MS;
    },
  };
}

const rules = (text: string): RobotsResponse => ({ status: 200, text, retryAfterMs: null });
const status = (code: number, retryAfterMs: number | null = null): RobotsResponse => ({
  status: code,
  text: "",
  retryAfterMs,
});

describe("robots", () => {
  it("follow the group that names us, else the one for everybody", async () => {
    const named = setUp([rules("User-agent: *\nDisallow: /\n\nUser-agent: habeas\nDisallow: /private/")]);
    expect(await named.verdict("https://e.org/news")).toBe("allowed");
    expect(await named.verdict("https://e.org/private/x")).toBe("disallowed");
    const everybody = setUp([rules("User-agent: *\nDisallow: /private/\nAllow: /private/open\n")]);
    expect(await everybody.verdict("https://e.org/private/x")).toBe("disallowed");
    expect(await everybody.verdict("https://e.org/private/open/x")).toBe("allowed");
  });

  it("understand a byte order mark, wildcards, ends and Windows line ends", async () => {
    const { verdict } = setUp([rules("\ufeffUser-agent: *\r\nDisallow: /*.pdf$\r\nDisallow: /*?print=\r\n")]);
    expect(await verdict("https://e.org/a.pdf")).toBe("disallowed");
    expect(await verdict("https://e.org/a.pdf.html")).toBe("allowed");
    expect(await verdict("https://e.org/a?print=1")).toBe("disallowed");
  });

  it("never disallow robots.txt itself", async () => {
    const { verdict } = setUp([rules("User-agent: *\nDisallow: /")]);
    expect(await verdict("https://e.org/robots.txt")).toBe("allowed");
  });

  it("record a written reason as overridden, and only where something was overridden", async () => {
    const { verdict } = setUp([rules("User-agent: *\nDisallow: /private/")]);
    expect(await verdict("https://e.org/private/x", "agreed with the editors by mail")).toBe("overridden");
    expect(await verdict("https://e.org/news", "agreed with the editors by mail")).toBe("allowed");
  });

  it("tell the crawl delay that is meant for us, within reason", async () => {
    const { check } = setUp([rules("User-agent: *\nCrawl-delay: 5")]);
    expect((await check("https://e.org/")).crawlDelayMs).toBe(5_000);
    const endless = setUp([rules("User-agent: *\nCrawl-delay: 86400")]);
    expect((await endless.check("https://e.org/")).crawlDelayMs).toBe(60_000);
    const wrong = setUp([rules("User-agent: *\nCrawl-delay: -3")]);
    expect((await wrong.check("https://e.org/")).crawlDelayMs).toBe(0);
  });

  it.each([400, 401, 403, 404, 410, 302])("allow everything when the file answers %i", async (code) => {
    expect(await setUp([status(code)]).verdict("https://e.org/x")).toBe("absent");
  });

  it.each([status(500), status(503), status(429), new Error("connection refused")])(
    "allow nothing for now when the file cannot be read",
    async (answer) => {
      const { verdict } = setUp([answer]);
      await expect(verdict("https://e.org/x")).rejects.toThrow(Retryable);
      await expect(verdict("https://e.org/x")).rejects.toThrow(/robots\.txt of e\.org could not be read/);
    },
  );

  it("leave a host alone for good when its file is at a forbidden address", async () => {
    await expect(setUp([new Permanent("10.0.0.1 is private")]).verdict("https://e.org/x")).rejects.toThrow(
      Permanent,
    );
  });

  it("are asked for once a day and once for several callers", async () => {
    const { asked, verdict, passHours } = setUp([rules("User-agent: *\nDisallow: /a"), rules("")]);
    await Promise.all([verdict("https://e.org/a"), verdict("https://e.org/b"), verdict("https://e.org/c")]);
    passHours(23.9);
    expect(await verdict("https://e.org/a")).toBe("disallowed");
    expect(asked).toEqual(["https://e.org/robots.txt"]);
    passHours(0.2);
    expect(await verdict("https://e.org/a")).toBe("allowed");
    expect(asked).toHaveLength(2);
  });

  it("are kept apart by scheme and port", async () => {
    const { asked, verdict } = setUp([rules("")]);
    await verdict("https://e.org/a");
    await verdict("http://e.org/a");
    await verdict("https://e.org:8443/a");
    expect(asked).toEqual([
      "https://e.org/robots.txt",
      "http://e.org/robots.txt",
      "https://e.org:8443/robots.txt",
    ]);
  });

  it("do not ask a host in trouble again before its rest is over", async () => {
    const { asked, verdict, passHours } = setUp([status(503, HOUR_MS), rules("")]);
    await expect(verdict("https://e.org/a")).rejects.toThrow(Retryable);
    passHours(0.9);
    await expect(verdict("https://e.org/a")).rejects.toThrow(Retryable);
    expect(asked).toHaveLength(1);
    passHours(0.2);
    expect(await verdict("https://e.org/a")).toBe("allowed");
  });

  it("go on with the rules they had while the file cannot be read, for a month", async () => {
    const { verdict, passHours } = setUp([rules("User-agent: *\nDisallow: /a"), status(500)]);
    expect(await verdict("https://e.org/a")).toBe("disallowed");
    passHours(25);
    expect(await verdict("https://e.org/a")).toBe("disallowed");
    expect(await verdict("https://e.org/b")).toBe("allowed");
    passHours(31 * 24);
    await expect(verdict("https://e.org/b")).rejects.toThrow(Retryable);
  });
});
