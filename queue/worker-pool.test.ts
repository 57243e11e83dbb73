import { afterEach, describe, expect, it } from "vitest";
import { Blocked, Bug, Gone, Permanent } from "../model/errors.ts";
import { type CpuPool, createCpuPool } from "./worker-pool.ts";

type Tasks = {
  double(value: number): number;
  later(value: string): Promise<string>;
  callsOfThisThread(input: null): number;
  hang(input: null): void;
  hoard(input: null): void;
  permanent(input: null): void;
  blocked(input: null): void;
  gone(input: null): void;
  broken(input: null): void;
};
const workerUrl = new URL("./fixtures/cpu-worker.mjs", import.meta.url);

describe("threads for CPU work", () => {
  let pool: CpuPool<Tasks> | undefined;
  const open = (threads: number) => (pool = createCpuPool<Tasks>({ threads, workerUrl }));
  afterEach(() => pool?.close());

  it("give a task's result", async () => {
    const opened = open(1);
    expect(await opened.run("double", 21)).toBe(42);
    expect(await opened.run("later", "done")).toBe("done");
  });

  it("hand errors over with class, message, place and stack", async () => {
    const opened = open(1);
    const thrownBy = (name: "permanent" | "blocked" | "gone" | "broken") =>
      opened.run(name, null).catch((error: unknown) => error);
    const permanent = await thrownBy("permanent");
    expect(permanent).toBeInstanceOf(Permanent);
    expect(permanent).toMatchObject({ message: "no text", url: "https://news.example/a", sourceId: "news" });
    expect((permanent as Error).stack).toMatch(/cpu-worker\.mjs/);
    const blocked = await thrownBy("blocked");
    expect(blocked).toBeInstanceOf(Blocked);
    expect(blocked).toMatchObject({ blockCause: "paywall" });
    expect(await thrownBy("gone")).toBeInstanceOf(Gone);
    expect(await thrownBy("broken")).toMatchObject({ name: "TypeError" });
    await expect(opened.run("unheard of" as "double", 1)).rejects.toBeInstanceOf(Bug);
  });

  it("end a task that hangs, and go on", async () => {
    const opened = open(1);
    await opened.run("double", 1);
    const hung = opened.run("hang", null, { timeoutMs: 100 });
    const next = opened.run("double", 4);
    await expect(hung).rejects.toThrow(new Permanent("hang was ended after 100 ms"));
    expect(await next).toBe(8);
  });

  it("end a task that eats all memory, and go on", async () => {
    pool = createCpuPool<Tasks>({ threads: 1, threadMemoryMb: 64, workerUrl });
    await expect(pool.run("hoard", null)).rejects.toThrow(
      new Permanent("hoard needs more memory than a thread has"),
    );
    expect(await pool.run("double", 4)).toBe(8);
  });

  it("begin a task's time when a thread takes it, not while it waits", async () => {
    const opened = open(1);
    await opened.run("double", 1);
    const hung = opened.run("hang", null, { timeoutMs: 400 }).catch((error: unknown) => error);
    expect(await opened.run("double", 2, { timeoutMs: 300 })).toBe(4);
    expect(await hung).toBeInstanceOf(Permanent);
  });

  it("keep what a thread has loaded", async () => {
    const opened = open(1);
    expect(await opened.run("callsOfThisThread", null)).toBe(1);
    expect(await opened.run("callsOfThisThread", null)).toBe(2);
  });

  it("wait for what was begun when they are closed", async () => {
    const closing = open(2);
    const results = Promise.all([1, 2, 3, 4, 5].map((value) => closing.run("double", value)));
    await closing.close();
    expect(await results).toEqual([2, 4, 6, 8, 10]);
  });
});
