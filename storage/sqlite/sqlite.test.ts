import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Bug, Permanent, Retryable } from "../../model/errors.ts";
import { describeStore } from "../conformance/index.ts";
import { capture, endpoint, hashOf } from "../conformance/samples.ts";
import { migrate, openDatabase } from "./database.ts";
import { createSqliteStore } from "./index.ts";

const newFolder = () => mkdtemp(join(tmpdir(), "habeas-sqlite-"));

describeStore("SQLite", async () => {
  const folder = await newFolder();
  return {
    open: (options) => createSqliteStore({ folder, ...options }),
    async spoil(collection, id, document) {
      const database = openDatabase(folder);
      database.prepare(`UPDATE ${collection} SET doc = ? WHERE id = ?`).run(JSON.stringify(document), id);
      database.close();
    },
    remove: () => rm(folder, { recursive: true }),
  };
});

describe("the SQLite file", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Another process that works on the same file; resolves once it has said that it is ready. */
  async function otherProcess(script: string) {
    const prelude = `import Libsql from "libsql"; const db = new Libsql(${JSON.stringify(join(folder, "habeas.db"))}, { timeout: 5000 });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", `${prelude}${script}`], {
      cwd: import.meta.dirname,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const exited = once(child, "exit");
    await once(child.stdout, "data");
    return { child, exited };
  }

  it("is shared by several handles, and each transaction is seen whole or not at all", () => {
    const [one, two] = [openDatabase(folder), openDatabase(folder)];
    one.exec("CREATE TABLE t (n INTEGER)");
    expect(() =>
      one.transaction(() => {
        one.prepare("INSERT INTO t VALUES (?)").run(1);
        expect(two.prepare("SELECT n FROM t").all()).toEqual([]);
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect(two.prepare("SELECT n FROM t").all()).toEqual([]);
    one.transaction(() => one.transaction(() => one.prepare("INSERT INTO t VALUES (?)").run(2)));
    expect(two.prepare("SELECT n FROM t").get()).toMatchObject({ n: 2 });
    one.close();
    expect(two.prepare("INSERT INTO t VALUES (?)").run(3)).toBe(1);
    two.close();
    two.close();
    expect(() => two.prepare("SELECT 1")).toThrow(Bug);
  });

  it("makes a writer wait for another, and gives up with a retryable error", () => {
    const [one, two] = [openDatabase(folder), openDatabase(folder, { busyTimeoutMs: 20 })];
    one.exec("CREATE TABLE t (n INTEGER)");
    one.transaction(() => {
      expect(() => two.transaction(() => undefined)).toThrow(Retryable);
    });
    expect(two.transaction(() => "free")).toBe("free");
    one.close();
    two.close();
  });

  it("refuses a transaction that waits for something", () => {
    const database = openDatabase(folder);
    expect(() => database.transaction(async () => 1)).toThrow(Bug);
    expect(database.transaction(() => 2)).toBe(2);
    database.close();
  });

  it("waits for a writer in another process", async () => {
    const store = await createSqliteStore({ folder });
    const { child, exited } = await otherProcess(
      `db.exec("BEGIN IMMEDIATE"); console.log("holding"); process.stdin.once("data", () => setTimeout(() => { db.exec("COMMIT"); process.exit(); }, 100));`,
    );
    child.stdin.write("go");
    await store.endpoints.put(endpoint());
    await exited;
    expect(await store.endpoints.list()).toHaveLength(1);
    await store.close();
  });

  it("is whole after a process that was writing was killed", async () => {
    const store = await createSqliteStore({ folder });
    const { child, exited } = await otherProcess(
      `db.exec("CREATE TABLE pairs (n INTEGER)"); const insert = db.prepare("INSERT INTO pairs VALUES (?)");
       for (let n = 0; ; n++) { db.exec("BEGIN IMMEDIATE"); insert.run([n]); insert.run([n]); db.exec("COMMIT"); if (n === 20) console.log("writing"); }`,
    );
    child.kill("SIGKILL");
    await exited;
    await store.endpoints.put(endpoint());
    await store.close();
    const database = openDatabase(folder);
    expect(database.prepare("PRAGMA integrity_check").get()).toMatchObject({ integrity_check: "ok" });
    const { total } = database.prepare("SELECT count(*) AS total FROM pairs").get() ?? {};
    expect(Number(total)).toBeGreaterThanOrEqual(42);
    expect(Number(total) % 2).toBe(0);
    database.close();
  });

  it("is brought up to date step by step, each step once", () => {
    const database = openDatabase(folder);
    const steps = ["CREATE TABLE one (n)", "CREATE TABLE two (n)"];
    migrate(database, "queue", steps.slice(0, 1));
    migrate(database, "queue", steps);
    migrate(database, "queue", steps);
    migrate(database, "other", ["CREATE TABLE three (n)"]);
    expect(() => migrate(database, "queue", steps.slice(0, 1))).toThrow(/newer version of Habeas/);
    database.close();
  });

  it("leaves nothing behind of a step that failed", () => {
    const database = openDatabase(folder);
    expect(() => migrate(database, "queue", ["CREATE TABLE one (n)", "CREATE nonsense"])).toThrow(
      /syntax error/,
    );
    migrate(database, "queue", ["CREATE TABLE one (n)"]);
    database.close();
  });

  it("names the path when the folder cannot be used or the file is no database", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(createSqliteStore({ folder: join(folder, "file") })).rejects.toThrow(Permanent);
    await writeFile(
      join(folder, "habeas.db"),
      "this is certainly not a database, but a text of some length".repeat(20),
    );
    await expect(createSqliteStore({ folder })).rejects.toThrow(new RegExp(`${folder}.*not a database`));
  });
});

describe("capture files", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => rm(folder, { recursive: true }));
  const page = Buffer.from("<p>".repeat(1_000));
  const path = () => join(folder, "captures", hashOf(page).slice(0, 2), `${hashOf(page)}.gz`);

  it("are compressed, lie under the first digits of their hash, and leave no parts", async () => {
    const store = await createSqliteStore({ folder });
    await Promise.all([store.captures.put(capture(page), page), store.captures.put(capture(page), page)]);
    expect(await readdir(join(path(), ".."))).toEqual([`${hashOf(page)}.gz`]);
    expect((await readFile(path())).length).toBeLessThan(page.length / 10);
    await store.close();
  });

  it("that are damaged are told as such, not handed out", async () => {
    const store = await createSqliteStore({ folder });
    await store.captures.put(capture(page), page);
    const whole = await readFile(path());
    await writeFile(path(), whole.subarray(0, whole.length - 9));
    await expect(store.captures.body(hashOf(page))).rejects.toThrow(Permanent);
    await writeFile(path(), "");
    await expect(store.captures.body(hashOf(page))).rejects.toThrow(/cannot be read/);
    await store.close();
  });
});
