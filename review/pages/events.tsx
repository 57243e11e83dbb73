import { z } from "zod";
import { assertions, eventTypes } from "../../model/extraction.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import { eventFilterOf, eventQuery } from "../event-query.ts";
import type { ReviewContext } from "../http/context.ts";
import { CursorSchema, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { page } from "../views/layout.tsx";
import { Choices, Pager, Standing } from "../views/parts.tsx";
import { capitalised, day, plain, plural, whom } from "../views/words.ts";

export const eventsRoutes: readonly Route[] = [
  { method: "GET", path: "/events", access: { role: "viewer" }, handle: listEvents },
];

const pageLength = 50;

const QuerySchema = z.object({ ...eventQuery, after: CursorSchema.optional() });

async function listEvents(c: ReviewContext) {
  const query = queryOf(c, QuerySchema);
  const { items, next } = await c.var.reading.events(eventFilterOf(query), {
    limit: pageLength,
    ...(query.after === undefined ? {} : { after: query.after }),
  });
  const sources = [...c.var.services.sourceNames].toSorted(([, a], [, b]) => a.localeCompare(b));
  return page(
    c,
    { title: "Events" },
    <>
      <div class="head">
        <h1>Events</h1>
        <p class="quiet">What the sources say has happened, newest first.</p>
      </div>
      <form class="filters" method="get" role="search" aria-label="Filter events">
        <Choices name="type" label="Type" any="any type" values={eventTypes} chosen={query.type} />
        <Choices
          name="assertion"
          label="Told as"
          any="anything"
          values={assertions}
          chosen={query.assertion}
        />
        <Choices name="source" label="Source" any="any source" values={sources} chosen={query.source} />
        <label>
          From
          <input
            name="from"
            value={query.from ?? ""}
            placeholder="2025-12"
            pattern="\d{4}(-\d{2}(-\d{2})?)?"
          />
        </label>
        <label>
          To
          <input
            name="to"
            value={query.to ?? ""}
            placeholder="2025-12-31"
            pattern="\d{4}(-\d{2}(-\d{2})?)?"
          />
        </label>
        <button type="submit">Filter</button>
      </form>
      {items.length === 0 ? (
        <p class="empty">No events. Widen the filter, or let a source be crawled first.</p>
      ) : (
        <div data-live-list>
          <EventTable events={items} />
        </div>
      )}
      <Pager url={new URL(c.req.url)} next={next} />
    </>,
  );
}

/** Events in rows; on a narrow screen each becomes a card. */
function EventTable({ events, caption }: { events: readonly LedgerEvent[]; caption?: string }) {
  return (
    <div class="table">
      <table class="cards">
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">Where</th>
            <th scope="col">Standing</th>
            <th scope="col">Told by</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr>
              <td class="date">
                {event.date === null ? (
                  <span class="quiet">told {day(event.firstPublished)}</span>
                ) : (
                  day(event.date)
                )}
              </td>
              <td>
                <a href={`/events/${encodeURIComponent(event.id)}`}>{capitalised(plain(event.type))}</a>
                {event.term === null ? null : <span class="quiet"> {event.term}</span>}
              </td>
              <td>{whom(event)}</td>
              <td>{event.place ?? ""}</td>
              <td>
                <Standing event={event} />
              </td>
              <td class="quiet">{plural(event.originIds.length, "origin")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
