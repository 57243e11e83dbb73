import type { Span } from "../model/article.ts";
import { printable, type Terminal } from "./terminal.ts";

/** The sentence around a piece of evidence, at most so many characters on each side. */
const around = 160;

/** The evidence with what stands around it in its paragraph, the evidence itself highlighted. */
export function excerpt(text: string, evidence: Span, terminal: Terminal): string {
  const paragraphStart = text.lastIndexOf("\n\n", evidence.start) + 1;
  const paragraphEnd = text.indexOf("\n\n", evidence.end);
  const before = text.slice(paragraphStart, evidence.start).trimStart();
  const after = text.slice(evidence.end, paragraphEnd === -1 ? text.length : paragraphEnd).trimEnd();
  const lead = before.length > around ? `…${before.slice(-around).replace(/^\S*\s/, "")}` : before;
  const rest = after.length > around ? `${after.slice(0, around).replace(/\s\S*$/, "")}…` : after;
  const quoted = printable(text.slice(evidence.start, evidence.end));
  return `${printable(lead)}${highlight(quoted, terminal)}${printable(rest)}`;
}

/** Marks words; without colours by brackets, so that the evidence can be seen in a file too. */
function highlight(words: string, { colors }: Terminal): string {
  return colors.isColorSupported
    ? words.replace(/\S+/g, (word) => colors.bold(colors.yellow(word)))
    : `[${words}]`;
}
