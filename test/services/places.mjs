import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of this file; what is needed beside it is found from here. */
export const here = dirname(fileURLToPath(import.meta.url));

/** Where services are installed that the system does not have. */
export const servicesFolder = process.env.HABEAS_SERVICES || join(homedir(), ".cache", "habeas", "services");

/** A Debian of its own that PostgreSQL with DocumentDB lives in. */
export const debian = {
  root: join(servicesFolder, "debian"),
  /** Written last: what is in it was installed whole. Counted up when the installation changes. */
  ready: join(servicesFolder, "debian", ".habeas-ready"),
  version: "1",
  postgres: "/usr/lib/postgresql/18/bin",
  /** Data folder, ready to be copied, as seen from inside. */
  template: "/srv/template",
};
export const ferretdb = join(servicesFolder, "ferretdb-2.7.0");

/** Packages whose only work here is to bring one binary to systems without apt. */
export const memoryServers = {
  redis: { name: "redis-memory-server", version: "0.17.1" },
  mongodb: { name: "mongodb-memory-server-core", version: "11.3.0" },
};

/**
 * @param {string} path
 * @returns {string | null} its text, null when there is no such file
 */
export function textOf(path) {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}

/**
 * Looks a program up in PATH, and in the folders that root's PATH often lacks.
 * @param {...string} names
 * @returns {string | null}
 */
export function which(...names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/local/go/bin", "/usr/sbin", "/sbin"];
  for (const name of names)
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not there
      }
    }
  return null;
}
