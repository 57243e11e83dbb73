import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { beginAlerts } from "../../alerts/notify.ts";
import { event, standingChange } from "../../storage/conformance/samples.ts";
import { openStore } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import { mongoForTests, redisForTests } from "../services/for-tests.ts";

const mongodb = await mongoForTests("alerts whose process is killed, on MongoDB");
const redis = await redisForTests("alerts whose process is killed, on Redis");
const child = fileURLToPath(new URL("alerts-child.mjs", import.meta.url));

/** ALERT_EVENTS=1000 ALERT_RULES=20 is the long form. */
const events = Number(process.env["ALERT_EVENTS"] ?? 40);
const rules = Number(process.env["ALERT_RULES"] ?? 5);
/** After how large a part of all messages the process is killed. */
const killedAfter =
  process.env["ALERT_EVENTS"] === undefined ? [0.1, 0.6] : [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

/** Processes that run now; a test that took too long leaves none behind. */
const children = new Set<ChildProcess>();
afterEach(() => {
  for (const running of children) running.kill("SIGKILL");
  children.clear();
});

/** Runs the process until so many messages arrived, then kills it (-9); with null until `isDone`. */
async function runUntil(flags: Record<string, string>, arrived: () => number, count: number): Promise<void> {
  const running = spawn(process.execPath, [child, JSON.stringify(flags)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(running, "exit");
  children.add(running);
  for await (const _line of createInterface({ input: running.stdout })) {
    if (arrived() >= count) running.kill("SIGKILL");
  }
  await exit;
  children.delete(running);
}

async function happenings(store: Store, seq: number): Promise<void> {
  for (let i = 0; i < events; i++) {
    const id = `e${i}`;
    const made = standingChange(id, seq);
    const after =
      made.after === null ? null : { ...made.after, standing: seq === 1 ? "claimed" : "confirmed" };
    if (seq === 1) await store.events.replaceBlock(`b${i}`, [event(id, { blockKey: `b${i}`, claimIds: [] })]);
    await store.standingChanges.append([{ ...made, after: after as typeof made.after }]);
  }
}

describe.each([
  ["the data folder", true],
  ["MongoDB and Redis", mongodb !== null && redis !== null],
] as const)("alerts kept in %s", (where, there) => {
  it.skipIf(!there)(
    "are all delivered, in order, and twice at most where the process died between",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "habeas-alerts-kill-"));
      const seen: { id: string; event: string; rule: string; standing: string }[] = [];
      const server = createServer((request, response) => {
        let body = "";
        request.on("data", (chunk: Buffer) => (body += chunk.toString()));
        request.on("end", () => {
          const { id, notices } = JSON.parse(body) as {
            id: string;
            notices: { eventId: string; ruleId: string; after: { standing: string } }[];
          };
          const [notice] = notices;
          seen.push({
            id,
            event: notice?.eventId ?? "",
            rule: notice?.ruleId ?? "",
            standing: notice?.after.standing ?? "",
          });
          response.end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const file = join(folder, "alerts.yaml");
      await writeFile(join(folder, "key"), "key");
      const names = Array.from({ length: rules }, (_, index) => `r${index}`);
      await writeFile(
        file,
        stringify({
          targets: names.map((id) => ({
            id,
            channel: "webhook",
            url: `http://${host}/${id}`,
            secret: { file: join(folder, "key") },
          })),
          rules: names.map((id) => ({ id, name: id, oldNews: true, minimum: { confidence: 0 }, to: [id] })),
        }),
      );
      const onServers = where !== "the data folder";
      const flags: Record<string, string> = {
        "data.folder": folder,
        "alerts.file": file,
        "alerts.allowPrivateHosts": host,
        "queue.leaseSeconds": "1",
        "queue.backoffBaseSeconds": "0.1",
        ...(onServers && mongodb !== null && redis !== null
          ? {
              "mongodb.url": mongodb.url,
              "mongodb.database": mongodb.database,
              "redis.url": redis.url,
              "redis.prefix": redis.prefix,
            }
          : {}),
      };
      const store = await openStore({
        dataFolder: folder,
        mongodbUrl: onServers ? mongodb?.url : undefined,
        mongodbDatabase: mongodb?.database ?? "",
      });
      try {
        await beginAlerts(store);
        await happenings(store, 1);
        const half = events * rules;
        for (const part of killedAfter) await runUntil(flags, () => seen.length, Math.ceil(half * part));
        await runUntil(flags, () => new Set(seen.map(({ id }) => id)).size, half);
        await happenings(store, 2);
        await runUntil(flags, () => new Set(seen.map(({ id }) => id)).size, 2 * half);

        expect(new Set(seen.map(({ id }) => id)).size).toBe(2 * half);
        const perThread = new Map<string, string[]>();
        for (const { event: of, rule, standing } of seen)
          perThread.set(`${of} ${rule}`, [...(perThread.get(`${of} ${rule}`) ?? []), standing]);
        expect(perThread.size).toBe(half);
        for (const order of perThread.values()) expect([...new Set(order)]).toEqual(["claimed", "confirmed"]);
        // Each death can have come between an answer and its note, once for each target.
        expect(seen.length - 2 * half).toBeLessThanOrEqual((killedAfter.length + 2) * rules);
      } finally {
        await store.close();
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await rm(folder, { recursive: true, force: true });
      }
    },
    600_000,
  );
});
