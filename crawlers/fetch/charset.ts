import { analyse } from "chardet";
import sniffHtmlEncoding from "html-encoding-sniffer";

/** Text of a body and how its charset was found. */
export interface DecodedText {
  text: string;
  /** WHATWG name of the encoding, lower case. */
  charset: string;
  /** What decided: byte order mark, validity as UTF-8, what was declared, or the look of the text. */
  decidedBy: "bom" | "utf-8" | "declared" | "guessed";
}

export interface DecodeHints {
  /** `Content-Type` of the response. */
  contentType?: string | null;
  /** Charset known for the source; weighs more than the page's own word. */
  charset?: string | null;
}

const CYRILLIC_CODE_PAGES = new Set([
  "windows-1251",
  "koi8-r",
  "koi8-u",
  "ibm866",
  "iso-8859-5",
  "x-mac-cyrillic",
]);
const LATIN_CODE_PAGES = new Set(["windows-1252", "iso-8859-15", "macintosh", "windows-1250", "iso-8859-2"]);
/** Letters that make up nearly all of a Cyrillic text decoded rightly; a wrong code page turns them to capitals or signs. */
const COMMON_CYRILLIC = /[а-яёіўїєґ]/gu;
/** Bytes 80–9F of windows-1252. */
const WINDOWS_1252_C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const DECLARATION_BYTES = 1024;

/**
 * Decodes a body. A byte order mark wins; then bytes that are valid UTF-8 and hold more than ASCII are UTF-8 whatever
 * was declared, because no other encoding's running text is so by accident. Otherwise the declared charsets (source,
 * header, XML declaration or `meta`) and then chardet's guesses are tried, and the first under which the text looks
 * like a text is taken: servers that declare windows-1252 or UTF-8 for windows-1251 pages are common.
 * Never throws: at worst undecodable bytes become U+FFFD.
 */
export function decodeText(body: Uint8Array, hints: DecodeHints = {}): DecodedText {
  const bom = byteOrderMark(body);
  if (bom) return { text: decode(body, bom), charset: bom, decidedBy: "bom" };

  const declared = declaredCharsets(body, hints);
  const wide = declared.find((label) => label.startsWith("utf-16") || label === "iso-2022-jp");
  if (wide && plausible(decode(body, wide), wide)) {
    return { text: decode(body, wide), charset: wide, decidedBy: "declared" };
  }
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true }).decode(body),
      charset: "utf-8",
      decidedBy: "utf-8",
    };
  } catch {
    return decodeLegacy(body, declared);
  }
}

function decodeLegacy(body: Uint8Array, declared: readonly string[]): DecodedText {
  for (const label of declared) {
    const text = decode(body, label);
    if (plausible(text, label)) return { text, charset: label, decidedBy: "declared" };
  }
  // A body cut in the middle of a character, or with a few foreign bytes, is still UTF-8.
  const guesses = ["utf-8", ...guessedCharsets(body), "windows-1251", "koi8-r", "windows-1252"];
  for (const label of guesses) {
    const text = decode(body, label);
    if (plausible(text, label)) return { text, charset: label, decidedBy: "guessed" };
  }
  const label = declared[0] ?? "windows-1252";
  return { text: decode(body, label), charset: label, decidedBy: declared[0] ? "declared" : "guessed" };
}

/** The charset parameter of a `Content-Type`, as a WHATWG name; null when absent or unknown. */
export function charsetOfContentType(contentType: string | null | undefined): string | null {
  const label = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? "")?.[1];
  return label === undefined ? null : encodingName(label);
}

function declaredCharsets(body: Uint8Array, hints: DecodeHints): string[] {
  const head = Buffer.from(body.subarray(0, DECLARATION_BYTES)).toString("latin1");
  const xmlLabel = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  // The default is asked for by a name that no page declares, so that "nothing found" can be told from a declaration.
  const sniffed = sniffHtmlEncoding(body, { defaultEncoding: "" });
  const labels = [
    hints.charset ? encodingName(hints.charset) : null,
    charsetOfContentType(hints.contentType),
    xmlLabel ? encodingName(xmlLabel) : null,
    sniffed ? encodingName(sniffed) : null,
  ];
  return [...new Set(labels.filter((label): label is string => label !== null))];
}

function guessedCharsets(body: Uint8Array): string[] {
  const names = analyse(body).map((match) => encodingName(match.name));
  return names.filter((name): name is string => name !== null && !name.startsWith("utf-")).slice(0, 4);
}

function encodingName(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decode(body: Uint8Array, label: string): string {
  const text = new TextDecoder(label).decode(body);
  // Node 20 decodes windows-1252 as ISO 8859-1, which has control characters where quotation marks and dashes belong.
  return label === "windows-1252"
    ? text.replaceAll(/[\u0080-\u009f]/g, (char) => WINDOWS_1252_C1.charAt(char.charCodeAt(0) - 0x80))
    : text;
}

function byteOrderMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return "utf-8";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  return null;
}

/** Whether bytes decoded under a label look like text that somebody wrote. */
function plausible(text: string, label: string): boolean {
  const foreign = count(text, /[^\0-\x7f]/gu);
  if (label.startsWith("utf-16") || label === "iso-2022-jp") {
    return count(text, /[\ufffd\0]/gu) * 100 <= text.length && /[<>\s]/.test(text);
  }
  const broken = count(text, /[\ufffd\u0080-\u009f]/gu);
  if (broken * 20 > foreign) return false;
  if (LATIN_CODE_PAGES.has(label)) {
    // Accented letters are a seasoning of Latin text; where they are the meal, the text is in another script.
    const words = text.replaceAll(/<[^<>]*>/g, " ").match(/\p{L}+/gu) ?? [];
    const allAccented = words.filter((word) => word.length > 2 && !/[a-z]/i.test(word)).length;
    return allAccented * 20 <= words.filter((word) => /[^\0-\x7f]/.test(word)).length;
  }
  if (CYRILLIC_CODE_PAGES.has(label)) return count(text, COMMON_CYRILLIC) * 2 > foreign;
  return true;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
