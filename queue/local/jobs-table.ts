import { type JobName, jobNames } from "../../model/jobs.ts";
import { type Database, migrate, type Row } from "../../storage/sqlite/database.ts";
import type { Counts, DeadJob } from "../queue.ts";
import type { CheckedJob } from "../registry.ts";
import type { Holder } from "./holder.ts";

const steps = [
  `CREATE TABLE queue_jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    payload TEXT NOT NULL,
    priority INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delayed', 'active', 'dead')),
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    waits INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0,
    starts INTEGER NOT NULL DEFAULT 0,
    holder TEXT,
    lease_until INTEGER,
    error_class TEXT,
    error_message TEXT,
    error_stack TEXT,
    failed_at INTEGER,
    UNIQUE (name, key)
  ) STRICT;
  CREATE INDEX queue_jobs_waiting ON queue_jobs (name, priority, id) WHERE state = 'waiting';
  CREATE INDEX queue_jobs_delayed ON queue_jobs (due_at) WHERE state = 'delayed';
  CREATE INDEX queue_jobs_active ON queue_jobs (lease_until) WHERE state = 'active';
  CREATE INDEX queue_jobs_dead ON queue_jobs (failed_at, id) WHERE state = 'dead';
  CREATE INDEX queue_jobs_state ON queue_jobs (name, state);
  CREATE TABLE queue_paused (name TEXT PRIMARY KEY) STRICT;`,
];

/** A job in hand. `start` tells this taking of it from every other one, so that a lost lease cannot settle anything. */
export interface Claim {
  id: number;
  start: number;
  name: JobName;
  key: string;
  payload: string;
  priority: number;
  attempts: number;
  waits: number;
}

/** The local queue's rows and every statement on them. */
export type JobsTable = ReturnType<typeof createJobsTable>;

export interface JobsTableOptions {
  database: Database;
  holder: Holder;
  now: () => number;
  leaseMs: number;
  /** Dead letters kept; the oldest are let go. */
  maxDead?: number;
  /** Processes that may die with a job in hand before it is held to be the cause. */
  maxCrashes: number;
}

export function createJobsTable({
  database,
  holder,
  now,
  leaseMs,
  maxCrashes,
  maxDead = 10_000,
}: JobsTableOptions) {
  migrate(database, "queue", steps);
  const sql = (text: string) => database.prepare(text);
  const mine = "id = ? AND state = 'active' AND holder = ? AND starts = ?";
  const released = "holder = NULL, lease_until = NULL";
  const renewed = `attempts = 0, waits = 0, crashes = 0,
    error_class = NULL, error_message = NULL, error_stack = NULL, failed_at = NULL`;

  const insert = (onDead: string) =>
    sql(`INSERT INTO queue_jobs (name, key, payload, priority, state, due_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (name, key) DO ${onDead}`);
  const insertUnlessKnown = insert("NOTHING");
  const insertOrRevive = insert(`UPDATE SET payload = excluded.payload, priority = excluded.priority,
      state = excluded.state, due_at = excluded.due_at, ${renewed} WHERE queue_jobs.state = 'dead'`);
  const anyDue = sql("SELECT 1 FROM queue_jobs WHERE state = 'delayed' AND due_at <= ? LIMIT 1");
  const promote = sql("UPDATE queue_jobs SET state = 'waiting' WHERE state = 'delayed' AND due_at <= ?");
  const candidates = `SELECT id FROM queue_jobs WHERE name = ? AND state = 'waiting'
    AND name NOT IN (SELECT name FROM queue_paused) ORDER BY priority, id LIMIT ?`;
  const anyWaiting = sql(candidates);
  const take = sql(`UPDATE queue_jobs SET state = 'active', holder = ?, starts = starts + 1, lease_until = ?
    WHERE id IN (${candidates}) RETURNING id, starts AS start, name, key, payload, priority, attempts, waits`);
  const renew = sql(`UPDATE queue_jobs SET lease_until = ? WHERE ${mine}`);
  const remove = sql(`DELETE FROM queue_jobs WHERE ${mine}`);
  const giveBack = sql(`UPDATE queue_jobs SET state = 'waiting', ${released} WHERE ${mine}`);
  const postpone = sql(`UPDATE queue_jobs SET state = 'delayed', due_at = ?, attempts = attempts + ?,
    waits = waits + ?, ${released} WHERE ${mine}`);
  const bury = sql(`UPDATE queue_jobs SET state = 'dead', attempts = attempts + 1, failed_at = ?,
    error_class = ?, error_message = ?, error_stack = ?, ${released} WHERE ${mine}`);
  const anyExpired = sql("SELECT 1 FROM queue_jobs WHERE state = 'active' AND lease_until <= ? LIMIT 1");
  const holders = sql("SELECT DISTINCT holder FROM queue_jobs WHERE state = 'active'");
  const abandoned = "state = 'active' AND (lease_until <= ? OR holder = ?)";
  const buryCrashed = sql(`UPDATE queue_jobs SET state = 'dead', crashes = crashes + 1, failed_at = ?,
    error_class = 'Crashed', error_message = ?, error_stack = NULL, ${released}
    WHERE ${abandoned} AND crashes >= ?`);
  const recover = sql(`UPDATE queue_jobs SET state = 'waiting', crashes = crashes + 1, ${released}
    WHERE ${abandoned}`);
  const next = sql(`SELECT min(at) AS at FROM (
    SELECT min(due_at) AS at FROM queue_jobs WHERE state = 'delayed'
    UNION ALL SELECT min(lease_until) FROM queue_jobs WHERE state = 'active')`);
  const busy = sql(`SELECT 1 FROM queue_jobs WHERE state IN ('waiting', 'active')
    UNION ALL SELECT 1 FROM queue_jobs WHERE state = 'delayed' AND due_at < ? LIMIT 1`);
  const tally = sql("SELECT name, state, count(*) AS jobs FROM queue_jobs GROUP BY name, state");
  const due = sql(
    "SELECT name, count(*) AS jobs FROM queue_jobs WHERE state = 'delayed' AND due_at <= ? GROUP BY name",
  );
  const paused = sql("SELECT name FROM queue_paused");
  const pause = sql("INSERT INTO queue_paused (name) VALUES (?) ON CONFLICT DO NOTHING");
  const resume = sql("DELETE FROM queue_paused WHERE name = ?");
  const dead =
    sql(`SELECT id, name, key, payload, attempts, error_class, error_message, error_stack, failed_at
    FROM queue_jobs WHERE state = 'dead' AND name = coalesce(?, name) ORDER BY failed_at DESC, id DESC LIMIT ?`);
  const replay = sql(`UPDATE queue_jobs SET state = 'waiting', ${renewed} WHERE state = 'dead' AND id = ?`);
  const letGo = sql(`DELETE FROM queue_jobs WHERE id IN (
    SELECT id FROM queue_jobs WHERE state = 'dead' ORDER BY failed_at DESC, id DESC LIMIT -1 OFFSET ?)`);
  const drop = sql("DELETE FROM queue_jobs WHERE state = 'dead' AND id = ?");

  return {
    add: (rows: readonly CheckedJob[]): number =>
      database.transaction(() =>
        sum(
          rows.map((row) => {
            const statement = row.unlessDead ? insertUnlessKnown : insertOrRevive;
            const state = row.delayMs > 0 ? "delayed" : "waiting";
            return statement.run(
              row.name,
              row.key,
              JSON.stringify(row.payload),
              row.priority,
              state,
              now() + row.delayMs,
            );
          }),
        ),
      ),

    /** Takes up to `limit` jobs, most urgent first. Writes, and so waits for other writers, only if there are any. */
    claim(name: JobName, limit: number): Claim[] {
      if (anyDue.get(now()) !== undefined) promote.run(now());
      if (anyWaiting.get(name, 1) === undefined) return [];
      const taken = take.all(holder.id, now() + leaseMs, name, limit) as unknown as Claim[];
      return taken.toSorted((a, b) => a.priority - b.priority || a.id - b.id);
    },

    /** Prolongs the leases; returns the jobs that somebody else has taken meanwhile. */
    renew: (claims: readonly Claim[]): Claim[] =>
      database.transaction(() =>
        claims.filter(({ id, start }) => renew.run(now() + leaseMs, id, holder.id, start) === 0),
      ),

    /** The following settle a job in hand; false when it is no longer ours. */
    done: ({ id, start }: Claim): boolean => remove.run(id, holder.id, start) > 0,
    giveBack: ({ id, start }: Claim): boolean => giveBack.run(id, holder.id, start) > 0,
    retry: ({ id, start }: Claim, delayMs: number): boolean =>
      postpone.run(now() + delayMs, 1, 0, id, holder.id, start) > 0,
    wait: ({ id, start }: Claim, delayMs: number): boolean =>
      postpone.run(now() + delayMs, 0, 1, id, holder.id, start) > 0,
    bury({ id, start }: Claim, error: DeadJob["error"]): boolean {
      const buried = bury.run(now(), error.class, error.message, error.stack, id, holder.id, start) > 0;
      if (buried) letGo.run(maxDead);
      return buried;
    },

    /** Brings back the jobs of processes that died or whose leases ran out; returns how many. */
    recover(): number {
      const gone = holders.all().filter((row) => holder.outlives(row.holder as string));
      if (gone.length === 0 && anyExpired.get(now()) === undefined) return 0;
      const message = `the process died or lost its lease with this job in hand more than ${maxCrashes} times`;
      return database.transaction(() =>
        sum(
          ["", ...gone.map((row) => row.holder as string)].map((other) => {
            const buried = buryCrashed.run(now(), message, now(), other, maxCrashes);
            return buried + recover.run(now(), other);
          }),
        ),
      );
    },

    /** When something will next want attention by itself: a delayed job due, a lease running out. */
    nextAt: (): number | null => (next.get()?.at ?? null) as number | null,
    /** Does anything wait, run, or sleep until before `horizon`? */
    isBusy: (horizon: number): boolean => busy.get(horizon) !== undefined,

    counts(): Record<JobName, Counts> {
      const stopped = new Set(paused.all().map((row) => row.name));
      const counts = Object.fromEntries(
        jobNames.map((name) => [
          name,
          { waiting: 0, active: 0, delayed: 0, dead: 0, paused: stopped.has(name) },
        ]),
      ) as Record<JobName, Counts>;
      for (const row of tally.all())
        counts[row.name as JobName][row.state as keyof Omit<Counts, "paused">] = Number(row.jobs);
      for (const row of due.all(now())) {
        counts[row.name as JobName].waiting += Number(row.jobs);
        counts[row.name as JobName].delayed -= Number(row.jobs);
      }
      return counts;
    },

    pause: (names: readonly JobName[]) =>
      database.transaction(() => sum(names.map((name) => pause.run(name)))),
    resume: (names: readonly JobName[]) =>
      database.transaction(() => sum(names.map((name) => resume.run(name)))),

    dead: (limit: number, name: JobName | null): DeadJob[] => dead.all(name, limit).map(deadJob),
    replay: (ids: readonly string[]): number =>
      database.transaction(() => sum(ids.map((id) => replay.run(Number(id))))),
    drop: (ids: readonly string[]): number =>
      database.transaction(() => sum(ids.map((id) => drop.run(Number(id))))),
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function deadJob(row: Row): DeadJob {
  return {
    id: String(row.id),
    name: row.name as JobName,
    key: row.key as string,
    payload: JSON.parse(row.payload as string),
    attempts: Number(row.attempts),
    error: {
      class: row.error_class as string,
      message: row.error_message as string,
      stack: row.error_stack as string | null,
    },
    failedAt: new Date(Number(row.failed_at)).toISOString(),
  };
}
