import { z } from "zod";
import { hasRole } from "../../model/accounts.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { countLimit } from "../inbox-query.ts";
import { corroborationLag, type Overview, overviewOf, overviewSpans, type Tally } from "../overview.ts";
import { BarChart, Figure, type Trend, Trends } from "../views/charts.tsx";
import { eventTitle } from "../views/event-parts.tsx";
import { page } from "../views/layout.tsx";
import { Standing } from "../views/parts.tsx";
import { Tour } from "../views/tour.tsx";
import { capitalised, day, plain, plural } from "../views/words.ts";
import { WorldMap } from "../views/world-map.tsx";

export const overviewRoutes: readonly Route[] = [
  { method: "GET", path: "/overview", access: { role: "viewer" }, handle: showOverview },
];

export const DaysSchema = z
  .enum(["30", "90", "365"])
  .default("30")
  .transform((text) => overviewSpans.find((days) => String(days) === text) ?? 30);
const QuerySchema = z.object({ days: DaysSchema });

const shownToday = 12;
const shownTrends = 8;

async function showOverview(c: ReviewContext) {
  const { days } = queryOf(c, QuerySchema);
  const { reading, services } = c.var;
  const overview = await overviewOf(reading, days, services.now());
  const told = overview.last ?? overview.to;
  const today = await reading.search({ kind: "event", told }, { limit: shownToday + 1 });
  const lag = await corroborationLag(reading);
  const { user } = viewerOf(c);
  const waiting = hasRole(user.role, "analyst")
    ? await reading.inboxCount({ state: "open" }, countLimit)
    : null;
  const { countryNames, sourceNames } = services;
  const total = overview.events.reduce((all, one) => all + one, 0);
  const since = { from: overview.from };
  const named = (tally: Tally[], field: string, nameOf: (value: string) => string) =>
    tally.slice(0, shownTrends).map(
      ({ value, counts }): Trend => ({
        name: nameOf(value),
        href: searchLink({ [field]: value, ...since }),
        counts,
      }),
    );
  const countryName = (id: string) => countryNames.get(id) ?? id;
  return page(
    c,
    { title: "Overview" },
    <>
      <div class="head">
        <h1>Overview</h1>
        <Spans days={days} />
      </div>
      {user.tourDone ? null : <Tour c={c} />}
      <div class="glance">
        <Figure value={total.toLocaleString("en")}>events told in {days} days</Figure>
        <Figure value={overview.released.toLocaleString("en")}>
          people free, by {plural(overview.releases, "release")} told
        </Figure>
        <Figure value={lag.medianHours === null ? "–" : hoursOf(lag.medianHours)}>
          {lag.medianHours === null
            ? "no event has a second origin yet"
            : `until a second origin tells it (median of the latest ${lag.events}; nine of ten within ${hoursOf(lag.slowHours ?? 0)})`}
        </Figure>
        {waiting === null ? null : (
          <Figure value={waiting >= countLimit ? `${countLimit}+` : waiting}>
            <a href="/inbox">events wait for a decision</a>
          </Figure>
        )}
      </div>
      <div class="half">
        <section class="card" aria-labelledby="by-country">
          <h2 id="by-country">Where</h2>
          <WorldMap
            id="world"
            title={`Events of ${days} days by country, ${plural(overview.countries.length, "country", "countries")}`}
            counts={Object.fromEntries(overview.countries.map(({ value, total: n }) => [value, n]))}
            nameOf={countryName}
          />
          <Trends
            title="Events by country"
            first="Country"
            trends={named(overview.countries, "country", countryName)}
            spans={spansOf(overview)}
          />
        </section>
        <section class="card" aria-labelledby="today">
          <h2 id="today">
            {told === overview.to ? "Told today" : "Told last"}, {day(told)}
          </h2>
          {today.items.length === 0 ? (
            <p class="quiet">Nothing in this span of time.</p>
          ) : (
            <ol class="log bare tight">
              {today.items.slice(0, shownToday).map((item) =>
                item.kind === "event" ? (
                  <li>
                    <a href={`/events/${encodeURIComponent(item.event.id)}`}>{eventTitle(item.event)}</a>
                    <span class="row small quiet">
                      {item.event.date === null ? null : <span>{day(item.event.date)}</span>}
                      <Standing event={item.event} />
                    </span>
                  </li>
                ) : null,
              )}
            </ol>
          )}
          {today.items.length > shownToday ? (
            <p>
              <a href={searchLink({ told })}>All of this day</a>
            </p>
          ) : null}
        </section>
      </div>
      <section class="card" aria-labelledby="over-time-title">
        <h2 id="over-time-title">Over time</h2>
        <BarChart
          id="over-time"
          title="Events by the day on which they were first told"
          first="From"
          bars={overview.pieces.map((label, at) => ({ label, count: overview.events[at] ?? 0 }))}
        />
      </section>
      <div class="grid">
        <section class="card" aria-labelledby="by-type">
          <h2 id="by-type">What</h2>
          <Trends
            title="Events by type"
            first="Type"
            trends={named(overview.types, "type", (type) => capitalised(plain(type)))}
            spans={spansOf(overview)}
          />
        </section>
        <section class="card" aria-labelledby="by-source">
          <h2 id="by-source">Who tells it</h2>
          <Trends
            title="Events by source; those of several sources count for each"
            first="Source"
            trends={named(overview.sources, "source", (id) => sourceNames.get(id) ?? id)}
            spans={spansOf(overview)}
          />
        </section>
      </div>
    </>,
  );
}

const spansOf = ({ pieces }: Overview) => pieces;
const searchLink = (query: Record<string, string>) => `/search?${new URLSearchParams(query).toString()}`;

/** Hours up to two days, then days. */
function hoursOf(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}

const spanNames = { 30: "30 days", 90: "90 days", 365: "a year" } as const;

function Spans({ days }: { days: (typeof overviewSpans)[number] }) {
  return (
    <nav class="row small" aria-label="Span of time">
      {overviewSpans.map((one) => (
        <a class="badge" href={`/overview?days=${one}`} aria-current={one === days ? "page" : undefined}>
          {spanNames[one]}
        </a>
      ))}
    </nav>
  );
}
