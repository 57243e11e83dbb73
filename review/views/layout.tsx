import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { hasRole, type Role } from "../../model/accounts.ts";
import { csrfField, csrfToken } from "../access/csrf.ts";
import type { ReviewContext } from "../http/context.ts";

/** What the bar at the top leads to. */
const navigation: readonly { path: string; title: string; role: Role }[] = [
  { path: "/overview", title: "Overview", role: "viewer" },
  { path: "/inbox", title: "Inbox", role: "analyst" },
  { path: "/search", title: "Search", role: "viewer" },
  { path: "/events", title: "Events", role: "viewer" },
  { path: "/persons", title: "Persons", role: "viewer" },
  { path: "/alerts", title: "Alerts", role: "analyst" },
  { path: "/users", title: "Users", role: "admin" },
  { path: "/audit", title: "Audit log", role: "admin" },
];

interface PageOptions {
  title: string;
  /** Narrow pages hold one small form. */
  narrow?: boolean;
  status?: 200 | 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 421 | 422 | 428 | 429 | 500 | 503;
}

/** Answers with a whole page. */
export function page(c: ReviewContext, { title, narrow = false, status = 200 }: PageOptions, body: Child) {
  const { assetsPath } = c.var.services;
  const { viewer } = c.var;
  const token = viewer?.via === "session" ? csrfToken(viewer.secret) : "";
  const content = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="csrf-token" content={token} />
        <title>{title} · Habeas</title>
        <link rel="icon" href={`${assetsPath}/icon.svg`} type="image/svg+xml" />
        <link rel="stylesheet" href={`${assetsPath}/app.css`} />
        <script type="module" src={`${assetsPath}/main.js`}></script>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        {viewer === null ? null : <TopBar c={c} />}
        <main id="main" class={narrow ? "narrow" : ""} tabindex={-1}>
          {body}
        </main>
      </body>
    </html>
  );
  return c.html(html`<!doctype html>${content}`, status);
}

function TopBar({ c }: { c: ReviewContext }) {
  const user = c.var.viewer?.user;
  if (user === undefined) return null;
  const here = c.req.path;
  return (
    <header class="top">
      <a class="brand" href="/">
        Habeas
      </a>
      <nav aria-label="Main">
        <ul class="nav">
          {navigation
            .filter(({ role }) => hasRole(user.role, role))
            .map(({ path, title }) => (
              <li>
                <a
                  href={path}
                  aria-current={here === path || here.startsWith(`${path}/`) ? "page" : undefined}
                >
                  {title}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <details class="menu">
        <summary>{user.name}</summary>
        <div class="menu-body">
          <p class="small quiet">
            {user.login}, {user.role}
          </p>
          <a href="/account">Your account</a>
          <form method="post" action="/logout">
            <CsrfField c={c} />
            <button type="submit">Log out</button>
          </form>
        </div>
      </details>
    </header>
  );
}

/** Belongs into every form that writes. */
export function CsrfField({ c }: { c: ReviewContext }) {
  const { viewer } = c.var;
  return viewer?.via === "session" ? (
    <input type="hidden" name={csrfField} value={csrfToken(viewer.secret)} />
  ) : null;
}
