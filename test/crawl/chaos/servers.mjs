import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { onFreePort, startServer, temporaryFolder } from "../../services/child.mjs";
import { findMongo, findRedis } from "../../services/find.mjs";
import { copyPostgresData, startFerretdbOn, startPostgres } from "../../services/start-mongo.mjs";

/** @typedef {import("../../services/child.mjs").Cleanups} Cleanups */

/**
 * A line that clients keep while the server behind it dies, moves to another port or loses its clients.
 * @param {Cleanups} cleanups
 */
async function createLine(cleanups) {
  const sockets = new Set();
  let target = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  cleanups.push(() => {
    cut();
    return new Promise((resolve) => server.close(resolve));
  });
  return {
    port: server.address().port,
    to: (/** @type {number} */ port) => void (target = port),
    cut,
  };
}

/**
 * A Redis that can be killed and comes back, with its data (append-only file, written before every answer) or without.
 * @param {Cleanups} cleanups
 */
export async function startKillableRedis(cleanups) {
  const found = findRedis();
  if (found?.kind !== "program") return null;
  const folder = temporaryFolder("chaos-redis", cleanups);
  const line = await createLine(cleanups);
  const start = () =>
    onFreePort(cleanups, async (port, own) => {
      const settings = { bind: "127.0.0.1", port, dir: folder, save: "", appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction" };
      const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
      const server = await startServer(found.path, args, { port, cleanups: own, isReady: (output) => /ready to accept connections/i.test(output) });
      line.to(port);
      return server;
    });
  let running = await start();
  return {
    url: `redis://127.0.0.1:${line.port}`,
    cut: line.cut,
    async restart({ keepsData }) {
      await running.kill("SIGKILL");
      if (!keepsData) rmSync(join(folder, "appendonlydir"), { recursive: true, force: true });
      running = await start();
    },
  };
}

/**
 * A server of MongoDB's protocol that can be killed and comes back with its data.
 * @param {Cleanups} cleanups
 */
export async function startKillableMongo(cleanups) {
  const found = findMongo();
  if (found === null || found.kind === "url") return null;
  const line = await createLine(cleanups);
  const restart = found.kind === "ferretdb" ? await ferretdb(line, cleanups) : await mongod(found.path, line, cleanups);
  return { url: `mongodb://127.0.0.1:${line.port}/?directConnection=true`, cut: line.cut, restart };
}

async function mongod(path, line, cleanups) {
  const folder = temporaryFolder("chaos-mongod", cleanups);
  const start = () =>
    onFreePort(cleanups, async (port, own) => {
      const args = ["--dbpath", folder, "--bind_ip", "127.0.0.1", "--port", String(port), "--nounixsocket"];
      const server = await startServer(path, args, { port, cleanups: own, isReady: (output) => output.includes("Waiting for connections") });
      line.to(port);
      return server;
    });
  let running = await start();
  return async () => {
    await running.kill("SIGKILL");
    running = await start();
  };
}

/** Both halves are killed: PostgreSQL without a checkpoint (immediate shutdown), FerretDB outright. */
async function ferretdb(line, cleanups) {
  const data = copyPostgresData(cleanups);
  let postgres;
  const startPostgresOn = (own, port) => startPostgres(data, port, own, ["synchronous_commit=on"]);
  const postgresPort = await onFreePort(cleanups, async (port, own) => {
    postgres = await startPostgresOn(own, port);
    return port;
  });
  const startFerretdb = () =>
    onFreePort(cleanups, async (port, own) => {
      const server = await startFerretdbOn(postgresPort, port, own);
      line.to(port);
      return server;
    });
  let front = await startFerretdb();
  return async () => {
    await Promise.all([front.kill("SIGKILL"), postgres.kill("SIGQUIT")]);
    postgres = await startPostgresOn(cleanups, postgresPort);
    front = await startFerretdb();
  };
}
