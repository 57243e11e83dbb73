import { z } from "zod";
import type { SavedView } from "../../model/accounts.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { formOf, parsed } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { countLimit, inboxFilterOf, InboxQuerySchema } from "../inbox-query.ts";
import { endFeeds, ownView } from "../view-feeds.ts";
import { CsrfField } from "../views/layout.tsx";

const analyst = { role: "analyst" } as const;

export const savedViewRoutes: readonly Route[] = [
  { method: "POST", path: "/inbox/views", access: analyst, handle: saveView },
  { method: "POST", path: "/inbox/views/:id/remove", access: analyst, handle: removeView },
];

/** Filters that somebody keeps, with how many events each holds now. */
export async function SavedViews({
  c,
  views,
  url,
}: {
  c: ReviewContext;
  views: readonly SavedView[];
  url: URL;
}) {
  const { login } = viewerOf(c).user;
  const counted = await Promise.all(
    views
      .filter((view) => view.page === "inbox")
      .map(async (view) => {
        const query = InboxQuerySchema.safeParse(Object.fromEntries(new URLSearchParams(view.query)));
        if (!query.success) return { view, count: 0 };
        return { view, count: await c.var.reading.inboxCount(inboxFilterOf(query.data, login), countLimit) };
      }),
  );
  return (
    <div class="row small">
      {counted.map(({ view, count }) => (
        <a class="badge" href={`/inbox?${view.query}`}>
          {view.name} {count >= countLimit ? `${countLimit}+` : count}
        </a>
      ))}
      <details class="menu">
        <summary>Views</summary>
        <div class="menu-body">
          <form class="tight" method="post" action="/inbox/views">
            <CsrfField c={c} />
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
            <form method="post" action={`/inbox/views/${view.id}/remove`}>
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

const ViewSchema = z.object({ name: z.string().trim().min(1).max(80), query: z.string().max(2000) });

async function saveView(c: ReviewContext) {
  const { name, query } = parsed(ViewSchema, await formOf(c));
  const { review, now, random } = c.var.services;
  const { login } = viewerOf(c).user;
  const id = random(12).toString("base64url");
  const createdAt = new Date(now()).toISOString();
  await review.views.insert({
    id,
    login,
    name,
    page: "inbox",
    query: new URLSearchParams(query).toString(),
    createdAt,
  });
  return c.redirect(`/inbox?${new URLSearchParams(query).toString()}`, 303);
}

async function removeView(c: ReviewContext) {
  const { views } = c.var.services.review;
  const view = await ownView(c, c.req.param("id") ?? "");
  await endFeeds(c, view.id);
  await views.remove(view.id);
  return c.redirect("/inbox", 303);
}
