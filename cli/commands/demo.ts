import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../config/settings.ts";
import { Permanent } from "../../model/errors.ts";
import { browserOf, openStoreOf } from "../../queue/open.ts";
import { openPipeline } from "../../queue/pipeline.ts";
import type { Store } from "../../storage/store.ts";
import { numberOption } from "../arguments.ts";
import { type CrawlProgress, crawlOnce, createCrawlProgress } from "../crawl-once.ts";
import { alertsReport } from "../demo/alerts-report.ts";
import { createDemoInbox, type DemoInbox } from "../demo/inbox.ts";
import { createDemoSite } from "../demo/site.ts";
import { explain } from "../explain.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { onStop } from "../signals.ts";
import { demoReport } from "../demo/report.ts";
import type { Terminal } from "../terminal.ts";

interface DemoOptions {
  keep: string;
  port: string;
  serve: boolean;
  json?: true;
}

/** Written into a data folder that a demo made, so that the next one may empty it. */
const marker = "made-by-habeas-demo";

/**
 * The main job on a bundled news site: crawl, read, extract, resolve, and show what was found. Uses the servers of the
 * settings when there are any, with a database and keys of its own.
 */
export async function demo({ options, globals, terminal }: CommandContext<DemoOptions>): Promise<undefined> {
  const started = performance.now();
  const { settings: given } = settingsOf({ ...globals, data: globals.data ?? options.keep });
  const port = numberOption("port", options.port, 0);
  emptyFolder(given.data.folder);
  const browser = await browserOf(given);
  const site = await createDemoSite({ port, browser: browser !== null });
  const inbox = await createDemoInbox(given.data.folder);
  const { bold, dim } = terminal.colors;
  const say = (line: string) => {
    if (!options.json) terminal.out(line);
  };
  say(`${bold("Habeas demo")}: ${site.sources.length} invented publishers at ${site.url}`);
  say(dim("Sample articles. About real people they tell documented facts only; everybody else is invented."));
  say(
    dim(
      browser === null
        ? "No Chromium found: the publisher that needs JavaScript is left out.\n"
        : `Pages that need JavaScript are read with ${browser}.\n`,
    ),
  );
  const progress = createCrawlProgress(terminal);
  const settings = demoSettings(
    given,
    site.sources.map(({ homepage }) => new URL(homepage).host),
    inbox,
  );
  try {
    const pipeline = await openPipeline({ settings, sources: site.sources, report: progress.report });
    try {
      await crawlOnce(pipeline, site.sources);
      terminal.status("");
      if (options.json) await printJson(pipeline.store, progress, terminal);
      else for (const line of await demoReport(pipeline.store, progress, terminal)) terminal.out(line);
      if (!options.json) for (const line of alertsReport(inbox.received, terminal)) terminal.out(line);
    } finally {
      await pipeline.close();
    }
  } finally {
    await inbox.close();
    await site.close();
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(dim(`\n${seconds} s. The data is kept in ${placeOf(settings)}.`));
  say("Try next:\n");
  const at = `habeas ${placeFlags(settings)}`;
  say(`  ${at} events list --type release`);
  say(`  ${at} events show ID`);
  say(`  ${at} persons show kalesnikava-maria`);
  say(`  ${at} export events --format csv`);
  say(`  ${at} alerts deliveries`);
  say("  habeas extract FILE-OR-URL                  (the same for a text of your own)");
  say("  habeas sources list                         (real sources, for habeas crawl and habeas run)");
  if (options.json) return;
  if (options.serve && terminal.interactive) await serveUntilStopped(settings, terminal);
  else say(`  ${at} web                     (the review app on what was found)`);
}

/** Shows what was found in the review app, until somebody presses Ctrl-C. */
async function serveUntilStopped(given: Settings, terminal: Terminal): Promise<void> {
  // Any free port: a review app of one's own may be running on the usual one.
  const settings = { ...given, review: { ...given.review, host: "127.0.0.1", port: 0, publicUrl: null } };
  const stopped = new Promise(onStop);
  const store = await openStoreOf(settings);
  const { serveReviewHere } = await import("../serve-review.ts");
  terminal.out("");
  const onError = (error: unknown) => {
    terminal.err(`the review app had trouble: ${explain(error).message}`);
  };
  try {
    const server = await serveReviewHere({ store, settings, terminal, onError });
    terminal.err("Ctrl-C ends it; the data stays.");
    await stopped;
    await server.close();
  } finally {
    await store.close();
  }
}

/** A folder that an earlier demo made is emptied; any other that holds something is refused. */
function emptyFolder(folder: string): void {
  const own = join(folder, marker);
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(own))
    throw new Permanent(`${folder} holds data that no demo made; choose another folder with --keep`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(own, "The next habeas demo empties this folder.\n");
}

/** The site is on this machine and ours: it may be fetched, and without the pauses that others are owed. */
function demoSettings(settings: Settings, hosts: string[], inbox: DemoInbox): Settings {
  const run = Date.now().toString(36);
  return {
    ...settings,
    mongodb: { ...settings.mongodb, database: `${settings.mongodb.database}_demo_${run}` },
    redis: { ...settings.redis, prefix: `${settings.redis.prefix}-demo-${run}` },
    crawl: {
      ...settings.crawl,
      allowPrivateHosts: hosts,
      perHostConcurrency: 4,
      perHostDelaySeconds: 0.02,
    },
    alerts: { ...settings.alerts, file: inbox.file, smtpUrl: inbox.smtpUrl, allowPrivateHosts: [inbox.host] },
  };
}

function placeOf({ data, mongodb }: Settings): string {
  return mongodb.url === null
    ? data.folder
    : `the MongoDB database ${mongodb.database}; drop it when you are done`;
}

function placeFlags({ data, mongodb }: Settings): string {
  return mongodb.url === null ? `--data ${data.folder}` : `--set mongodb.database=${mongodb.database}`;
}

async function printJson(store: Store, { tallies }: CrawlProgress, terminal: Terminal): Promise<void> {
  const { items: events } = await store.events.list({}, { limit: 1000 });
  const { items: persons } = await store.persons.list({}, { limit: 1000 });
  terminal.out(JSON.stringify({ sources: Object.fromEntries(tallies), persons, events }, null, 2));
}
