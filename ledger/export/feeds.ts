import { generateRssFeed } from "feedsmith";
import ical from "ical-generator";
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
