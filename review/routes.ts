import { hasRole } from "../model/accounts.ts";
import { apiRoutes, openApiPath } from "./api/index.ts";
import { viewerOf } from "./http/context.ts";
import type { Route } from "./http/route.ts";
import { accountRoutes } from "./pages/account.tsx";
import { alertRuleRoutes } from "./pages/alert-rule.tsx";
import { alertRoutes } from "./pages/alerts.tsx";
import { articleRoutes } from "./pages/article.tsx";
import { auditLogRoutes } from "./pages/audit-log.tsx";
import { decideRoutes } from "./pages/decide.tsx";
import { deliveryRoutes } from "./pages/deliveries.tsx";
import { editRoutes } from "./pages/edit.tsx";
import { eventRoutes } from "./pages/event.tsx";
import { eventsRoutes } from "./pages/events.tsx";
import { feedRoutes } from "./pages/feeds.tsx";
import { inboxRoutes } from "./pages/inbox.tsx";
import { liveRoutes } from "./pages/live.ts";
import { loginRoutes } from "./pages/login.tsx";
import { overviewRoutes } from "./pages/overview.tsx";
import { personIdentityRoutes } from "./pages/person-identity.tsx";
import { personRoutes } from "./pages/person.tsx";
import { personsRoutes } from "./pages/persons.tsx";
import { savedViewRoutes } from "./pages/saved-views.tsx";
import { searchRoutes } from "./pages/search.tsx";
import { setupRoutes } from "./pages/setup.tsx";
import { tasksRoutes } from "./pages/tasks.tsx";
import { usersRoutes } from "./pages/users.tsx";

/** Paths that people reach who are not logged in. Anything else that calls itself public keeps the app from starting. */
export const publicPaths: ReadonlySet<string> = new Set([
  "/login",
  "/login/code",
  "/setup/:secret",
  "/feeds/:secret/:file",
  openApiPath,
]);

/** Every page and every call of the API. */
export const routes: readonly Route[] = [
  {
    method: "GET",
    path: "/",
    access: { role: "viewer" },
    handle: (c) => c.redirect(hasRole(viewerOf(c).user.role, "analyst") ? "/inbox" : "/overview"),
  },
  ...loginRoutes,
  ...setupRoutes,
  ...accountRoutes,
  ...overviewRoutes,
  ...searchRoutes,
  ...inboxRoutes,
  ...savedViewRoutes,
  ...feedRoutes,
  ...eventsRoutes,
  ...editRoutes,
  ...eventRoutes,
  ...decideRoutes,
  ...articleRoutes,
  ...personsRoutes,
  ...personRoutes,
  ...personIdentityRoutes,
  ...tasksRoutes,
  ...alertRoutes,
  ...alertRuleRoutes,
  ...deliveryRoutes,
  ...usersRoutes,
  ...auditLogRoutes,
  ...liveRoutes,
  ...apiRoutes,
];
