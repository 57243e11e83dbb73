import type { Source } from "../model/source.ts";
import { groupBy, markdownTable } from "./markdown.ts";

const intro = `# Sources

<!-- Written by \`npm run docs\` from config/sources/; change the files there. -->

What Habeas watches, by the country of the publisher. Tiers: 1 primary record, international body or paper of record;
2 established independent newsroom or organisation; 3 partisan, campaign or state-funded, needs corroboration; 4 state
propaganda or rewriter, never the only source. Filtered sources keep only articles that match a topic filter
(\`config/topic-filters.yaml\`). Addresses were gathered from public measurements and age: \`habeas sources check\` finds
the dead ones.
`;

const kindNames = {
  feed: "feed",
  sitemap: "sitemap",
  news_sitemap: "news sitemap",
  listing: "listing",
} as const;

function countryName(code: string, names: ReadonlyMap<string, string>): string {
  if (code === "") return "International";
  if (code === "EU") return "European Union";
  return names.get(code) ?? code;
}

function endpoints(source: Source): string {
  const counts = new Map<string, number>();
  for (const { kind, enabled } of source.endpoints)
    if (enabled) counts.set(kindNames[kind], (counts.get(kindNames[kind]) ?? 0) + 1);
  return [...counts].map(([kind, count]) => (count === 1 ? kind : `${count} ${kind}s`)).join(", ") || "–";
}

function state(source: Source): string {
  if (!source.enabled) return `no: ${source.disabledReason}`;
  const remarks = [
    source.status,
    source.paywall && `${source.paywall} paywall`,
    source.topicFilter && "filtered",
  ];
  const told = remarks.filter((remark) => remark !== undefined && remark !== "");
  return told.length === 0 ? "yes" : `yes (${told.join(", ")})`;
}

/**
 * The page about all sources, in Markdown.
 * @param countries names by ISO code.
 */
export function sourcesPage(sources: readonly Source[], countries: ReadonlyMap<string, string>): string {
  const header = ["id", "name", "tier", "languages", "endpoints", "watched"];
  const tables = [...groupBy(sources, (source) => countryName(source.countries[0] ?? "", countries))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, list]) => {
      const rows = list.map((source) => [
        `\`${source.id}\``,
        `[${source.name}](${source.homepage})`,
        String(source.tier),
        source.langs.join(" "),
        endpoints(source),
        state(source),
      ]);
      return `## ${country}\n\n${markdownTable(header, rows)}\n`;
    });
  const watched = sources.filter((source) => source.enabled).length;
  const total = `${sources.length} sources, ${watched} of them watched unless the settings say otherwise.\n`;
  return [intro, total, ...tables].join("\n");
}
