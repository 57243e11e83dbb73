import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a job: machine, process and the queue's handle within it. */
export interface Holder {
  id: string;
  /** True when `other` was a process of this machine that is no more, so that its leases need not run out. */
  outlives(other: string): boolean;
}

/**
 * The identity of this process as a holder of jobs.
 *
 * Process ids are compared only within one machine and one pid namespace; a container that comes back with the same
 * host name counts as another machine, and its old leases run out by time. So does a lease whose process id was given
 * to a new process meanwhile.
 */
export function createHolder(isAlive: (pid: number) => boolean = processIsAlive): Holder {
  const machine = `${hostname()}/${pidNamespace()}`;
  const startedAt = Math.round(performance.timeOrigin);
  const id = [machine, process.pid, startedAt, randomUUID().slice(0, 8)].join("|");
  return {
    id,
    outlives(other) {
      const [otherMachine, pid, otherStart] = other.split("|");
      if (otherMachine !== machine) return false;
      if (Number(pid) === process.pid) return Number(otherStart) !== startedAt;
      return !isAlive(Number(pid));
    },
  };
}

function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return process.platform;
  }
}
