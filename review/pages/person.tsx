import { z } from "zod";
import { hasRole } from "../../model/accounts.ts";
import { type LedgerEvent, mainRole, type Person } from "../../model/ledger.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import { CursorSchema, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { page } from "../views/layout.tsx";
import { Fact, Pager, Standing } from "../views/parts.tsx";
import { capitalised, day, names, plain, plural } from "../views/words.ts";
import { RestrictForm } from "./event.tsx";

const access = { role: "viewer" } as const;

export const personRoutes: readonly Route[] = [
  { method: "GET", path: "/persons", access, handle: listPersons },
  { method: "GET", path: "/persons/:id", access, handle: showPerson },
];

const QuerySchema = z.object({
  text: z.string().max(300).optional(),
  known: z.enum(["yes", "no"]).optional(),
  after: CursorSchema.optional(),
});
const pageLength = 50;
const maxEvents = 200;
const maxArticles = 30;

async function listPersons(c: ReviewContext) {
  const { text, known, after } = queryOf(c, QuerySchema);
  const filter = {
    ...(text === undefined ? {} : { text }),
    ...(known === undefined ? {} : { curated: known === "yes" }),
  };
  const request = { limit: pageLength, ...(after === undefined ? {} : { after }) };
  const { items, next } = await c.var.reading.persons(filter, request);
  return page(
    c,
    { title: "Persons" },
    <>
      <h1>Persons</h1>
      <form class="filters" method="get" role="search" aria-label="Find persons">
        <label>
          Name
          <input type="search" name="text" value={text ?? ""} placeholder="in any script" />
        </label>
        <label>
          On record
          <select name="known">
            <option value="">all</option>
            <option value="yes" selected={known === "yes"}>
              known before
            </option>
            <option value="no" selected={known === "no"}>
              from articles alone
            </option>
          </select>
        </label>
        <button type="submit">Find</button>
      </form>
      {items.length === 0 ? (
        <p class="empty">Nobody of that name.</p>
      ) : (
        <div class="table">
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Also written</th>
                <th scope="col">Role</th>
                <th scope="col" class="number">
                  Articles
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((person) => (
                <tr>
                  <td>
                    <a href={`/persons/${encodeURIComponent(person.id)}`}>{person.name}</a>
                  </td>
                  <td class="quiet">{otherNames(person).slice(0, 6).join(", ")}</td>
                  <td>{mainRole(person)}</td>
                  <td class="number">{plural(person.articleIds.length, "article")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager url={new URL(c.req.url)} next={next} />
    </>,
  );
}

const otherNames = ({ name, names: all }: Person) => all.filter((one) => one !== name);

async function showPerson(c: ReviewContext) {
  const { reading } = c.var;
  const person = await reading.person(c.req.param("id") ?? "");
  if (person === null) throw notFound("person");
  const { items: events } = await reading.events({ personId: person.id }, { limit: maxEvents });
  const own = events.filter(({ subjects }) => subjects.some(({ id }) => id === person.id));
  const others = events.filter((event) => !own.includes(event));
  const articles = await Promise.all(
    person.articleIds.slice(0, maxArticles).map((id) => reading.article(id)),
  );
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
      <div class="columns">
        <section class="stack" aria-labelledby="timeline">
          <h2 id="timeline">What happened to them</h2>
          {own.length === 0 ? <p class="empty">No event is told of them.</p> : <Timeline events={own} />}
          {others.length === 0 ? null : (
            <>
              <h2>What they had part in</h2>
              <Timeline events={others} />
            </>
          )}
        </section>
        <aside class="stack" aria-label="About them">
          <section class="card">
            <h2>Names</h2>
            <dl class="facts">
              <Fact name="Written">
                {otherNames(person).length === 0 ? null : otherNames(person).join(", ")}
              </Fact>
              <Fact name="Told as">
                {Object.entries(person.roles)
                  .map(([role, count]) => `${role} (${count})`)
                  .join(", ")}
              </Fact>
            </dl>
          </section>
          <section class="card" aria-labelledby="articles">
            <h2 id="articles">{plural(person.articleIds.length, "article")}</h2>
            <ul class="tight bare">
              {articles.map((record) =>
                record === null ? null : (
                  <li>
                    <a href={`/articles/${record.id}`}>
                      {record.article?.title ?? record.hint.title ?? record.url}
                    </a>{" "}
                    <span class="quiet small">{record.article?.sourceName}</span>
                  </li>
                ),
              )}
            </ul>
          </section>
          {hasRole(viewerOf(c).user.role, "editor") ? (
            <RestrictForm c={c} kind="person" id={person.id} />
          ) : null}
        </aside>
      </div>
    </>,
  );
}

/** Events from the newest to the oldest along a line. */
function Timeline({ events }: { events: readonly LedgerEvent[] }) {
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
