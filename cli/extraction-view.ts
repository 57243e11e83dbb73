import type { Article } from "../model/article.ts";
import type { ExtractedCondition, ExtractedEvent, Extraction } from "../model/extraction.ts";
import { excerpt } from "./excerpt.ts";
import { printable, type Terminal, wrap } from "./terminal.ts";

const words = (name: string) => name.replaceAll("_", " ");

/** What was found in one article, for people: who, which bodies, what they are to each other, conditions and events with their evidence. */
export function describeExtraction(article: Article, extraction: Extraction, terminal: Terminal): string[] {
  const { bold, dim, cyan } = terminal.colors;
  const heading = (text: string, count: number) => ["", bold(cyan(`${text} (${count})`))];
  const listed = (name: string, aliases: readonly string[], kind: string) => {
    const also = aliases.length === 0 ? "" : dim(`, also ${printable(aliases.join(", "))}`);
    return `  ${printable(name)} ${dim(`· ${words(kind)}`)}${also}`;
  };
  const facts = [article.sourceName, article.published ?? "no date", article.lang].filter(
    (fact) => fact !== "",
  );
  return [
    bold(printable(article.title)),
    dim(printable(facts.join(" · "))),
    ...heading("Persons", extraction.persons.length),
    ...extraction.persons.map(({ name, aliases, role }) => listed(name, aliases, role)),
    ...heading("Actors", extraction.actors.length),
    ...extraction.actors.map(({ name, aliases, class: kind }) => listed(name, aliases, kind)),
    ...heading("Relations", extraction.relations.length),
    ...extraction.relations.map(
      ({ person, words: told, of, ruleId }) =>
        `  ${printable(`${person}: ${told} of ${of}`)} ${dim(`· ${ruleId}`)}`,
    ),
    ...heading("Conditions", extraction.conditions.length),
    ...extraction.conditions.flatMap((condition) => [
      `  ${bold(words(condition.category))}: ${printable(condition.persons.join(", ") || "in general")}`,
      ...evidenceLines(article, condition, terminal),
    ]),
    ...heading("Events", extraction.events.length),
    ...extraction.events.flatMap((event) => [
      `  ${bold(words(event.type))}: ${printable(whom(event))}`,
      ...slotLine(event, terminal),
      ...evidenceLines(article, event, terminal),
    ]),
    "",
  ];
}

function whom({ subjects, group, agents }: ExtractedEvent): string {
  const label = group === null ? [] : [[group.count, group.label].filter((part) => part !== null).join(" ")];
  const who = [...subjects, ...label].join(", ");
  return who === "" ? agents.join(", ") : who;
}

function slotLine(event: ExtractedEvent, { colors }: Terminal): string[] {
  const slots: [string, string | null][] = [
    ["date", event.date],
    ["by", event.agents.join(", ")],
    ["to", event.recipients.join(", ")],
    ["place", event.place],
    ["term", event.term],
    ["charge", event.charge],
  ];
  const told = slots
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name} ${value}`);
  return told.length === 0 ? [] : [colors.dim(`    ${printable(told.join(" · "))}`)];
}

function evidenceLines(
  article: Article,
  told: ExtractedEvent | ExtractedCondition,
  terminal: Terminal,
): string[] {
  const source = told.attributedTo.length === 0 ? "" : `, according to ${told.attributedTo.join(", ")}`;
  const sure = `${told.assertion}${source} · confidence ${told.confidence.value.toFixed(2)} · ${told.ruleId}`;
  return [
    terminal.colors.dim(`    ${printable(sure)}`),
    ...wrap(excerpt(article.text, told.evidence, terminal), Math.min(terminal.columns, 110), "    "),
  ];
}
