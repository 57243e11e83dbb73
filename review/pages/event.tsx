import type { Link, LinkKind } from "../../ledger/links/link.ts";
import { hasRole } from "../../model/accounts.ts";
import type { ReviewContext } from "../http/context.ts";
import { viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import type { Route } from "../http/route.ts";
import { hideableFields, type EventCase } from "../reading.ts";
import { DecisionBar, DecisionLog, History } from "../views/decision-parts.tsx";
import { ClaimCard, EventFacts, eventTitle } from "../views/event-parts.tsx";
import { CsrfField, page } from "../views/layout.tsx";
import { MarkLegend } from "../views/marks.tsx";
import { Standing } from "../views/parts.tsx";
import { day, plural, whom } from "../views/words.ts";
import { relativesOf } from "./related-events.ts";

export const eventRoutes: readonly Route[] = [
  { method: "GET", path: "/events/:id", access: { role: "viewer" }, handle: showEvent },
];

const maxLinks = 30;

async function showEvent(c: ReviewContext) {
  const found = await c.var.reading.eventCase(c.req.param("id") ?? "");
  if (found === null) throw notFound("event");
  const { event, claims } = found;
  const dossier = await c.var.services.deciding.dossier(event);
  const title = eventTitle(event);
  const { role } = viewerOf(c).user;
  const here = `/events/${encodeURIComponent(event.id)}`;
  return page(
    c,
    { title },
    <>
      <div class="tight">
        <p class="small">
          <a href="/events">Events</a>
        </p>
        <div class="head">
          <h1>{title}</h1>
          <Standing event={event} />
        </div>
      </div>
      {hasRole(role, "analyst") ? (
        <DecisionBar c={c} eventId={event.id} dossier={dossier} next={here} />
      ) : null}
      <div class="columns" data-live-event={event.id}>
        <section class="stack" aria-labelledby="claims">
          <h2 id="claims">
            {plural(claims.length, "claim")}, {plural(event.originIds.length, "independent origin")}
          </h2>
          <MarkLegend />
          {claims.map((claim) => (
            <ClaimCard claim={claim} found={found} editable={hasRole(role, "analyst")} />
          ))}
          {claims.length === 0 ? <p class="empty">No evidence that may be shown.</p> : null}
        </section>
        <aside class="stack" aria-label="About this event">
          <EventFacts event={event} />
          <section class="card" aria-labelledby="decisions">
            <h2 id="decisions">Decisions</h2>
            <DecisionLog c={c} dossier={dossier} />
            {hasRole(role, "analyst") ? <CommentForm c={c} id={event.id} /> : null}
          </section>
          <section class="card" aria-labelledby="history">
            <h2 id="history">History</h2>
            <History changes={dossier.history} />
          </section>
          <Linked links={await c.var.reading.links(event)} />
          <Related c={c} found={found} />
          {hasRole(role, "editor") ? <RestrictForm c={c} kind="event" id={event.id} /> : null}
        </aside>
      </div>
    </>,
  );
}

const linkWords: Readonly<Record<LinkKind, string>> = {
  group: "The group",
  member: "One of them",
  together: "Told together",
  swap: "The other side of the swap",
  pardon: "By this pardon",
  freed: "Freed by it",
  term: "The sentence",
  extended: "Extended by",
  deal: "The same deal",
};

/** What belongs to the event, and why. */
function Linked({ links }: { links: readonly Link[] }) {
  const others = links.filter(({ kind }) => kind !== "together");
  if (others.length === 0) return null;
  return (
    <section class="card" aria-labelledby="linked">
      <h2 id="linked">Belongs to it</h2>
      <ul class="tight bare">
        {others.slice(0, maxLinks).map(({ kind, event, reasons }) => (
          <li>
            <span class="badge">{linkWords[kind]}</span>{" "}
            <a href={`/events/${encodeURIComponent(event.id)}`}>{eventTitle(event)}</a>{" "}
            <span class="quiet">{day(event.date)}</span>
            <span class="block small quiet">{reasons.join("; ")}</span>
          </li>
        ))}
      </ul>
      {others.length > maxLinks ? <p class="small quiet">and {others.length - maxLinks} more</p> : null}
    </section>
  );
}

function CommentForm({ c, id }: { c: ReviewContext; id: string }) {
  return (
    <form class="tight" method="post" action={`/events/${encodeURIComponent(id)}/comment`}>
      <CsrfField c={c} />
      <label>
        Comment
        <textarea name="text" rows={2} required maxlength={4000}></textarea>
      </label>
      <div>
        <button type="submit">Add it</button>
      </div>
    </form>
  );
}

async function Related({ c, found }: { c: ReviewContext; found: EventCase }) {
  const { together, samePerson } = await relativesOf(c.var.reading, found);
  const mayDecide = hasRole(viewerOf(c).user.role, "analyst");
  return (
    <>
      {together.length === 0 ? null : (
        <form class="card" method="post" action="/inbox/bulk">
          <h2>Told together</h2>
          <p class="small quiet">The same sentences tell the same of {plural(together.length, "other")}.</p>
          <CsrfField c={c} />
          <input type="hidden" name="back" value={`/events/${encodeURIComponent(found.event.id)}`} />
          <ul class="tight bare">
            {[found.event, ...together].map((event) => (
              <li>
                <label class="check">
                  {mayDecide ? <input type="checkbox" name={`event-${event.id}`} checked /> : null}
                  <a href={`/events/${encodeURIComponent(event.id)}`}>{whom(event)}</a>
                </label>
              </li>
            ))}
          </ul>
          {mayDecide ? (
            <div class="row">
              <button class="good" name="kind" value="confirm">
                Confirm all
              </button>
              <button name="kind" value="unsure">
                Unsure of all
              </button>
            </div>
          ) : null}
        </form>
      )}
      {samePerson.length === 0 ? null : (
        <section class="card" aria-labelledby="same-person">
          <h2 id="same-person">More about {found.event.subjects[0]?.name}</h2>
          <ul class="tight bare">
            {samePerson.map((event) => (
              <li>
                <a href={`/events/${encodeURIComponent(event.id)}`}>{eventTitle(event).split(":")[0]}</a>{" "}
                <span class="quiet">{day(event.date)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Hides a record, or fields of it, from those without clearance. */
export function RestrictForm({
  c,
  kind,
  id,
}: {
  c: ReviewContext;
  kind: "event" | "person" | "article";
  id: string;
}) {
  return (
    <details class="card">
      <summary>Restrict</summary>
      <form class="tight" method="post" action={`/restrict/${kind}/${encodeURIComponent(id)}`}>
        <CsrfField c={c} />
        <label>
          Why
          <input name="reason" required maxlength={500} />
        </label>
        {kind === "event" ? (
          <fieldset class="row">
            <legend class="small">Only these fields (none ticked: all of it)</legend>
            {hideableFields.map((field) => (
              <label class="check">
                <input type="checkbox" name={`field-${field}`} /> {field}
              </label>
            ))}
          </fieldset>
        ) : null}
        <div>
          <button type="submit">Hide from people without clearance</button>
        </div>
      </form>
      <form method="post" action={`/unrestrict/${kind}/${encodeURIComponent(id)}`}>
        <CsrfField c={c} />
        <button class="plain" type="submit">
          Lift a restriction
        </button>
      </form>
    </details>
  );
}
