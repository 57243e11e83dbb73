import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { aptInstall, aptOptions, debianMirror, isUbuntu } from "./apt.mjs";
import { debian, textOf, which } from "./places.mjs";
import { run, step } from "./progress.mjs";

const { root, postgres, template } = debian;

/** Arguments for `chroot`, as root or as another user of the inner system. */
export const inside = (/** @type {string[]} */ command, user = "root") => [
  `--userspec=${user}:${user}`,
  root,
  "/usr/bin/env",
  "-i",
  "LC_ALL=C.UTF-8",
  "HOME=/tmp",
  "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
  ...command,
];

const innerSettings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb'
cron.database_name = 'postgres'
max_connections = 100
# Data of tests: nothing of it has to outlive a power cut.
fsync = off
synchronous_commit = off
full_page_writes = off
`;

/** PostgreSQL 18 with DocumentDB in a Debian sid of its own. Debian or Ubuntu, as root. */
export async function installPostgresInside() {
  if (textOf(debian.ready) === debian.version) return;
  await bootstrap();
  await step("installing PostgreSQL 18 with DocumentDB into it", () => withProc(installPostgres));
  await step("preparing a data folder for tests to copy", makeTemplate);
  writeFileSync(debian.ready, debian.version);
}

async function bootstrap() {
  if (which("debootstrap") === null) await aptInstall("debootstrap", ...(isUbuntu() ? ["debian-archive-keyring"] : []));
  await step("unpacking a Debian sid", async () => {
    unmountProc();
    rmSync(root, { recursive: true, force: true }); // a half-finished one cannot be trusted
    mkdirSync(root, { recursive: true });
    const mirror = debianMirror();
    await run("debootstrap", ["--variant=minbase", "sid", root, ...(mirror === null ? [] : [mirror])]);
    const refuseToStart = join(root, "usr/sbin/policy-rc.d");
    writeFileSync(refuseToStart, "#!/bin/sh\nexit 101\n");
    chmodSync(refuseToStart, 0o755);
    for (const file of ["resolv.conf", "hosts"]) if (existsSync(`/etc/${file}`)) copyFileSync(`/etc/${file}`, join(root, "etc", file));
    cpSync("/etc/apt/apt.conf.d", join(root, "etc/apt/apt.conf.d"), { recursive: true, force: false });
    makeDevices();
  });
}

/** Devices that PostgreSQL needs; a container may forbid making them, and then has them or fails later with its reason. */
export function makeDevices() {
  mkdirSync(join(root, "dev/shm"), { recursive: true });
  chmodSync(join(root, "dev/shm"), 0o1777);
  chmodSync(join(root, "tmp"), 0o1777);
  const minors = { null: 3, zero: 5, random: 8, urandom: 9 };
  for (const [name, minor] of Object.entries(minors)) {
    const device = join(root, "dev", name);
    if (!existsSync(device)) spawnSync("mknod", ["-m", "666", device, "c", "1", String(minor)]);
  }
}

const procIsMounted = () => existsSync(join(root, "proc/self"));

/**
 * Packages look into /proc while they are installed. It does not stay mounted: whoever removed the folder would walk
 * into the machine's own.
 * @param {() => Promise<void>} work
 */
export async function withProc(work) {
  if (!procIsMounted()) spawnSync(which("mount") ?? "mount", ["-t", "proc", "proc", join(root, "proc")]);
  try {
    await work();
  } finally {
    unmountProc();
  }
}

function unmountProc() {
  if (procIsMounted()) spawnSync(which("umount") ?? "umount", [join(root, "proc")]);
  if (procIsMounted()) throw new Error(`cannot unmount ${root}/proc; unmount it and remove ${root}`);
}

/** @param {...string} packages */
export async function innerApt(...packages) {
  const options = ["-y", "-q", "--no-install-recommends", ...aptOptions];
  await run("chroot", inside(["DEBIAN_FRONTEND=noninteractive", "apt-get", ...options, "install", ...packages]));
}

async function installPostgres() {
  const settings = join(root, "etc/postgresql-common");
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, "createcluster.conf"), "create_main_cluster = false\n");
  await innerApt("postgresql-18-documentdb");
}

async function makeTemplate() {
  rmSync(join(root, template), { recursive: true, force: true });
  mkdirSync(join(root, template), { recursive: true });
  await run("chroot", inside(["chown", "postgres:postgres", template]));
  const initdb = [`${postgres}/initdb`, "-D", template, "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "--no-sync"];
  await run("chroot", inside(initdb, "postgres"));
  writeFileSync(join(root, template, "postgresql.conf"), innerSettings);
  // A server with a socket of its own, so that no port has to be found for it.
  const server = `${postgres}/pg_ctl -D ${template} -w -s -l /tmp/template.log`;
  const script = [
    `${server} -o "-c listen_addresses='' -c unix_socket_directories=/tmp" start`,
    `psql -q -h /tmp -d postgres -c "CREATE EXTENSION IF NOT EXISTS documentdb CASCADE"; code=$?`,
    `${server} -m fast stop; exit $code`,
  ].join("\n");
  await run("chroot", inside(["sh", "-c", script], "postgres"));
}
