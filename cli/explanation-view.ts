import type {
  ExplainedClause,
  ExplainedSentence,
  Explanation,
  Try,
} from "../extractors/explain/explanation.ts";
import type { Article } from "../model/article.ts";
import type { ExtractedEvent, Extraction } from "../model/extraction.ts";
import { printable, type Terminal, wrap } from "./terminal.ts";

/** How an extraction came about, for people who write rules. */
export function describeExplanation(
  article: Article,
  extraction: Extraction,
  explanation: Explanation,
  terminal: Terminal,
): string[] {
  const { bold, cyan, yellow } = terminal.colors;
  return [
    ...(explanation.silentBecause === null
      ? []
      : ["", yellow(`No events: ${explanation.silentBecause}. What rules make of it all the same:`)]),
    ...explanation.sentences.flatMap((sentence) => sentenceLines(article, sentence, terminal)),
    "",
    bold(cyan(`Events (${extraction.events.length})`)),
    ...extraction.events.flatMap((event, at) => eventLines(event, at, explanation, terminal)),
    "",
  ];
}

function sentenceLines(article: Article, sentence: ExplainedSentence, terminal: Terminal): string[] {
  const { bold, dim } = terminal.colors;
  const { start, end } = sentence.span;
  const words = `${sentence.number} ${article.text.slice(start, end).replace(/\s+/g, " ")}`;
  const [first = "", ...rest] = wrap(printable(words), Math.min(terminal.columns, 110), "  ");
  const untried = sentence.tries.length === 0 && sentence.clauses.length > 0;
  return [
    "",
    bold(first.trimStart()),
    ...rest.map((line) => bold(line)),
    ...(sentence.silentBecause === null ? [] : [dim(`  ${sentence.silentBecause}`)]),
    ...sentence.clauses.map((clause, at) => dim(printable(clauseLine(clause, at)))),
    ...sentence.tries.flatMap((one) => tryLines(article, one, terminal)),
    ...(untried && sentence.silentBecause === null ? [dim("  no rule has a trigger here")] : []),
    ...sentence.conditions.map(({ ruleId, words: matched, rejectedBecause }) =>
      verdictLine(ruleId, matched, rejectedBecause, "condition", terminal),
    ),
  ];
}

function clauseLine({ verb, ...clause }: ExplainedClause, at: number): string {
  const particle = verb.particle === null ? "" : ` ${verb.particle}`;
  const parts = [
    `${clause.kind}${clause.mark === null ? "" : ` "${clause.mark}"`}${clause.parent === null ? "" : ` of ${clause.parent + 1}`}`,
    ...(clause.coordinatedWith === null ? [] : [`joined to ${clause.coordinatedWith + 1}`]),
    `"${verb.text}" (${verb.lemma}${particle}: ${verb.traits.join(", ")})`,
    ...(clause.subject === null
      ? []
      : [`subject ${clause.borrowedSubject ? "from elsewhere " : ""}"${clause.subject}"`]),
    ...clause.objects.map((object) => `object "${object}"`),
    ...clause.phrases.map((phrase) => `"${phrase}"`),
    ...clause.times.map((time) => `time "${time}"`),
  ];
  return `  clause ${at + 1}: ${parts.join(" · ")}`;
}

function tryLines(article: Article, one: Try, terminal: Terminal): string[] {
  const { dim } = terminal.colors;
  const trigger = article.text.slice(one.trigger.start, one.trigger.end);
  return [
    verdictLine(one.ruleId, trigger, one.rejectedBecause, one.became ?? "", terminal),
    ...one.slots.map(({ slot, from, words, fillers }) =>
      dim(printable(`      ${slot} = ${fillers.join("; ")}  ← ${from} "${words}"`)),
    ),
  ];
}

function verdictLine(
  ruleId: string,
  words: string,
  rejectedBecause: string | null,
  became: string,
  { colors }: Terminal,
): string {
  const at = `${ruleId} at "${words}"`;
  return rejectedBecause === null
    ? colors.green(printable(`  + ${at} → ${became}`))
    : printable(`  - ${at}: ${rejectedBecause}`);
}

function eventLines(
  event: ExtractedEvent,
  at: number,
  explanation: Explanation,
  { colors }: Terminal,
): string[] {
  const told = explanation.events[at];
  const group = event.group === null ? [] : [`${event.group.count ?? ""} ${event.group.label}`.trim()];
  const who = [...event.subjects, ...group].join(", ") || event.agents.join(", ");
  const cues =
    told === undefined || told.cues.length === 0
      ? ""
      : ` by ${told.cues.map((cue) => `"${cue}"`).join(", ")}`;
  const source = event.attributedTo.length === 0 ? "" : `, according to ${event.attributedTo.join(", ")}`;
  const factors = Object.entries(event.confidence.parts)
    .map(([name, factor]) => `${name} ${factor}`)
    .join(" × ");
  return [
    `  ${at + 1} ${colors.bold(event.type.replaceAll("_", " "))}: ${printable(who)}`,
    colors.dim(printable(`      ${event.ruleId}, first told in sentence ${told?.sentence ?? "?"}`)),
    colors.dim(printable(`      ${event.assertion}${cues}${source}`)),
    colors.dim(`      confidence ${event.confidence.value.toFixed(2)}, odds = ${factors}`),
  ];
}
