import { printable, type Terminal, wrap } from "../terminal.ts";
import type { Received } from "./inbox.ts";

const shown = 4;

/** What the demo's reader was told, and by which way. */
export function alertsReport(received: readonly Received[], terminal: Terminal): string[] {
  const { bold, cyan, dim, green } = terminal.colors;
  const width = Math.min(terminal.columns, 120);
  const hooks = received.filter(({ via }) => via === "webhook");
  const mails = received.filter(({ via }) => via === "mail");
  const lines = [
    "",
    bold(cyan(`Alerts (${hooks.length} to a webhook, ${mails.length} by mail)`)),
    dim("The rule “Releases of anybody” tells a webhook and a mailbox on this machine, each change once."),
  ];
  // What was told a second time says the most: how an event's standing changed.
  const telling = [...hooks].toSorted((a, b) => b.subject.length - a.subject.length).slice(0, shown);
  for (const { subject, signed } of telling)
    lines.push(...wrap(`${signed ? green("webhook") : "NOT SIGNED"}  ${printable(subject)}`, width));
  for (const { subject } of mails.slice(-1))
    lines.push(...wrap(`${green("mail")}     ${printable(subject)}`, width));
  if (hooks.length > shown) lines.push(dim(`… and ${received.length - telling.length - 1} more`));
  return lines;
}
