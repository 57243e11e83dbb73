import { constants } from "node:fs";
import { access, mkdir, statfs } from "node:fs/promises";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { maskSecrets } from "../../config/mask.ts";
import type { Settings } from "../../config/settings.ts";
import { findBrowser } from "../../crawlers/fetch/find-browser.ts";
import { openQueueOf, openStoreOf } from "../../queue/open.ts";
import { watchedSources } from "../../queue/pipeline.ts";
import { explain } from "../explain.ts";
import { exitCodes } from "../exit-codes.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable } from "../terminal.ts";

interface Finding {
  what: string;
  state: "ok" | "note" | "problem";
  found: string;
  /** What to do about it. */
  advice: string | null;
}

const megabyte = 1_000_000;
const enoughDisk = 1_000 * megabyte;

/** Checks everything that Habeas needs. Exit code 1 when something that is needed is missing. */
export async function doctor({
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<number> {
  const { settings, file, warnings } = settingsOf(globals);
  const findings: Finding[] = [
    nodeVersion(),
    { what: "settings", state: "ok", found: file ?? "defaults, environment and flags", advice: null },
    ...warnings.map((warning) => ({
      what: "settings",
      state: "note" as const,
      found: warning,
      advice: "correct or unset it",
    })),
    await dataFolder(settings),
    await attempt("store", async () => {
      const store = await openStoreOf(settings);
      const counts = await store.articles.countByStage();
      await store.close();
      const articles = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return `${store.backend}${settings.mongodb.url === null ? "" : ` at ${maskSecrets(settings.mongodb.url)}`}, ${articles} articles`;
    }),
    await attempt("queue", async () => {
      const queue = await openQueueOf(settings);
      const counts = Object.values(await queue.counts());
      await queue.close();
      const dead = counts.reduce((sum, count) => sum + count.dead, 0);
      return `${queue.backend}${settings.redis.url === null ? "" : ` at ${maskSecrets(settings.redis.url)}`}, ${dead} dead letters`;
    }),
    await browser(settings),
    await attempt("sources", async () => `${watchedSources(settings).length} watched`),
    await attempt("gazetteers", async () => {
      const { people, actors, facilities, asOf } = loadGazetteers({ userFolder: settings.gazetteers.folder });
      return `${people.length} people, ${actors.length} actors, ${facilities.length} prisons, as of ${asOf}`;
    }),
    contact(settings),
  ];
  if (options.json) terminal.out(JSON.stringify(findings, null, 2));
  else {
    const { green, yellow, red, dim } = terminal.colors;
    const signs = { ok: green("ok     "), note: yellow("note   "), problem: red("problem") };
    for (const { what, state, found, advice } of findings) {
      terminal.out(`${signs[state]} ${what.padEnd(11)} ${printable(found)}`);
      if (advice !== null) terminal.out(dim(`${" ".repeat(20)}${printable(advice)}`));
    }
  }
  return findings.some(({ state }) => state === "problem") ? exitCodes.failed : exitCodes.ok;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    what: "node",
    state: ok ? "ok" : "problem",
    found: process.version,
    advice: ok ? null : "install Node.js 20.19 or newer",
  };
}

async function dataFolder({ data }: Settings): Promise<Finding> {
  const what = "data folder";
  try {
    await mkdir(data.folder, { recursive: true });
    await access(data.folder, constants.W_OK);
    const { bavail, bsize } = await statfs(data.folder);
    const free = bavail * bsize;
    const found = `${data.folder}, ${Math.round(free / megabyte)} MB free`;
    if (free >= enoughDisk) return { what, state: "ok", found, advice: null };
    return { what, state: "note", found, advice: "captures grow by about 1 GB for every 50,000 pages" };
  } catch (error) {
    const { message } = explain(error);
    return {
      what,
      state: "problem",
      found: message,
      advice: "choose a folder that can be written: HABEAS_DATA or --data",
    };
  }
}

async function attempt(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, state: "ok", found: await look(), advice: null };
  } catch (error) {
    return { what, state: "problem", found: explain(error).message, advice: null };
  }
}

async function browser({ browser: wanted }: Settings): Promise<Finding> {
  const what = "browser";
  if (wanted.enabled === "off")
    return {
      what,
      state: "note",
      found: "switched off",
      advice: "sources that need JavaScript cannot be read",
    };
  const found = await findBrowser(
    wanted.executablePath === null ? {} : { executablePath: wanted.executablePath },
  );
  if (found.found) return { what, state: "ok", found: found.executablePath, advice: null };
  return {
    what,
    state: wanted.enabled === "on" ? "problem" : "note",
    found: "no Chromium found",
    advice: found.advice,
  };
}

function contact({ crawl }: Settings): Finding {
  const what = "contact";
  if (crawl.contactUrl !== null || crawl.userAgent !== null)
    return { what, state: "ok", found: crawl.contactUrl ?? crawl.userAgent ?? "", advice: null };
  return {
    what,
    state: "note",
    found: "sites that you read cannot reach you",
    advice:
      "set crawl.contactUrl (HABEAS_CRAWL_CONTACT_URL) to a page or mail address before you watch sources",
  };
}
