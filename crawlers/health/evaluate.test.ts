import { describe, expect, it } from "vitest";
import type { ArticleRecord, FetchOutcome } from "../../model/article.ts";
import { type EndpointState, newEndpointState } from "../../model/endpoint-state.ts";
import { EndpointSchema } from "../../model/source.ts";
import type { SourceHealth } from "../../model/source-health.ts";
import { staleAfterSeconds } from "./endpoints.ts";
import { evaluateHealth } from "./evaluate.ts";

const start = Date.parse("2026-02-02T12:00:00Z");
const hour = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();
const urls = ["https://news.example/a", "https://news.example/b"] as const;
const source = {
  id: "news",
  name: "The News",
  endpoints: urls.map((url) => EndpointSchema.parse({ kind: "feed", url })),
};

/** An endpoint that tells something every two hours and was polled just now. */
function state(url: string, now: number, change: Partial<EndpointState> = {}): EndpointState {
  return {
    ...newEndpointState(url, "news", iso(now + hour)),
    polledAt: iso(now),
    readAt: iso(now),
    lastItems: 20,
    rhythm: {
      polls: 30,
      newShare: 0.5,
      releaseShare: 0,
      gapsSeconds: Array.from({ length: 40 }, () => 7_200),
      newestAt: iso(now - hour),
      yield: 20,
    },
    ...change,
  };
}

type Page = Pick<ArticleRecord, "outcome" | "article">;
let pages = 0;
function page(kind: FetchOutcome["kind"], lost: readonly ("title" | "published" | "text")[] = []): Page {
  const article = { title: "T", published: "2026-02-02", text: `T\n\n${"word ".repeat(100)}` };
  for (const part of lost) Object.assign(article, { [part]: part === "published" ? null : "" });
  return {
    outcome: { kind, reason: null, at: iso(start + ++pages) },
    article: kind === "ok" ? (article as ArticleRecord["article"]) : null,
  };
}
const many = (count: number, ...rest: Parameters<typeof page>) =>
  Array.from({ length: count }, () => page(...rest));

interface Look {
  states?: EndpointState[];
  articles?: Page[];
}
/** Looks at the source again and again, an hour apart; gives the healths, oldest first. */
function looks(...what: readonly Look[]): SourceHealth[] {
  const healths: SourceHealth[] = [];
  for (const [index, { states, articles = [] }] of what.entries()) {
    const now = start + index * hour;
    const before = healths.at(-1) ?? null;
    const own = states ?? urls.map((url) => state(url, now));
    healths.push(evaluateHealth({ source, before, states: own, articles, now }));
  }
  return healths;
}
const colours = (healths: readonly SourceHealth[], name: keyof SourceHealth["lamps"]) =>
  healths.map(({ lamps }) => lamps[name].colour);
const again = (times: number, look: Look = {}) => Array.from({ length: times }, () => look);
const failing = (url: string, failures = 3) =>
  state(url, start, { consecutiveFailures: failures, lastError: `${url} answered 503` });

describe("the lamps of a source", () => {
  it("are green while its endpoints answer with news and its pages are read", () => {
    const healths = looks({ articles: many(10, "ok") }, {});
    for (const name of ["transport", "discovery", "extraction"] as const)
      expect(colours(healths, name)).toEqual(["green", "green"]);
    expect(healths.flatMap(({ notices }) => notices)).toEqual([]);
  });

  it("are not lit before something was polled or read", () => {
    const [first] = looks({ states: urls.map((url) => newEndpointState(url, "news", iso(start))) });
    expect(colours(first === undefined ? [] : [first], "transport")).toEqual(["unknown"]);
    expect(first?.lamps.extraction.colour).toBe("unknown");
  });

  it("turn red when they were seen so twice in a row, and green again after three times", () => {
    const dark = { states: urls.map((url) => failing(url)) };
    const healths = looks({}, dark, {}, dark, dark, ...again(3));
    expect(colours(healths, "transport")).toEqual([
      "green",
      "green",
      "green",
      "green",
      "red",
      "red",
      "red",
      "green",
    ]);
    expect(
      healths
        .flatMap(({ notices }) => notices)
        .map(({ kind, lamp, before, after }) => [kind, lamp, before, after]),
    ).toEqual([
      ["dark", "transport", "green", "red"],
      ["recovered", "transport", "red", "green"],
    ]);
    expect(healths[4]?.notices[0]?.text).toBe(
      "The News: transport: no endpoint answers: https://news.example/a answered 503",
    );
  });

  it("are yellow when one of several endpoints is lost, and say which", () => {
    const partly = { states: [failing(urls[0]), state(urls[1], start)] };
    const healths = looks({}, partly, partly);
    expect(healths.at(-1)?.lamps.transport).toMatchObject({
      colour: "yellow",
      reason: expect.stringContaining("1 of 2 endpoints do not answer"),
    });
  });

  it("tell when nobody polls any more", () => {
    const idle = { states: urls.map((url) => state(url, start - 100 * hour)) };
    expect(looks({}, idle, idle).at(-1)?.lamps.transport).toMatchObject({
      colour: "red",
      reason: expect.stringContaining("workers"),
    });
  });
});

describe("the discovery lamp", () => {
  const silent = (hours: number, gapSeconds = 7_200): Look => ({
    states: urls.map((url) => {
      const own = state(url, start);
      const gapsSeconds = own.rhythm.gapsSeconds.map(() => gapSeconds);
      return { ...own, rhythm: { ...own.rhythm, gapsSeconds, newestAt: iso(start - hours * hour) } };
    }),
  });

  it("knows from each endpoint's own past how long it may be silent", () => {
    expect(staleAfterSeconds(state(urls[0], start))).toBe(12 * 3_600);
    const weekly = silent(1, 7 * 86_400).states?.[0];
    expect(weekly && staleAfterSeconds(weekly)).toBe(1.5 * 7 * 86_400);
    const young = newEndpointState(urls[0], "news", iso(start));
    expect(staleAfterSeconds(young)).toBeNull();
  });

  it.each([
    [2, 7_200, "green"],
    [20, 7_200, "yellow"],
    [60, 7_200, "red"],
    [60, 7 * 86_400, "green"],
    [15 * 24, 7 * 86_400, "yellow"],
    [40 * 24, 7 * 86_400, "red"],
  ])("after %i hours of silence, with usual gaps of %i s, is %s", (hours, gap, colour) => {
    const look = silent(hours, gap);
    expect(looks({}, look, look).at(-1)?.lamps.discovery.colour).toBe(colour);
  });

  it("is yellow when a list has shrunk, and red when nothing is listed any more", () => {
    const listing = (lastItems: number): Look => ({
      states: urls.map((url) => state(url, start, { lastItems })),
    });
    expect(looks({}, listing(3), listing(3)).at(-1)?.lamps.discovery.colour).toBe("yellow");
    expect(looks({}, listing(0), listing(0)).at(-1)?.lamps.discovery.colour).toBe("red");
  });

  it("does not judge endpoints that cannot be reached", () => {
    const dark = { states: urls.map((url) => failing(url, 9)) };
    expect(looks({}, ...again(5, dark)).at(-1)?.lamps.discovery.colour).toBe("green");
  });
});

describe("the extraction lamp", () => {
  it("turns red when a redesign loses the text, although pages are still read", () => {
    const healths = looks(
      ...again(3, {}).map(() => ({ articles: many(20, "ok") })),
      { articles: many(10, "ok", ["text"]) },
      { articles: many(10, "ok", ["text"]) },
      { articles: many(5, "ok", ["text"]) },
    );
    expect(healths.at(-1)?.lamps.extraction).toMatchObject({
      colour: "red",
      reason: "20 of the last 20 articles were without a text; usual are 1 %",
    });
    expect(healths.at(-1)?.lamps.transport.colour).toBe("green");
  });

  it("takes what was always missing for usual", () => {
    const undated = again(6, {}).map(() => ({ articles: many(20, "ok", ["published"]) }));
    const healths = looks(...undated);
    expect(healths.at(-1)?.lamps.extraction.colour).toBe("green");
    expect(healths.at(-1)?.reading.noDate).toBe(1);
  });

  it("counts every page once, however often it is seen", () => {
    const articles = many(10, "ok");
    const [first, second] = looks({ articles }, { articles });
    expect(second?.reading).toEqual(first?.reading);
  });

  it("leaves walls to the transport lamp", () => {
    const well = { articles: many(10, "ok") };
    const walls = [{ articles: many(20, "blocked") }, { articles: many(1, "blocked") }];
    const healths = looks(well, ...walls);
    expect(healths.at(-1)?.lamps.transport).toMatchObject({
      colour: "red",
      reason: "20 of the last 20 articles were blocked",
    });
    expect(healths.at(-1)?.lamps.extraction.colour).toBe("green");
  });
});

describe("what is to be done about an endpoint", () => {
  it("is told once, and again only when it comes back", () => {
    const moved = { states: [state(urls[0], start, { movedTo: "https://news.example/c" })] };
    const lost = {
      states: [failing(urls[0]), { ...failing(urls[1]), proposals: ["https://news.example/d"] }],
    };
    const healths = looks(moved, moved, {}, moved, lost);
    expect(
      healths.map(({ notices }) => notices.filter(({ lamp }) => lamp === null).map(({ kind }) => kind)),
    ).toEqual([["moved"], [], [], ["moved"], ["proposed"]]);
  });

  it("does not matter for endpoints that are not in the source's file", () => {
    const stray = state("https://old.example/feed", start, { retiredAt: iso(start) });
    const [health] = looks({ states: [state(urls[0], start), stray] });
    expect(health?.notices).toEqual([]);
    expect(health?.lamps.transport.colour).toBe("green");
  });
});
