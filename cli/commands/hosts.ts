import type { HostRecord, RobotsRecord } from "../../model/crawl-state.ts";
import { exitCodes } from "../exit-codes.ts";
import type { CommandContext } from "../program.ts";
import { printable, table } from "../terminal.ts";
import { withStore } from "../with-store.ts";

/** What a host's record means at this moment. */
function standing({ breaker, failures, throttles, askedUntil, restUntil }: HostRecord, now: number): string {
  if (breaker === "half_open") return "being tried";
  if (breaker === "open") return restUntil > now ? "left alone" : "due for a try";
  if (askedUntil > now) return "asked us to wait";
  if (restUntil > now) return "resting";
  return failures > 0 || throttles > 0 ? "in trouble" : "well";
}

const time = (ms: number, now: number) => (ms > now ? new Date(ms).toISOString().slice(0, 19) : "–");

export async function listHosts({
  options,
  globals,
  terminal,
}: CommandContext<{ all?: true; json?: true }>): Promise<number> {
  return withStore(globals, async (store) => {
    const now = Date.now();
    const records = (await store.hosts.list())
      .map((record) => ({ ...record, standing: standing(record, now) }))
      .filter((record) => options.all || record.standing !== "well");
    if (options.json) for (const record of records) terminal.out(JSON.stringify(record));
    else if (records.length === 0) terminal.err("No host is in trouble.");
    else {
      const rows = records.map((record) => [
        record.host,
        record.standing,
        time(Math.max(record.askedUntil, record.restUntil), now),
        String(record.failures),
        `${(record.averageElapsedMs / 1000).toFixed(1)} s`,
        printable(record.lastTrouble ?? ""),
      ]);
      const header = ["HOST", "STATE", "UNTIL (UTC)", "FAILURES", "PAGE TAKES", "LAST TROUBLE"];
      for (const line of table(header, rows, terminal.interactive ? terminal.columns : Infinity))
        terminal.out(line);
    }
    return records.some(({ breaker }) => breaker !== "closed") ? exitCodes.failed : exitCodes.ok;
  });
}

export async function showHost({
  args: [host = ""],
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<number> {
  return withStore(globals, async (store) => {
    const record = await store.hosts.get(host);
    const files = await Promise.all(
      [`https://${host}`, `http://${host}`].map((origin) => store.robots.get(origin)),
    );
    const robots = files.filter((file) => file !== null);
    if (options.json) {
      terminal.out(JSON.stringify({ host: record, robots }, null, 2));
      return exitCodes.ok;
    }
    const now = Date.now();
    if (record === null) terminal.out(`${printable(host)}: no trouble is known`);
    else {
      const until = Math.max(record.askedUntil, record.restUntil);
      terminal.out(
        `${record.host}: ${standing(record, now)}${until > now ? ` until ${time(until, now)}` : ""}`,
      );
      terminal.out(
        `  ${record.failures} failures and ${record.throttles} times throttled in a row; a page takes ${Math.round(record.averageElapsedMs)} ms`,
      );
      if (record.lastTrouble)
        terminal.out(`  last trouble: ${printable(record.lastTrouble)} (${record.changedAt})`);
    }
    for (const file of robots) for (const line of robotsLines(file)) terminal.out(line);
    return exitCodes.ok;
  });
}

function robotsLines({ origin, text, readAt, failure }: RobotsRecord): string[] {
  const read = readAt === null ? "never read" : `read ${new Date(readAt).toISOString()}`;
  const what = text === null ? "there is none, everything is allowed" : `${text.length} characters`;
  return [
    `${origin}/robots.txt: ${read}${readAt === null ? "" : `; ${what}`}`,
    ...(failure === null
      ? []
      : [
          `  cannot be read: ${printable(failure.message)}; next try ${new Date(failure.retryAt).toISOString()}`,
        ]),
  ];
}
