import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { onFreePort, startServer, temporaryFolder } from "./child.mjs";
import { inside, makeDevices } from "./debian.mjs";
import { isAlive } from "./exclusive.mjs";
import { debian, ferretdb, textOf } from "./places.mjs";

/**
 * @param {string} program
 * @param {import("./child.mjs").Cleanups} cleanups
 * @returns {Promise<string>} its address
 */
export function startMongod(program, cleanups) {
  const folder = temporaryFolder("mongod", cleanups);
  return onFreePort(cleanups, async (port, own) => {
    const args = ["--dbpath", folder, "--bind_ip", "127.0.0.1", "--port", String(port), "--nounixsocket"];
    await startServer(program, args, { port, cleanups: own, isReady: (output) => output.includes("Waiting for connections") });
    return `mongodb://127.0.0.1:${port}/`;
  });
}

/**
 * A copy of PostgreSQL's prepared data folder, which is removed in the end.
 * @param {import("./child.mjs").Cleanups} cleanups
 */
export function copyPostgresData(cleanups) {
  if (process.getuid?.() !== 0) throw new Error("FerretDB was installed by root, and only root can start its PostgreSQL");
  makeDevices();
  removeAbandonedRuns();
  const run = mkdtempSync(join(makeRunsFolder(), `${process.pid}-`));
  chmodSync(run, 0o755); // PostgreSQL runs as a user of its own
  cleanups.push(() => rmSync(run, { recursive: true, force: true }));
  const data = join(run, "pg");
  const copy = spawnSync("cp", ["-a", "--reflink=auto", join(debian.root, debian.template), data], { encoding: "utf8" });
  if (copy.status !== 0) throw new Error(`cannot copy PostgreSQL's data folder: ${copy.stderr}`);
  return data;
}

/**
 * @param {string} data
 * @param {number} port
 * @param {import("./child.mjs").Cleanups} cleanups
 * @param {readonly string[]} settings `name=value`
 */
export function startPostgres(data, port, cleanups, settings = []) {
  const own = settings.flatMap((setting) => ["-c", setting]);
  const server = [`${debian.postgres}/postgres`, "-D", data.slice(debian.root.length), "-p", String(port), ...own];
  return startServer("chroot", inside(server, "postgres"), {
    port,
    cleanups,
    stopSignal: "SIGINT", // "fast": does not wait for clients
    isReady: (output) => output.includes("ready to accept connections"),
  });
}

/**
 * @param {number} postgresPort
 * @param {number} port
 * @param {import("./child.mjs").Cleanups} cleanups
 */
export function startFerretdbOn(postgresPort, port, cleanups) {
  const state = temporaryFolder("ferretdb", cleanups);
  const args = [
    `--listen-addr=127.0.0.1:${port}`,
    `--postgresql-url=postgres://postgres@127.0.0.1:${postgresPort}/postgres`,
    `--state-dir=${state}`,
    "--no-auth",
    "--telemetry=disable",
    "--debug-addr=-",
    "--log-level=error",
  ];
  return startServer(ferretdb, args, { port, cleanups });
}

/**
 * FerretDB on a PostgreSQL of its own, with a copy of the prepared data folder.
 * @param {import("./child.mjs").Cleanups} cleanups
 * @returns {Promise<string>} its address
 */
export async function startFerretdb(cleanups) {
  const data = copyPostgresData(cleanups);
  const postgresPort = await onFreePort(cleanups, async (port, own) => {
    await startPostgres(data, port, own);
    return port;
  });
  return onFreePort(cleanups, async (port, own) => {
    await startFerretdbOn(postgresPort, port, own);
    return `mongodb://127.0.0.1:${port}/`;
  });
}

function runsFolder() {
  return join(debian.root, "srv", "runs");
}

function makeRunsFolder() {
  mkdirSync(runsFolder(), { recursive: true, mode: 0o755 });
  return runsFolder();
}

/** Ends and removes what supervisors that were killed themselves have left: their pid stands in the folder's name. */
function removeAbandonedRuns() {
  for (const name of readdirSync(makeRunsFolder())) {
    if (isAlive(Number(name.split("-")[0]))) continue;
    const run = join(runsFolder(), name);
    const postmaster = Number((textOf(join(run, "pg", "postmaster.pid")) ?? "").split("\n")[0]);
    if (postmaster > 0 && isPostgres(postmaster)) process.kill(postmaster, "SIGQUIT");
    rmSync(run, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {number} pid */
function isPostgres(pid) {
  try {
    return statSync(`/proc/${pid}`).isDirectory() && (textOf(`/proc/${pid}/cmdline`) ?? "").includes("postgres");
  } catch {
    return false;
  }
}
