import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { innerApt, inside, withProc } from "./debian.mjs";
import { debian, ferretdb, here, textOf, which } from "./places.mjs";
import { run, step } from "./progress.mjs";

const { root } = debian;

/** Oldest Go that builds the module. */
const neededGo = /^go (\d+)\.(\d+)/m;

/**
 * Builds FerretDB 2.7, of the module beside this file: with the machine's Go, else with one that is installed into the
 * inner Debian.
 */
export async function buildFerretdb() {
  if (existsSync(ferretdb)) return;
  const module = join(here, "ferretdb");
  const program = "github.com/FerretDB/FerretDB/v2/cmd/ferretdb";
  const go = which("go");
  const isNewEnough = go !== null && goIsNewEnough(go, join(module, "go.mod"));
  if (isNewEnough) {
    await step("building FerretDB", () => run(go, ["build", "-o", `${ferretdb}.part`, program], { cwd: module }));
    await run("mv", [`${ferretdb}.part`, ferretdb]);
    return;
  }
  console.log(go === null ? "    there is no Go on this machine" : `    ${go} is too old for FerretDB`);
  await step("installing Go into the Debian sid and building FerretDB there", async () => {
    cpSync(module, join(root, "srv/ferretdb"), { recursive: true });
    // The machine may trust authorities of its own, and reach modules through a proxy of its own.
    const authorities = "/etc/ssl/certs/ca-certificates.crt";
    if (existsSync(authorities)) cpSync(authorities, join(root, "srv/authorities.crt"));
    const settings = ["GOPROXY", "GOSUMDB", "GONOSUMDB", "GOFLAGS", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"]
      .filter((name) => process.env[name])
      .map((name) => `${name}=${process.env[name]}`);
    if (existsSync(authorities)) settings.push("SSL_CERT_FILE=/srv/authorities.crt");
    const build = `cd /srv/ferretdb && go build -o /srv/ferretdb.bin ${program}`;
    await withProc(async () => {
      await innerApt("golang-go", "ca-certificates");
      await run("chroot", inside([...settings, "GOPATH=/tmp/go", "sh", "-c", build]));
    });
    rmSync(join(root, "tmp/go"), { recursive: true, force: true });
    await run("mv", [join(root, "srv/ferretdb.bin"), ferretdb]);
  });
}

/** @param {string} go @param {string} moduleFile */
function goIsNewEnough(go, moduleFile) {
  const version = spawnSync(go, ["env", "GOVERSION"], { encoding: "utf8" }).stdout.match(/go(\d+)\.(\d+)/);
  const needed = (textOf(moduleFile) ?? "").match(neededGo);
  if (version === null || needed === null) return false;
  return Number(version[1]) > Number(needed[1]) || (version[1] === needed[1] && Number(version[2]) >= Number(needed[2]));
}

