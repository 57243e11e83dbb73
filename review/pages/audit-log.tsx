import { z } from "zod";
import type { ReviewContext } from "../http/context.ts";
import { CursorSchema, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { page } from "../views/layout.tsx";
import { Pager } from "../views/parts.tsx";
import { moment } from "../views/words.ts";

export const auditLogRoutes: readonly Route[] = [
  { method: "GET", path: "/audit", access: { role: "admin" }, handle: showLog },
];

const QuerySchema = z.object({
  actor: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  after: CursorSchema.optional(),
});
const pageLength = 100;

async function showLog(c: ReviewContext) {
  const { actor, action, after } = queryOf(c, QuerySchema);
  const filter = { ...(actor === undefined ? {} : { actor }), ...(action === undefined ? {} : { action }) };
  const request = { limit: pageLength, ...(after === undefined ? {} : { after }) };
  const { items, next } = await c.var.services.review.audit.list(filter, request);
  return page(
    c,
    { title: "Audit log" },
    <>
      <div class="head">
        <h1>Audit log</h1>
        <p class="quiet">
          Entries are chained; <code>habeas audit verify</code> checks that none was touched.
        </p>
      </div>
      <form class="filters" method="get" aria-label="Filter the log">
        <label>
          Who
          <input name="actor" value={actor ?? ""} />
        </label>
        <label>
          What
          <input name="action" value={action ?? ""} placeholder="login.failed" />
        </label>
        <button type="submit">Filter</button>
      </form>
      <div class="table">
        <table class="cards">
          <thead>
            <tr>
              <th scope="col" class="number">
                No.
              </th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">About</th>
              <th scope="col">Further</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {items.map((entry) => (
              <tr>
                <td class="number">{entry.seq}</td>
                <td class="date">{moment(entry.at)}</td>
                <td>{entry.actor}</td>
                <td>{entry.action}</td>
                <td>{entry.target === null ? "" : `${entry.target.kind} ${entry.target.id}`}</td>
                <td class="small">
                  {Object.entries(entry.detail)
                    .map(([name, value]) => `${name}: ${String(value)}`)
                    .join("; ")}
                </td>
                <td class="small quiet">
                  {entry.via} {entry.address ?? ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager url={new URL(c.req.url)} next={next} />
    </>,
  );
}
