import { loadSources } from "../../config/load-sources.ts";
import { selectSources } from "../../config/select-sources.ts";
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
