import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDemoSite, type DemoSite } from "../../cli/demo/site.ts";
import type { Settings } from "../../config/settings.ts";
import { mongoForTests, redisForTests } from "../services/for-tests.ts";
import { crawlThen } from "./crawl-demo.ts";
import { type Servers, settingsForCrawl } from "./demo-settings.ts";
import { ledgerOf } from "./ledger-of.ts";

const mongodb = await mongoForTests("crawls that are killed, on MongoDB");
const redis = await redisForTests("crawls that are killed, on Redis");
const child = fileURLToPath(new URL("crawl-child.mjs", import.meta.url));

/** After how much of the work each process is killed: in polling, fetching, and with extraction and resolving under way. */
const killedAfter = [2, 9, 14, 20, 30];

let folder: string;
let site: DemoSite;
let undisturbed: Record<string, unknown[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-kill-"));
  site = await createDemoSite();
  const settings = settingsForCrawl(join(folder, "undisturbed"), site.sources, null);
  undisturbed = await crawlThen(settings, site.sources, ledgerOf);
}, 120_000);

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a crawl in a process of its own and kills it (-9) once `lines` things were done; null lets it end. */
async function crawlInChild(settings: Settings, lines: number | null): Promise<"killed" | "ended"> {
  const args = [child, JSON.stringify({ settings, sources: site.sources })];
  const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(running, "exit");
  let done = 0;
  for await (const line of createInterface({ input: running.stdout })) {
    if (line.startsWith("dead")) throw new Error(line);
    if (++done === lines) running.kill("SIGKILL");
  }
  const [code, signal] = (await exit) as [number | null, string | null];
  if (signal === "SIGKILL") return "killed";
  expect(code).toBe(0);
  return "ended";
}

async function expectSameInTheEnd(settings: Settings): Promise<void> {
  const ends: string[] = [];
  for (const lines of [...killedAfter, null]) ends.push(await crawlInChild(settings, lines));
  expect(ends.filter((end) => end === "killed").length).toBeGreaterThanOrEqual(3);
  expect(ends.at(-1)).toBe("ended");
  const after = await crawlThen(settings, site.sources, ledgerOf);
  for (const [collection, documents] of Object.entries(undisturbed))
    expect(after[collection], collection).toEqual(documents);
}

describe("a crawl that is killed again and again", () => {
  it("ends with the same store as an undisturbed one, embedded", async () => {
    await expectSameInTheEnd(settingsForCrawl(join(folder, "killed"), site.sources, null, 1));
  }, 900_000);

  const servers: Servers = mongodb === null || redis === null ? null : { mongodb, redis };
  it.skipIf(servers === null)(
    "ends with the same store as an undisturbed one, on servers",
    async () => {
      await expectSameInTheEnd(settingsForCrawl(join(folder, "servers"), site.sources, servers, 1));
    },
    900_000,
  );
});
