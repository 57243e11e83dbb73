import { z } from "zod";
import { dayRange } from "../../ledger/date-range.ts";
import type { Relation } from "../../ledger/relations.ts";
import type { StatusReport } from "../../ledger/status.ts";
import { statusSpells } from "../../ledger/status-spells.ts";
import { hasRole } from "../../model/accounts.ts";
import type { ArticleRecord } from "../../model/article.ts";
import { type LedgerEvent, mainRole, type Person } from "../../model/ledger.ts";
import { isoTime } from "../access/time.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import { queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { IsolationCard } from "../views/isolation.tsx";
import { page } from "../views/layout.tsx";
import { Fact, Standing } from "../views/parts.tsx";
import { TimelineDrawing } from "../views/timeline.tsx";
import { capitalised, day, names, plain, plural } from "../views/words.ts";
import { RestrictForm } from "./event.tsx";
import { IdentityCard } from "./person-identity.tsx";

export const personRoutes: readonly Route[] = [
  { method: "GET", path: "/persons/:id", access: { role: "viewer" }, handle: showPerson },
];

const maxOthers = 60;
const maxArticles = 40;

const QuerySchema = z.object({ asOf: z.iso.date().optional() });

async function showPerson(c: ReviewContext) {
  const { reading, services } = c.var;
  const today = isoTime(services.now()).slice(0, 10);
  const { asOf = today } = queryOf(c, QuerySchema);
  const person = await reading.person(c.req.param("id") ?? "");
  if (person === null) throw notFound("person");
  const { events: own, status, clock } = await reading.personClock(person.id, asOf);
  const { items } = await reading.events({ personId: person.id }, { limit: maxOthers });
  const others = items.filter(({ subjects }) => !subjects.some(({ id }) => id === person.id));
  const articles = await Promise.all(person.articleIds.slice(-maxArticles).map((id) => reading.article(id)));
  const spells = statusSpells(person.id, own, asOf);
  const { role } = viewerOf(c).user;
  return page(
    c,
    { title: person.name },
    <>
      <div class="tight">
        <p class="small">
          <a href="/persons">Persons</a>
        </p>
        <h1>{person.name}</h1>
        <p class="quiet">
          {mainRole(person)}
          {person.curated ? ", on record" : ", known from articles alone"}
        </p>
      </div>
      <StatusCard status={status} events={own} asOf={asOf} today={today} />
      <TimelineDrawing events={own} spells={spells} isolation={clock.spells} asOf={asOf} />
      <div class="columns">
        <section class="stack" aria-labelledby="timeline">
          <h2 id="timeline">What happened to them</h2>
          {own.length === 0 ? <p class="empty">No event is told of them.</p> : <EventLog events={own} />}
          {others.length === 0 ? null : (
            <>
              <h2>What they had part in</h2>
              <EventLog events={others} />
            </>
          )}
        </section>
        <aside class="stack" aria-label="About them">
          <IsolationCard clock={clock} />
          <NamesCard person={person} />
          <RelationsCard relations={await reading.relations(person.id)} />
          <IdentityCard c={c} person={person} mayDecide={hasRole(role, "analyst")} />
          <SourcesCard person={person} articles={articles.filter((one) => one !== null)} />
          {hasRole(role, "editor") ? <RestrictForm c={c} kind="person" id={person.id} /> : null}
        </aside>
      </div>
    </>,
  );
}

interface StatusProps {
  status: StatusReport;
  events: readonly LedgerEvent[];
  asOf: string;
  today: string;
}

/** The status on a day; a plain date form, to which the script adds a slider. */
function StatusCard({ status, events, asOf, today }: StatusProps) {
  const known = new Map(events.map((event) => [event.id, event]));
  const dates = events.flatMap(({ date, firstPublished }) => date ?? firstPublished ?? []);
  const days = [...dates, asOf, today].map((date) => dayRange(date).first);
  return (
    <section class="card" aria-labelledby="status">
      <div class="head">
        <h2 id="status">
          {capitalised(plain(status.status))}
          {status.since === null ? "" : ` since ${day(status.since)}`}
        </h2>
        <form class="row no-print" method="get" aria-label="Status on a day">
          <label class="row" for="as-of">
            As of
          </label>
          <input id="as-of" type="date" name="asOf" value={asOf} required />
          <input
            type="range"
            data-slides="as-of"
            aria-label="Day"
            min={Math.min(...days)}
            max={Math.max(...days)}
            value={dayRange(asOf).first}
            hidden
          />
          <button type="submit">Show</button>
        </form>
      </div>
      {status.eventIds.length === 0 ? (
        <p class="quiet">Nothing that is told says more{asOf === today ? "" : ` up to ${day(asOf)}`}.</p>
      ) : (
        <p class="row small">
          <span class="quiet">by</span>
          <EventLinks ids={status.eventIds.slice(0, 6)} known={known} />
        </p>
      )}
      {status.contradictions.length === 0 ? null : (
        <div class="note bad">
          <h3>Contradictions</h3>
          <ul>
            {status.contradictions.map(({ reason, eventIds }) => (
              <li>
                {capitalised(plain(reason))}: <EventLinks ids={eventIds} known={known} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function EventLinks({ ids, known }: { ids: readonly string[]; known: ReadonlyMap<string, LedgerEvent> }) {
  return (
    <>
      {ids.flatMap((id) => {
        const event = known.get(id);
        if (event === undefined) return [];
        return [
          <a href={`/events/${encodeURIComponent(id)}`}>
            {plain(event.type)} {event.date === null ? "" : day(event.date)}
          </a>,
          " ",
        ];
      })}
    </>
  );
}

/** Relatives and lawyers, each with those who tell of them. */
function RelationsCard({ relations }: { relations: readonly Relation[] }) {
  if (relations.length === 0) return null;
  return (
    <section class="card" aria-labelledby="relations">
      <h2 id="relations">Relatives and lawyers, as told</h2>
      <ul class="tight bare">
        {relations.map(({ kind, other, words, claims, originIds }) => (
          <li>
            <a href={`/persons/${encodeURIComponent(other.id)}`}>{other.name}</a>, {words[0] ?? plain(kind)}{" "}
            <span class="small quiet">
              told by {plural(originIds.length, "independent origin")}
              {claims[0] === undefined ? "" : ": "}
              {claims[0] === undefined ? null : <a href={`/articles/${claims[0].articleId}`}>evidence</a>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Scripts that a name may be written in, as Unicode calls them. */
const scripts = ["Latin", "Cyrillic", "Arabic", "Hebrew", "Georgian", "Armenian", "Han", "Myanmar"].map(
  (script) => [script === "Han" ? "Chinese" : script, new RegExp(`\\p{Script=${script}}`, "u")] as const,
);

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function NamesCard({ person }: { person: Person }) {
  const groups = groupedBy(
    person.names,
    (name) => scripts.find(([, pattern]) => pattern.test(name))?.[0] ?? "Other",
  );
  return (
    <section class="card" aria-labelledby="names">
      <h2 id="names">Names</h2>
      <dl class="facts">
        {[...groups].map(([script, forms]) => (
          <Fact name={script}>{forms.join(", ")}</Fact>
        ))}
        <Fact name="Told as">
          {Object.entries(person.roles)
            .map(([role, count]) => `${role} (${count})`)
            .join(", ")}
        </Fact>
      </dl>
    </section>
  );
}

const titleOf = ({ article, hint, url }: ArticleRecord) => article?.title ?? hint.title ?? url;
const publishedOf = (record: ArticleRecord) => record.article?.published ?? record.discoveredAt;

/** Which sources wrote of them in which month, and their articles, the newest first. */
function SourcesCard({ person, articles }: { person: Person; articles: readonly ArticleRecord[] }) {
  const sorted = articles.toSorted((a, b) => (publishedOf(a) < publishedOf(b) ? 1 : -1));
  const months = [...groupedBy(sorted, (record) => publishedOf(record).slice(0, 7))];
  return (
    <section class="card" aria-labelledby="articles">
      <h2 id="articles">{plural(person.articleIds.length, "article")}</h2>
      {months.map(([month, records]) => {
        const sources = new Set(records.map(({ article, sourceId }) => article?.sourceName ?? sourceId));
        return (
          <details open={records.length <= 8}>
            <summary>
              {day(month)}: {plural(records.length, "article")} by {plural(sources.size, "source")}
            </summary>
            <ul class="tight bare">
              {records.map((record) => (
                <li>
                  <a href={`/articles/${record.id}`}>{titleOf(record)}</a>{" "}
                  <span class="quiet small">{record.article?.sourceName ?? record.sourceId}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      {person.articleIds.length > maxArticles ? (
        <p class="small quiet">{maxArticles} of them are listed.</p>
      ) : null}
    </section>
  );
}

/** Events from the newest to the oldest along a line. */
function EventLog({ events }: { events: readonly LedgerEvent[] }) {
  return (
    <ol class="log bare tight">
      {events.map((event) => (
        <li>
          <span class="row">
            <span class="date">
              {event.date === null ? `told ${day(event.firstPublished)}` : day(event.date)}
            </span>
            <a href={`/events/${encodeURIComponent(event.id)}`}>
              {capitalised(plain(event.type))}
              {event.term === null ? "" : `, ${event.term}`}
            </a>
            <Standing event={event} />
          </span>
          <span class="block small quiet">
            {[event.place, event.agents.length === 0 ? null : `by ${names(event.agents)}`, event.charge]
              .filter((one) => one !== null)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  );
}
