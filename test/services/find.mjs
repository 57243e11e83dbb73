import { existsSync } from "node:fs";
import { join } from "node:path";
import { debian, ferretdb, servicesFolder, textOf, which } from "./places.mjs";

/**
 * How a service can be had: by an address that somebody gave, by a program to start, or (FerretDB) by our own pair.
 * @typedef {{ kind: "url", url: string, from: string }
 *   | { kind: "program", path: string, from: string }
 *   | { kind: "ferretdb", from: string }} Found
 */

/** @param {string} url */
const withoutPassword = (url) => url.replace(/\/\/[^@/]*@/, "//…@");

/** @param {string} variable @returns {Found | null} */
function given(variable) {
  const url = process.env[variable];
  return url ? { kind: "url", url, from: `${variable} (${withoutPassword(url)})` } : null;
}

/** @param {...string} names @returns {Found | null} */
function onPath(...names) {
  const path = which(...names);
  return path === null ? null : { kind: "program", path, from: path };
}

/** Binary that a memory server package downloaded; its path is noted when it has been. @param {string} note @returns {Found | null} */
function downloaded(note) {
  const path = textOf(join(servicesFolder, note));
  return path !== null && existsSync(path) ? { kind: "program", path, from: path } : null;
}

const ferretdbIsReady = () => textOf(debian.ready) === debian.version && existsSync(ferretdb);

/** @returns {Found | null} */
export const findRedis = () => given("REDIS_URL") ?? onPath("redis-server", "valkey-server") ?? downloaded("redis-server.path");

/** @returns {Found | null} */
export const findMongo = () =>
  given("MONGODB_URL") ??
  onPath("mongod") ??
  (ferretdbIsReady() ? { kind: "ferretdb", from: `FerretDB 2.7 on PostgreSQL 18 with DocumentDB in ${servicesFolder}` } : null) ??
  downloaded("mongod.path");

/** @returns {Promise<Found | null>} */
export async function findChromium() {
  const system = onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  if (system !== null) return system;
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) ? { kind: "program", path, from: path } : null;
}
