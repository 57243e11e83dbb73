import { z } from "zod";
import { eventTypes } from "../../model/extraction.ts";
import { type InboxItem, inboxStates } from "../../model/inbox.ts";
import { standings } from "../../model/ledger.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import { CursorSchema, formOf, parsed, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { countLimit, inboxFilterOf, inboxQuery } from "../inbox-query.ts";
import type { EventCase } from "../reading.ts";
import { DecisionBar, DecisionLog } from "../views/decision-parts.tsx";
import { ClaimCard, EventFacts, eventTitle } from "../views/event-parts.tsx";
import { CsrfField, page } from "../views/layout.tsx";
import { MarkLegend } from "../views/marks.tsx";
import { Choices, Standing } from "../views/parts.tsx";
import { Tour } from "../views/tour.tsx";
import { InboxTabs } from "../views/inbox-tabs.tsx";
import { localPath } from "./login.tsx";
import { SavedViews } from "./saved-views.tsx";

const analyst = { role: "analyst" } as const;

export const inboxRoutes: readonly Route[] = [
  { method: "GET", path: "/inbox", access: analyst, handle: showInbox },
  { method: "POST", path: "/inbox/assign", access: analyst, handle: assign },
  { method: "POST", path: "/tour/done", access: { role: "viewer" }, handle: endTour },
];

const listLength = 25;

const QuerySchema = z.object({
  ...inboxQuery,
  event: z.string().max(100).optional(),
  after: CursorSchema.optional(),
});
async function showInbox(c: ReviewContext) {
  const query = queryOf(c, QuerySchema);
  const { user } = viewerOf(c);
  const { reading } = c.var;
  const filter = inboxFilterOf(query, user.login);
  const after = query.after === undefined ? {} : { after: query.after };
  const { items, next } = await reading.inbox(filter, { limit: listLength, ...after });
  const count = await reading.inboxCount(filter, countLimit);
  const events = await Promise.all(items.map(({ eventId }) => reading.event(eventId)));
  const entries = items.flatMap((item, index) => {
    const event = events[index];
    return event ? [{ item, title: eventTitle(event), event }] : [];
  });
  const wanted = query.event === undefined ? -1 : entries.findIndex(({ event }) => event.id === query.event);
  const chosenId = query.event ?? entries[0]?.event.id;
  const at = wanted < 0 && query.event === undefined ? 0 : wanted;
  const found = chosenId === undefined ? null : await reading.eventCase(chosenId);
  const url = new URL(c.req.url);
  const linkTo = (id: string | undefined) => {
    const link = new URL(url);
    if (id === undefined) link.searchParams.delete("event");
    else link.searchParams.set("event", id);
    return link.pathname + link.search;
  };
  const following = entries[at + 1] ?? (at > 0 ? entries[0] : undefined);
  const after_ = at < 0 ? linkTo(undefined) : linkTo(following?.event.id);
  return page(
    c,
    { title: "Inbox" },
    <>
      <div class="head">
        <h1>
          Inbox <span class="quiet count">{count >= countLimit ? `${countLimit}+` : count}</span>
        </h1>
        <SavedViews c={c} page="inbox" url={url} />
      </div>
      <InboxTabs c={c} current="events" />
      {user.tourDone ? null : <Tour c={c} />}
      <Filters c={c} query={query} />
      {found === null ? (
        <p class="empty">Nothing waits here. Widen the filter, or enjoy the quiet.</p>
      ) : (
        <div class="inbox" data-inbox>
          <nav class="queue" aria-label="Waiting events">
            <ol class="bare">
              {entries.map(({ item, title, event }) => (
                <li>
                  <a
                    href={linkTo(event.id)}
                    class={`queued urgency-${item.urgency}`}
                    aria-current={event.id === found.event.id ? "true" : undefined}
                  >
                    <span>{title}</span>
                    <span class="row small quiet">
                      <Standing event={event} />
                      {item.assignee === null ? null : <span>{item.assignee}</span>}
                      {item.changedSince ? <span class="badge">changed since decided</span> : null}
                    </span>
                  </a>
                </li>
              ))}
            </ol>
            {next === null ? null : (
              <a href={`/inbox?${withAfter(url, next)}`} rel="next">
                Further down the queue →
              </a>
            )}
          </nav>
          <Desk
            c={c}
            found={found}
            next={after_}
            previous={linkTo(entries[Math.max(0, at - 1)]?.event.id)}
            item={entries.find(({ event }) => event.id === found.event.id)?.item ?? null}
          />
        </div>
      )}
    </>,
  );
}

function withAfter(url: URL, after: string): string {
  const query = new URLSearchParams(url.search);
  query.set("after", after);
  query.delete("event");
  return query.toString();
}

interface DeskProps {
  c: ReviewContext;
  found: EventCase;
  item: InboxItem | null;
  next: string;
  previous: string;
}

/** The event in hand: decide, and the next one comes. */
async function Desk({ c, found, item, next, previous }: DeskProps) {
  const { event, claims, articles } = found;
  const dossier = await c.var.services.deciding.dossier(event);
  const { login } = viewerOf(c).user;
  const first = claims[0] === undefined ? undefined : articles.get(claims[0].articleId);
  const here = new URL(c.req.url);
  here.searchParams.set("event", event.id);
  return (
    <section class="stack desk" aria-labelledby="in-hand" data-live-event={event.id}>
      <div class="head">
        <h2 id="in-hand">
          <a href={`/events/${encodeURIComponent(event.id)}`}>{eventTitle(event)}</a>
        </h2>
        <Standing event={event} />
      </div>
      <DecisionBar c={c} eventId={event.id} dossier={dossier} next={next} />
      <div class="row small">
        <a href={next} data-key="j">
          <kbd aria-hidden="true">j</kbd> Next
        </a>
        <a href={previous} data-key="k">
          <kbd aria-hidden="true">k</kbd> Previous
        </a>
        <form method="post" action="/inbox/undo">
          <CsrfField c={c} />
          <input type="hidden" name="next" value={here.pathname + here.search} />
          <button class="plain" data-key="z">
            <kbd aria-hidden="true">z</kbd> Undo my last
          </button>
        </form>
        <form method="post" action="/inbox/assign">
          <CsrfField c={c} />
          <input type="hidden" name="event" value={event.id} />
          <input type="hidden" name="to" value={item?.assignee === login ? "" : login} />
          <input type="hidden" name="next" value={here.pathname + here.search} />
          <button class="plain" data-key="a">
            <kbd aria-hidden="true">a</kbd> {item?.assignee === login ? "Give it back" : "Assign to me"}
          </button>
        </form>
        {first === undefined ? null : (
          <a href={`/articles/${first.id}`} data-key="o">
            <kbd aria-hidden="true">o</kbd> Open the article
          </a>
        )}
      </div>
      <EventFacts event={event} inline />
      {dossier.decisions.length === 0 ? null : (
        <section class="card" aria-label="Decisions">
          <DecisionLog c={c} dossier={dossier} />
        </section>
      )}
      <MarkLegend />
      {claims.map((claim) => (
        <ClaimCard claim={claim} found={found} editable />
      ))}
    </section>
  );
}

function Filters({ c, query }: { c: ReviewContext; query: z.infer<typeof QuerySchema> }) {
  const { sourceNames, countries } = c.var.services;
  const sources = [...sourceNames].toSorted(([, a], [, b]) => a.localeCompare(b));
  const isFiltered = Object.entries(query).some(
    ([name, value]) => name !== "event" && name !== "after" && value !== undefined && value !== "open",
  );
  return (
    <details open={isFiltered}>
      <summary>Filter</summary>
      <form class="filters" method="get" aria-label="Filter the inbox">
        <Choices name="state" label="State" any="waiting" values={inboxStates} chosen={query.state} />
        <Choices name="type" label="Type" any="any type" values={eventTypes} chosen={query.type} />
        <Choices name="standing" label="Standing" any="any" values={standings} chosen={query.standing} />
        <Choices name="country" label="Country" any="any" values={countries} chosen={query.country} />
        <Choices
          name="lang"
          label="Language"
          any="any"
          values={["en", "ru", "be", "es"]}
          chosen={query.lang}
        />
        <Choices name="source" label="Source" any="any source" values={sources} chosen={query.source} />
        <Choices
          name="confidence"
          label="Confidence"
          any="any"
          values={["0.9", "0.7", "0.5"].map((least) => [least, `${least} or more`] as const)}
          chosen={query.confidence === undefined ? undefined : String(query.confidence)}
        />
        <Choices
          name="assignee"
          label="Whose"
          any="anybody's"
          values={[
            ["me", "mine"],
            ["none", "nobody's"],
          ]}
          chosen={query.assignee}
        />
        <button type="submit">Filter</button>
      </form>
    </details>
  );
}

const AssignSchema = z.object({
  event: z.string().max(100),
  to: z.string().max(64),
  next: z.string().max(2000).optional(),
});

async function assign(c: ReviewContext) {
  const { event: id, to, next } = parsed(AssignSchema, await formOf(c));
  const event = await c.var.reading.event(id);
  if (event === null) throw notFound("event");
  await assignTo(c, event.id, to === "" ? null : to);
  return c.redirect(localPath(next), 303);
}

/** Gives an event to somebody, or back to all. @throws HttpFault 404 */
export async function assignTo(
  c: ReviewContext,
  eventId: string,
  assignee: string | null,
): Promise<InboxItem> {
  const { inbox, users } = c.var.services.review;
  const item = await inbox.get(eventId);
  if (item === null) throw notFound("event in the inbox");
  if (assignee !== null && (await users.get(assignee)) === null) throw notFound("user");
  const next = { ...item, assignee };
  await inbox.put(next);
  await audit(c, "event.assign", { kind: "event", id: eventId }, { to: assignee });
  return next;
}

async function endTour(c: ReviewContext) {
  const { login } = viewerOf(c).user;
  await c.var.services.review.users.update(login, (user) =>
    user === null ? null : { ...user, tourDone: true },
  );
  return c.redirect("/", 303);
}
