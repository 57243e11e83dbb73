import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const child = fileURLToPath(new URL("child.mjs", import.meta.url));

/**
 * Processes of a crawl that are started again as often as they are killed.
 * @param {{ settings: object, sources: readonly object[], onLine: (line: string) => void }} options
 */
export function startProcesses({ settings, sources, onLine }) {
  const roles = ["work", "work", "schedule"];
  const slots = roles.map((role) => start(role));
  let ending = false;

  function start(role) {
    const args = [child, JSON.stringify({ settings, sources, role })];
    const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    createInterface({ input: running.stdout }).on("line", onLine);
    return { role, running, ended: new Promise((resolve) => running.once("exit", (code, signal) => resolve(signal ?? code))) };
  }
  const kill = async (index, signal = "SIGKILL") => {
    slots[index].running.kill(signal);
    return slots[index].ended;
  };
  const again = (index) => {
    if (!ending) slots[index] = start(slots[index].role);
  };

  return {
    count: roles.length,
    /** Kills one process outright and starts it again. */
    async kill(index) {
      await kill(index);
      again(index);
    },
    /** As in a power cut: all die at once. */
    async killAll() {
      await Promise.all(slots.map((_, index) => kill(index)));
      slots.forEach((_, index) => again(index));
    },
    /** Stops a process in the middle of whatever it does, for longer than its leases, and lets it go on. */
    async freeze(index, ms) {
      const { running } = slots[index];
      running.kill("SIGSTOP");
      await new Promise((resolve) => setTimeout(resolve, ms));
      running.kill("SIGCONT");
    },
    /** Ends all; says which were there no more. */
    async end() {
      ending = true;
      const missing = slots.filter(({ running }) => running.exitCode !== null || running.signalCode !== null);
      await Promise.all(slots.map((_, index) => kill(index)));
      return missing.map(({ role }) => role);
    },
  };
}
