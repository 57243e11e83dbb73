import { load } from "cheerio/slim";
import type { Article } from "../model/article.ts";
import { HabeasError } from "../model/errors.ts";
import type { Endpoint, Source } from "../model/source.ts";
import { canonicalUrl } from "./discover/canonical-url.ts";
import { discover } from "./discover/discover.ts";
import type { DiscoveredItem } from "./discover/entries.ts";
import { bodyText, readPage } from "./read/read.ts";

/** A recorded endpoint and page, and what crawling them has to give. */
export interface Recording {
  endpoint: string;
  endpointBody: Uint8Array;
  pageHtml: string;
  /** Canonical address and title of each, newest first. */
  announces: readonly (readonly [url: string, title: string])[];
  article: Pick<Article, "url" | "title" | "authors" | "published" | "lang"> & {
    paragraphs: readonly string[];
  };
}

export interface ContractResult {
  /** In which way the source's file or our reading is wrong; empty when all is well. */
  problems: string[];
  items: DiscoveredItem[];
  article: Article | null;
}

/** What can be told about a source's file without its pages: selectors that are no CSS, listings that take every link. */
export function checkSpec({ endpoints, selectors }: Source): string[] {
  const { title, body, authors, published, summary, remove = [] } = selectors ?? {};
  const listings = endpoints.flatMap((endpoint) => Object.entries(endpoint.selectors ?? {}));
  const css = [
    ...[title, body, authors, published, summary, ...remove].filter((selector) => selector !== undefined),
    ...listings.filter(([key]) => key !== "dateFormat").map(([, selector]) => selector),
  ];
  return css.flatMap((selector) => {
    try {
      load("<p>")(selector);
      return [];
    } catch (error) {
      return [`the selector ${selector} is not valid CSS (${(error as Error).message})`];
    }
  });
}

/** Crawls a recorded endpoint and reads a recorded page as the source's file says, and compares with what it has to give. */
export async function checkRecording(source: Source, recording: Recording): Promise<ContractResult> {
  const problems: string[] = [];
  const endpoint = source.endpoints.find(({ url }) => url === recording.endpoint);
  if (endpoint === undefined)
    return { problems: [`${recording.endpoint} is none of its endpoints`], items: [], article: null };
  const items = await attempt(problems, () => announced(source, endpoint, recording));
  const article = await attempt(problems, async () => readRecorded(source, recording));
  if (items !== null) {
    const got = items.map(({ url, title }) => `${url} ${title ?? ""}`);
    compare(
      problems,
      "announces",
      got,
      recording.announces.map(([url, title]) => `${url} ${title}`),
    );
  }
  if (article !== null) {
    const { paragraphs, ...facts } = recording.article;
    for (const [key, wanted] of Object.entries(facts)) {
      const found = key === "url" ? canonicalUrl(article.url) : article[key as keyof Article];
      compare(problems, key, found, wanted);
    }
    compare(problems, "paragraphs", bodyText(article).split("\n"), paragraphs);
  }
  return { problems, items: items ?? [], article };
}

async function attempt<T>(problems: string[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HabeasError)) throw error;
    problems.push(error.message);
    return null;
  }
}

async function announced(source: Source, endpoint: Endpoint, { endpointBody }: Recording) {
  const { items } = await discover(
    endpoint,
    { url: endpoint.url, body: endpointBody, headers: { contentType: null } },
    {
      now: Number.MAX_SAFE_INTEGER / 2,
      ...(source.charset === undefined ? {} : { charset: source.charset }),
      ...(source.timeZone === undefined ? {} : { timeZone: source.timeZone }),
    },
  );
  return items;
}

function readRecorded(source: Source, { pageHtml, article }: Recording): Article {
  return readPage(pageHtml, {
    url: article.url,
    sourceId: source.id,
    sourceName: source.name,
    ...(source.selectors === undefined ? {} : { selectors: source.selectors }),
    ...(source.timeZone === undefined ? {} : { timeZone: source.timeZone }),
    ...(source.langs.length === 1 && source.langs[0] !== undefined ? { lang: source.langs[0] } : {}),
  });
}

function compare(problems: string[], what: string, found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) problems.push(`${what}: expected ${b}, found ${a}`);
}
