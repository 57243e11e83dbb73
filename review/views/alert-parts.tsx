import type { Delivery } from "../../model/alert.ts";
import type { Preview } from "../alerts/desk.ts";
import { moment, plural } from "./words.ts";

const tabs = [
  ["/alerts", "Rules and targets"],
  ["/alerts/deliveries", "Deliveries"],
  ["/feeds", "Feeds"],
] as const;

/** What belongs to alerts. */
export function AlertTabs({ here }: { here: string }) {
  return (
    <nav aria-label="Alerts">
      <ul class="nav">
        {tabs.map(([path, title]) => (
          <li>
            <a href={path} aria-current={path === here ? "page" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const shownAtMost = 100;

/** What a rule would have sent, and what not, with the reasons. */
export function PreviewTable({ preview: { items, until }, days }: { preview: Preview; days: number }) {
  const sent = items.filter(({ send }) => send);
  const held = items.filter(({ send }) => !send);
  return (
    <>
      <p>
        In the last {plural(days, "day")} it would have sent <strong>{plural(sent.length, "message")}</strong>{" "}
        and left out {plural(held.length, "change")}.
        {until === null
          ? ""
          : ` There was more than fits here: only what came before ${moment(until)} was looked at.`}
      </p>
      <Previewed title="Would have been sent" because="Sent because" items={sent} />
      <details open={sent.length === 0 && held.length > 0}>
        <summary>Would not have been sent ({held.length})</summary>
        <Previewed title="Would not have been sent" because="Not sent because" items={held} />
      </details>
    </>
  );
}

function Previewed({ title, because, items }: { title: string; because: string; items: Preview["items"] }) {
  if (items.length === 0) return null;
  return (
    <div class="table">
      <table class="cards">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">{because}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, shownAtMost).map(({ at, eventId, line, because: reasons }) => (
            <tr>
              <td class="date">{moment(at)}</td>
              <td>
                <a href={`/events/${encodeURIComponent(eventId)}`}>{line}</a>
              </td>
              <td class="small quiet">{reasons.join("; ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > shownAtMost ? (
        <p class="small quiet">{plural(items.length - shownAtMost, "more", "more")}, older.</p>
      ) : null}
    </div>
  );
}

const stateBadges: Readonly<Record<Delivery["state"], { kind: string; sign: string; title: string }>> = {
  waiting: { kind: "", sign: "○", title: "waiting" },
  collecting: { kind: "", sign: "○", title: "for a digest" },
  digested: { kind: "confirmed", sign: "✓", title: "in a digest" },
  delivered: { kind: "confirmed", sign: "✓", title: "delivered" },
  dead: { kind: "denied", sign: "✕", title: "given up" },
};

export function DeliveryState({ state }: { state: Delivery["state"] }) {
  const { kind, sign, title } = stateBadges[state];
  return (
    <span class={`badge ${kind}`}>
      <span aria-hidden="true">{sign}</span>
      {title}
    </span>
  );
}
