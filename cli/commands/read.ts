import { bodyText, readPage } from "../../crawlers/read/read.ts";
import type { Article } from "../../model/article.ts";
import { HabeasError } from "../../model/errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Input, readInputs } from "../inputs.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable, type Terminal, wrap } from "../terminal.ts";

const accepts = (file: string) => /\.html?(\.gz)?$/.test(file);

/** Reads pages into articles. A page that cannot be read is told on standard error; the others go on. */
export async function read({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ url?: string; json?: true }>): Promise<number> {
  const { settings } = settingsOf(globals);
  let failures = 0;
  for await (const input of readInputs(args.length === 0 ? ["-"] : args, settings, accepts)) {
    try {
      const article = readInput(input, options.url);
      if (options.json) terminal.out(JSON.stringify(asLine(input, article)));
      else for (const line of describe(article, terminal)) terminal.out(line);
    } catch (error) {
      if (!(error instanceof HabeasError)) throw error;
      failures++;
      terminal.err(`${input.id}: ${error.message}`);
    }
  }
  return failures === 0 ? exitCodes.ok : exitCodes.failed;
}

function readInput(input: Input, url: string | undefined): Article {
  return readPage(input.text, {
    url: url ?? input.url ?? "",
    sourceId: "page",
    sourceName: "",
    captureHash: input.hash,
  });
}

function asLine(input: Input, article: Article) {
  const { url, title, authors, published, modified, lang, section, leadImage } = article;
  const paragraphs = bodyText(article).split("\n");
  return { id: input.id, url, title, authors, published, modified, lang, section, leadImage, paragraphs };
}

function describe(article: Article, terminal: Terminal): string[] {
  const { bold, dim } = terminal.colors;
  const facts = [
    article.published ?? "no date",
    article.lang,
    ...(article.authors.length > 0 ? [article.authors.join(", ")] : []),
    ...(article.section === null ? [] : [article.section]),
  ];
  const lines = [
    bold(printable(article.title)),
    dim(printable(facts.join(" · "))),
    dim(printable(article.url)),
    "",
  ];
  for (const { start, end, zone, at } of article.paragraphs.slice(1)) {
    const label =
      zone === "body" || zone === "lead" ? "" : dim(`[${zone}${at === undefined ? "" : ` ${at}`}] `);
    const [first = "", ...rest] = wrap(
      printable(article.text.slice(start, end)),
      Math.min(terminal.columns, 100),
      "  ",
    );
    lines.push(`  ${label}${first.trimStart()}`, ...rest, "");
  }
  return lines;
}
