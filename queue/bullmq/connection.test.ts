import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Permanent, Retryable } from "../../model/errors.ts";
import { parseRedisUrl, probeRedis } from "./connection.ts";

describe("the address of Redis", () => {
  it("gives host, port, database, user and password", () => {
    expect(parseRedisUrl("redis://desk:p%40ss@redis.example:6380/2").options).toEqual({
      host: "redis.example",
      port: 6380,
      db: 2,
      username: "desk",
      password: "p@ss",
    });
    expect(parseRedisUrl("rediss://[::1]").options).toEqual({ host: "::1", port: 6379, db: 0, tls: {} });
  });

  it("is shown without its password", () => {
    expect(parseRedisUrl("redis://desk:secret@redis.example:6380/2").shown).toBe(
      "redis://desk:***@redis.example:6380/2",
    );
  });

  it.each(["", "localhost:6379", "http://localhost", "redis://", "redis://host/one", "redis//:secret@host"])(
    "is refused when it is none: %s",
    (text) => {
      expect(() => parseRedisUrl(text)).toThrow(/REDIS_URL must look like redis:/);
    },
  );

  it("does not tell the password even when it is refused", () => {
    expect(() => parseRedisUrl("http://desk:secret@host")).not.toThrow(/secret/);
    expect(() => parseRedisUrl("redis//:secret@host")).not.toThrow(/secret/);
  });
});

describe("looking at Redis before using it", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  /** Something that answers on a port of its own. */
  const listen = async (onSocket: (socket: Socket) => void): Promise<string> => {
    const server = createServer(onSocket);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `redis://desk:secret@127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  /** A server that answers everything with OK, and INFO with `info`. */
  const redisWith = (info: string) =>
    listen((socket) =>
      socket.on("data", (data) => {
        for (const [, command] of data.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)) {
          const isInfo = command?.toLowerCase() === "info";
          socket.write(isInfo ? `$${info.length}\r\n${info}\r\n` : "+OK\r\n");
        }
      }),
    );
  const probe = async (url: string) => probeRedis(parseRedisUrl(url), 300);

  it("says that nothing is there and what to do, without the password", async () => {
    const url = await listen(() => undefined);
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    const error = await probe(url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Retryable);
    expect((error as Error).message).toMatch(
      /^Redis at redis:\/\/desk:\*\*\*@127\.0\.0\.1:\d+ cannot be reached \(.*ECONNREFUSED.*\); start it, correct REDIS_URL, or unset/,
    );
  });

  it("gives up on a server that says nothing", async () => {
    const sockets: Socket[] = [];
    const url = await listen((socket) => sockets.push(socket));
    await expect(probe(url)).rejects.toThrow(/cannot be reached/);
    for (const socket of sockets) socket.destroy();
  });

  it("says that the password is wrong", async () => {
    const url = await listen((socket) =>
      socket.on("data", () => socket.write("-WRONGPASS invalid username-password pair\r\n")),
    );
    const error = await probe(url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Permanent);
    expect((error as Error).message).toMatch(
      /refuses us \(WRONGPASS.*correct user and password in REDIS_URL/,
    );
  });

  it("refuses a server that is too old", async () => {
    await expect(probe(await redisWith("redis_version:5.0.14\r\n"))).rejects.toThrow(
      /is version 5\.0\.14; 6\.2 or newer is needed/,
    );
  });

  it("warns of a server that may evict jobs", async () => {
    const info = "redis_version:7.2.0\r\nmaxmemory_policy:allkeys-lru\r\n";
    expect(await probe(await redisWith(info))).toEqual([
      expect.stringMatching(/may delete queued jobs.*allkeys-lru.*set "maxmemory-policy noeviction"/),
    ]);
    expect(await probe(await redisWith("redis_version:7.2.0\r\nmaxmemory_policy:noeviction\r\n"))).toEqual(
      [],
    );
  });
});
