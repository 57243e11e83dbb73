import { loadFixture } from "../../config/load-fixtures.ts";
import { loadSources } from "../../config/load-sources.ts";
import { loadTopicFilters, type TopicFilter } from "../../config/topic-filter.ts";
import { checkRecording } from "../../crawlers/contract.ts";
import { priorities, priorityOf } from "../../crawlers/discover/priority.ts";
import { sourceRequest } from "../../crawlers/fetch/source-request.ts";
import type { Fetcher } from "../../crawlers/fetch/types.ts";
import { pollEndpoint } from "../../crawlers/poll.ts";
import { readPage } from "../../crawlers/read/read.ts";
import type { Article } from "../../model/article.ts";
import { HabeasError } from "../../model/errors.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Endpoint, Source } from "../../model/source.ts";
import { cpuTasks } from "../../queue/cpu-tasks.ts";
import { createFetcherOf } from "../../queue/open.ts";
import { watchedSources } from "../../queue/pipeline.ts";
import { exitCodes } from "../exit-codes.ts";
import { describeExtraction } from "../extraction-view.ts";
import { UsageError } from "../explain.ts";
import { sourcesNamed } from "../named-sources.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable, type Terminal } from "../terminal.ts";

interface CheckOptions {
  fixture?: true;
  live?: true;
  json?: true;
}

interface EndpointCheck {
  source: string;
  endpoint: string;
  ok: boolean;
  items: number;
  newest: string | null;
  notes: string[];
  error: string | null;
}

/** What one article of a source goes through, from its announcement to what would be told. */
interface ArticleCheck {
  announced: string;
  title: string | null;
  /** Where its title would put it in the queue. */
  priority: number;
  canonical: string | null;
  article: Article | null;
  extraction: Extraction | null;
  wouldAlert: string[];
  problems: string[];
}

/**
 * Polls endpoints without keeping anything, one source after another, so that nobody is hurried. For one source it can
 * go all the way: with `--live` its newest article is fetched, with `--fixture` the recorded one is taken.
 */
export async function checkSources({
  args,
  options,
  globals,
  terminal,
}: CommandContext<CheckOptions>): Promise<number> {
  const { settings } = settingsOf(globals);
  const all = loadSources({ userFolder: settings.sources.folder });
  const sources = args.length > 0 ? sourcesNamed(args, all) : watchedSources(settings);
  if ((options.fixture || options.live) && args.length === 0)
    throw new UsageError("name the source to check; habeas sources list shows them");
  const { folder: gazetteersFolder } = settings.gazetteers;
  const tell = (source: Source, check: ArticleCheck) => {
    if (options.json) terminal.out(JSON.stringify({ source: source.id, ...check }));
    else showArticle(check, terminal);
  };
  if (options.fixture) {
    const checks = [];
    for (const source of sources) {
      const check = await checkRecorded(source, settings.sources.folder, gazetteersFolder);
      tell(source, check);
      checks.push(check);
    }
    return checks.every(({ problems }) => problems.length === 0) ? exitCodes.ok : exitCodes.failed;
  }
  const fetcher = await createFetcherOf(settings);
  const filters = loadTopicFilters();
  let failed = 0;
  let checked = 0;
  try {
    for (const source of sources) {
      let newest: { url: string; title: string | null } | null = null;
      for (const endpoint of source.endpoints) {
        terminal.status(`${++checked}  ${source.id}  ${endpoint.url}`);
        const filter = source.topicFilter === undefined ? undefined : filters.get(source.topicFilter);
        const { check, first } = await checkEndpoint(source, endpoint, fetcher, filter);
        newest ??= first;
        if (!check.ok) failed++;
        if (options.json) terminal.out(JSON.stringify(check));
        else showEndpoint(check, terminal);
      }
      if (options.live && newest !== null) {
        const check = await checkLive(source, newest, fetcher, gazetteersFolder);
        tell(source, check);
        if (check.problems.length > 0) failed++;
      }
    }
  } finally {
    terminal.status("");
    await fetcher.close();
  }
  terminal.err(`${checked - Math.min(failed, checked)} of ${checked} endpoints answer with articles.`);
  return failed === 0 ? exitCodes.ok : exitCodes.failed;
}

async function checkEndpoint(
  source: Source,
  endpoint: Endpoint,
  fetcher: Fetcher,
  filter: TopicFilter | undefined,
): Promise<{ check: EndpointCheck; first: { url: string; title: string | null } | null }> {
  let matching = 0;
  const poll = await pollEndpoint({
    source,
    endpoint,
    state: null,
    fetcher,
    now: Date.now(),
    keep: ({ title, summary }) => {
      if (filter === undefined || filter.matches(`${title ?? ""}\n${summary ?? ""}`)) matching++;
      return true;
    },
  });
  const published = poll.discoveries.flatMap(({ hint }) => hint.published ?? []);
  const [first] = poll.discoveries;
  const check = {
    source: source.id,
    endpoint: endpoint.url,
    ok: poll.error === null && poll.discoveries.length > 0,
    items: poll.discoveries.length,
    newest: published.toSorted().at(-1) ?? null,
    notes: filter === undefined ? poll.notes : [...poll.notes, `${matching} match the topic filter`],
    error: poll.error?.message ?? (poll.discoveries.length === 0 ? "announces nothing" : null),
  };
  return { check, first: first === undefined ? null : { url: first.url, title: first.hint.title } };
}

async function checkLive(
  source: Source,
  { url, title }: { url: string; title: string | null },
  fetcher: Fetcher,
  gazetteersFolder: string | null,
): Promise<ArticleCheck> {
  try {
    const browser = source.needsBrowser ? "first" : "fallback";
    const page = await fetcher.fetch({ ...sourceRequest(source), url, browser });
    if (page.notModified) throw new UsageError(`${url} answered 304 to an unconditional request`);
    const article = readPage(page.text, {
      url: page.url,
      sourceId: source.id,
      sourceName: source.name,
      hint: { title, published: null },
      ...(source.selectors === undefined ? {} : { selectors: source.selectors }),
      ...(source.timeZone === undefined ? {} : { timeZone: source.timeZone }),
    });
    return wayOf(url, title, article, [], gazetteersFolder);
  } catch (error) {
    if (!(error instanceof HabeasError)) throw error;
    return wayOf(url, title, null, [error.message], gazetteersFolder);
  }
}

async function checkRecorded(
  source: Source,
  folder: string | null,
  gazetteersFolder: string | null,
): Promise<ArticleCheck> {
  const recording = (folder === null ? null : loadFixture(source.id, folder)) ?? loadFixture(source.id);
  if (recording === null) throw new UsageError(`nothing was recorded for ${source.id}; try --live`);
  const { problems, items, article } = await checkRecording(source, recording);
  const announced = items.find(({ url }) => url === recording.article.url);
  return wayOf(recording.article.url, announced?.title ?? null, article, problems, gazetteersFolder);
}

function wayOf(
  announced: string,
  title: string | null,
  article: Article | null,
  problems: string[],
  gazetteersFolder: string | null,
): ArticleCheck {
  const extraction = article === null ? null : cpuTasks.extract({ article, gazetteersFolder });
  return {
    announced,
    title,
    priority: priorityOf({ title }),
    canonical: article?.url ?? null,
    article,
    extraction,
    // What is not asserted is never told as a fact.
    wouldAlert: (extraction?.events ?? [])
      .filter(({ assertion }) => assertion === "asserted")
      .map(({ type }) => type.replaceAll("_", " ")),
    problems,
  };
}

function showEndpoint(
  { ok, source, endpoint, error, items, newest, notes }: EndpointCheck,
  terminal: Terminal,
) {
  const { green, red, dim } = terminal.colors;
  terminal.out(`${ok ? green("ok  ") : red("dead")} ${source}  ${endpoint}`);
  terminal.out(dim(`     ${printable(error ?? `${items} items, newest ${newest ?? "undated"}`)}`));
  for (const note of notes) terminal.out(dim(`     ${printable(note)}`));
}

function showArticle(check: ArticleCheck, terminal: Terminal) {
  const { bold, dim, red } = terminal.colors;
  const urgent = check.priority === priorities.release ? ", told of as a release" : "";
  terminal.out(`${bold("announced")}  ${printable(check.announced)}`);
  terminal.out(
    dim(`           ${printable(check.title ?? "without a title")} (priority ${check.priority}${urgent})`),
  );
  terminal.out(`${bold("canonical")}  ${printable(check.canonical ?? "–")}`);
  for (const problem of check.problems) terminal.out(red(`problem    ${printable(problem)}`));
  if (check.article !== null && check.extraction !== null) {
    const { authors, published, paragraphs } = check.article;
    const facts = [
      published ?? "no date",
      authors.join(", ") || "no author",
      `${paragraphs.length - 1} paragraphs`,
    ];
    terminal.out(`${bold("article")}    ${printable(facts.join(" · "))}\n`);
    for (const line of describeExtraction(check.article, check.extraction, terminal)) terminal.out(line);
  }
  terminal.out(
    `${bold("would alert")}  ${check.wouldAlert.length === 0 ? "nobody" : [...new Set(check.wouldAlert)].join(", ")}`,
  );
}
