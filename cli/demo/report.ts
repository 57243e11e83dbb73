import type { ArticleRecord } from "../../model/article.ts";
import type { ExtractedCondition } from "../../model/extraction.ts";
import { type LedgerEvent, mainRole } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import { type CrawlProgress, tallyTable } from "../crawl-once.ts";
import { eventDetails, standing, whom } from "../event-view.ts";
import { excerpt } from "../excerpt.ts";
import { clip, printable, table, type Terminal, wrap } from "../terminal.ts";

const shown = { persons: 12, actors: 12, conditions: 4, events: 24, withEvidence: 3 };
const everything = { limit: 500 };

/** What a demo crawl found: sources, people, bodies, conditions, events, and a few of each with the words that prove it. */
export async function demoReport(
  store: Store,
  { tallies }: CrawlProgress,
  terminal: Terminal,
): Promise<string[]> {
  const { bold, cyan, dim } = terminal.colors;
  const width = Math.min(terminal.columns, 120);
  const heading = (text: string) => ["", bold(cyan(text))];
  const more = (all: number, some: number) => (all > some ? [dim(`… and ${all - some} more`)] : []);

  const { items: records } = await store.articles.list({}, everything);
  const { items: events } = await store.events.list({}, everything);
  const { items: persons } = await store.persons.list({}, everything);
  const extractions = (await Promise.all(records.map(({ id }) => store.extractions.latest(id)))).filter(
    (extraction) => extraction !== null,
  );
  const byId = new Map(records.map((record) => [record.id, record]));

  const detainees = persons.filter((person) => mainRole(person) === "detainee");
  const eventsOf = (id: string) =>
    events.filter(({ subjects }) => subjects.some((subject) => subject.id === id));
  const people = detainees
    .map((person) => ({ person, events: eventsOf(person.id) }))
    .toSorted(
      (a, b) =>
        b.person.articleIds.length - a.person.articleIds.length ||
        b.events.length - a.events.length ||
        a.person.name.localeCompare(b.person.name),
    );

  const actors = new Map<string, number>();
  for (const { actors: found } of extractions)
    for (const { name } of found) actors.set(name, (actors.get(name) ?? 0) + 1);
  const actorNames = [...actors].toSorted(([, a], [, b]) => b - a).map(([name]) => name);

  const conditions = extractions.flatMap((extraction) =>
    extraction.conditions.map((condition) => ({ condition, record: byId.get(extraction.articleId) })),
  );

  const lines = [...heading("Sources"), ...tallyTable(tallies)];
  lines.push(...heading(`Detained people (${detainees.length} of ${persons.length} persons)`));
  lines.push(
    ...table(
      ["NAME", "ARTICLES", "EVENTS"],
      people
        .slice(0, shown.persons)
        .map(({ person, events: own }) => [
          person.name,
          String(person.articleIds.length),
          own.map(({ type, date }) => `${type.replaceAll("_", " ")} ${date ?? ""}`.trim()).join(", "),
        ]),
      width,
    ),
    ...more(people.length, shown.persons),
  );
  lines.push(...heading(`Diplomatic and other actors (${actors.size})`));
  lines.push(...wrap(printable(actorNames.slice(0, shown.actors).join(" · ")), width));
  lines.push(...more(actors.size, shown.actors));
  lines.push(...heading(`Conditions of detention (${conditions.length})`));
  for (const { condition, record } of pick(conditions))
    lines.push(...conditionLines(condition, record, terminal, width));
  const dated = events.filter(({ date, assertion }) => date !== null && assertion === "asserted");
  lines.push(...heading(`Events (${events.length})`));
  lines.push(
    ...table(
      ["DATE", "TYPE", "STANDING", "WHO"],
      dated
        .slice(0, shown.events)
        .map((event) => [event.date ?? "–", event.type.replaceAll("_", " "), standing(event), whom(event)]),
      width,
    ),
    ...more(events.length, Math.min(shown.events, dated.length)),
  );
  lines.push(...heading("Some of them with their evidence"));
  for (const event of telling(events)) {
    const claims = await store.claims.get(event.claimIds);
    lines.push("", ...eventDetails(event, claims, byId, terminal));
  }
  return lines;
}

/** One condition of each kind that is told of somebody by name, as far as there is room. */
function pick<T extends { condition: ExtractedCondition }>(conditions: readonly T[]): T[] {
  const kinds = new Map<string, T>();
  for (const one of conditions)
    if (
      one.condition.assertion === "asserted" &&
      one.condition.persons.length > 0 &&
      !kinds.has(one.condition.category)
    )
      kinds.set(one.condition.category, one);
  return [...kinds.values()].slice(0, shown.conditions);
}

function conditionLines(
  condition: ExtractedCondition,
  record: ArticleRecord | undefined,
  terminal: Terminal,
  width: number,
): string[] {
  const who = condition.persons.length > 0 ? condition.persons.join(", ") : "in general";
  const lines = [`${terminal.colors.bold(condition.category.replaceAll("_", " "))}: ${printable(who)}`];
  if (record?.article) {
    lines.push(...wrap(excerpt(record.article.text, condition.evidence, terminal), width, "    "));
    lines.push(
      terminal.colors.dim(
        `    ${clip(printable(`${record.article.sourceName}: ${record.article.title}`), width - 4)}`,
      ),
    );
  }
  return lines;
}

/** The most telling events: a disputed one, then releases and swaps, those with most origins first. */
function telling(events: readonly LedgerEvent[]): LedgerEvent[] {
  const freed = new Set(["release", "exchange", "pardon"]);
  const weight = (event: LedgerEvent) =>
    (event.standing === "disputed" ? 20 : 0) + (freed.has(event.type) ? 10 : 0) + event.originIds.length;
  return events
    .filter(({ subjects, assertion }) => subjects.length > 0 && assertion === "asserted")
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, shown.withEvidence);
}
