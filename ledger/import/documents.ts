import { createHash } from "node:crypto";
import { type Article, articleId, composeText } from "../../model/article.ts";
import { type ExtractedEvent, type Extraction, extractionId } from "../../model/extraction.ts";
import type { SourceWeight } from "../resolve.ts";
import type { ListRow, RowEvent } from "./rows.ts";

const confidence = { value: 1, parts: { list: 1 } };
const ruleId = "import.list";

/** Address of a row, so that every claim leads back to it. */
const rowUrl = (source: Pick<SourceWeight, "id">, { key }: Pick<ListRow, "key">): string =>
  `import:${source.id}/${encodeURIComponent(key)}`;

/** Whether an article is a row of an imported list: such are never extracted from their text. */
export const isRowUrl = (url: string): boolean => url.startsWith("import:");

/**
 * A row as an article of the list: its cells are the text, so that the evidence of a claim is the very cell.
 *
 * @param asOf when the list said so
 */
export function rowArticle(source: SourceWeight, row: ListRow, asOf: string): Article {
  const url = rowUrl(source, row);
  return {
    id: articleId(url),
    url,
    sourceId: source.id,
    sourceName: source.name,
    captureHash: null,
    title: row.name,
    authors: [],
    published: asOf,
    modified: null,
    lang: /\p{Script=Cyrillic}/u.test(row.name) ? "ru" : "en",
    section: null,
    leadImage: null,
    ...composeText(
      row.name,
      row.cells.map(([column, value]) => ({ text: `${column}: ${value}`, zone: "list" as const })),
    ),
  };
}

export function rowExtraction(source: SourceWeight, row: ListRow, article: Article): Extraction {
  const version = `import-${createHash("sha256")
    .update(JSON.stringify([article.text, row.aliases]))
    .digest("hex")
    .slice(0, 12)}`;
  const lister = { name: source.name, aliases: [], mentions: [], ruleId, confidence, gazetteerId: source.id };
  return {
    id: extractionId(article.id, null, version),
    articleId: article.id,
    captureHash: null,
    extractorVersion: version,
    persons: [
      {
        name: row.name,
        aliases: row.aliases,
        mentions: [{ start: 0, end: row.name.length }],
        canonical: row.name,
        role: "detainee",
        gazetteerId: null,
        ruleId,
        confidence,
      },
    ],
    actors: [{ ...lister, class: "ngo" }],
    relations: [],
    conditions: [],
    events: row.events.map((event) => extractedEvent(source, row, event, article)),
  };
}

function extractedEvent(
  source: SourceWeight,
  row: ListRow,
  { column, ...event }: RowEvent,
  article: Article,
): ExtractedEvent {
  const index = row.cells.findIndex(([name]) => name === column);
  const { start = 0, end = 0 } = article.paragraphs[index + 1] ?? {};
  return {
    ...event,
    subjects: [row.name],
    group: null,
    agents: event.type === "designation" ? [source.name] : [],
    recipients: [],
    assertion: "asserted",
    cues: [],
    attributedTo: [],
    trigger: { start, end },
    evidence: { start, end },
    ruleId,
    confidence,
  };
}
