import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {(() => Promise<void> | void)[]} Cleanups run in reverse order at the end */

/** @returns {Promise<number>} a port of 127.0.0.1 that nobody listens on at this moment */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} name @param {Cleanups} cleanups @returns {string} */
export function temporaryFolder(name, cleanups) {
  const folder = mkdtempSync(join(tmpdir(), `habeas-${name}-`));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Starts a server and waits until it takes connections.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ port: number, cleanups: Cleanups, stopSignal?: NodeJS.Signals, isReady?: (output: string) => boolean }} options
 *   `isReady`: where taking connections is not enough
 * @returns {Promise<{ kill(signal: NodeJS.Signals): Promise<void> }>} rejects with the end of its output when it ends before
 */
export async function startServer(command, args, { port, cleanups, stopSignal = "SIGTERM", isReady = () => true }) {
  let output = "";
  // Not in the terminal's process group: Ctrl-C must not take the server away before its caller has finished.
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output = (output + data).slice(-20_000);
    });
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(`it ended with ${code ?? signal}`));
  });
  let end = null;
  void ended.then((why) => (end = why));
  cleanups.push(async () => {
    if (end === null) child.kill(stopSignal);
    const tookTooLong = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(tookTooLong);
  });
  for (const deadline = Date.now() + 30_000; ; ) {
    if (end === null && isReady(output) && (await takesConnections(port)))
      return {
        async kill(signal) {
          if (end === null) child.kill(signal);
          await ended;
        },
      };
    if (end !== null || Date.now() > deadline)
      throw new Error(`${command} did not come up: ${end ?? "30 s passed"}\n${output.split("\n").slice(-12).join("\n")}`);
    await sleep(15);
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function takesConnections(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

/**
 * Does something that needs a free port, once more when another process was quicker to take it.
 * @template T
 * @param {Cleanups} cleanups
 * @param {(port: number, cleanups: Cleanups) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onFreePort(cleanups, work) {
  for (let attempt = 1; ; attempt++) {
    /** @type {Cleanups} */
    const own = [];
    try {
      const result = await work(await freePort(), own);
      cleanups.push(...own);
      return result;
    } catch (error) {
      for (const cleanup of own.toReversed()) await cleanup();
      if (attempt === 3) throw error;
    }
  }
}
