import { loadSources } from "../../config/load-sources.ts";
import { selectSources } from "../../config/select-sources.ts";
import { loadTopicFilters } from "../../config/topic-filter.ts";
import { pollEndpoint } from "../../crawlers/poll.ts";
import type { Endpoint, Source } from "../../model/source.ts";
import { createFetcherOf } from "../../queue/open.ts";
import { watchedSources } from "../../queue/pipeline.ts";
import { exitCodes } from "../exit-codes.ts";
import { sourcesNamed } from "../named-sources.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable, table, wrap } from "../terminal.ts";
import { withStore } from "../with-store.ts";

interface ListOptions {
  country?: string;
  lang?: string;
  disabled?: true;
  json?: true;
}

export async function listSources({
  options,
  globals,
  terminal,
}: CommandContext<ListOptions>): Promise<undefined> {
  const { settings } = settingsOf(globals);
  const { country, lang, disabled, json } = options;
  const choices = selectSources(
    loadSources({ userFolder: settings.sources.folder }),
    settings.sources,
  ).filter(
    ({ source, watched }) =>
      (country === undefined || source.countries.includes(country.toUpperCase())) &&
      (lang === undefined || source.langs.includes(lang)) &&
      (disabled === undefined || !watched),
  );
  if (json) {
    for (const { source, watched, reason } of choices)
      terminal.out(JSON.stringify({ ...source, watched, reason }));
    return;
  }
  const rows = choices.map(({ source, watched, reason }) => [
    source.id,
    watched ? "yes" : "no",
    String(source.tier),
    source.countries.join(",") || "–",
    source.langs.join(","),
    disabled ? (reason ?? "") : source.name,
  ]);
  const header = ["ID", "WATCHED", "TIER", "COUNTRY", "LANG", disabled ? "WHY NOT" : "NAME"];
  for (const line of table(header, rows, terminal.interactive ? terminal.columns : Infinity))
    terminal.out(line);
  terminal.err(
    `${choices.filter(({ watched }) => watched).length} of ${choices.length} sources are watched.`,
  );
}

export async function showSource({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<undefined> {
  const { settings } = settingsOf(globals);
  const all = selectSources(loadSources({ userFolder: settings.sources.folder }), settings.sources);
  const [source] = sourcesNamed(
    args,
    all.map((choice) => choice.source),
  );
  const choice = all.find((one) => one.source === source);
  if (source === undefined || choice === undefined) return;
  await withStore(globals, async (store) => {
    const states = await store.endpoints.list(source.id);
    if (options.json) {
      terminal.out(
        JSON.stringify({ ...source, watched: choice.watched, reason: choice.reason, states }, null, 2),
      );
      return;
    }
    const { bold, dim } = terminal.colors;
    terminal.out(bold(source.name));
    terminal.out(
      `${source.id} · ${source.homepage} · ${source.kind.replaceAll("_", " ")}, tier ${source.tier} · ${source.langs.join(", ")}`,
    );
    terminal.out(choice.watched ? "watched" : `not watched: ${choice.reason}`);
    if (source.topicFilter !== undefined)
      terminal.out(`keeps only what matches the topic filter ${source.topicFilter}`);
    for (const line of wrap(source.notes ?? "", terminal.columns)) terminal.out(dim(line));
    for (const endpoint of source.endpoints) {
      const state = states.find(({ url }) => url === endpoint.url);
      terminal.out(
        `\n${endpoint.kind.replaceAll("_", " ")}${endpoint.enabled ? "" : " (off)"}: ${endpoint.url}`,
      );
      if (endpoint.note !== undefined)
        for (const line of wrap(endpoint.note, terminal.columns, "  ")) terminal.out(dim(line));
      if (state === undefined) terminal.out("  not polled yet");
      else {
        terminal.out(
          `  polled ${state.polledAt ?? "never"}, due ${state.dueAt}; ${state.lastItems} items, ${state.lastNew} new`,
        );
        if (state.lastError !== null)
          terminal.out(`  ${state.consecutiveFailures} failures: ${printable(state.lastError)}`);
      }
    }
  });
}

interface Check {
  source: string;
  endpoint: string;
  ok: boolean;
  items: number;
  newest: string | null;
  notes: string[];
  error: string | null;
}

/** Polls endpoints without keeping anything. Sources one after another, so that nobody is hurried. */
export async function checkSources({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<number> {
  const { settings } = settingsOf(globals);
  const sources =
    args.length > 0
      ? sourcesNamed(args, loadSources({ userFolder: settings.sources.folder }))
      : watchedSources(settings);
  const filters = loadTopicFilters();
  const fetcher = await createFetcherOf(settings);
  let failed = 0;
  let checked = 0;
  const check = async (source: Source, endpoint: Endpoint): Promise<Check> => {
    const filter = source.topicFilter === undefined ? undefined : filters.get(source.topicFilter);
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
    return {
      source: source.id,
      endpoint: endpoint.url,
      ok: poll.error === null && poll.discoveries.length > 0,
      items: poll.discoveries.length,
      newest: published.toSorted().at(-1) ?? null,
      notes: filter === undefined ? poll.notes : [...poll.notes, `${matching} match the topic filter`],
      error: poll.error?.message ?? (poll.discoveries.length === 0 ? "announces nothing" : null),
    };
  };
  try {
    for (const source of sources) {
      for (const endpoint of source.endpoints) {
        terminal.status(`${++checked}  ${source.id}  ${endpoint.url}`);
        const result = await check(source, endpoint);
        if (!result.ok) failed++;
        if (options.json) terminal.out(JSON.stringify(result));
        else {
          const { green, red, dim } = terminal.colors;
          const sign = result.ok ? green("ok  ") : red("dead");
          terminal.out(`${sign} ${source.id}  ${endpoint.url}`);
          terminal.out(
            dim(
              `     ${printable(result.error ?? `${result.items} items, newest ${result.newest ?? "undated"}`)}`,
            ),
          );
          for (const note of result.notes) terminal.out(dim(`     ${printable(note)}`));
        }
      }
    }
  } finally {
    terminal.status("");
    await fetcher.close();
  }
  terminal.err(`${checked - failed} of ${checked} endpoints answer with articles.`);
  return failed === 0 ? exitCodes.ok : exitCodes.failed;
}
