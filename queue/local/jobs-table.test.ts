import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../storage/sqlite/database.ts";
import { checkJob } from "../registry.ts";
import { createHolder } from "./holder.ts";
import { createJobsTable, type JobsTable } from "./jobs-table.ts";

const leaseMs = 30_000;

describe("jobs in the file under leases", () => {
  let folder: string;
  let now: number;
  const databases: Database[] = [];
  const dead = new Set<string>();

  /** The table as one process sees it; processes named in `dead` are no more. */
  const tableOf = (process: string, maxCrashes = 2): JobsTable => {
    const database = openDatabase(folder);
    databases.push(database);
    const holder = { id: process, outlives: (other: string) => dead.has(other) };
    return createJobsTable({ database, holder, now: () => now, leaseMs, maxCrashes });
  };
  const add = (table: JobsTable, id: string, more = {}) =>
    table.add([checkJob({ name: "fetch", key: id, payload: { articleId: id }, ...more })]);
  const take = (table: JobsTable) => {
    const [claim] = table.claim("fetch", 1);
    if (claim === undefined) throw new Error("nothing to take");
    return claim;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "habeas-jobs-"));
    now = Date.parse("2026-01-01T00:00:00Z");
    dead.clear();
  });
  afterEach(() => {
    for (const database of databases.splice(0)) database.close();
    rmSync(folder, { recursive: true });
  });

  it("comes back when the lease runs out, and the late holder can settle nothing", () => {
    const [one, two] = [tableOf("one"), tableOf("two")];
    add(one, "a");
    const lost = take(one);
    now += leaseMs - 1;
    expect(two.recover()).toBe(0);
    now += 1;
    expect(two.recover()).toBe(1);
    const taken = take(two);
    expect(taken).toMatchObject({ key: "a", attempts: 0 });
    expect([one.done(lost), one.retry(lost, 1), one.wait(lost, 1), one.giveBack(lost)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(one.bury(lost, { class: "Bug", message: "", stack: null })).toBe(false);
    expect(two.done(taken)).toBe(true);
  });

  it("stays with a holder that shows signs of life", () => {
    const [one, two] = [tableOf("one"), tableOf("two")];
    add(one, "a");
    const claim = take(one);
    now += leaseMs / 2;
    expect(one.renew([claim])).toEqual([]);
    now += leaseMs / 2;
    expect(two.recover()).toBe(0);
    expect(one.done(claim)).toBe(true);
  });

  it("tells a holder which leases it has lost, also to itself", () => {
    const one = tableOf("one");
    add(one, "a");
    const first = take(one);
    now += leaseMs;
    one.recover();
    const second = take(one);
    expect(one.renew([first, second])).toEqual([first]);
    expect(one.done(first)).toBe(false);
    expect(one.done(second)).toBe(true);
  });

  it("comes back at once when its process is no more", () => {
    const [one, two] = [tableOf("one"), tableOf("two")];
    add(one, "a");
    take(one);
    dead.add("one");
    expect(two.recover()).toBe(1);
    expect(take(two).key).toBe("a");
  });

  it("is held to be the cause when processes die with it again and again", () => {
    const table = tableOf("one");
    add(table, "a");
    for (const crash of [1, 2, 3]) {
      take(table);
      now += leaseMs;
      expect(table.recover(), `crash ${crash}`).toBe(1);
    }
    expect(table.claim("fetch", 1)).toEqual([]);
    const [letter] = table.dead(1, null);
    expect(letter?.error.class).toBe("Crashed");
    expect(table.replay([letter?.id ?? ""])).toBe(1);
    take(table);
    now += leaseMs;
    table.recover();
    expect(take(table).key).toBe("a");
  });

  it("stays among the dead until there are too many of them: then the oldest go", () => {
    const database = openDatabase(folder);
    databases.push(database);
    const holder = { id: "one", outlives: () => false };
    const table = createJobsTable({ database, holder, now: () => now, leaseMs, maxCrashes: 2, maxDead: 3 });
    for (const id of ["a", "b", "c", "d", "e"]) {
      add(table, id);
      now += 1;
      table.bury(take(table), { class: "Bug", message: id, stack: null });
    }
    expect(table.dead(10, null).map(({ key }) => key)).toEqual(["e", "d", "c"]);
  });

  it("sleeps until it is due by the clock", () => {
    const table = tableOf("one");
    add(table, "a", { delayMs: 5_000 });
    expect(table.nextAt()).toBe(now + 5_000);
    expect(table.claim("fetch", 1)).toEqual([]);
    expect(table.isBusy(now + 5_000)).toBe(false);
    expect(table.isBusy(now + 5_001)).toBe(true);
    now += 5_000;
    expect(table.counts().fetch).toMatchObject({ waiting: 1, delayed: 0 });
    expect(take(table).key).toBe("a");
  });

  it("remembers attempts and waits apart", () => {
    const table = tableOf("one");
    add(table, "a");
    table.retry(take(table), 0);
    table.wait(take(table), 0);
    table.wait(take(table), 0);
    expect(take(table)).toMatchObject({ attempts: 1, waits: 2 });
  });
});

describe("the holder of a job", () => {
  const holder = createHolder(() => false);
  const parts = holder.id.split("|");
  const other = (changes: Record<number, string>) =>
    parts.map((part, index) => changes[index] ?? part).join("|");

  it("outlives processes of its machine that are no more", () => {
    expect(holder.outlives(other({ 1: "999999" }))).toBe(true);
    expect(createHolder(() => true).outlives(other({ 1: "999999" }))).toBe(false);
  });

  it("outlives an earlier process with its own number, but not another handle of this process", () => {
    expect(holder.outlives(other({ 2: "1" }))).toBe(true);
    expect(holder.outlives(other({ 3: "another" }))).toBe(false);
  });

  it("does not judge other machines", () => {
    expect(holder.outlives(other({ 0: "elsewhere/pid:[1]", 1: "999999" }))).toBe(false);
  });

  it("sees real processes", () => {
    const real = createHolder();
    expect(real.outlives(other({ 1: String(process.ppid) }))).toBe(false);
    const { pid } = spawnSync(process.execPath, ["--version"]);
    expect(real.outlives(other({ 1: String(pid) }))).toBe(true);
  });
});
