import type { SavedView, ViewFeed } from "../model/accounts.ts";
import type { ExportedEvent } from "../ledger/export/record.ts";
import { atomFeed, type FeedHead, icsCalendar, jsonFeed } from "../ledger/export/feeds.ts";
import { newSecret, secretHash } from "./access/secrets.ts";
import { isoTime } from "./access/time.ts";
import { audit, type ReviewContext, viewerOf } from "./http/context.ts";
import { etagOf, isKnown } from "./http/etag.ts";
import { HttpFault, notFound } from "./http/fault.ts";
import { inboxFilterOf, InboxQuerySchema } from "./inbox-query.ts";
import type { Reading } from "./reading.ts";
import { searchQueryOf, SearchQuerySchema } from "./search-query.ts";

/** The forms of a feed by the last part of its address. */
export const feedFiles = ["atom.xml", "feed.json", "calendar.ics"] as const;
export type FeedFile = (typeof feedFiles)[number];

const mediaTypes: Readonly<Record<FeedFile, string>> = {
  "atom.xml": "application/atom+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
  "calendar.ics": "text/calendar; charset=utf-8",
};
const maxFeeds = 50;
const maxItems = 50;
const usedEveryMs = 60_000;

/** @throws HttpFault 404 when the viewer has no such view */
export async function ownView(c: ReviewContext, id: string): Promise<SavedView> {
  const view = await c.var.services.review.views.get(id);
  if (view === null || view.login !== viewerOf(c).user.login) throw notFound("view");
  return view;
}

export async function feedsOf(c: ReviewContext): Promise<ViewFeed[]> {
  const { login } = viewerOf(c).user;
  const { items } = await c.var.services.review.viewFeeds.list({ group: login }, { limit: maxFeeds });
  return items;
}

/**
 * Gives a saved view an address for programs.
 *
 * @returns the secret part of the address, told this once
 */
export async function makeFeed(c: ReviewContext, viewId: string): Promise<string> {
  const { review, now, random } = c.var.services;
  const view = await ownView(c, viewId);
  if ((await feedsOf(c)).length >= maxFeeds)
    throw new HttpFault(409, `You have ${maxFeeds} feeds; end some of them first.`);
  const secret = newSecret(random);
  const feed = { id: secretHash(secret), viewId, login: view.login, createdAt: isoTime(now()), usedAt: null };
  await review.viewFeeds.insert(feed);
  await audit(c, "feed.create", { kind: "view", id: viewId }, { name: view.name });
  return secret;
}

/** Ends all addresses of a view. */
export async function endFeeds(c: ReviewContext, viewId: string): Promise<void> {
  const own = (await feedsOf(c)).filter((feed) => feed.viewId === viewId);
  for (const { id } of own) await c.var.services.review.viewFeeds.remove(id);
  if (own.length > 0) await audit(c, "feed.end", { kind: "view", id: viewId }, { count: own.length });
}

/** Path of a feed. */
export const feedPath = (secret: string, file: FeedFile): string => `/feeds/${secret}/${file}`;

/**
 * Answers a program that knows a feed's address. Nothing restricted is in it, whoever made it: addresses are passed on.
 *
 * @throws HttpFault 404 when the address is none, was ended, or its owner may no longer log in
 */
export async function serveFeed(c: ReviewContext, secret: string, file: FeedFile): Promise<Response> {
  const { review, now } = c.var.services;
  const feed = await review.viewFeeds.get(secretHash(secret));
  const view = feed === null ? null : await review.views.get(feed.viewId);
  const owner = feed === null ? null : await review.users.get(feed.login);
  if (feed === null || view === null || owner === null || !owner.active) throw notFound("feed");
  const at = now();
  if (feed.usedAt === null || at - Date.parse(feed.usedAt) > usedEveryMs)
    await review.viewFeeds.update(feed.id, (kept) =>
      kept === null ? null : { ...kept, usedAt: isoTime(at) },
    );
  const events = await eventsOf(c.var.openReading(), view);
  const body = bodyOf(c, { secret, file, view, events, now: new Date(at) });
  const etag = etagOf(body);
  const headers: Record<string, string> = {
    "content-type": mediaTypes[file],
    "cache-control": "private, max-age=300",
    etag,
  };
  const newest = events
    .flatMap(({ event }) => event.lastPublished ?? [])
    .toSorted()
    .at(-1);
  if (newest !== undefined) headers["last-modified"] = new Date(newest).toUTCString();
  return isKnown(c.req.header("if-none-match"), etag)
    ? c.body(null, 304, headers)
    : c.body(body, 200, headers);
}

async function eventIdsOf(reading: Reading, view: SavedView): Promise<string[]> {
  const given = Object.fromEntries(new URLSearchParams(view.query));
  if (view.page === "search") {
    const query = SearchQuerySchema.safeParse(given);
    if (!query.success) return [];
    const { items } = await reading.search(searchQueryOf(query.data), { limit: maxItems });
    return items.flatMap((item) => (item.kind === "event" ? item.event.id : []));
  }
  const query = InboxQuerySchema.safeParse(given);
  if (!query.success) return [];
  const { items } = await reading.inbox(inboxFilterOf(query.data, view.login), { limit: maxItems });
  return items.map(({ eventId }) => eventId);
}

async function eventsOf(reading: Reading, view: SavedView): Promise<ExportedEvent[]> {
  const ids = await eventIdsOf(reading, view);
  const found = await Promise.all(ids.map((id) => reading.eventCase(id)));
  return found.filter((one) => one !== null);
}

interface FeedBody {
  secret: string;
  file: FeedFile;
  view: SavedView;
  events: readonly ExportedEvent[];
  now: Date;
}

function bodyOf(c: ReviewContext, { secret, file, view, events, now }: FeedBody): string {
  const origin = c.var.services.publicOrigin ?? new URL(c.req.url).origin;
  const head: FeedHead = {
    id: `urn:habeas:view:${view.id}`,
    title: `Habeas: ${view.name}`,
    feedUrl: origin + feedPath(secret, file),
    pageUrl: `${origin}/${view.page}?${view.query}`,
    eventUrl: (id) => `${origin}/events/${encodeURIComponent(id)}`,
  };
  if (file === "atom.xml") return atomFeed(events, head, now);
  return file === "feed.json" ? jsonFeed(events, head, now) : icsCalendar(events, now);
}
