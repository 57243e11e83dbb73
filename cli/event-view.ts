import type { ArticleRecord } from "../model/article.ts";
import { basisInWords } from "../ledger/standing/judge.ts";
import type { Claim, LedgerEvent, Party } from "../model/ledger.ts";
import { excerpt } from "./excerpt.ts";
import { printable, table, type Terminal, wrap } from "./terminal.ts";

const names = (parties: readonly Party[]) => parties.map((party) => party.name).join(", ");

/** Whom an event is about, in words. */
export function whom(event: Pick<LedgerEvent, "subjects" | "group" | "agents">): string {
  const group =
    event.group === null
      ? ""
      : `${event.group.count === null ? "" : `${event.group.count} `}${event.group.label}`;
  const subjects = names(event.subjects);
  if (subjects !== "" && group !== "") return `${group}, among them ${subjects}`;
  return subjects || group || (event.agents.length > 0 ? `by ${names(event.agents)}` : "–");
}

/** Standing with the assertion, when that is anything but plain. */
export function standing(event: Pick<LedgerEvent, "assertion" | "standing" | "originIds">): string {
  const origins = event.originIds.length;
  const told = `${event.standing} by ${origins} ${origins === 1 ? "origin" : "origins"}`;
  return event.assertion === "asserted" ? told : `${event.assertion}, ${told}`;
}

const words = (type: string) => type.replaceAll("_", " ");

export function eventTable(events: readonly LedgerEvent[], terminal: Terminal): string[] {
  return table(
    ["ID", "DATE", "TYPE", "STANDING", "WHO"],
    events.map((event) => [event.id, event.date ?? "–", words(event.type), standing(event), whom(event)]),
    terminal.interactive ? terminal.columns : Infinity,
  );
}

/** What several origins gave, with who gave it. */
const given = (values: readonly (readonly [string, readonly string[]])[]) =>
  values.map(([value, origins]) => `${value} (${origins.join(", ")})`).join("; ");

/** An event with all that claims it: who says so, where, and the words themselves. */
export function eventDetails(
  event: LedgerEvent,
  claims: readonly Claim[],
  articles: ReadonlyMap<string, ArticleRecord>,
  terminal: Terminal,
): string[] {
  const { bold, dim } = terminal.colors;
  const slot = (name: string, value: string | null) =>
    value === null || value === "" ? [] : [`  ${dim(name.padEnd(11))} ${printable(value)}`];
  const lines = [
    bold(printable(`${words(event.type)}: ${whom(event)}`)),
    ...slot("id", event.id),
    ...slot("standing", standing(event)),
    ...slot("because", event.basis.map(basisInWords).join(" ")),
    ...slot("confirmed", names(event.confirmedBy)),
    ...slot("denied", names(event.deniedBy)),
    ...slot("date", event.date),
    ...slot(
      "dates",
      event.dates.length > 1 ? given(event.dates.map((one) => [one.date, one.originIds])) : null,
    ),
    ...slot(
      "counts",
      event.counts.length > 1
        ? given(event.counts.map((one) => [`${one.count} ${one.label}`, one.originIds]))
        : null,
    ),
    ...slot("by", names(event.agents)),
    ...slot("to", names(event.recipients)),
    ...slot("place", event.place),
    ...slot("term", event.term),
    ...slot("charge", event.charge),
  ];
  for (const claim of claims) {
    const record = articles.get(claim.articleId);
    lines.push("", `  ${bold(printable(record?.article?.title ?? claim.articleId))}`);
    const said = claim.attributedTo.length > 0 ? `, according to ${names(claim.attributedTo)}` : "";
    const told = claim.assertion === "asserted" ? "" : `, ${claim.assertion}`;
    lines.push(
      dim(
        printable(
          `  ${record?.article?.sourceName ?? claim.sourceId}, ${claim.published ?? "undated"}${told}${said}`,
        ),
      ),
    );
    if (record?.copyOf)
      lines.push(dim(`  copy of ${articles.get(record.copyOf.articleId)?.url ?? record.copyOf.articleId}`));
    lines.push(
      ...wrap(
        record?.article ? excerpt(record.article.text, claim.evidence, terminal) : claim.quote,
        terminal.columns,
        "    ",
      ),
    );
    if (record !== undefined) lines.push(dim(`    ${printable(record.url)}`));
  }
  return lines;
}
