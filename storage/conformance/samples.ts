import type { ConditionReport } from "../../model/condition-report.ts";
import { createHash } from "node:crypto";
import { type Article, articleId, type Capture, composeText } from "../../model/article.ts";
import type { Decision } from "../../model/decision.ts";
import { type Extraction, extractionId } from "../../model/extraction.ts";
import type { HostRecord, RobotsRecord } from "../../model/crawl-state.ts";
import type { SourceNotice } from "../../model/source-health.ts";
import type { Claim, LedgerEvent } from "../../model/ledger.ts";
import { type EndpointState, newEndpointState } from "../../model/endpoint-state.ts";
import type { NewReviewTask } from "../../model/review-task.ts";
import { changeId, type StandingChange } from "../../model/standing-change.ts";
import type { Discovery, PersonMention, Store, StoreEntry } from "../store.ts";

export const noon = "2025-12-13T12:00:00.000Z";
/** ISO time some minutes after {@link noon}. */
export const minutesLater = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000).toISOString();

export function discovery(change: Partial<Discovery> = {}): Discovery {
  return {
    url: "https://news.example/1",
    sourceId: "news",
    endpointUrl: "https://news.example/feed",
    discoveredAt: noon,
    hint: { title: "Announced title", published: null },
    priority: 5,
    ...change,
  };
}

export const manyDiscoveries = (count: number, change: (index: number) => Partial<Discovery> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    discovery({ url: `https://news.example/${index}`, ...change(index) }),
  );

export function article(url: string, title: string, body: string, change: Partial<Article> = {}): Article {
  return {
    id: articleId(url),
    url,
    sourceId: "news",
    sourceName: "News",
    captureHash: null,
    title,
    authors: ["A. Reporter"],
    published: noon,
    modified: null,
    lang: "en",
    section: null,
    leadImage: null,
    ...composeText(title, [{ text: body, zone: "body" }]),
    ...change,
  };
}

export const hashOf = (body: Uint8Array) => createHash("sha256").update(body).digest("hex");

export function capture(body: Uint8Array, change: Partial<Capture> = {}): Capture {
  return {
    hash: hashOf(body),
    url: "https://news.example/1",
    fetchedAt: noon,
    status: 200,
    contentType: "text/html; charset=utf-8",
    charset: "utf-8",
    bytes: body.length,
    via: "http",
    robots: "allowed",
    ...change,
  };
}

export function endpoint(change: Partial<EndpointState> = {}): EndpointState {
  return {
    ...newEndpointState("https://news.example/feed", "news", minutesLater(15)),
    etag: '"abc"',
    polledAt: noon,
    lastItems: 20,
    lastNew: 3,
    ...change,
  };
}

export function extraction(
  ofArticle: string,
  extractorVersion: string,
  change: Partial<Extraction> = {},
): Extraction {
  return {
    id: extractionId(ofArticle, null, extractorVersion),
    articleId: ofArticle,
    captureHash: null,
    extractorVersion,
    persons: [],
    actors: [],
    relations: [],
    conditions: [],
    events: [],
    ...change,
  };
}

export function claim(id: string, change: Partial<Claim> = {}): Claim {
  return {
    id,
    articleId: "a1",
    extractionId: "x1",
    sourceId: "news",
    originId: "a1",
    published: noon,
    lang: "en",
    type: "release",
    subjects: [{ id: "p1", name: "Alena Sample" }],
    group: null,
    agents: [],
    recipients: [],
    date: "2025-12-13",
    place: null,
    term: null,
    charge: null,
    assertion: "asserted",
    attributedTo: [],
    evidence: { start: 0, end: 4 },
    quote: "Free",
    ruleId: "release.verb",
    confidence: { value: 0.8, parts: { rule: 0.8 } },
    ...change,
  };
}

export function event(id: string, change: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    id,
    type: "release",
    blockKey: "release|person|p1",
    subjects: [{ id: "p1", name: "Alena Sample" }],
    group: null,
    agents: [],
    recipients: [],
    date: "2025-12-13",
    place: null,
    term: null,
    charge: null,
    assertion: "asserted",
    standing: "claimed",
    claimIds: ["c1"],
    sourceIds: ["news"],
    originIds: ["a1"],
    basis: [],
    confirmedBy: [],
    deniedBy: [],
    dates: [],
    counts: [],
    decisionIds: [],
    firstPublished: noon,
    lastPublished: noon,
    ...change,
  };
}

export function mention(id: string, change: Partial<PersonMention> = {}): PersonMention {
  return { id, name: "Alena Sample", names: ["Sample"], curated: false, role: "detainee", ...change };
}

/** An analyst's confirmation of an event. */
export function decision(id: string, change: Partial<Extract<Decision, { kind: "confirm" }>> = {}): Decision {
  return {
    id,
    at: noon,
    by: "ada",
    kind: "confirm",
    target: {
      kind: "event",
      id: "e1",
      type: "release",
      blockKey: "release|person|p1",
      subjectIds: ["p1"],
      date: "2025-12-13",
      claims: [{ id: "c1", articleId: "a1", quote: "Free" }],
    },
    reason: null,
    about: ["e1", "p1", "release|person|p1"],
    changes: {},
    ...change,
  };
}

export function conditionReport(id: string, change: Partial<ConditionReport> = {}): ConditionReport {
  return {
    id,
    articleId: "a1",
    extractionId: "x1",
    sourceId: "news",
    originId: "a1",
    published: noon,
    lang: "en",
    category: "solitary_confinement",
    persons: [{ id: "p1", name: "Alena Sample" }],
    assertion: "asserted",
    attributedTo: [],
    evidence: { start: 0, end: 4 },
    quote: "Cell",
    ruleId: "solitary.cell",
    confidence: { value: 0.8, parts: { rule: 0.8 } },
    ...change,
  };
}

export function standingChange(
  eventId: string,
  seq: number,
  change: Partial<StandingChange> = {},
): StandingChange {
  const { type, subjects, group, agents, recipients, date, place, term, charge, assertion, standing } =
    event(eventId);
  const content = {
    type,
    subjects,
    group,
    agents,
    recipients,
    date,
    place,
    term,
    charge,
    assertion,
    standing,
  };
  return {
    id: changeId(eventId, seq),
    eventId,
    seq,
    at: minutesLater(seq),
    cause: { kind: "article", articleId: "a1" },
    before: null,
    after: { ...content, origins: 1 },
    ...change,
  };
}

export function reviewTask(change: Partial<NewReviewTask> = {}): NewReviewTask {
  return {
    kind: "identity",
    target: { kind: "persons", ids: ["p1", "p2"] },
    reason: "One name, two countries.",
    priority: 5,
    openedAt: noon,
    ...change,
  };
}

/** Everything in a store, for comparing. */
export async function contents(store: Store): Promise<StoreEntry[]> {
  const entries: StoreEntry[] = [];
  for await (const entry of store.dump()) entries.push(entry);
  return entries;
}

/** Follows `next` to the end, `limit` items at a time. */
export async function allPages<T>(
  list: (page: { limit: number; after?: string }) => Promise<{ items: T[]; next: string | null }>,
  limit: number,
): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list(after === undefined ? { limit } : { limit, after });
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

/** The only element of a list that must have exactly one. */
export function only<T>(items: readonly T[]): T {
  const [first] = items;
  if (items.length !== 1 || first === undefined) throw new Error(`expected one, got ${items.length}`);
  return first;
}

export const host = (change: Partial<HostRecord> = {}): HostRecord => ({
  host: "news.example",
  breaker: "closed",
  failures: 0,
  throttles: 0,
  askedUntil: 0,
  restUntil: 0,
  averageElapsedMs: 120.5,
  lastTrouble: null,
  changedAt: noon,
  ...change,
});

export const notice = (change: Partial<SourceNotice> = {}): SourceNotice => ({
  id: `${noon} news discovery`,
  at: noon,
  sourceId: "news",
  kind: "dark",
  lamp: "discovery",
  before: "green",
  after: "red",
  text: "The News: discovery: silent",
  ...change,
});

export const robotsFile = (change: Partial<RobotsRecord> = {}): RobotsRecord => ({
  origin: "https://news.example",
  text: null,
  readAt: Date.parse(noon),
  failure: null,
  ...change,
});
