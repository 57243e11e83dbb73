import type { Document } from "../text/document.ts";
import { tokenise } from "../text/tokens.ts";
import { foldName } from "../../model/fold-name.ts";

export type Shape = "lower" | "capital" | "upper" | "number";

/** A token that is a word, seen as names need it: folded, with its shape and what stands before it. */
export interface Word {
  text: string;
  fold: string;
  start: number;
  end: number;
  index: number;
  /** Index in the document's tokens. */
  token: number;
  sentence: number;
  /** Characters since the word before (and its 's); `null` for the first word of a sentence. */
  gap: string | null;
  shape: Shape;
  /** Followed by a possessive 's or by the bare apostrophe of a plural. */
  possessive: boolean;
  /** Inside quotation marks. */
  quoted: boolean;
}

const CLITIC = /(?:['’ʼ](?:s|d|ll|re|ve|m)|n['’ʼ]t)$/iu;
const POSSESSIVE = /^['’ʼ](?:s)?$/iu;

function shapeOf(text: string): Shape {
  const head = text[0] ?? "";
  if (head >= "0" && head <= "9") return "number";
  if (head.toLowerCase() === head) {
    // al-Sisi, d'Alembert: a capital after the particle makes a name of it.
    return /^\p{Ll}{1,3}['’‑-]\p{Lu}/u.test(text) ? "capital" : "lower";
  }
  return text.length > 1 && text.toUpperCase() === text ? "upper" : "capital";
}

/** The words of the document, in order. */
export function cutWords(document: Document): Word[] {
  const { text, tokens } = document;
  const words: Word[] = [];
  for (const sentence of document.sentences) {
    let before: number | null = null;
    let depth = sentence.quoted ? 1 : 0;
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      const mark = token.text;
      if (!/^[\p{L}\p{N}]/u.test(mark)) {
        if (mark === "“" || mark === "«" || mark === "„") depth += 1;
        else if (mark === "”" || mark === "»") depth = Math.max(0, depth - 1);
        else if (mark === '"') depth = depth > 0 ? depth - 1 : 1;
        const last = words.at(-1);
        if (before !== null && last?.end === token.start && POSSESSIVE.test(mark)) {
          if (mark.length > 1 || /s$/iu.test(last.text)) {
            last.possessive = true;
            before = token.end;
          }
        }
        continue;
      }
      words.push({
        text: mark,
        fold: foldName(mark),
        start: token.start,
        end: token.end,
        index: words.length,
        token: at,
        sentence: sentence.index,
        gap: before === null ? null : text.slice(before, token.start),
        shape: shapeOf(mark),
        possessive: false,
        quoted: depth > 0,
      });
      before = token.end;
    }
  }
  return words;
}

/** Cuts a name of the gazetteer as text is cut. */
export function nameWords(name: string): string[] {
  // Most names need no tokeniser.
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.toLowerCase().split(" ");
  return tokenise(name, 0, name.length, CLITIC, 0)
    .map((token) => token.text)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .map(foldName);
}
