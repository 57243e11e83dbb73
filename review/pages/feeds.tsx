import type { SavedView, ViewFeed } from "../../model/accounts.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import type { Route } from "../http/route.ts";
import {
  endFeeds,
  type FeedFile,
  feedFiles,
  feedPath,
  feedsOf,
  makeFeed,
  ownView,
  serveFeed,
} from "../view-feeds.ts";
import { CsrfField, page } from "../views/layout.tsx";
import { moment } from "../views/words.ts";

const analyst = { role: "analyst" } as const;

export const feedRoutes: readonly Route[] = [
  { method: "GET", path: "/feeds", access: analyst, handle: (c) => feedsPage(c) },
  { method: "POST", path: "/feeds/:view", access: analyst, handle: newFeed },
  { method: "POST", path: "/feeds/:view/end", access: analyst, handle: dropFeeds },
  { method: "GET", path: "/feeds/:secret/:file", access: "public", handle: followFeed },
];

const fileNames: Readonly<Record<FeedFile, string>> = {
  "atom.xml": "Atom, for feed readers",
  "feed.json": "JSON Feed, for programs",
  "calendar.ics": "Calendar",
};

async function feedsPage(c: ReviewContext, made?: { view: SavedView; secret: string }) {
  const { login } = viewerOf(c).user;
  const { items: views } = await c.var.services.review.views.list({ group: login }, { limit: 100 });
  const feeds = await feedsOf(c);
  const origin = c.var.services.publicOrigin ?? new URL(c.req.url).origin;
  return page(
    c,
    { title: "Feeds" },
    <>
      <div class="head">
        <h1>Feeds of your views</h1>
        <p class="quiet">
          A feed lets a reader or a calendar follow a view without logging in. Whoever knows its address can
          read it, so it never holds anything restricted.
        </p>
      </div>
      {made === undefined ? null : (
        <div class="note good" role="status">
          <p>The addresses of “{made.view.name}”. They are shown this once; keep them like a password.</p>
          <ul>
            {feedFiles.map((file) => (
              <li>
                {fileNames[file]}: <code>{origin + feedPath(made.secret, file)}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {views.length === 0 ? (
        <p class="empty">
          You keep no view yet. Filter the <a href="/inbox">inbox</a> and keep the filter under “Views”.
        </p>
      ) : (
        <div class="table">
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">View</th>
                <th scope="col">Addresses</th>
                <th scope="col">
                  <span class="visually-hidden">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {views.map((view) => (
                <FeedRow c={c} view={view} feeds={feeds.filter(({ viewId }) => viewId === view.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>,
  );
}

function FeedRow({ c, view, feeds }: { c: ReviewContext; view: SavedView; feeds: readonly ViewFeed[] }) {
  return (
    <tr>
      <td>
        <a href={`/inbox?${view.query}`}>{view.name}</a>
      </td>
      <td class="quiet">
        {feeds.length === 0
          ? "none"
          : feeds.map(({ createdAt, usedAt }) => (
              <span class="block">
                made {moment(createdAt)}, {usedAt === null ? "never read" : `last read ${moment(usedAt)}`}
              </span>
            ))}
      </td>
      <td>
        <div class="row">
          <form method="post" action={`/feeds/${encodeURIComponent(view.id)}`}>
            <CsrfField c={c} />
            <button type="submit" aria-label={`New addresses for ${view.name}`}>
              New addresses
            </button>
          </form>
          {feeds.length === 0 ? null : (
            <form method="post" action={`/feeds/${encodeURIComponent(view.id)}/end`}>
              <CsrfField c={c} />
              <button class="plain" type="submit" aria-label={`End the addresses of ${view.name}`}>
                End
              </button>
            </form>
          )}
        </div>
      </td>
    </tr>
  );
}

async function newFeed(c: ReviewContext) {
  const view = await ownView(c, c.req.param("view") ?? "");
  return feedsPage(c, { view, secret: await makeFeed(c, view.id) });
}

async function dropFeeds(c: ReviewContext) {
  await endFeeds(c, (await ownView(c, c.req.param("view") ?? "")).id);
  return c.redirect("/feeds", 303);
}

function followFeed(c: ReviewContext) {
  const file = feedFiles.find((one) => one === c.req.param("file"));
  if (file === undefined) throw notFound("feed");
  return serveFeed(c, c.req.param("secret") ?? "", file);
}
