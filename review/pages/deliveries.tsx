import { z } from "zod";
import { messageOf } from "../../alerts/message/compose.ts";
import { hasRole } from "../../model/accounts.ts";
import { type Delivery, deliveryStates } from "../../model/alert.ts";
import { deliveriesFor, deliveryFor, replay } from "../alerts/outbox.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { HttpFault } from "../http/fault.ts";
import { CursorSchema, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { AlertTabs, DeliveryState } from "../views/alert-parts.tsx";
import { CsrfField, page } from "../views/layout.tsx";
import { Choices, Fact, OutLink, Pager } from "../views/parts.tsx";
import { moment } from "../views/words.ts";

const reads = { role: "analyst" } as const;

export const deliveryRoutes: readonly Route[] = [
  { method: "GET", path: "/alerts/deliveries", access: reads, handle: listDeliveries },
  { method: "GET", path: "/alerts/deliveries/:id", access: reads, handle: showDelivery },
  { method: "POST", path: "/alerts/deliveries/:id/replay", access: { role: "editor" }, handle: replayOne },
];

const pageLength = 50;
const QuerySchema = z.object({
  state: z.enum(deliveryStates).optional(),
  target: z.string().max(64).optional(),
  rule: z.string().max(64).optional(),
  about: z.enum(["sources"]).optional(),
  after: CursorSchema.optional(),
});

async function listDeliveries(c: ReviewContext) {
  const { state, target, rule, about, after } = queryOf(c, QuerySchema);
  const isAdmin = hasRole(viewerOf(c).user.role, "admin");
  if (about === "sources" && !isAdmin)
    throw new HttpFault(403, "What is told of sources is for administrators.");
  const { targets } = await c.var.services.alerts.setup();
  const { items, next } = await deliveriesFor(
    c,
    { state, targetId: target, ruleId: rule, operations: about === "sources" },
    { limit: pageLength, after },
  );
  return page(
    c,
    { title: "Deliveries" },
    <>
      <div class="head">
        <h1>Deliveries</h1>
        <p class="quiet">What was told to whom, newest first.</p>
      </div>
      <AlertTabs here="/alerts/deliveries" />
      <form class="filters" method="get" role="search" aria-label="Filter deliveries">
        <Choices name="state" label="State" any="any state" values={deliveryStates} chosen={state} />
        <Choices name="target" label="Target" any="any target" values={[...targets.keys()]} chosen={target} />
        <label>
          Rule
          <input name="rule" value={rule ?? ""} />
        </label>
        {isAdmin ? (
          <Choices
            name="about"
            label="About"
            any="people, for readers"
            values={[["sources", "sources, for operators"]]}
            chosen={about}
          />
        ) : null}
        <button type="submit">Filter</button>
      </form>
      {items.length === 0 ? <p class="empty">No deliveries.</p> : <Deliveries items={items} />}
      <Pager url={new URL(c.req.url)} next={next} />
    </>,
  );
}

function Deliveries({ items }: { items: readonly Delivery[] }) {
  return (
    <div class="table">
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Says</th>
            <th scope="col">Rule</th>
            <th scope="col">To</th>
            <th scope="col">State</th>
            <th scope="col">Last answer</th>
          </tr>
        </thead>
        <tbody>
          {items.map((delivery) => (
            <tr>
              <td class="date">{moment(delivery.createdAt)}</td>
              <td>
                <a href={`/alerts/deliveries/${delivery.id}`}>{messageOf(delivery, null).subject}</a>
              </td>
              <td>{delivery.ruleId}</td>
              <td>{delivery.targetId}</td>
              <td>
                <DeliveryState state={delivery.state} />
              </td>
              <td class="small quiet">{lastAnswer(delivery)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lastAnswer({ attempts, state, dueAt }: Delivery): string {
  const last = attempts.at(-1);
  if (last === undefined) return state === "waiting" ? `due ${moment(dueAt)}` : "";
  return `${last.code ?? ""} ${last.answer}`.trim();
}

async function showDelivery(c: ReviewContext) {
  const delivery = await deliveryFor(c, c.req.param("id") ?? "");
  const { subject, passages } = messageOf(delivery, null);
  const { state, attempts } = delivery;
  return page(
    c,
    { title: subject },
    <>
      <p class="small">
        <a href="/alerts/deliveries">Deliveries</a>
      </p>
      <div class="head">
        <h1>{subject}</h1>
        <DeliveryState state={state} />
      </div>
      <dl class="facts card">
        <Fact name="Rule">{delivery.ruleId}</Fact>
        <Fact name="To">{delivery.targetId}</Fact>
        <Fact name="Made">{moment(delivery.createdAt)}</Fact>
        <Fact name="Newest report">{delivery.published === null ? null : moment(delivery.published)}</Fact>
        <Fact name={state === "waiting" ? "Due" : "Delivered"}>
          {state === "waiting"
            ? moment(delivery.dueAt)
            : delivery.deliveredAt === null
              ? null
              : moment(delivery.deliveredAt)}
        </Fact>
      </dl>
      {state === "dead" && hasRole(viewerOf(c).user.role, "editor") ? (
        <form method="post" action={`/alerts/deliveries/${delivery.id}/replay`}>
          <CsrfField c={c} />
          <button class="primary" type="submit">
            Send it again
          </button>
        </form>
      ) : null}
      <ul class="stack bare">
        {passages.map(({ line, uncertain, changed, evidence, notice }) => (
          <li class="card">
            <p>
              {notice === null ? line : <a href={`/events/${encodeURIComponent(notice.eventId)}`}>{line}</a>}
            </p>
            {evidence === null ? null : (
              <blockquote>
                “{evidence.quote}” <OutLink url={evidence.url}>{evidence.sourceName}</OutLink>
              </blockquote>
            )}
            {changed === null ? null : <p class="small">{changed}</p>}
            {uncertain === null ? null : <p class="small quiet">{uncertain}</p>}
          </li>
        ))}
      </ul>
      <section class="stack" aria-labelledby="tries">
        <h2 id="tries">Tries</h2>
        {attempts.length === 0 ? <p class="empty">Not tried yet.</p> : <Tries attempts={attempts} />}
      </section>
    </>,
  );
}

function Tries({ attempts }: Pick<Delivery, "attempts">) {
  return (
    <div class="table">
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Came of it</th>
            <th scope="col">Code</th>
            <th scope="col">Answer</th>
            <th scope="col" class="number">
              Milliseconds
            </th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ at, ok, spent, code, answer, milliseconds }) => (
            <tr>
              <td class="date">{moment(at)}</td>
              <td>{ok ? "taken" : spent ? "failed" : "asked to wait"}</td>
              <td>{code ?? ""}</td>
              <td class="small">{answer}</td>
              <td class="number">{milliseconds}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function replayOne(c: ReviewContext) {
  const id = c.req.param("id") ?? "";
  await replay(c, id);
  return c.redirect(`/alerts/deliveries/${encodeURIComponent(id)}`, 303);
}
