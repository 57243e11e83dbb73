import { describe, expect, it } from "vitest";
import type { ArticleRecord } from "../model/article.ts";
import { type EndpointState, newEndpointState } from "../model/endpoint-state.ts";
import { type Source, SourceSchema } from "../model/source.ts";
import type { NewJob } from "./queue.ts";
import { createScheduler, dueEndpoints } from "./scheduler.ts";

const start = Date.parse("2026-01-01T00:00:00Z");
const iso = (ms: number) => new Date(ms).toISOString();
const source = (id: string, more: Record<string, unknown> = {}): Source =>
  SourceSchema.parse({
    id,
    name: id,
    homepage: `https://${id}.example/`,
    kind: "newspaper",
    tier: 2,
    langs: ["en"],
    endpoints: [{ kind: "feed", url: `https://${id}.example/feed`, intervalSeconds: 600 }],
    ...more,
  });
const state = (url: string, dueAt: number): EndpointState => newEndpointState(url, "x", iso(dueAt));

describe("which endpoints are due", () => {
  const due = (sources: Source[], states: EndpointState[]) =>
    dueEndpoints(sources, states, start).map(({ endpoint }) => endpoint.url);

  it("not those that are gone for good, and a search proxy only while nothing else answers", () => {
    const proxied = source("a", {
      endpoints: [
        { kind: "feed", url: "https://a.example/feed" },
        { kind: "feed", url: "https://search.example/a", role: "search_proxy" },
      ],
    });
    const own = state("https://a.example/feed", start - 1);
    expect(due([proxied], [])).toEqual(["https://a.example/feed"]);
    expect(due([proxied], [{ ...own, consecutiveFailures: 2 }])).toEqual(["https://a.example/feed"]);
    expect(due([proxied], [{ ...own, consecutiveFailures: 3 }])).toEqual([
      "https://a.example/feed",
      "https://search.example/a",
    ]);
    expect(due([proxied], [{ ...own, retiredAt: iso(start) }])).toEqual(["https://search.example/a"]);
  });

  it("those that were never polled, and those whose time has come", () => {
    const sources = [source("new"), source("now"), source("later")];
    const states = [
      state("https://now.example/feed", start),
      state("https://later.example/feed", start + 1),
      state("https://forgotten.example/feed", start - 1),
    ];
    expect(due(sources, states)).toEqual(["https://new.example/feed", "https://now.example/feed"]);
  });

  it("none of a source or endpoint that is switched off", () => {
    const feed = { kind: "feed", url: "https://half.example/a" };
    expect(
      due(
        [
          source("off", { enabled: false, disabledReason: "closed" }),
          source("half", {
            endpoints: [
              { ...feed, enabled: false },
              { ...feed, url: "https://half.example/b" },
            ],
          }),
        ],
        [],
      ),
    ).toEqual(["https://half.example/b"]);
  });
});

describe("the scheduler", () => {
  const setUp = () => {
    const clock = { now: start };
    const states: EndpointState[] = [];
    const visits: ArticleRecord[] = [];
    const waiting = new Map<string, NewJob>();
    const scheduler = createScheduler({
      sources: [source("a"), source("b")],
      store: {
        endpoints: { list: async () => states },
        articles: { dueForRevisit: async () => visits },
      },
      queue: {
        async add(jobs) {
          const fresh = jobs.filter(({ key }) => !waiting.has(key));
          for (const job of fresh) waiting.set(job.key, job);
          return fresh.length;
        },
      },
      now: () => clock.now,
    });
    return { clock, states, visits, waiting, scheduler };
  };

  it("adds a poll for each due endpoint, under the endpoint's key", async () => {
    const { scheduler, waiting } = setUp();
    expect(await scheduler.tick()).toBe(2);
    expect(waiting.get("poll|https://a.example/feed")).toMatchObject({
      name: "poll",
      payload: { sourceId: "a", endpointUrl: "https://a.example/feed" },
    });
  });

  it("adds a fetch for each article that is to be looked at again, behind all that is new", async () => {
    const { scheduler, visits, waiting } = setUp();
    visits.push({ id: "abc" } as ArticleRecord);
    await scheduler.tick();
    expect(waiting.get("fetch|abc")).toMatchObject({
      name: "fetch",
      payload: { articleId: "abc" },
      priority: 8,
    });
    expect(await scheduler.tick()).toBe(0);
  });

  it("adds it again when the endpoint is due again", async () => {
    const { scheduler, waiting, states, clock } = setUp();
    await scheduler.tick();
    waiting.clear();
    states.push(
      state("https://a.example/feed", start + 600_000),
      state("https://b.example/feed", start + 900_000),
    );
    clock.now = start + 599_999;
    expect(await scheduler.tick()).toBe(0);
    clock.now = start + 600_000;
    expect(await scheduler.tick()).toBe(1);
    expect([...waiting.keys()]).toEqual(["poll|https://a.example/feed"]);
  });

  it("does not hammer an endpoint whose poll breaks before it notes anything", async () => {
    const { scheduler, waiting, clock } = setUp();
    await scheduler.tick();
    waiting.clear();
    clock.now = start + 15_000;
    expect(await scheduler.tick()).toBe(0);
    clock.now = start + 600_000;
    expect(await scheduler.tick()).toBe(2);
  });
});
