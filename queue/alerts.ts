import { statSync } from "node:fs";
import type { Tools } from "../alerts/channels/channel.ts";
import { dueTargets } from "../alerts/deliver.ts";
import { closeDigests } from "../alerts/digest.ts";
import { type AlertFile, loadAlertFile } from "../alerts/load.ts";
import { beginAlerts } from "../alerts/notify.ts";
import { planOperations } from "../alerts/operations.ts";
import { type AlertSetup, createAlertSetup, type DealReader } from "../alerts/setup.ts";
import { createTools } from "../alerts/tools.ts";
import { loadGazetteers } from "../config/load-gazetteers.ts";
import type { Settings } from "../config/settings.ts";
import { dealOf } from "../ledger/links/deal-of.ts";
import { createKnownPeople, type KnownPeople } from "../ledger/persons/known-people.ts";
import { createSender } from "../crawlers/fetch/sender.ts";
import type { AlertDeal, AlertRule } from "../model/alert.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import type { LedgerEvent } from "../model/ledger.ts";
import type { Source } from "../model/source.ts";
import type { Store } from "../storage/store.ts";
import { every, type Repeating } from "./every.ts";
import { userAgentOf } from "./open.ts";
import type { Queue } from "./queue.ts";
import { deliverJob, notifyJob } from "./stages/jobs.ts";

/** The alerts of one process: rules and targets as they are now, and the means to reach the targets. */
export interface AlertRuntime {
  /** The rules of the file and of the review app; looked at again after {@link AlertRuntimeOptions.refreshMs}. */
  setup(): Promise<AlertSetup>;
  readonly tools: Tools;
  close(): Promise<void>;
}

export interface AlertRuntimeOptions {
  settings: Settings;
  store: Store;
  sources: readonly Source[];
  /** Told when the file became unusable while running; the last good one stays in force. */
  onError?: (error: unknown) => void;
  refreshMs?: number;
}

const maxDealParts = 6;
const namesOf = ({ subjects, group, agents }: LedgerEvent): string => {
  const named = subjects.length > 0 ? subjects : group === null ? agents : [];
  if (named.length === 0) return [group?.count, group?.label].filter((part) => part != null).join(" ");
  const more = named.length > 3 ? ` +${named.length - 3}` : "";
  return (
    named
      .slice(0, 3)
      .map(({ name }) => name)
      .join(", ") + more
  );
};

async function isRestricted(
  store: Store,
  { id, subjects, agents, recipients }: LedgerEvent,
): Promise<boolean> {
  const persons = [...subjects, ...agents, ...recipients].map((party) => `person ${party.id}`);
  const found = await Promise.all(
    [`event ${id}`, ...persons].map((key) => store.review.restrictions.get(key)),
  );
  return found.some((restriction) => restriction !== null);
}

/** What the ledger knows of deals, in the words of alerts; without what is restricted, whoever reads it. */
function dealReaderOf(known: KnownPeople): DealReader {
  return async (store, eventId) => {
    const deal = await dealOf(store, eventId, known);
    const parts: AlertDeal["parts"] = [];
    for (const { event, reasons } of deal?.links ?? []) {
      if (parts.length === maxDealParts) break;
      if (await isRestricted(store, event)) continue;
      parts.push({ eventId: event.id, type: event.type, date: event.date, who: namesOf(event), reasons });
    }
    return deal === null || parts.length === 0 ? null : { id: deal.id, parts };
  };
}

const nothing: AlertFile = { lists: {}, targets: [], rules: [], operators: [] };

/** @throws ConfigError when the file of alerts is wrong. */
export async function createAlertRuntime({
  settings,
  store,
  sources,
  onError = () => undefined,
  refreshMs = 5_000,
}: AlertRuntimeOptions): Promise<AlertRuntime> {
  const { alerts } = settings;
  await beginAlerts(store);
  const sender = createSender({
    userAgent: userAgentOf(settings),
    allowHosts: alerts.allowPrivateHosts,
    timeoutMs: alerts.timeoutSeconds * 1000,
  });
  const tools = createTools({
    http: (request) => sender.send(request),
    smtpUrl: alerts.smtpUrl,
    env: process.env,
  });

  let file = alerts.file === null ? nothing : loadAlertFile(alerts.file);
  let fileTime = timeOf(alerts.file);
  let gazetteers: Gazetteers | undefined;
  let current: AlertSetup | undefined;
  let version = "";
  let checkedAt = -Infinity;

  return {
    tools,
    async setup() {
      if (current !== undefined && Date.now() - checkedAt < refreshMs) return current;
      checkedAt = Date.now();
      const time = timeOf(alerts.file);
      if (alerts.file !== null && time !== fileTime) {
        fileTime = time;
        try {
          file = loadAlertFile(alerts.file);
        } catch (error) {
          onError(error);
        }
      }
      const rules = rulesOf(file, await allRules(store));
      const now = JSON.stringify([fileTime, rules]);
      if (current === undefined || now !== version) {
        version = now;
        gazetteers ??= loadGazetteers({ userFolder: settings.gazetteers.folder });
        const baseUrl =
          settings.review.publicUrl ??
          (settings.review.port === 0 ? null : `http://${settings.review.host}:${settings.review.port}`);
        const dealReader = dealReaderOf(createKnownPeople(gazetteers));
        current = createAlertSetup({
          ...file,
          rules,
          fileRules: file.rules.map(({ id }) => id),
          gazetteers,
          sources,
          baseUrl,
          dealOf: dealReader,
        });
      }
      return current;
    },
    async close() {
      tools.close();
      await sender.close();
    },
  };
}

function timeOf(file: string | null): number {
  try {
    return file === null ? 0 : statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/** A rule of the file wins over one of the app with its id: what is written down cannot be changed by a click. */
function rulesOf(file: AlertFile, made: readonly AlertRule[]): AlertRule[] {
  const written = new Set(file.rules.map(({ id }) => id));
  return [...file.rules, ...made.filter(({ id }) => !written.has(id))];
}

async function allRules(store: Store): Promise<AlertRule[]> {
  const rules: AlertRule[] = [];
  for (let after: string | undefined; ; ) {
    const page = await store.alerts.rules.list({}, { limit: 200, ...(after === undefined ? {} : { after }) });
    rules.push(...page.items);
    if (page.next === null) return rules;
    after = page.next;
  }
}

export interface AlertTickerOptions {
  store: Store;
  queue: Pick<Queue, "add">;
  alerts: AlertRuntime;
  now?: () => number;
  tickMs?: number;
  onError?: (error: unknown) => void;
}

/**
 * Adds the jobs of alerts that are due: changes nobody has planned for yet, digests whose period is over, messages to
 * be tried again. Two may run.
 */
export function createAlertTicker({
  store,
  queue,
  alerts,
  now = Date.now,
  tickMs = 1_000,
  onError = () => undefined,
}: AlertTickerOptions): { tick(): Promise<void>; start(): Repeating } {
  const tick = async () => {
    const setup = await alerts.setup();
    const seen = (await store.alerts.progress.get("progress"))?.cursor ?? null;
    const { items } = await store.standingChanges.after(seen, 1);
    if (items.length > 0) await queue.add([notifyJob]);
    await closeDigests({ store, setup, now });
    await planOperations({ store, setup, now });
    await queue.add((await dueTargets(store, setup.targets.keys(), now())).map(deliverJob));
  };
  return { tick, start: () => every(tickMs, tick, onError) };
}
