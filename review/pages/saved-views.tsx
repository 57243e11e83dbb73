import { z } from "zod";
import type { SavedView } from "../../model/accounts.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { formOf, parsed } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { countLimit, inboxFilterOf, InboxQuerySchema } from "../inbox-query.ts";
import { searchQueryOf, SearchQuerySchema } from "../search-query.ts";
import { endFeeds, ownView } from "../view-feeds.ts";
import { CsrfField } from "../views/layout.tsx";

const analyst = { role: "analyst" } as const;

export const savedViewRoutes: readonly Route[] = [
  { method: "POST", path: "/views", access: analyst, handle: saveView },
  { method: "POST", path: "/views/:id/remove", access: analyst, handle: removeView },
];

const pages = ["inbox", "search"] as const;
type ViewPage = (typeof pages)[number];
const mostViews = 30;

/** How many a view holds now, up to {@link countLimit}. */
async function countOf(c: ReviewContext, { page, query }: SavedView): Promise<number> {
  const given = Object.fromEntries(new URLSearchParams(query));
  const { reading } = c.var;
  if (page === "search") {
    const asked = SearchQuerySchema.safeParse(given);
    return asked.success ? reading.searchCount(searchQueryOf(asked.data), countLimit) : 0;
  }
  const asked = InboxQuerySchema.safeParse(given);
  const { login } = viewerOf(c).user;
  return asked.success ? reading.inboxCount(inboxFilterOf(asked.data, login), countLimit) : 0;
}

/** Filters of one page that somebody keeps, with how many each holds now. */
export async function SavedViews({ c, page, url }: { c: ReviewContext; page: ViewPage; url: URL }) {
  const { login } = viewerOf(c).user;
  const { items } = await c.var.services.review.views.list({ group: login }, { limit: mostViews });
  const views = items.filter((view) => view.page === page);
  const counted = await Promise.all(views.map(async (view) => ({ view, count: await countOf(c, view) })));
  return (
    <div class="row small">
      {counted.map(({ view, count }) => (
        <a class="badge" href={`/${page}?${view.query}`}>
          {view.name} {count >= countLimit ? `${countLimit}+` : count}
        </a>
      ))}
      <details class="menu">
        <summary>Views</summary>
        <div class="menu-body">
          <form class="tight" method="post" action="/views">
            <CsrfField c={c} />
            <input type="hidden" name="page" value={page} />
            <input type="hidden" name="query" value={filterPart(url)} />
            <label>
              Keep this filter as
              <input name="name" required maxlength={80} />
            </label>
            <div>
              <button type="submit">Keep</button>
            </div>
          </form>
          {counted.length === 0 ? null : <a href="/feeds">Feeds of your views</a>}
          {counted.map(({ view }) => (
            <form method="post" action={`/views/${view.id}/remove`}>
              <CsrfField c={c} />
              <button class="plain" type="submit">
                Remove {view.name}
              </button>
            </form>
          ))}
        </div>
      </details>
    </div>
  );
}

function filterPart(url: URL): string {
  const query = new URLSearchParams(url.search);
  query.delete("event");
  query.delete("after");
  return query.toString();
}

const ViewSchema = z.object({
  page: z.enum(pages),
  name: z.string().trim().min(1).max(80),
  query: z.string().max(2000),
});

async function saveView(c: ReviewContext) {
  const { page, name, query: given } = parsed(ViewSchema, await formOf(c));
  const { review, now, random } = c.var.services;
  const query = new URLSearchParams(given).toString();
  await review.views.insert({
    id: random(12).toString("base64url"),
    login: viewerOf(c).user.login,
    name,
    page,
    query,
    createdAt: new Date(now()).toISOString(),
  });
  return c.redirect(`/${page}?${query}`, 303);
}

async function removeView(c: ReviewContext) {
  const { views } = c.var.services.review;
  const view = await ownView(c, c.req.param("id") ?? "");
  await endFeeds(c, view.id);
  await views.remove(view.id);
  return c.redirect(pages.some((page) => page === view.page) ? `/${view.page}` : "/", 303);
}
