import { loadGazetteers } from "../../config/load-gazetteers.ts";
import type { IsolationClock } from "../../ledger/isolation/clock.ts";
import { readClock } from "../../ledger/isolation/read-clock.ts";
import { type Relation, relationsOf } from "../../ledger/relations.ts";
import { findPerson } from "../../ledger/persons/decide-persons.ts";
import { statusOf } from "../../ledger/status.ts";
import { Permanent } from "../../model/errors.ts";
import { mainRole } from "../../model/ledger.ts";
import type { ReviewTask } from "../../model/review-task.ts";
import { dateOption, numberOption } from "../arguments.ts";
import { eventTable } from "../event-view.ts";
import type { CommandContext } from "../program.ts";
import { printable, table } from "../terminal.ts";
import type { Store } from "../../storage/store.ts";
import type { LedgerReader } from "../remote-ledger.ts";
import { settingsOf } from "../settings.ts";
import { withLedger } from "../with-store.ts";

export async function listPersons({
  options,
  globals,
  terminal,
}: CommandContext<{ name?: string; curated?: true; limit: string; json?: true }>): Promise<undefined> {
  const limit = numberOption("limit", options.limit);
  await withLedger(globals, async (store) => {
    const { items, next } = await store.persons.list(
      {
        ...(options.name === undefined ? {} : { text: options.name }),
        ...(options.curated === undefined ? {} : { curated: true }),
      },
      { limit },
    );
    if (options.json) {
      for (const person of items) terminal.out(JSON.stringify(person));
      return;
    }
    if (items.length === 0) terminal.out("No persons.");
    else {
      const rows = items.map((person) => [
        person.id,
        person.name,
        mainRole(person),
        String(person.articleIds.length),
      ]);
      for (const line of table(["ID", "NAME", "ROLE", "ARTICLES"], rows, Infinity)) terminal.out(line);
    }
    if (next !== null) terminal.err(`The first ${limit}; --limit shows more.`);
  });
}

/** How it is known who somebody is; a review app elsewhere does not tell. */
async function identityOf(ledger: LedgerReader | Store, id: string) {
  if (!("candidates" in ledger)) return { candidates: [], tasks: [], decisions: [] };
  const candidates = await ledger.candidates.ofPersons([id]);
  const { items: tasks } = await ledger.reviewTasks.list({ kind: "identity", targetId: id }, { limit: 20 });
  const decisions = await ledger.decisions.about([id, ...candidates.map((candidate) => candidate.id)]);
  return { candidates, tasks, decisions };
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Chinese", /\p{Script=Han}/u],
];

/** Names by script, those of rarer scripts together. */
function namesByScript(names: readonly string[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const script = scripts.find(([, pattern]) => pattern.test(name))?.[0] ?? "other";
    groups.set(script, [...(groups.get(script) ?? []), name]);
  }
  return [...groups];
}

const days = (count: number) => `${count} day${count === 1 ? "" : "s"}`;

/** What is known of isolation and contacts; nothing when nothing is. */
function clockLines({ current, daysThisYear, asOf, contacts, news }: IsolationClock): string[] {
  const lines: string[] = [];
  if (current !== null)
    lines.push(`isolation in isolation since ${current.from}, at least ${days(current.days)}`);
  if (daysThisYear > 0) lines.push(`          at least ${days(daysThisYear)} in ${asOf.slice(0, 4)}`);
  const lasts = Object.entries(contacts).flatMap(([kind, last]) =>
    last === null ? [] : [`last ${kind} ${last.date} (${days(last.days)} ago)`],
  );
  if (lasts.length > 0) lines.push(`contact   ${lasts.join(", ")}`);
  if (news !== null && news.days > 0) lines.push(`news      last of ${news.date}, ${days(news.days)} ago`);
  return lines;
}

/** Relations are claims: whose they are stands beside them. */
function relationText({ kind, other, words, sourceIds, originIds }: Relation): string {
  const told = words.length > 0 ? `: ${words.join(", ")}` : "";
  const by =
    originIds.length === 1 ? `only by ${sourceIds.join(", ")}` : `by ${originIds.length} independent reports`;
  return `${kind} ${other.name}${told} (${by}; ${other.id})`;
}

export async function showPerson({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true; asOf?: string }>): Promise<undefined> {
  const [asked = ""] = args;
  const asOf = options.asOf === undefined ? null : dateOption("as-of", options.asOf);
  const { settings } = settingsOf(globals);
  await withLedger(globals, async (ledger) => {
    const person = "candidates" in ledger ? await findPerson(ledger, asked) : await ledger.persons.get(asked);
    if (person === null) throw new Permanent(`no person ${asked}; habeas persons list --name shows ids`);
    const { id } = person;
    const { items: events } = await ledger.events.list({ personId: id }, { limit: 1000 });
    const status = statusOf(id, events, asOf);
    const known = loadGazetteers({ userFolder: settings.gazetteers.folder }).people.find(
      (one) => one.id === id,
    );
    const names = [...new Set([...person.names, ...Object.values(known?.aliases ?? {}).flat()])].toSorted();
    const { candidates, tasks, decisions } = await identityOf(ledger, id);
    const today = new Date().toISOString().slice(0, 10);
    const clock = "conditionReports" in ledger ? (await readClock(ledger, id, asOf ?? today)).clock : null;
    const relations = "relationClaims" in ledger ? await relationsOf(ledger, id) : [];
    if (options.json) {
      const identity = { candidates, tasks, decisions };
      terminal.out(JSON.stringify({ ...person, names, status, clock, relations, identity, events }, null, 2));
      return;
    }
    const { bold, dim } = terminal.colors;
    terminal.out(bold(printable(person.name)));
    if (asked !== id) terminal.out(dim(`  ${asked} is part of this person`));
    terminal.out(
      dim(`  ${id}, ${person.curated ? "known to the gazetteer" : "candidate: seen in articles only"}`),
    );
    const since = status.since === null ? "" : ` since ${status.since}`;
    terminal.out(
      `  status    ${status.status.replaceAll("_", " ")}${since}${asOf === null ? "" : `, as of ${asOf}`}`,
    );
    for (const eventId of status.eventIds) terminal.out(dim(`            by ${eventId}`));
    for (const { reason, eventIds } of status.contradictions)
      terminal.out(`            but ${reason} (${eventIds.join(", ")})`);
    if (clock !== null) for (const line of clockLines(clock)) terminal.out(`  ${line}`);
    for (const [script, forms] of namesByScript(names))
      terminal.out(`  ${script.toLowerCase().padEnd(9)} ${printable(forms.join(", "))}`);
    const roles = Object.entries(person.roles).map(([role, count]) => `${role} (${count})`);
    terminal.out(`  roles     ${roles.join(", ")}`);
    terminal.out(`  articles  ${person.articleIds.length}`);
    for (const relation of relations) terminal.out(`  relation  ${printable(relationText(relation))}`);
    for (const task of tasks.filter((one) => one.status !== "closed"))
      terminal.out(`  question  ${printable(`${targetIds(task, id)}: ${task.reason}`)}`);
    for (const decision of decisions)
      terminal.out(
        dim(printable(`  decision  ${decision.id} ${decision.kind} by ${decision.by}, ${decision.at}`)),
      );
    if (events.length === 0) return;
    terminal.out("");
    for (const line of eventTable(events, terminal)) terminal.out(line);
  });
}

const targetIds = ({ target }: ReviewTask, own: string) =>
  target.kind === "persons"
    ? `the same as ${target.ids.filter((one) => one !== own).join(", ")}?`
    : target.id;
