import { spawn } from "node:child_process";
import { appendFileSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { servicesFolder, textOf } from "./places.mjs";

const logPath = join(servicesFolder, "install.log");

/**
 * Does a long step, saying so before and how long it took after.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const startedAt = Date.now();
  console.log(`  … ${what}`);
  const result = await work();
  console.log(`    done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a command with its output in the log.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 * @returns {Promise<void>} rejects with the end of the output when the command fails
 */
export async function run(command, args, { cwd, env } = {}) {
  mkdirSync(servicesFolder, { recursive: true });
  appendFileSync(logPath, `\n$ ${command} ${args.join(" ")}\n`);
  const log = openSync(logPath, "a");
  try {
    const code = await new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        stdio: ["ignore", log, log],
        ...(cwd === undefined ? {} : { cwd }),
        env: { ...process.env, ...env },
      });
      child.on("error", reject);
      child.on("exit", (exitCode, signal) => resolve(exitCode ?? signal));
    });
    if (code === 0) return;
    const tail = (textOf(logPath) ?? "").split("\n").slice(-8).join("\n");
    throw new Error(`${command} ${args[0] ?? ""} ended with ${code}; the end of ${logPath}:\n${tail}`);
  } finally {
    closeSync(log);
  }
}
