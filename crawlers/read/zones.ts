import type { Zone } from "../../model/article.ts";
import type { Hint } from "./blocks.ts";
import { createEntryClock } from "./liveblog.ts";
import { introducedPerson, kindOfLine } from "./lines.ts";
import { indexPhrases, phraseAt, skipOrnaments } from "./phrases.ts";
import type { ForeignZone } from "./tree.ts";
import { countWords, firstWordIndex, fold } from "./words.ts";

/** A paragraph as reading found it; plain text has no tags, hints and marks. */
export interface RawParagraph {
  text: string;
  tag?: string;
  hint?: Hint;
  mark?: ForeignZone | null;
  at?: string | null;
}

/** A paragraph with its zone, as `composeText` takes it. */
export interface ZonedParagraph {
  text: string;
  zone: Zone;
  at?: string;
}

export interface ZoneOptions {
  /** Time of publication: live-blog stamps such as "14:05" get its day, and its zone when it has one. */
  published?: string | null;
  /** Known authors; a line that introduces one of them is about the author. */
  authors?: readonly string[];
}

const faqHeadings = indexPhrases(
  `faq|faqs|q&a|q & a|questions and answers|questions & answers|frequently asked questions|common questions|your questions answered`,
  "часто задаваемые вопросы|частые вопросы|вопросы и ответы|вопрос-ответ|вопрос и ответ|частыя пытанні|пытанні і адказы",
  "поширені запитання|запитання і відповіді|häufige fragen|häufig gestellte fragen|fragen und antworten",
  "preguntas frecuentes|preguntas y respuestas|foire aux questions|questions fréquentes|questions-réponses",
  "najczęściej zadawane pytania|pytania i odpowiedzi",
);
const faqLine =
  /^(?:q|a|question|answer|вопрос|ответ|пытанне|адказ|питання|відповідь|frage|antwort|pregunta|respuesta|réponse)\s?\d*\s?[:.)]\s/;

const tipLabels = indexPhrases(
  `did you know|did you know that|pro tip|pro tips|quick tip|expert tip|insider tip|safety tip|reader tip|tip|tips|key takeaway|
  key takeaways|takeaway|takeaways|the takeaway|bottom line|the bottom line|expert insight|fun fact|good to know|at a glance|fast facts|
  quick facts|key facts|by the numbers|in brief|fact box|call to action`,
  "знаете ли вы|знаете ли вы, что|а вы знали|полезный совет|совет|важно знать|главное|коротко|справка|к слову",
  "ці ведаеце вы|карысная парада|парада|даведка|галоўнае|чи знаєте ви|порада|довідка|коротко",
  "wussten sie|wussten sie schon|profi-tipp|profitipp|expertentipp|tipp|kurz gesagt|das wichtigste in kürze|auf einen blick",
  "¿sabías que|¿sabia que|sabías que|consejo|dato clave|en resumen|claves|le saviez-vous|astuce|conseil|en bref|à retenir",
  "czy wiesz|czy wiesz, że|wskazówka|warto wiedzieć|w skrócie",
);

const bulletStart = /^(?:[•·▪▫◦‣●○■□✓✔➤→]|\*\s)/u;
const dashStart = /^-\s/;
const numberStart = /^(?:\d{1,2}|[a-z])[.)]\s/;

const headingWords = 14;
const endsLikeSentence = /[.!…;,]["”’»)\]]*$/u;

/**
 * Gives every paragraph its zone: by what the page's elements said, else by wording and position. Headings open sections
 * (questions and answers, about the author, related stories) that last until the next heading or a paragraph too long
 * for them. The first paragraph of the article's own text is its lead.
 */
export function zoneParagraphs(
  paragraphs: readonly RawParagraph[],
  { published = null, authors = [] }: ZoneOptions = {},
): ZonedParagraph[] {
  const timeOf = createEntryClock(paragraphs, published);
  const zoned: ZonedParagraph[] = [];
  let section: Zone | null = null;
  let hasLead = paragraphs.some(({ hint }) => hint === "lead");

  for (const [index, paragraph] of paragraphs.entries()) {
    const { text } = paragraph;
    const heading = isHeading(paragraphs, index);
    const own =
      zoneAlone(paragraph) ??
      (isAuthorNote(text, paragraphs.length - index, authors) ? "bio" : null) ??
      (isListItem(paragraphs, index) ? "list" : null);
    const time = timeOf(paragraph);
    if (time !== null) {
      section = "liveblog";
    } else if (section === "liveblog") {
      section = null;
    }
    if (heading && section !== "liveblog" && !goesOn(paragraphs, index, section)) {
      section = sectionOf(text, own, section);
    } else if (!fitsSection(text, section)) {
      section = null;
    }

    let zone: Zone = own ?? (heading ? "heading" : "body");
    if (section !== null && !isForeign(own)) zone = section;
    if (zone === "body" && !hasLead) {
      zone = "lead";
      hasLead = true;
    }
    zoned.push({ text, zone, ...(zone === "liveblog" && time !== null ? { at: time } : {}) });
  }
  return zoned;
}

/** The article's author by name, or, where no author is known, somebody introduced in a short last paragraph. */
function isAuthorNote(text: string, paragraphsLeft: number, authors: readonly string[]): boolean {
  const name = introducedPerson(text);
  if (name === null) return false;
  if (authors.length > 0) return authors.some((author) => fold(author) === fold(name));
  return paragraphsLeft <= 2 && text.length <= 140;
}

const isForeign = (zone: Zone | null): boolean =>
  zone === "caption" || zone === "newsletter" || zone === "teaser" || zone === "bio" || zone === "tip";

/** The zone that a paragraph has by itself, wherever it stands. */
function zoneAlone({ text, mark, hint, tag }: RawParagraph): Zone | null {
  if (mark) return mark;
  if (hint) return hint;
  const lower = skipOrnaments(text).slice(0, 200).toLowerCase();
  if (faqLine.test(lower)) return "faq";
  if (isQuotation(text)) return "quote";
  if (isTip(lower)) return "tip";
  if (tag === "li" || tag === "dt" || tag === "dd") return "list";
  const kind = tag === undefined ? kindOfLine(text) : null;
  return kind === "drop" ? "teaser" : kind;
}

/** A label such as "Pro tip" before a colon, a dash or a question mark, or alone on its line. */
function isTip(lower: string): boolean {
  const label = phraseAt(lower, tipLabels);
  return label !== null && /^\s*(?:[:!?]|\s[–—-]\s|$)/.test(lower.slice(label.length));
}

function isFaqHeading(text: string): boolean {
  if (text.length > 80) return false;
  const lower = skipOrnaments(text).toLowerCase();
  return phraseAt(lower, faqHeadings) !== null || / (?:faqs?|frequently asked questions)[\s:!]*$/.test(lower);
}

/** What a heading opens; an ordinary one closes what was open. Questions stay inside questions and answers. */
function sectionOf(text: string, own: Zone | null, open: Zone | null): Zone | null {
  if (isFaqHeading(text)) return "faq";
  if (own === "bio" || own === "teaser" || own === "newsletter" || own === "tip") return own;
  return open === "faq" && /\?["”»)]*$/.test(text) ? "faq" : null;
}

/** In a list of other stories every headline looks like a heading; one is the article's when a sentence follows. */
function goesOn(paragraphs: readonly RawParagraph[], index: number, section: Zone | null): boolean {
  if (section !== "teaser" || paragraphs[index]?.tag !== undefined) return false;
  const next = paragraphs[index + 1];
  return next !== undefined && !endsLikeSentence.test(next.text);
}

function fitsSection(text: string, section: Zone | null): boolean {
  // Other stories are announced by their headlines; a sentence is the article's own again.
  if (section === "teaser" || section === "newsletter")
    return text.length <= 140 && !/[.!?]["”’»)]*$/.test(text);
  if (section === "tip") return text.length <= 200;
  return section !== "bio" || text.length <= 600;
}

function isHeading(paragraphs: readonly RawParagraph[], index: number): boolean {
  const { text, tag, mark, hint } = paragraphs[index] as RawParagraph;
  if (tag !== undefined && /^h[1-6]$/.test(tag)) return true;
  if (text.length > 110 || mark || hint || (tag !== undefined && tag !== "p")) return false;
  if (isFaqHeading(text)) return true;
  const next = paragraphs[index + 1];
  if (next === undefined || countWords(text) > headingWords) return false;
  if (
    endsLikeSentence.test(text) ||
    bulletStart.test(text) ||
    dashStart.test(text) ||
    faqLine.test(text.toLowerCase())
  ) {
    return false;
  }
  // The first line that is only short is a lead ("A preventable crisis"), not a heading.
  if (index === 0 || !startsUpperCase(text)) return false;
  if (text.endsWith(":")) return !bulletStart.test(next.text) && next.tag !== "li" && countWords(text) <= 6;
  return countWords(next.text) > countWords(text);
}

/** The first letter is a capital, of a script without capitals, or a digit. */
function startsUpperCase(text: string): boolean {
  const first = text.charAt(firstWordIndex(text));
  return first !== "" && (first !== first.toLowerCase() || first === first.toUpperCase());
}

function isListItem(paragraphs: readonly RawParagraph[], index: number): boolean {
  const text = paragraphs[index]?.text ?? "";
  if (bulletStart.test(text)) return true;
  const pattern = dashStart.test(text) ? dashStart : numberStart.test(text) ? numberStart : null;
  if (pattern === null) return false;
  // A dash or a number alone may open direct speech or a sentence; in a row they are a list.
  return [index - 1, index + 1].some((other) => pattern.test(paragraphs[other]?.text ?? ""));
}

const quotePairs: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["„", "“"],
  ["„", "”"],
  ["«", "»"],
  ["»", "«"],
  ['"', '"'],
];

/** The whole paragraph is one quotation, perhaps with its speaker after a dash. */
function isQuotation(text: string): boolean {
  const bare = text.replace(/^(?:expert insight|quote of the day|цитата|zitat|cita|citation)\s*:\s*/iu, "");
  for (const [open, close] of quotePairs) {
    if (!bare.startsWith(open)) continue;
    const end = bare.indexOf(close, 1);
    if (end < 0 || countWords(bare.slice(0, end)) < 4) continue;
    const rest = bare.slice(end + 1);
    if (/^[\s.,!]*$/.test(rest)) return true;
    if (/^[\s.,]*[–—-]\s*\p{Lu}/u.test(rest) && countWords(rest) <= 16) return true;
  }
  return false;
}
