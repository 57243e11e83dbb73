import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { zones } from "../../model/article.ts";
import { publisherIds } from "./publishers.ts";

const layoutNames = ["semantic", "meta", "table", "blog", "liveblog", "briefs", "shell"] as const;

const path = z.string().regex(/^\/[\w\-/.]*$/);

const FrontMatterSchema = z.strictObject({
  source: z.enum(publisherIds),
  layout: z.enum(layoutNames),
  lang: z.enum(["en", "ru", "be"]),
  path,
  title: z.string().min(1),
  standfirst: z.string().optional(),
  authors: z.array(z.string()).default([]),
  published: z.iso.datetime({ offset: true }),
  modified: z.iso.datetime({ offset: true }).optional(),
  section: z.string(),
  /** Caption of the lead picture; without one the page has no picture. */
  caption: z.string().optional(),
  /** Endpoints of the source that announce the article. */
  endpoints: z.array(path).min(1),
  /** Address that is announced instead of `path` and redirects to it. */
  formerPath: path.optional(),
});

const ParagraphSchema = z.strictObject({
  text: z.string().min(1),
  zone: z.enum(zones).default("body"),
  /** `HH:MM` of a live-blog item, in the time zone of `published`. */
  at: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .optional(),
});

export type DemoParagraph = z.infer<typeof ParagraphSchema>;
export type DemoArticle = z.infer<typeof FrontMatterSchema> & { id: string; paragraphs: DemoParagraph[] };

/**
 * Reads an article: YAML between two lines of `---`, then paragraphs parted by empty lines. A paragraph outside of the
 * running text starts with its zone: `{quote} …`, `{liveblog 14:05} …`.
 *
 * @throws Error that names the article and what is wrong with it.
 */
export function parseArticle(id: string, source: string): DemoArticle {
  const parts = /^---\n(.*?)\n---\n(.*)$/su.exec(source.replaceAll("\r\n", "\n"));
  if (!parts) throw new Error(`Demo article ${id}: front matter between two lines of --- expected`);
  try {
    const front = FrontMatterSchema.parse(parse(parts[1] ?? ""));
    const paragraphs = (parts[2] ?? "")
      .split(/\n{2,}/u)
      .map((block) => block.replaceAll("\n", " ").trim())
      .filter((block) => block !== "")
      .map(parseParagraph);
    return { id, ...front, paragraphs };
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`Demo article ${id}: ${reason}`, { cause });
  }
}

function parseParagraph(block: string): DemoParagraph {
  const marked = /^\{(\w+)(?: (\d\d:\d\d))?\}\s+(.*)$/su.exec(block);
  if (!marked) return ParagraphSchema.parse({ text: block });
  const [, zone, at, text] = marked;
  return ParagraphSchema.parse({ text, zone, ...(at === undefined ? {} : { at }) });
}

/** Loads every article of a folder, newest first. */
export function loadArticles(folder: string): DemoArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => parseArticle(basename(name, ".md"), readFileSync(join(folder, name), "utf8")))
    .toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published) || a.id.localeCompare(b.id));
}
