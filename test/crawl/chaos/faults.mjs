import { execFileSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Longer than the leases of jobs and locks in these runs. */
const FREEZE_MS = 2_500;
const DISK_BYTES_LEFT = 64 * 1024;

/**
 * All that can befall a crawl here, by name.
 * @param {{
 *   processes: ReturnType<typeof import("./processes.mjs").startProcesses>,
 *   site: Awaited<ReturnType<typeof import("./site.mjs").startNewsSite>>,
 *   redis: Awaited<ReturnType<typeof import("./servers.mjs").startKillableRedis>>,
 *   mongo: Awaited<ReturnType<typeof import("./servers.mjs").startKillableMongo>>,
 *   disk: string | null,
 *   random: () => number,
 * }} world
 * @returns {Record<string, { weight: number, strike: () => Promise<void> }>}
 */
export function faultsOf({ processes, site, redis, mongo, disk, random }) {
  const anyProcess = () => Math.floor(random() * processes.count);
  const some = () => 3 + Math.floor(random() * 12);
  return {
    "process killed": { weight: 8, strike: () => processes.kill(anyProcess()) },
    "all processes killed": { weight: 2, strike: () => processes.killAll() },
    "process frozen beyond its leases": { weight: 2, strike: () => processes.freeze(anyProcess(), FREEZE_MS) },
    "site drops connections": { weight: 1, strike: async () => site.trouble("drop", some()) },
    "site is busy (503)": { weight: 1, strike: async () => site.trouble("busy", some()) },
    "site fails (500)": { weight: 1, strike: async () => site.trouble("error", some()) },
    ...(redis && {
      "Redis killed, back with its data": { weight: 2, strike: () => redis.restart({ keepsData: true }) },
      "Redis killed, back empty": { weight: 2, strike: () => redis.restart({ keepsData: false }) },
      "connections to Redis cut": { weight: 2, strike: async () => redis.cut() },
    }),
    ...(mongo && {
      "database killed": { weight: 2, strike: () => mongo.restart() },
      "connections to the database cut": { weight: 2, strike: async () => mongo.cut() },
    }),
    ...(disk !== null && { "disk full": { weight: 3, strike: () => fillDisk(disk) } }),
  };
}

/** Fills the disk but for a few pages, so that writes fail in the middle, and frees it again. */
async function fillDisk(folder) {
  const { bavail, bsize } = statfsSync(folder);
  const filler = join(folder, "filler");
  try {
    writeFileSync(filler, Buffer.alloc(Math.max(bavail * bsize - DISK_BYTES_LEFT, 0)));
  } catch (error) {
    // The crawl has written meanwhile: then the disk is full, too.
    if (error.code !== "ENOSPC") throw error;
  }
  await sleep(1_500);
  rmSync(filler);
}

/**
 * A small disk of its own, which only root can make; null where there is none.
 * @param {string} folder
 * @param {import("../../services/child.mjs").Cleanups} cleanups
 */
export function mountSmallDisk(folder, megabytes, cleanups) {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  cleanups.push(() => void execFileSync("umount", ["--lazy", folder], { stdio: "ignore" }));
  return folder;
}

/** Picks names by their weights. */
export function drawFault(faults, random) {
  const entries = Object.entries(faults);
  let left = random() * entries.reduce((sum, [, { weight }]) => sum + weight, 0);
  for (const [name, { weight }] of entries) if ((left -= weight) < 0) return name;
  return entries.at(-1)[0];
}
