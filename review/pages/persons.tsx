import { z } from "zod";
import { mainRole } from "../../model/ledger.ts";
import type { ReviewContext } from "../http/context.ts";
import { CursorSchema, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { page } from "../views/layout.tsx";
import { Pager } from "../views/parts.tsx";
import { plural } from "../views/words.ts";

export const personsRoutes: readonly Route[] = [
  { method: "GET", path: "/persons", access: { role: "viewer" }, handle: listPersons },
];

const QuerySchema = z.object({
  text: z.string().max(300).optional(),
  known: z.enum(["yes", "no"]).optional(),
  after: CursorSchema.optional(),
});
const pageLength = 50;

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
                  <td class="quiet">
                    {person.names
                      .filter((name) => name !== person.name)
                      .slice(0, 6)
                      .join(", ")}
                  </td>
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
