import { type LedgerEvent, mainRole, type Person } from "../../model/ledger.ts";
import type { ReviewTask } from "../../model/review-task.ts";
import { isoTime } from "../access/time.ts";
import type { ReviewContext } from "../http/context.ts";
import type { Reading } from "../reading.ts";
import { eventTitle } from "../views/event-parts.tsx";
import { IsolationCard } from "../views/isolation.tsx";
import { Fact, Standing } from "../views/parts.tsx";
import { capitalised, day, plain, plural } from "../views/words.ts";

/** Persons of these ids, each once, whom to keep first: who is on record, then who is told of most. */
export async function kept(reading: Reading, ids: readonly string[]): Promise<Person[]> {
  const found = await Promise.all(ids.map((id) => reading.person(id)));
  const once = new Map(found.flatMap((person) => (person === null ? [] : [[person.id, person] as const])));
  return [...once.values()].toSorted(
    (a, b) => Number(b.curated) - Number(a.curated) || b.articleIds.length - a.articleIds.length,
  );
}

/** A task in one line. */
export async function questionOf(reading: Reading, { kind, target }: ReviewTask): Promise<string> {
  if (target.kind === "persons") {
    const persons = await kept(reading, target.ids);
    const names = persons.map(({ name }) => name);
    return kind === "silence" ? `No news of ${names.join(", ")}` : `One person? ${names.join(" / ")}`;
  }
  if (target.kind === "event") {
    const event = await reading.event(target.id);
    return event === null ? "An event that is gone" : eventTitle(event);
  }
  const decision = await reading.decision(target.id);
  return decision === null
    ? "A decision"
    : `Where does ${decision.by}'s decision (${plain(decision.kind)}) belong?`;
}

/** What one has to see to answer. */
export async function TaskMatter({ c, task }: { c: ReviewContext; task: ReviewTask }) {
  const { reading, services } = c.var;
  const { target } = task;
  if (target.kind === "event") {
    const event = await reading.event(target.id);
    return event === null ? (
      <p class="empty">The event is no longer there.</p>
    ) : (
      <EventList events={[event]} />
    );
  }
  if (target.kind === "decision") return <DecisionMatter c={c} id={target.id} />;
  const persons = await kept(reading, target.ids);
  const today = isoTime(services.now()).slice(0, 10);
  return (
    <div class="grid">
      {
        await Promise.all(
          persons.map(async (person) => (
            <PersonCard c={c} person={person} today={today} withClock={task.kind === "silence"} />
          )),
        )
      }
    </div>
  );
}

const shownEvents = 8;
const shownArticles = 3;

interface PersonProps {
  c: ReviewContext;
  person: Person;
  today: string;
  withClock: boolean;
}

async function PersonCard({ c, person, today, withClock }: PersonProps) {
  const { reading } = c.var;
  const { events, status, clock } = await reading.personClock(person.id, today);
  const { candidates } = await reading.identity(person.id);
  const countries = [...new Set(candidates.flatMap(({ country }) => country ?? []))];
  const articles = await Promise.all(
    person.articleIds.slice(-shownArticles).map((id) => reading.article(id)),
  );
  return (
    <section class="card">
      <h3>
        <a href={`/persons/${encodeURIComponent(person.id)}`}>{person.name}</a>
      </h3>
      <dl class="facts">
        <Fact name="Names">{person.names.join(", ")}</Fact>
        <Fact name="On record">{person.curated ? "yes" : "no, from articles alone"}</Fact>
        <Fact name="Told as">{mainRole(person)}</Fact>
        <Fact name="Country">{countries.join(", ")}</Fact>
        <Fact name="Status">
          {capitalised(plain(status.status))}
          {status.since === null ? "" : ` since ${day(status.since)}`}
        </Fact>
        <Fact name="Told in">{plural(person.articleIds.length, "article")}</Fact>
      </dl>
      <EventList events={events.slice(0, shownEvents)} />
      <ul class="tight bare small">
        {articles.map((record) =>
          record === null ? null : (
            <li>
              <a href={`/articles/${record.id}`}>{record.article?.title ?? record.url}</a>
            </li>
          ),
        )}
      </ul>
      {withClock ? <IsolationCard clock={clock} /> : null}
    </section>
  );
}

function EventList({ events }: { events: readonly LedgerEvent[] }) {
  return (
    <ul class="tight bare">
      {events.map((event) => (
        <li class="row">
          <a href={`/events/${encodeURIComponent(event.id)}`}>{eventTitle(event)}</a>
          <span class="quiet">{day(event.date)}</span>
          <Standing event={event} />
        </li>
      ))}
    </ul>
  );
}

/** A decision whose evidence is gone: what it said, on which words, and the events that may hold it now. */
async function DecisionMatter({ c, id }: { c: ReviewContext; id: string }) {
  const { reading } = c.var;
  const decision = await reading.decision(id);
  if (decision === null) return <p class="empty">The decision is not to be seen.</p>;
  const { target } = decision;
  const events =
    target.kind !== "event"
      ? []
      : (
          await Promise.all(
            target.subjectIds.map((personId) =>
              reading.events({ personId, type: target.type }, { limit: shownEvents }),
            ),
          )
        ).flatMap(({ items }) => items);
  return (
    <section class="card">
      <h3>
        {decision.by}: {plain(decision.kind)}
      </h3>
      <p class="small quiet">
        {day(decision.at)}
        {decision.reason === null ? "" : `, ${decision.reason}`}
      </p>
      {target.kind === "event"
        ? target.claims.map(({ quote }) => <blockquote class="text">{quote}</blockquote>)
        : null}
      <h4>Events that may be meant now</h4>
      {events.length === 0 ? (
        <p class="quiet">None of this kind about the same people.</p>
      ) : (
        <EventList events={events} />
      )}
    </section>
  );
}
