import type { Route } from "./http/route.ts";
import { eventRoutes } from "./pages/event.tsx";
import { eventsRoutes } from "./pages/events.tsx";
import { loginRoutes } from "./pages/login.tsx";
import { setupRoutes } from "./pages/setup.tsx";

/** Paths that people reach who are not logged in. Anything else that calls itself public keeps the app from starting. */
export const publicPaths: ReadonlySet<string> = new Set(["/login", "/setup/:secret"]);

/** Every page and every call of the API. */
export const routes: readonly Route[] = [
  { method: "GET", path: "/", access: { role: "viewer" }, handle: (c) => c.redirect("/events") },
  ...loginRoutes,
  ...setupRoutes,
  ...eventsRoutes,
  ...eventRoutes,
];
