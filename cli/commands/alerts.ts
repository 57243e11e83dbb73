import { stringify } from "yaml";
import { z } from "zod";
import { WebhookPayloadSchema } from "../../alerts/channels/webhook.ts";
import { sendTo } from "../../alerts/channels/index.ts";
import { replayDeliveries } from "../../alerts/deliver.ts";
import { messageOf } from "../../alerts/message/compose.ts";
import { plansFor } from "../../alerts/plan.ts";
import { presets } from "../../alerts/presets.ts";
import { previewRule } from "../../alerts/preview.ts";
import { sampleDelivery } from "../../alerts/samples.ts";
import type { AlertSetup } from "../../alerts/setup.ts";
import { loadSources } from "../../config/load-sources.ts";
import type { Settings } from "../../config/settings.ts";
import { type AlertRule, type Delivery, deliveryStates } from "../../model/alert.ts";
import { Permanent } from "../../model/errors.ts";
import { type AlertRuntime, createAlertRuntime } from "../../queue/alerts.ts";
import { openStoreOf } from "../../queue/open.ts";
import { deliveryGroup } from "../../storage/alert-store.ts";
import type { Store } from "../../storage/store.ts";
import { choiceOption, numberOption } from "../arguments.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../explain.ts";
import type { CommandContext, GlobalOptions } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable, table } from "../terminal.ts";

interface Opened {
  store: Store;
  settings: Settings;
  runtime: AlertRuntime;
  setup: AlertSetup;
}

async function withAlerts<T>(globals: GlobalOptions, work: (opened: Opened) => Promise<T>): Promise<T> {
  const { settings } = settingsOf(globals);
  const store = await openStoreOf(settings);
  try {
    const sources = loadSources({ userFolder: settings.sources.folder });
    const runtime = await createAlertRuntime({ settings, store, sources });
    try {
      return await work({ store, settings, runtime, setup: await runtime.setup() });
    } finally {
      await runtime.close();
    }
  } finally {
    await store.close();
  }
}

function ruleNamed({ rules }: AlertSetup, id: string): AlertRule {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  const known = rules.map((one) => one.id).join(", ");
  throw new Permanent(
    `no rule ${id}; ${known === "" ? "there are none yet: see habeas alerts presets" : `there are ${known}`}`,
  );
}

/** Rules and targets as they are in force, with what waits for each target. */
export async function listAlerts({
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<undefined> {
  await withAlerts(globals, async ({ store, setup, settings }) => {
    const targets = await Promise.all(
      [...setup.targets.values()].map(async ({ id, channel }) => {
        const { items } = await store.alerts.deliveries.list(
          { group: deliveryGroup.waiting(id) },
          { limit: 1000 },
        );
        const state = await store.alerts.targets.get(id);
        return {
          id,
          channel,
          waiting: items.length,
          closedUntil: state?.closedUntil ?? null,
          lastError: state?.lastError ?? null,
        };
      }),
    );
    if (options.json) {
      terminal.out(JSON.stringify({ rules: setup.rules, targets }, null, 2));
      return;
    }
    if (setup.rules.length === 0)
      terminal.out(
        `No rules. ${settings.alerts.file === null ? "Write a file of alerts and name it in alerts.file" : `Add some to ${settings.alerts.file}`}; habeas alerts presets shows ready-made ones.`,
      );
    else {
      const rows = setup.rules.map((rule) => [
        rule.id,
        rule.enabled ? "on" : "off",
        rule.what.types.join(", ") || "any",
        rule.where.countries.join(", ") || "anywhere",
        rule.digest === null ? "at once" : rule.digest.every,
        rule.to.join(", "),
        printable(rule.name),
      ]);
      for (const line of table(["RULE", "", "WHAT", "WHERE", "WHEN", "TO", "NAME"], rows, terminal.columns))
        terminal.out(line);
    }
    if (targets.length === 0) return;
    terminal.out("");
    const rows = targets.map(({ id, channel, waiting, closedUntil, lastError }) => [
      id,
      channel,
      String(waiting),
      closedUntil !== null && closedUntil > new Date().toISOString()
        ? `left alone until ${closedUntil}`
        : "open",
      printable(lastError ?? ""),
    ]);
    for (const line of table(["TARGET", "CHANNEL", "WAITING", "STATE", "LAST ERROR"], rows, terminal.columns))
      terminal.out(line);
  });
}

/** `30d`, `12h` or a date, as ISO time. */
function sinceOption(value: string, now: number): string {
  const span = /^(\d+)([dhw])$/.exec(value);
  if (span !== null) {
    const hours = { h: 1, d: 24, w: 168 }[span[2] as "d" | "h" | "w"];
    return new Date(now - Number(span[1]) * hours * 3_600_000).toISOString();
  }
  const at = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at))
    throw new UsageError(`--since expects a span such as 30d, 12h or 2w, or a date, found "${value}"`);
  return new Date(at).toISOString();
}

/** What a rule would have sent. */
export async function testRule({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ since: string; all?: true; json?: true }>): Promise<undefined> {
  const [id = ""] = args;
  const since = sinceOption(options.since, Date.now());
  await withAlerts(globals, async ({ store, setup }) => {
    const { green, dim } = terminal.colors;
    let sent = 0;
    let held = 0;
    for await (const one of previewRule({ store, setup, now: Date.now }, ruleNamed(setup, id), since)) {
      if (one.send) sent++;
      else held++;
      if (!one.send && options.all === undefined && options.json === undefined) continue;
      if (options.json) terminal.out(JSON.stringify(one));
      else {
        terminal.out(
          `${one.at.slice(0, 16).replace("T", " ")}  ${one.send ? green("sent") : "not sent"}  ${printable(one.line)}`,
        );
        terminal.out(dim(`    because ${printable(one.because.join("; "))}`));
        terminal.out(dim(`    habeas events show ${one.eventId}`));
      }
    }
    if (options.json === undefined)
      terminal.out(
        `${sent} would have been sent since ${since.slice(0, 10)}, ${held} not${held > 0 && options.all === undefined ? " (--all shows them and why)" : ""}.`,
      );
  });
}

/** Why an event was or was not told, rule by rule. */
export async function explainAlert({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ rule?: string; json?: true }>): Promise<undefined> {
  const [eventId = ""] = args;
  await withAlerts(globals, async ({ store, setup }) => {
    const history = await store.standingChanges.ofEvent(eventId);
    if (history.length === 0)
      throw new Permanent(`no event ${eventId} with a history; habeas events list shows ids`);
    const rules = options.rule === undefined ? setup.rules : [ruleNamed(setup, options.rule)];
    const { bold, dim, green } = terminal.colors;
    for (const change of history) {
      const context = { store, setup, now: () => Date.parse(change.at), threadOf: async () => null };
      const planned = await plansFor(context, change, rules);
      if (options.json === undefined) {
        terminal.out(
          bold(
            `${change.at.slice(0, 16).replace("T", " ")}  ${change.before?.standing ?? "not there"} → ${change.after?.standing ?? "not there"}`,
          ),
        );
        if (planned === null) terminal.out(dim("  part of another event from here on"));
      }
      for (const { rule, targetId, send, because, changes } of planned?.plans ?? []) {
        if (options.json) {
          terminal.out(
            JSON.stringify({ at: change.at, rule: rule.id, target: targetId, changes, send, because }),
          );
          continue;
        }
        terminal.out(`  ${rule.id} → ${targetId}: ${send ? green("sent") : "not sent"} because`);
        for (const reason of because) terminal.out(dim(`    ${printable(reason)}`));
      }
    }
    if (options.json === undefined && rules.length === 0)
      terminal.out("No rules; habeas alerts presets shows ready-made ones.");
  });
}

/** Time between two ISO times in the largest unit of which there are two. */
function lasted(from: string | null, to: string | null): string {
  if (from === null || to === null) return "";
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  const [size, unit] = (
    [
      [86_400, "d"],
      [3600, "h"],
      [60, "min"],
    ] as const
  ).find(([one]) => seconds >= 2 * one) ?? [1, "s"];
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** The outbox and what became of its messages. */
export async function listDeliveries({
  options,
  globals,
  terminal,
}: CommandContext<{
  state?: string;
  target?: string;
  rule?: string;
  limit: string;
  json?: true;
}>): Promise<undefined> {
  const limit = numberOption("limit", options.limit);
  const state =
    options.state === undefined ? undefined : choiceOption("state", options.state, deliveryStates);
  await withAlerts(globals, async ({ store }) => {
    const fits = (delivery: Delivery) =>
      (state === undefined || delivery.state === state) &&
      (options.target === undefined || delivery.targetId === options.target) &&
      (options.rule === undefined || delivery.ruleId === options.rule);
    const found: Delivery[] = [];
    for (let after: string | undefined; found.length < limit; ) {
      const page = await store.alerts.deliveries.list(
        { descending: true },
        { limit: 500, ...(after === undefined ? {} : { after }) },
      );
      found.push(...page.items.filter(fits));
      if (page.next === null) break;
      after = page.next;
    }
    const shown = found.slice(0, limit);
    if (options.json) {
      for (const delivery of shown) terminal.out(JSON.stringify(delivery));
      return;
    }
    if (shown.length === 0) {
      terminal.out("No deliveries.");
      return;
    }
    const rows = shown.map((delivery) => [
      delivery.id,
      delivery.createdAt.slice(0, 16).replace("T", " "),
      delivery.state,
      delivery.targetId,
      String(delivery.attempts.length),
      lasted(delivery.published, delivery.deliveredAt),
      printable(messageOf(delivery, null).subject),
    ]);
    for (const line of table(
      ["ID", "MADE", "STATE", "TARGET", "TRIES", "AFTER", "SAYS"],
      rows,
      terminal.columns,
    ))
      terminal.out(line);
    for (const { id, attempts, state: now } of shown)
      if (now === "dead") terminal.err(printable(`${id}: ${attempts.at(-1)?.answer ?? ""}`));
  });
}

/** Puts dead deliveries back. */
export async function replayAlerts({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ target?: string }>): Promise<number> {
  return withAlerts(globals, async ({ store }) => {
    const ids = [...args];
    if (ids.length === 0) {
      for (let after: string | undefined; ; ) {
        const page = await store.alerts.deliveries.list(
          { group: "dead" },
          { limit: 500, ...(after === undefined ? {} : { after }) },
        );
        ids.push(
          ...page.items
            .filter(({ targetId }) => options.target === undefined || targetId === options.target)
            .map(({ id }) => id),
        );
        if (page.next === null) break;
        after = page.next;
      }
    }
    const replayed = await replayDeliveries(store, ids, Date.now());
    terminal.out(`${replayed} put back; habeas run or habeas work delivers them.`);
    return replayed === 0 && args.length > 0 ? exitCodes.failed : exitCodes.ok;
  });
}

/** Sends a sample to a target. */
export async function tryTarget({ args, globals, terminal }: CommandContext<object>): Promise<undefined> {
  const [id = ""] = args;
  await withAlerts(globals, async ({ setup, runtime }) => {
    const target = setup.targets.get(id);
    if (target === undefined)
      throw new Permanent(`no target ${id}; there are ${[...setup.targets.keys()].join(", ") || "none"}`);
    const delivery = sampleDelivery({
      targetId: id,
      id: `sample-${Date.now()}`,
      createdAt: new Date().toISOString(),
    });
    const message = messageOf(delivery, setup.baseUrl);
    const { code, answer } = await sendTo(target, { delivery, message }, runtime.tools);
    terminal.out(`${id} (${target.channel}) took the sample: ${code ?? ""} ${printable(answer)}`.trim());
  });
}

/** Ready-made rules, as they go into a file of alerts. */
export async function showPresets({ args, terminal }: CommandContext<object>): Promise<undefined> {
  const [id] = args;
  const shown = presets.filter(({ rule }) => id === undefined || rule.id === id);
  if (shown.length === 0)
    throw new UsageError(`no preset ${id}; there are ${presets.map(({ rule }) => rule.id).join(", ")}`);
  terminal.out("rules:");
  for (const { description, rule } of shown) {
    terminal.out(`  # ${description}`);
    const lines = stringify([{ ...rule, to: ["desk"] }])
      .trimEnd()
      .split("\n");
    for (const line of lines) terminal.out(`  ${line}`);
  }
}

/** JSON Schema of what a webhook gets. */
export async function showSchema({ terminal }: CommandContext<object>): Promise<undefined> {
  terminal.out(JSON.stringify(z.toJSONSchema(WebhookPayloadSchema), null, 2));
}
