import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Scope, User } from "../../model/accounts.ts";
import type { NewAuditEntry } from "../../model/audit.ts";
import { Bug } from "../../model/errors.ts";
import type { ReviewTaskRepository } from "../../storage/store.ts";
import type { ReviewStore } from "../../storage/review-store.ts";
import type { AlertDesk } from "../alerts/desk.ts";
import type { Invitations } from "../access/invitations.ts";
import type { Passwords } from "../access/passwords.ts";
import type { Random } from "../access/secrets.ts";
import type { Sessions } from "../access/sessions.ts";
import type { Throttle } from "../access/throttle.ts";
import type { Deciding } from "../deciding.ts";
import type { Live } from "../live.ts";
import type { PickLists } from "../pick-lists.ts";
import type { Reading } from "../reading.ts";

/** What handlers work with. The ledger is not among it: it is read through {@link Reading}, which knows the viewer. */
export interface Services {
  review: ReviewStore;
  sessions: Sessions;
  invitations: Invitations;
  passwords: Passwords;
  /** Failed logins by login and by address. */
  loginThrottle: Throttle;
  addressThrottle: Throttle;
  deciding: Deciding;
  /** For closing and assigning; they are read through {@link Reading}. */
  tasks: Pick<ReviewTaskRepository, "assign" | "close">;
  live: Live;
  alerts: AlertDesk;
  now: () => number;
  random: Random;
  /** Names of sources by id. */
  sourceNames: ReadonlyMap<string, string>;
  /** Names of countries by ISO 3166 code. */
  countryNames: ReadonlyMap<string, string>;
  /** Countries of the sources, ISO 3166, sorted. */
  countries: readonly string[];
  /** What slots are filled from when an analyst edits an event. */
  pickLists: PickLists;
  /** Where styles and scripts are served from; changes with their content. */
  assetsPath: string;
  /** Origin that people see; null without a proxy. */
  publicOrigin: string | null;
  /** Cookies are for https only. */
  secureCookies: boolean;
}

/** Somebody who uses the app, and how they got in. */
export interface Viewer {
  user: User;
  via: "session" | "token";
  /** Of the session or token. */
  credentialId: string;
  /** The session's secret; forms are protected by it. */
  secret: string;
  scopes: readonly Scope[];
}

export interface Variables {
  services: Services;
  viewer: Viewer | null;
  reading: Reading;
  /** A reading without anything restricted, whoever asks: for what is passed on. */
  openReading: () => Reading;
  /** A reading that looks anew at what is hidden, for answers that go on for long. */
  newReading: () => Reading;
  /** Address of the client, seen through trusted proxies. */
  address: string | null;
}

export type ReviewContext = Context<{ Bindings: HttpBindings; Variables: Variables }>;

/** Who is asking. @throws Bug on a public route, where nobody need be. */
export function viewerOf(c: ReviewContext): Viewer {
  const { viewer } = c.var;
  if (viewer === null) throw new Bug(`${c.req.path} needs somebody but its access rule lets anybody in`);
  return viewer;
}

/** Notes in the audit log what the viewer did. */
export async function audit(
  c: ReviewContext,
  action: string,
  target: NewAuditEntry["target"],
  detail: NewAuditEntry["detail"] = {},
  actor = c.var.viewer?.user.login ?? "nobody",
): Promise<void> {
  await c.var.services.review.audit.append({
    at: new Date(c.var.services.now()).toISOString(),
    actor,
    via: c.var.viewer?.via === "token" ? "api" : "web",
    address: c.var.address,
    action,
    target,
    detail,
  });
}
