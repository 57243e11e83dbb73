import { z } from "zod";
import { loadExtractorCode } from "../../config/extractor-code.ts";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { readPage } from "../../crawlers/read/read.ts";
import { readText } from "../../crawlers/read/text.ts";
import { explain } from "../../extractors/explain/explain.ts";
import { createExtractor } from "../../extractors/index.ts";
import type { Article } from "../../model/article.ts";
import { HabeasError, Permanent } from "../../model/errors.ts";
import { describeExplanation } from "../explanation-view.ts";
import { exitCodes } from "../exit-codes.ts";
import { describeExtraction } from "../extraction-view.ts";
import { asGold } from "../gold.ts";
import { type Input, readInputs } from "../inputs.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";

interface ExtractOptions {
  format: "article" | "gold";
  json?: true;
  published?: string;
  source?: string;
  explain?: true;
}

/** What is read of a corpus file; its annotations are left unread. */
const CorpusFileSchema = z.object({
  id: z.string(),
  lang: z.string(),
  source: z.string(),
  url: z.string(),
  published: z.string(),
  title: z.string(),
  text: z.string(),
});

/** Extracts from texts, pages or corpus files. What cannot be read is told on standard error; the others go on. */
export async function extract({
  args,
  options,
  globals,
  terminal,
}: CommandContext<ExtractOptions>): Promise<number> {
  const { settings } = settingsOf(globals);
  const extractor = createExtractor({
    gazetteers: loadGazetteers({ userFolder: settings.gazetteers.folder }),
    code: loadExtractorCode(),
  });
  const gold = options.format === "gold";
  const accepts = (file: string) => (gold ? /\.json$/ : /\.(txt|md|html?)(\.gz)?$/).test(file);
  let failures = 0;
  for await (const input of readInputs(args.length === 0 ? ["-"] : args, settings, accepts)) {
    try {
      const article = gold ? corpusArticle(input) : articleOf(input, options);
      if (options.explain) {
        const { extraction, explanation } = explain(extractor, article);
        if (options.json) terminal.out(JSON.stringify({ article, extraction, explanation }));
        else
          for (const line of describeExplanation(article, extraction, explanation, terminal))
            terminal.out(line);
        continue;
      }
      const extraction = extractor(article);
      if (gold) terminal.out(JSON.stringify(asGold(input.id, article, extraction)));
      else if (options.json) terminal.out(JSON.stringify({ article, extraction }));
      else for (const line of describeExtraction(article, extraction, terminal)) terminal.out(line);
    } catch (error) {
      if (!(error instanceof HabeasError)) throw error;
      failures++;
      terminal.err(`${input.id}: ${error.message}`);
    }
  }
  return failures === 0 ? exitCodes.ok : exitCodes.failed;
}

function corpusArticle(input: Input): Article {
  try {
    const { title, text, published, lang, source, url } = CorpusFileSchema.parse(JSON.parse(input.text));
    return readText(text, { title, published, lang, url, sourceName: source });
  } catch (cause) {
    if (cause instanceof HabeasError) throw cause;
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new Permanent(`not a corpus file: ${reason}`, { cause });
  }
}

const looksLikeHtml = (text: string) => /^\s*(<!doctype|<html|<\?xml|<head|<body|<article|<div)/i.test(text);

function articleOf(input: Input, { published, source }: ExtractOptions): Article {
  if (input.url !== null || looksLikeHtml(input.text))
    return readPage(input.text, {
      url: input.url ?? "",
      sourceId: "page",
      sourceName: source ?? "",
      captureHash: input.hash,
      ...(published === undefined ? {} : { hint: { title: null, published } }),
    });
  return readText(input.text, {
    ...(published === undefined ? {} : { published }),
    sourceName: source ?? "",
  });
}
