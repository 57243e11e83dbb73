import type { ReviewContext } from "../http/context.ts";

const counted = 100;

/** What waits for analysts is of two kinds: events, and questions about persons and decisions. */
export async function InboxTabs({ c, current }: { c: ReviewContext; current: "events" | "questions" }) {
  const { items, next } = await c.var.reading.tasks({ status: "open" }, { limit: counted });
  return (
    <nav class="row tabs" aria-label="What waits">
      <a href="/inbox" aria-current={current === "events" ? "page" : undefined}>
        Events
      </a>
      <a href="/tasks" aria-current={current === "questions" ? "page" : undefined}>
        Questions{" "}
        <span class="count">
          {items.length}
          {next === null ? "" : "+"}
        </span>
      </a>
    </nav>
  );
}
