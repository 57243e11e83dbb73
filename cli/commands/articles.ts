import { changesBetween, wordChanges } from "../../crawlers/read/changes.ts";
import { canonicalUrl } from "../../crawlers/discover/canonical-url.ts";
import { type Article, articleId } from "../../model/article.ts";
import { exitCodes } from "../exit-codes.ts";
import type { CommandContext } from "../program.ts";
import { printable, type Terminal, wrap } from "../terminal.ts";
import { withStore } from "../with-store.ts";

interface Version {
  number: number;
  /** When the next version was seen in its place; null for the one that stands. */
  replacedAt: string | null;
  article: Article;
}

/** The versions of an article and what changed from each to the next. */
export async function articleHistory({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<number> {
  const wanted = args[0] ?? "";
  const url = canonicalUrl(wanted);
  const id = url === null ? wanted : articleId(url);
  return withStore(globals, async (store) => {
    const record = await store.articles.get(id);
    if (record?.article == null) {
      terminal.err(`no article ${wanted} was read`);
      return exitCodes.failed;
    }
    const versions: Version[] = [
      ...(await store.revisions.list({ prefix: `${id}-` })),
      { number: record.revisions + 1, replacedAt: null, article: record.article },
    ];
    if (options.json) for (const version of versions) terminal.out(JSON.stringify(version));
    else show(versions, terminal);
    return exitCodes.ok;
  });
}

function show(versions: readonly Version[], terminal: Terminal): void {
  const { bold, dim } = terminal.colors;
  for (const [index, { number, article, replacedAt }] of versions.entries()) {
    const until = replacedAt === null ? "stands" : `replaced ${replacedAt}`;
    terminal.out(bold(printable(`Version ${number}: ${article.title}`)));
    terminal.out(dim(printable(`${article.modified ?? article.published ?? "no date"} · ${until}`)));
    for (const note of article.corrections ?? []) terminal.out(dim(printable(note)));
    const next = versions[index + 1];
    if (next !== undefined) for (const line of diffLines(article, next.article, terminal)) terminal.out(line);
    terminal.out("");
  }
}

/** Removed and added paragraphs; where one took another's place, the changed words stand out. */
function diffLines(before: Article, after: Article, terminal: Terminal): string[] {
  const { red, green, bold } = terminal.colors;
  const changes = changesBetween(before, after);
  const width = Math.min(terminal.columns, 100);
  return changes.flatMap(({ kind, text }, index) => {
    if (kind === "same") return [];
    const paint = kind === "removed" ? red : green;
    const other = changes[kind === "removed" ? index + 1 : index - 1];
    const isPair = other !== undefined && other.kind !== "same" && other.kind !== kind;
    const parts = isPair
      ? kind === "removed"
        ? wordChanges(text, other.text)
        : wordChanges(other.text, text)
      : [{ kind, text }];
    const words = parts
      .filter((part) => part.kind === "same" || part.kind === kind)
      .map((part) => paint(part.kind === kind && isPair ? bold(printable(part.text)) : printable(part.text)))
      .join("");
    return wrap(`${paint(kind === "removed" ? "-" : "+")} ${words}`, width, "  ");
  });
}
