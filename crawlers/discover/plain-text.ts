import { Parser } from "htmlparser2";

const BREAKING = new Set(["p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote"]);
const SILENT = new Set(["script", "style"]);

/**
 * Words of a title or summary that may hold markup, or entities that were escaped twice: tags go, entities become
 * characters, white space is single. Null when nothing is left.
 */
export function plainText(markup: string | null | undefined): string | null {
  if (!markup) return null;
  if (!/[<&]/.test(markup)) return squeeze(markup);
  let text = "";
  let silent = 0;
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent += 1;
      if (BREAKING.has(name)) text += " ";
    },
    ontext(piece) {
      if (silent === 0) text += piece;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1;
      if (BREAKING.has(name)) text += " ";
    },
  });
  parser.end(markup);
  return squeeze(text);
}

function squeeze(text: string): string | null {
  const words = text.replaceAll(/[\s\u00a0]+/g, " ").trim();
  return words === "" ? null : words;
}
