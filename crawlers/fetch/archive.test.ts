import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Blocked, Gone, Permanent, Retryable } from "../../model/errors.ts";
import { answer, type LocalSite, startLocalSite } from "../../test/local-site.ts";
import { createArchive, mayBeArchived } from "./archive.ts";
import { createFetcher } from "./fetcher.ts";
import type { Fetcher } from "./types.ts";

const story = "<p>The court kept the teacher in custody after a hearing that lasted ten minutes.</p>".repeat(
  5,
);
const gone = "https://news.example/gone";

describe("an archive of pages", () => {
  let site: LocalSite;
  let fetcher: Fetcher;
  const find = (near: string | null = null) =>
    createArchive({ fetcher, availabilityUrl: `${site.origin}/wayback/available` }).find({ url: gone, near });
  const available = (closest: object | null) =>
    answer(JSON.stringify({ url: gone, archived_snapshots: closest === null ? {} : { closest } }), {
      "content-type": "application/json",
    });
  const snapshot = (change = {}) => ({
    available: true,
    status: "200",
    timestamp: "20250301120000",
    url: `${site.origin}/web/20250301120000/${gone}`,
    ...change,
  });

  beforeAll(async () => {
    site = await startLocalSite();
    fetcher = createFetcher({
      userAgent: "Habeas/0.1 (+x)",
      allowHosts: [site.host],
      delayMs: 0,
      browser: null,
    });
  });
  beforeEach(() => {
    site.requests.length = 0;
  });
  afterAll(async () => {
    await fetcher.close();
    await site.close();
  });

  it("gives the bytes as they were, under their own address, and says where and when they were kept", async () => {
    site.on("/wayback/available", available(snapshot()));
    const memento = `/web/20250301120000id_/${gone}`;
    site.on(
      memento,
      answer(`<h1>Custody</h1>${story}`, { "memento-datetime": "Sat, 01 Mar 2025 12:00:07 GMT" }),
    );
    const found = await find("2025-02-28T10:30:00Z");
    expect(found).toMatchObject({
      url: gone,
      capture: {
        url: gone,
        archived: { url: site.origin + memento, at: "2025-03-01T12:00:07.000Z" },
      },
    });
    expect(found?.text).toContain("kept the teacher");
    const question = new URL(
      site.requests.find(({ path }) => path.startsWith("/wayback"))?.path ?? "",
      site.origin,
    );
    expect(Object.fromEntries(question.searchParams)).toEqual({ url: gone, timestamp: "20250228103000" });
  });

  it("has the time from the address when the archive does not say it", async () => {
    site.on("/wayback/available", available(snapshot()));
    site.on(`/web/20250301120000id_/${gone}`, answer(story));
    expect((await find())?.capture.archived?.at).toBe("2025-03-01T12:00:00.000Z");
  });

  it("may have nothing, or only an error page", async () => {
    site.on("/wayback/available", available(null));
    expect(await find()).toBeNull();
    site.on("/wayback/available", available(snapshot({ status: "404" })));
    expect(await find()).toBeNull();
  });

  it("is not trusted to answer in its form", async () => {
    site.on("/wayback/available", answer("<p>busy</p>"));
    await expect(find()).rejects.toThrow(Permanent);
    site.on("/wayback/available", available({ available: "yes" }));
    await expect(find()).rejects.toThrow(Permanent);
  });

  it("stands in for what is gone or walled off by machines and borders, not for what a publisher withholds", () => {
    for (const cause of ["waf", "captcha", "geo"] as const)
      expect(mayBeArchived(new Blocked("", cause))).toBe(true);
    expect(mayBeArchived(new Gone(""))).toBe(true);
    for (const cause of ["robots", "paywall", "login", "consent"] as const)
      expect(mayBeArchived(new Blocked("", cause)), cause).toBe(false);
    expect(mayBeArchived(new Retryable(""))).toBe(false);
  });
});
