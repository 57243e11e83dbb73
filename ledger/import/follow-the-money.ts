import { z } from "zod";
import type { EventType } from "../../model/extraction.ts";
import type { ListRow, RowEvent } from "./rows.ts";
import { readDate } from "./values.ts";

const EntitySchema = z.looseObject({
  id: z.string().min(1),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.unknown())),
});
type Entity = z.infer<typeof EntitySchema>;

const taken: ReadonlySet<string> = new Set<EventType>([
  "arrest",
  "charge",
  "sentence",
  "release",
  "death_in_custody",
  "designation",
] satisfies RowEvent["type"][]);

const values = ({ properties }: Entity, name: string): string[] =>
  (properties[name] ?? []).filter((value) => typeof value === "string");

/**
 * Reads persons from FollowTheMoney entities, one in JSON a line, with the events that involve them where their keywords
 * say of which type they are.
 */
export function rowsOfEntities(text: string): { rows: ListRow[]; warnings: string[] } {
  const warnings: string[] = [];
  const persons = new Map<string, ListRow>();
  const events: { line: number; entity: Entity }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const entity = entityOf(line);
    if (entity === null) warnings.push(`line ${index + 1}: no entity; left out`);
    else if (entity.schema === "Person") {
      const row = personRow(index + 1, entity);
      if (row === null) warnings.push(`line ${index + 1}: a person without a name; left out`);
      else persons.set(entity.id, row);
    } else if (entity.schema === "Event") events.push({ line: index + 1, entity });
  }
  for (const { line, entity } of events) {
    const type = values(entity, "keywords").find((keyword) => taken.has(keyword));
    const involved = values(entity, "involved").flatMap((id) => persons.get(id) ?? []);
    if (type === undefined) {
      warnings.push(`line ${line}: an event of no type that can be taken over; left out`);
      continue;
    }
    const [date = ""] = [...values(entity, "date"), ...values(entity, "startDate")];
    const column = `Event ${entity.id}`;
    for (const row of involved) {
      row.cells = [...row.cells, [column, [...values(entity, "name"), date].join(", ")]];
      const shared = { term: null, charge: null, place: values(entity, "location")[0] ?? null };
      row.events.push({ ...shared, type: type as RowEvent["type"], date: readDate(date), column });
    }
  }
  return { rows: [...persons.values()], warnings };
}

function entityOf(line: string): Entity | null {
  try {
    return EntitySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function personRow(line: number, entity: Entity): ListRow | null {
  const [name, ...others] = values(entity, "name");
  if (name === undefined) return null;
  const shown = Object.keys(entity.properties).flatMap((property) => {
    const told = values(entity, property).join("; ");
    return told === "" ? [] : [[property, told] as const];
  });
  const aliases = [...others, ...values(entity, "alias"), ...values(entity, "weakAlias")];
  return { line, key: entity.id, name, aliases, cells: shown, events: [], warnings: [] };
}
