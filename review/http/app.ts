import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { createKnownPeople } from "../../ledger/persons/known-people.ts";
import type { Gazetteers } from "../../model/gazetteer.ts";
import type { Source } from "../../model/source.ts";
import type { Store } from "../../storage/store.ts";
import type { AlertRuntime } from "../../queue/alerts.ts";
import { createAlertDesk } from "../alerts/desk.ts";
import { createHiddenLookup, nothingHidden } from "../access/hidden.ts";
import { createInvitations } from "../access/invitations.ts";
import { createPasswords, type PasswordCost } from "../access/passwords.ts";
import type { Random } from "../access/secrets.ts";
import { createSessions } from "../access/sessions.ts";
import { createThrottle } from "../access/throttle.ts";
import { createDeciding } from "../deciding.ts";
import { createProjector } from "../inbox/projector.ts";
import { createLive } from "../live.ts";
import { createPickLists } from "../pick-lists.ts";
import { createReading } from "../reading.ts";
import { publicPaths, routes as allRoutes } from "../routes.ts";
import { clientAddress } from "./address.ts";
import { loadAssets } from "./assets.ts";
import type { ReviewContext, Services, Variables } from "./context.ts";
import { answerFault } from "./errors.tsx";
import { HttpFault, notFound } from "./fault.ts";
import { guard } from "./guard.ts";
import { identify } from "./identity.ts";
import { checkRoutes, type Route } from "./route.ts";
import { checkOrigin, securityHeaders } from "./security.ts";

/** What is known of a source; those that are crawled have endpoints. */
export type ReviewSource = Pick<Source, "id" | "name" | "countries"> &
  Partial<Pick<Source, "kind" | "tier" | "endpoints" | "enabled">>;

export interface ReviewAppOptions {
  store: Store;
  now: () => number;
  random: Random;
  sources: readonly ReviewSource[];
  gazetteers: Pick<Gazetteers, "people" | "actors" | "facilities" | "countries">;
  publicUrl: string | null;
  /** Address that the server listens on. */
  host: string;
  trustedProxies: readonly string[];
  sessionIdleMinutes: number;
  sessionHours: number;
  alerts: Pick<AlertRuntime, "setup" | "tools">;
  /** Told of what went wrong inside; people get to see only that something did. */
  onError: (error: unknown) => void;
  passwordCost?: PasswordCost;
  routes?: readonly Route[];
}

export interface ReviewApp {
  fetch: (request: Request, env?: HttpBindings) => Response | Promise<Response>;
  services: Services;
}

const tooLarge = () => {
  throw new HttpFault(413, "This is more than can be sent here.");
};
const seesAll = () => Promise.resolve(nothingHidden);
const liveEveryMs = 1_500;
const defaultMaxBodyBytes = 64 * 1024;

/**
 * The review app: its routes behind their access rules.
 *
 * @throws Bug when the route list is not in order, see {@link checkRoutes}
 */
export function createReviewApp(options: ReviewAppOptions): ReviewApp {
  const { store, now, random, publicUrl, onError, routes = allRoutes } = options;
  checkRoutes(routes, publicPaths);
  const { review } = store;
  const assets = loadAssets();
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin;
  const isHttps = publicOrigin?.startsWith("https:") ?? false;
  const throttle = { review, now, firstLockSeconds: 30, maxLockSeconds: 3600, forgetAfterHours: 24 };
  const countries = new Map(options.sources.map((source) => [source.id, source.countries]));
  const projector = createProjector({ store, countriesOf: (id) => countries.get(id) ?? [] });
  const known = createKnownPeople(options.gazetteers);
  const weights = new Map(
    options.sources.flatMap(({ id, name, kind, tier }) =>
      kind === undefined || tier === undefined ? [] : [[id, { id, name, kind, tier }] as const],
    ),
  );
  const services: Services = {
    review,
    sessions: createSessions({
      review,
      now,
      random,
      idleMinutes: options.sessionIdleMinutes,
      absoluteHours: options.sessionHours,
    }),
    invitations: createInvitations({ review, now, random }),
    passwords: createPasswords(random, options.passwordCost),
    loginThrottle: createThrottle({ ...throttle, free: 5 }),
    addressThrottle: createThrottle({ ...throttle, free: 20 }),
    now,
    random,
    deciding: createDeciding(store, projector, { known, sources: weights }),
    tasks: store.reviewTasks,
    alerts: createAlertDesk(store, options.alerts, now),
    live: createLive({ projector, everyMs: liveEveryMs, onError }),
    countryNames: new Map(options.gazetteers.countries.map(({ id, name }) => [id, name])),
    sourceNames: new Map(options.sources.map(({ id, name }) => [id, name])),
    countries: [...new Set([...countries.values()].flat())].toSorted(),
    pickLists: createPickLists(options.gazetteers),
    assetsPath: assets.path,
    publicOrigin,
    secureCookies: isHttps,
  };
  const hiddenLookup = createHiddenLookup(store, now);
  const trustedProxies = new Set(options.trustedProxies);

  const app = new Hono<{ Bindings: HttpBindings; Variables: Variables }>();
  app.use("*", compress({ encoding: "gzip" }));
  app.use("*", async (c, next) => {
    await next();
    securityHeaders(c, isHttps);
  });
  app.use("*", async (c, next) => {
    c.set("services", services);
    c.set("viewer", null);
    c.set("address", clientAddress(c, trustedProxies));
    checkOrigin(c, { publicOrigin, listenHost: options.host });
    await next();
  });
  app.get(`${assets.path}/:name`, (c) => {
    const asset = assets.get(c.req.param("name"));
    if (asset === undefined) throw notFound("file");
    return c.body(asset.body, 200, {
      "content-type": asset.type,
      "cache-control": "public, max-age=31536000, immutable",
    });
  });
  app.use("*", async (c, next) => {
    const viewer = await identify(c);
    c.set("viewer", viewer);
    const newReading = () =>
      createReading(store, viewer?.user.seesRestricted ? seesAll : hiddenLookup, known);
    c.set("newReading", newReading);
    c.set("reading", newReading());
    c.set("openReading", () => createReading(store, hiddenLookup));
    await next();
  });
  for (const route of routes) {
    const limit = bodyLimit({ maxSize: route.maxBodyBytes ?? defaultMaxBodyBytes, onError: tooLarge });
    app.on(route.method, route.path, limit, async (c: ReviewContext) => {
      const elsewhere = await guard(c, route);
      return elsewhere === null ? route.handle(c) : c.redirect(elsewhere, 303);
    });
  }
  app.notFound((c) => answerFault(c, notFound("page")));
  app.onError((error, c) => {
    if (error instanceof HttpFault) return answerFault(c, error);
    onError(error);
    return answerFault(c, new HttpFault(500, "Something broke. It has been noted in the server's log."));
  });
  return { fetch: (request, env) => app.fetch(request, env), services };
}
