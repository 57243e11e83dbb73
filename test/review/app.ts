import { randomBytes } from "node:crypto";
import { createAlertSetup, type SetupOptions } from "../../alerts/setup.ts";
import { createTools } from "../../alerts/tools.ts";
import type { Role, User } from "../../model/accounts.ts";
import { csrfField, csrfToken } from "../../review/access/csrf.ts";
import { createReviewApp, type ReviewApp, type ReviewAppOptions } from "../../review/http/app.ts";
import type { Store } from "../../storage/store.ts";

export const password = "correct horse battery";
const origin = "http://localhost";

/** Cheap enough for tests; never for people. */
const passwordCost = { logN: 4, r: 8, p: 1 };

/** Alerts without a file: one target that takes everything, one list. */
export function alertsForTest(change: Partial<SetupOptions> = {}): ReviewAppOptions["alerts"] {
  const targets: SetupOptions["targets"] = [
    {
      id: "desk",
      channel: "slack",
      settings: { url: { env: "DESK_URL" } },
    },
  ];
  const setup = createAlertSetup({
    rules: [],
    targets,
    operators: [],
    lists: { "my-list": ["kalesnikava-maria"] },
    gazetteers: { people: [], actors: [], facilities: [], countries: [] } as never,
    sources: [{ id: "one", name: "One", tier: 1 }],
    baseUrl: null,
    ...change,
  });
  const http = async () => ({ status: 200, headers: {}, body: "ok" });
  return {
    setup: async () => setup,
    tools: createTools({
      http,
      smtpUrl: null,
      env: { DESK_URL: "https://hooks.example/services/T0/very-secret" },
    }),
  };
}

export interface TestClock {
  now(): number;
  advance(minutes: number): void;
}

function testClock(start = Date.parse("2025-12-15T10:00:00Z")): TestClock {
  let at = start;
  return {
    now: () => at,
    advance: (minutes) => {
      at += minutes * 60_000;
    },
  };
}

export interface TestApp extends ReviewApp {
  clock: TestClock;
  /** What went wrong inside; tests look that it stays empty. */
  errors: unknown[];
  addUser(role: Role, change?: Partial<User>): Promise<User>;
  /** Somebody with this role who has logged in. */
  as(role: Role, change?: Partial<User>): Promise<Client>;
  anonymous: Client;
}

export function createTestApp(store: Store, change: Partial<ReviewAppOptions> = {}): TestApp {
  const clock = testClock();
  const errors: unknown[] = [];
  const app = createReviewApp({
    store,
    now: () => clock.now(),
    random: randomBytes,
    sources: [{ id: "one", name: "One", countries: ["BY"] }],
    gazetteers: { people: [], actors: [], facilities: [], countries: [] },
    publicUrl: null,
    host: "127.0.0.1",
    alerts: alertsForTest(),
    trustedProxies: [],
    sessionIdleMinutes: 120,
    sessionHours: 24,
    onError: (error) => errors.push(error),
    passwordCost,
    ...change,
  });
  let serial = 0;
  const addUser = async (role: Role, given: Partial<User> = {}): Promise<User> => {
    const user: User = {
      login: `${role}${serial++}`,
      name: `The ${role}`,
      role,
      seesRestricted: role === "admin" || role === "editor",
      password: await app.services.passwords.hash(password),
      totp: null,
      active: true,
      createdAt: new Date(clock.now()).toISOString(),
      tourDone: true,
      ...given,
    };
    await store.review.users.insert(user);
    return user;
  };
  return {
    ...app,
    clock,
    errors,
    addUser,
    async as(role, given) {
      const user = await addUser(role, given);
      const secret = await app.services.sessions.start(user.login, { address: null, userAgent: "test" });
      return createClient(app, user, secret);
    },
    anonymous: createClient(app, null, null),
  };
}

/** A browser without its window: keeps the cookie, sends the CSRF token with every form. */
export interface Client {
  user: User | null;
  secret: string | null;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

function createClient(app: ReviewApp, user: User | null, secret: string | null): Client {
  const cookie = secret === null ? {} : { cookie: `habeas_session=${secret}` };
  const fetch = async (path: string, init: RequestInit) =>
    app.fetch(
      new Request(origin + path, {
        ...init,
        headers: { host: "localhost", ...cookie, ...(init.headers as Record<string, string>) },
      }),
    );
  return {
    user,
    secret,
    get: (path, headers = {}) => fetch(path, { headers }),
    post(path, fields = {}, headers = {}) {
      const token = secret === null ? {} : { [csrfField]: csrfToken(secret) };
      return fetch(path, {
        method: "POST",
        body: new URLSearchParams({ ...token, ...fields }),
        headers: { origin, ...headers },
      });
    },
    send(method, path, body, headers = {}) {
      const token = secret === null ? {} : { "x-csrf-token": csrfToken(secret) };
      return fetch(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { origin, "content-type": "application/json", ...token, ...headers },
      });
    },
  };
}
