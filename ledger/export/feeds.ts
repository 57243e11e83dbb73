import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import ical from "ical-generator";
import type { LedgerEvent } from "../../model/ledger.ts";
import { addressesOf, type ExportedEvent, summaryOf, titleOf } from "./record.ts";

/** Calendar of events as whole days; those without a day have no place in it. */
export function icsCalendar(events: readonly ExportedEvent[], now: Date): string {
  const calendar = ical({ name: "Habeas", prodId: "//Habeas//events//EN" });
  for (const exported of events) {
    const { event } = exported;
    if (event.date?.length !== 10) continue;
    const [url] = addressesOf(exported).filter((address) => /^https?:/.test(address));
    calendar.createEvent({
      id: `${event.id}@habeas`,
      start: new Date(`${event.date}T00:00:00Z`),
      allDay: true,
      timezone: "UTC",
      summary: titleOf(event),
      description: [summaryOf(event), ...addressesOf(exported)].join("\n"),
      stamp: event.lastPublished === null ? now : new Date(event.lastPublished),
      ...(event.place === null ? {} : { location: event.place }),
      ...(url === undefined ? {} : { url }),
    });
  }
  return calendar.toString();
}

/**
 * Feed of events, each with its standing and an article that tells it.
 *
 * @param link where readers of the feed learn who publishes it
 */
export function rssFeed(events: readonly ExportedEvent[], link: string, now: Date): string {
  return generateRssFeed(
    {
      title: "Habeas",
      link,
      description: "Arrests, sentences, moves and releases, with their standing",
      lastBuildDate: now,
      items: events.map((exported) => {
        const { event, claims } = exported;
        const [address] = addressesOf(exported);
        return {
          title: titleOf(event),
          description: [summaryOf(event), ...claims.map(({ quote }) => `“${quote}”`)].join("\n"),
          guid: { value: event.id, isPermaLink: false },
          categories: [{ name: event.type }, { name: event.standing }],
          ...(address === undefined ? {} : { link: address }),
          ...(event.firstPublished === null ? {} : { pubDate: new Date(event.firstPublished) }),
        };
      }),
    },
    {},
  );
}

/** What a feed says of itself. */
export interface FeedHead {
  /** Does not change, whatever the address of the feed. */
  id: string;
  title: string;
  /** Where the feed is, and the page that shows the same. */
  feedUrl: string;
  pageUrl: string;
  /** Page of an event. */
  eventUrl: (id: string) => string;
}

const contentOf = ({ event, claims }: ExportedEvent) =>
  [summaryOf(event), ...claims.map(({ quote }) => `“${quote}”`)].join("\n");
const changedAt = ({ lastPublished, firstPublished }: LedgerEvent, now: Date) => {
  const at = lastPublished ?? firstPublished;
  return at === null ? now : new Date(at);
};

/** Atom feed (RFC 4287) of events; an event whose reports grow is an entry that changed. */
export function atomFeed(events: readonly ExportedEvent[], head: FeedHead, now: Date): string {
  return generateAtomFeed({
    id: head.id,
    title: { value: head.title },
    updated: new Date(Math.max(0, ...events.map(({ event }) => changedAt(event, now).getTime()))),
    links: [
      { href: head.feedUrl, rel: "self" },
      { href: head.pageUrl, rel: "alternate" },
    ],
    authors: [{ name: "Habeas" }],
    entries: events.map((exported) => {
      const { event } = exported;
      return {
        id: `urn:habeas:event:${event.id}`,
        title: { value: titleOf(event) },
        updated: changedAt(event, now),
        ...(event.firstPublished === null ? {} : { published: new Date(event.firstPublished) }),
        content: { value: contentOf(exported), type: "text" },
        links: [
          { href: head.eventUrl(event.id), rel: "alternate" },
          ...addressesOf(exported).map((href) => ({ href, rel: "related" })),
        ],
        categories: [{ term: event.type }, { term: event.standing }],
      };
    }),
  });
}

/** The same as JSON Feed 1.1. */
export function jsonFeed(events: readonly ExportedEvent[], head: FeedHead, now: Date): string {
  const feed = generateJsonFeed({
    title: head.title,
    feed_url: head.feedUrl,
    home_page_url: head.pageUrl,
    items: events.map((exported) => {
      const { event } = exported;
      const [address] = addressesOf(exported);
      return {
        id: `urn:habeas:event:${event.id}`,
        url: head.eventUrl(event.id),
        ...(address === undefined ? {} : { external_url: address }),
        title: titleOf(event),
        content_text: contentOf(exported),
        ...(event.firstPublished === null ? {} : { date_published: new Date(event.firstPublished) }),
        date_modified: changedAt(event, now),
        tags: [event.type, event.standing],
      };
    }),
  });
  return JSON.stringify(feed);
}
