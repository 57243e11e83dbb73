import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { MongoClient } from "mongodb";
import { describe, expect, it } from "vitest";
import { mongoForTests, redisForTests } from "./for-tests.ts";
import { startMongo, startRedis } from "./start.ts";

const redis = await redisForTests("that a Redis can be started for tests");
const mongo = await mongoForTests("that a MongoDB can be started for tests");

const listens = (url: string) =>
  new Promise<boolean>((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });

describe.skipIf(redis === null || process.env["REDIS_URL"] !== undefined)("a Redis for tests", () => {
  it("is empty, never evicts, and is gone after its end; several run side by side", async () => {
    const [one, two] = await Promise.all([startRedis(), startRedis()]);
    expect(one.url).not.toBe(two.url);
    const client = new Redis(one.url);
    expect(await client.dbsize()).toBe(0);
    expect(await client.config("GET", "maxmemory-policy")).toContain("noeviction");
    await client.quit();
    await Promise.all([one.stop(), two.stop()]);
    expect(await listens(one.url)).toBe(false);
  });

  it("ends when the process that started it is killed", async () => {
    const supervisor = fileURLToPath(new URL("supervise.mjs", import.meta.url));
    const script = `
      const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, [${JSON.stringify(supervisor)}, "redis"], { stdio: ["pipe", "inherit", "inherit"], detached: true });
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(starter.stdout, "data")) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    expect(await listens(url)).toBe(true);
    starter.kill("SIGKILL");
    await expect.poll(() => listens(url), { timeout: 10_000 }).toBe(false);
  });
});

describe.skipIf(mongo === null || process.env["MONGODB_URL"] !== undefined)("a MongoDB for tests", () => {
  it("is empty and gone after its end; several run side by side", async () => {
    const [one, two] = await Promise.all([startMongo(), startMongo()]);
    const [first, second] = [new MongoClient(one.url), new MongoClient(two.url)];
    await first.db("habeas").collection("t").insertOne({ n: 1 });
    expect(await second.db("habeas").collection("t").countDocuments()).toBe(0);
    await Promise.all([first.close(), second.close()]);
    await Promise.all([one.stop(), two.stop()]);
    expect(await listens(one.url)).toBe(false);
  });
});

describe("a service that cannot be had", () => {
  it("is told with what to do about it", async () => {
    const supervisor = fileURLToPath(new URL("supervise.mjs", import.meta.url));
    const child = spawn(process.execPath, [supervisor, "redis"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: "/nowhere", HABEAS_SERVICES: "/nowhere" },
    });
    const exited = once(child, "exit");
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(line.toString())).toEqual({
      error: expect.stringMatching(/no Redis.*npm run services/) as string,
    });
    expect(await exited).toEqual([1, null]);
  });
});
