import { Parser } from "htmlparser2";
import { type Entry, type Parsed, parsed } from "./entries.ts";

type Field = "title" | "link" | "origLink" | "guid" | "date" | "summary" | "lang";

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ["title", "title"],
  ["link", "link"],
  ["feedburner:origlink", "origLink"],
  ["guid", "guid"],
  ["id", "guid"],
  ["pubdate", "date"],
  ["published", "date"],
  ["dc:date", "date"],
  ["updated", "date"],
  ["issued", "date"],
  ["modified", "date"],
  ["description", "summary"],
  ["summary", "summary"],
  ["dc:language", "lang"],
]);
const ITEMS = new Set(["item", "entry"]);
const ROOTS = new Set(["rss", "feed", "rdf:rdf", "channel"]);
/** Of two dates of an item the first publication counts. */
const DATE_RANK: ReadonlyMap<string, number> = new Map<string, number>([
  ["pubdate", 3],
  ["published", 3],
  ["issued", 3],
  ["dc:date", 2],
]);

interface Draft {
  fields: Partial<Record<Field, string>>;
  dateRank: number;
  guidIsLink: boolean;
  bases: string[];
  lang: string | null;
}

/**
 * Reads a feed without asking for well-formed XML: cut off in the middle, mixed up tags, entities that nobody declared.
 * Takes what the shapes of RSS, RDF and Atom have in common. A field that the end of the file cut short is left out, and
 * so is an item whose address is not complete.
 * @returns null when there is no sign of a feed
 */
export function salvageFeed(xml: string): Parsed | null {
  const entries: Entry[] = [];
  let sawRoot = false;
  let draft: Draft | null = null;
  let field: { tag: string; field: Field; text: string } | null = null;
  let feedBase: string | undefined;
  let feedLang: string | null = null;

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (ROOTS.has(tag)) {
          sawRoot = true;
          feedBase = attributes["xml:base"] ?? feedBase;
          feedLang = attributes["xml:lang"] ?? feedLang;
        } else if (ITEMS.has(tag)) {
          draft = {
            fields: {},
            dateRank: -1,
            guidIsLink: true,
            bases: [feedBase, attributes["xml:base"]].filter((base) => base !== undefined),
            lang: attributes["xml:lang"] ?? feedLang,
          };
          field = null;
        } else if (draft && !field) {
          field = openField(draft, tag, attributes);
        } else if (!draft && (tag === "language" || tag === "dc:language")) {
          field = { tag, field: "lang", text: "" };
        }
      },
      ontext(text) {
        if (field) field.text += text;
      },
      onclosetag(tag, isImplied) {
        if (field?.tag === tag) {
          if (!isImplied && draft) closeField(draft, field);
          else if (!isImplied) feedLang = field.text.trim() || feedLang;
          field = null;
        } else if (draft && ITEMS.has(tag)) {
          const entry = entryOf(draft, feedLang);
          if (entry) entries.push(entry);
          draft = null;
        }
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(xml);
  return sawRoot || entries.length > 0 ? parsed({ entries }) : null;
}

function openField(draft: Draft, tag: string, attributes: Record<string, string>) {
  const name = FIELDS.get(tag);
  if (name === undefined) return null;
  if (name === "link" && attributes["href"] !== undefined) {
    const alternate = (attributes["rel"] ?? "alternate") === "alternate";
    if (alternate) draft.fields.link ??= attributes["href"];
    return null;
  }
  if (tag === "guid") draft.guidIsLink = attributes["ispermalink"]?.toLowerCase() !== "false";
  return { tag, field: name, text: "" };
}

function closeField(draft: Draft, { tag, field, text }: { tag: string; field: Field; text: string }): void {
  const value = text.trim();
  if (value === "") return;
  if (field === "date") {
    const rank = DATE_RANK.get(tag) ?? 0;
    if (rank <= draft.dateRank) return;
    draft.dateRank = rank;
    draft.fields.date = value;
  } else {
    draft.fields[field] ??= value;
  }
}

function entryOf({ fields, guidIsLink, bases, lang }: Draft, feedLang: string | null): Entry | null {
  const guid = guidIsLink && /^https?:/i.test(fields.guid ?? "") ? fields.guid : undefined;
  const link = fields.origLink ?? fields.link ?? guid;
  if (link === undefined) return null;
  return {
    link,
    title: fields.title ?? null,
    date: fields.date ?? null,
    summary: fields.summary ?? null,
    lang: fields.lang ?? lang ?? feedLang,
    bases,
  };
}
