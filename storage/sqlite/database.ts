import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { Bug, Permanent, Unavailable } from "../../model/errors.ts";

/** What a column takes. Not boolean and not undefined: the driver aborts the process on both. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type Row = Record<string, unknown>;

/** A prepared statement; parameters are given as one list, in the order of the question marks. */
interface Statement {
  /** Runs it and returns how many rows were changed. */
  run(...values: readonly SqlValue[]): number;
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
}

/** A synchronous handle on the SQLite file that holds documents and local jobs. */
export interface Database {
  readonly path: string;
  exec(sql: string): void;
  /** Statements are kept by their text, so preparing the same one again costs nothing. */
  prepare(sql: string): Statement;
  /**
   * Runs `work` in a transaction that holds the write lock from its start, so that what was read stays true until the
   * commit. Inside another transaction of the same handle it simply joins it.
   */
  transaction<T>(work: () => T): T;
  /** Idempotent. Every handle of the file is closed on its own, in any order; none of them is used afterwards. */
  close(): void;
}

export interface OpenDatabaseOptions {
  /** How long a write waits for another handle's transaction; the event loop stands still meanwhile. */
  busyTimeoutMs?: number;
}

interface NativeStatement {
  run(values: readonly SqlValue[]): { changes: number };
  get(values: readonly SqlValue[]): unknown;
  all(values: readonly SqlValue[]): unknown[];
}

const isBusy = (error: unknown) =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
const isDiskTrouble = (error: unknown) =>
  error instanceof Error && "code" in error && /^SQLITE_(?:FULL|IOERR|CANTOPEN)/.test(String(error.code));

/**
 * Opens `habeas.db` in `folder`, creating both when absent. Several handles on one file, in one process or in many,
 * work side by side: readers never wait, writers take turns.
 *
 * @throws Permanent when the folder or the file cannot be used.
 * @throws Unavailable from any call that waited longer than `busyTimeoutMs` for another writer.
 */
export function openDatabase(folder: string, { busyTimeoutMs = 10_000 }: OpenDatabaseOptions = {}): Database {
  const path = join(folder, "habeas.db");
  let native: Libsql.Database | null;
  try {
    mkdirSync(folder, { recursive: true });
    native = new Libsql(path, { timeout: busyTimeoutMs });
    native.exec("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;");
    useWriteAheadLog(native, busyTimeoutMs);
  } catch (cause) {
    throw new Permanent(`cannot open the database ${path}: ${messageOf(cause)}`, { cause });
  }
  const statements = new Map<string, Statement>();
  let inTransaction = false;

  const handle = (): Libsql.Database => {
    if (native === null) throw new Bug(`the database ${path} is used after it was closed`);
    return native;
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      if (isBusy(cause))
        throw new Unavailable(`the database ${path} was locked by another writer for ${busyTimeoutMs} ms`, {
          cause,
        });
      if (isDiskTrouble(cause))
        throw new Unavailable(
          `the database ${path} cannot be written or read: ${messageOf(cause)}; look at the disk`,
          { cause },
        );
      throw cause;
    }
  };

  return {
    path,
    exec(sql) {
      guarded(() => handle().exec(sql));
    },
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = guarded(() => handle().prepare(sql)) as unknown as NativeStatement;
      const call = <T>(work: () => T): T => {
        handle(); // a prepared statement would silently go on working after close
        return guarded(work);
      };
      const made: Statement = {
        run: (...values) => call(() => statement.run(values).changes),
        get: (...values) => call(() => statement.get(values) as Row | undefined),
        all: (...values) => call(() => statement.all(values) as Row[]),
      };
      statements.set(sql, made);
      return made;
    },
    transaction(work) {
      if (inTransaction) return work();
      guarded(() => handle().exec("BEGIN IMMEDIATE"));
      inTransaction = true;
      try {
        const result = work();
        if (result instanceof Promise) throw new Bug("a transaction must not wait for anything");
        guarded(() => handle().exec("COMMIT"));
        return result;
      } catch (error) {
        // A full disk or an I/O error has already rolled back by itself.
        if (handle().inTransaction) handle().exec("ROLLBACK");
        throw error;
      } finally {
        inTransaction = false;
      }
    },
    close() {
      statements.clear();
      native?.close();
      native = null;
    },
  };
}

/** Switching a new file to WAL fails at once, whatever the timeout, while another process does the same. */
function useWriteAheadLog(native: Libsql.Database, busyTimeoutMs: number): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (const deadline = Date.now() + busyTimeoutMs; ; ) {
    try {
      native.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      Atomics.wait(pause, 0, 0, 10);
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Brings one component's tables up to date: runs the steps that the file has not seen yet, in order, each once even
 * when several processes start together. Steps are only ever appended, never changed.
 *
 * @throws Permanent when the file was written by a newer version of the component.
 */
export function migrate(database: Database, component: string, steps: readonly string[]): void {
  database.transaction(() => {
    database.exec(
      "CREATE TABLE IF NOT EXISTS migrations (component TEXT PRIMARY KEY, version INTEGER NOT NULL)",
    );
    const row = database.prepare("SELECT version FROM migrations WHERE component = ?").get(component);
    const version = Number(row?.version ?? 0);
    if (version > steps.length)
      throw new Permanent(
        `${database.path} was written by a newer version of Habeas (${component} ${version}, known here: ${steps.length}); upgrade Habeas or choose another data folder`,
      );
    for (const step of steps.slice(version)) database.exec(step);
    database
      .prepare(
        "INSERT INTO migrations (component, version) VALUES (?, ?) ON CONFLICT (component) DO UPDATE SET version = excluded.version",
      )
      .run(component, steps.length);
  });
}
