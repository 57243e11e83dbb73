import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { loadSources } from "../../config/load-sources.ts";
import { findEndpoints, type FoundSite } from "../../crawlers/find-endpoints.ts";
import { type Source, SourceSchema } from "../../model/source.ts";
import { createFetcherOf } from "../../queue/open.ts";
import { exitCodes } from "../exit-codes.ts";
import { UsageError } from "../explain.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable } from "../terminal.ts";

interface AddOptions {
  id?: string;
  folder?: string;
  print?: true;
}

/** Looks where a site announces its articles and writes a source's file. Exit code 1 when nothing was found. */
export async function addSource({
  args,
  options,
  globals,
  terminal,
}: CommandContext<AddOptions>): Promise<number> {
  const { settings } = settingsOf(globals);
  const address = addressOf(args[0] ?? "");
  const folder = options.folder ?? settings.sources.folder;
  if (folder === null && options.print === undefined)
    throw new UsageError("say where to write it: --folder, the setting sources.folder, or --print");
  const id = options.id ?? idOf(address);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UsageError(`--id expects lower-case letters, digits and hyphens, found "${id}"`);
  if (loadSources({ userFolder: settings.sources.folder }).some((source) => source.id === id))
    throw new UsageError(`there is a source ${id} already; choose another --id`);
  const fetcher = await createFetcherOf(settings);
  let site: FoundSite;
  try {
    terminal.status(`looking at ${address}`);
    site = await findEndpoints(address, fetcher, Date.now());
  } finally {
    terminal.status("");
    await fetcher.close();
  }
  for (const { url, reason } of site.refused)
    terminal.err(terminal.colors.dim(printable(`not ${url}: ${reason}`)));
  if (site.endpoints.length === 0) {
    terminal.err(`No feed, sitemap or list of articles was found at ${address}.`);
    return exitCodes.failed;
  }
  const text = stringify(withoutDefaults(sourceOf(id, site)), { lineWidth: 110 });
  for (const { endpoint, items, newest } of site.endpoints)
    terminal.err(
      printable(`${endpoint.kind} ${endpoint.url}: ${items} articles, newest ${newest ?? "undated"}`),
    );
  if (folder === null || options.print) terminal.out(text.trimEnd());
  else {
    const file = join(folder, `${id}.yaml`);
    if (existsSync(file)) throw new UsageError(`${file} is there already`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    terminal.out(`wrote ${file}`);
    terminal.err(
      "Correct its kind, tier, countries and languages; habeas sources check shows what it gives.",
    );
  }
  return exitCodes.ok;
}

function addressOf(given: string): string {
  const address = /^https?:\/\//i.test(given) ? given : `https://${given}`;
  if (!URL.canParse(address)) throw new UsageError(`${given} is no address of a site`);
  return address;
}

/** `www.news.example/en` → `news`. */
function idOf(address: string): string {
  const labels = new URL(address).hostname.replace(/^www\./, "").split(".");
  const name = labels.length > 1 ? labels.slice(0, -1).join("-") : (labels[0] ?? "");
  return name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-");
}

/** Kind, tier and countries are a human's to say; the lowest trust is assumed. */
function sourceOf(id: string, { name, homepage, lang, endpoints }: FoundSite): Source {
  return SourceSchema.parse({
    id,
    name: name.slice(0, 100),
    homepage,
    kind: "online_news",
    tier: 3,
    langs: [lang ?? "en"],
    endpoints: endpoints.map(({ endpoint }) => endpoint),
    asOf: new Date().toISOString().slice(0, 10),
  });
}

/** What the schema fills in by itself need not stand in the file. */
function withoutDefaults({ endpoints, ...source }: Source): object {
  const defaults = { enabled: true, needsBrowser: false, countries: [] };
  const bare = (entry: object) =>
    Object.fromEntries(
      Object.entries(entry).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key as keyof typeof defaults]),
      ),
    );
  return { ...bare(source), endpoints: endpoints.map(bare) };
}
