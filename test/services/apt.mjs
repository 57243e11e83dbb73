import { readdirSync, readFileSync } from "node:fs";
import { run, step } from "./progress.mjs";
import { textOf, which } from "./places.mjs";

/** Whether packages can be installed without asking: root on Debian or one of its children. */
export const canInstall = () => process.getuid?.() === 0 && which("apt-get") !== null;

/** A mirror that hiccups is asked again; settings that we wrote stay as they are. */
export const aptOptions = ["-o", "Acquire::Retries=3", "-o", "Dpkg::Options::=--force-confold"];

let isUpdated = false;

/** @param {...string} packages */
export async function aptInstall(...packages) {
  await step(`installing ${packages.join(", ")} with apt`, async () => {
    // Nobody wants the package's own server to be started: every test run starts one for itself.
    const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    // Lists of third parties may be out of reach; what matters is whether the install works.
    if (!isUpdated) await run("apt-get", ["update", "-q"], { env }).catch(() => undefined);
    isUpdated = true;
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...aptOptions, ...packages], { env });
  });
}

/** Mirror that this machine takes Debian from; null on other systems, where debootstrap knows a mirror itself. */
export function debianMirror() {
  const folder = "/etc/apt/sources.list.d";
  const files = ["/etc/apt/sources.list", ...readFolder(folder).map((name) => `${folder}/${name}`)];
  const lines = files.flatMap((file) => (textOf(file) ?? "").split("\n")).filter((line) => !/^\s*#/.test(line));
  return (
    lines
      .flatMap((line) => line.match(/https?:\/\/[^\s\]]+/g) ?? [])
      .find((url) => /\/debian\/?$/.test(url)) ?? null
  );
}

/** @param {string} folder */
function readFolder(folder) {
  try {
    return readdirSync(folder).filter((name) => /\.(list|sources)$/.test(name));
  } catch {
    return [];
  }
}

export const isUbuntu = () => /^ID=ubuntu$/m.test(readOsRelease());

function readOsRelease() {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}
