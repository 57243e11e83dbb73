import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { aptInstall, canInstall } from "./apt.mjs";
import { buildFerretdb } from "./build-ferretdb.mjs";
import { installPostgresInside } from "./debian.mjs";
import { here, memoryServers, servicesFolder } from "./places.mjs";
import { run, step } from "./progress.mjs";

export async function installRedis() {
  if (canInstall()) return aptInstall("redis-server");
  await download(memoryServers.redis, "redis-server.path", async ({ RedisBinary }) => RedisBinary.getPath());
}

export async function installMongo() {
  if (canInstall()) {
    await installPostgresInside();
    return buildFerretdb();
  }
  await download(memoryServers.mongodb, "mongod.path", async ({ MongoBinary }) => MongoBinary.getPath());
}

export async function installChromium() {
  if (canInstall()) return aptInstall("chromium");
  await step("installing Chromium with Playwright", () =>
    run("npx", ["playwright", "install", "chromium"], { cwd: join(here, "..", "..") }),
  );
}

/**
 * Installs a memory server's package in the services' folder and lets it download the binary, whose path is noted.
 * @param {{ name: string, version: string }} memoryServer
 * @param {string} note
 * @param {(module: any) => Promise<string>} pathOf
 */
async function download({ name, version }, note, pathOf) {
  const prefix = join(servicesFolder, "npm");
  await step(`downloading with ${name} ${version}`, async () => {
    process.env.REDISMS_DOWNLOAD_DIR ??= join(servicesFolder, "redis");
    process.env.MONGOMS_DOWNLOAD_DIR ??= join(servicesFolder, "mongodb");
    await run("npm", ["install", "--prefix", prefix, "--no-save", "--ignore-scripts", `${name}@${version}`]);
    const entry = createRequire(join(prefix, "package.json")).resolve(name);
    const path = await pathOf((await import(pathToFileURL(entry).href)).default);
    writeFileSync(join(servicesFolder, note), path);
  });
}
