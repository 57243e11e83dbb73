import { apiRoutes, openApiPath } from "./api/index.ts";
import type { Route } from "./http/route.ts";
import { accountRoutes } from "./pages/account.tsx";
import { eventRoutes } from "./pages/event.tsx";
import { eventsRoutes } from "./pages/events.tsx";
import { loginRoutes } from "./pages/login.tsx";
import { setupRoutes } from "./pages/setup.tsx";

/** Paths that people reach who are not logged in. Anything else that calls itself public keeps the app from starting. */
export const publicPaths: ReadonlySet<string> = new Set([
  "/login",
  "/login/code",
  "/setup/:secret",
  openApiPath,
]);

/** Every page and every call of the API. */
export const routes: readonly Route[] = [
  { method: "GET", path: "/", access: { role: "viewer" }, handle: (c) => c.redirect("/events") },
  ...loginRoutes,
  ...setupRoutes,
  ...accountRoutes,
  ...eventsRoutes,
  ...eventRoutes,
  ...apiRoutes,
];
