import { Permanent } from "../../model/errors.ts";
import { mainRole } from "../../model/ledger.ts";
import { numberOption } from "../arguments.ts";
import { eventTable } from "../event-view.ts";
import type { CommandContext } from "../program.ts";
import { printable, table } from "../terminal.ts";
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

export async function showPerson({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<undefined> {
  const [id = ""] = args;
  await withLedger(globals, async (store) => {
    const person = await store.persons.get(id);
    if (person === null) throw new Permanent(`no person ${id}; habeas persons list --name shows ids`);
    const { items: events } = await store.events.list({ personId: id }, { limit: 500 });
    if (options.json) {
      terminal.out(JSON.stringify({ ...person, events }, null, 2));
      return;
    }
    const { bold, dim } = terminal.colors;
    terminal.out(bold(printable(person.name)));
    terminal.out(
      dim(
        `  ${person.id}, ${person.curated ? "known to the gazetteer" : "candidate: seen in articles only"}`,
      ),
    );
    terminal.out(`  names     ${printable(person.names.join(", "))}`);
    const roles = Object.entries(person.roles).map(([role, count]) => `${role} (${count})`);
    terminal.out(`  roles     ${roles.join(", ")}`);
    terminal.out(`  articles  ${person.articleIds.length}`);
    if (events.length === 0) return;
    terminal.out("");
    for (const line of eventTable(events, terminal)) terminal.out(line);
  });
}
