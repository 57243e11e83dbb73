import { createConnection, createServer, type AddressInfo, type Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { redisForTests } from "../../test/services/for-tests.ts";
import type { Queue } from "../queue.ts";
import { createBullQueue } from "./bull-queue.ts";

const redis = await redisForTests("outages of Redis");

/** A line to Redis that can be cut and mended. */
async function createLine(target: URL) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = createConnection({ host: target.hostname, port: Number(target.port || 6379) });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => other.destroy());
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    mend() {
      isCut = false;
    },
    close() {
      this.cut();
      server.close();
    },
  };
}

describe.skipIf(redis === null)("when Redis goes away", () => {
  const { url = "redis://127.0.0.1", prefix = "" } = redis ?? {};
  let serial = 0;
  const cleanups: (() => unknown)[] = [];
  const open = async (address: string): Promise<Queue> => {
    const queue = await createBullQueue({ url: address, prefix: `${prefix}-${serial}`, leaseMs: 2_000 });
    cleanups.push(() => queue.close());
    return queue;
  };
  const openLine = async () => {
    serial += 1;
    const line = await createLine(new URL(url));
    cleanups.push(() => line.close());
    return line;
  };
  const job = (id: string) => ({ name: "fetch", key: `fetch|${id}`, payload: { articleId: id } }) as const;

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  });

  it("lets who adds a job know, in plain words", async () => {
    const line = await openLine();
    const queue = await open(line.url);
    line.cut();
    await expect(queue.add([job("a")])).rejects.toThrow(/Redis at redis:.* cannot be reached .*start it/);
  });

  it("goes on by itself when it is back: nothing lost, nothing twice", async () => {
    const line = await openLine();
    const queue = await open(line.url);
    const direct = await open(url);
    const done: string[] = [];
    let cutOnce = () => line.cut();
    await queue.work(
      {
        fetch: async ({ key }) => {
          done.push(key);
          cutOnce();
          cutOnce = () => undefined;
        },
      },
      { concurrency: { fetch: 1 }, onError: () => undefined },
    );
    await direct.add([job("a"), job("b"), job("c")]);
    await vi.waitFor(() => expect(done).toEqual(["fetch|a"]));
    line.mend();
    await direct.idle();
    expect(done.filter((key) => key !== "fetch|a")).toEqual(["fetch|b", "fetch|c"]);
    expect((await direct.counts()).fetch).toMatchObject({ waiting: 0, active: 0, delayed: 0, dead: 0 });
  });

  it("does not keep a process from ending", async () => {
    const line = await openLine();
    const queue = await open(line.url);
    await queue.work({ fetch: async () => undefined }, { concurrency: {}, onError: () => undefined });
    line.cut();
    const began = Date.now();
    await queue.close();
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});
