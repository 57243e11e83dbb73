import { readFileSync } from "node:fs";
import { markdownTable } from "../config/markdown.ts";
import { eventTypes } from "../model/extraction.ts";
import { typeRules } from "./match/type-rules.ts";
import { enough, vetoes, weights } from "./match/weights.ts";
import { standingRules } from "./standing/judge.ts";

const words = (type: string) => type.replaceAll("_", " ");

/** The tables of `docs/ledger.md` by the names of their marks. */
const tables: Readonly<Record<string, () => string>> = {
  standing: () =>
    markdownTable(
      ["standing", "when (the first that holds)", "rule"],
      Object.entries(standingRules).map(([rule, { standing, says }]) => [standing, says, `\`${rule}\``]),
    ),
  weights: () =>
    [
      markdownTable(
        ["reason", "points"],
        Object.values(weights).map(({ points, says }) => [says, `${points > 0 ? "+" : ""}${points}`]),
      ),
      `\nA claim joins with ${enough} points or more. It cannot join at all when: ${Object.values(vetoes).join("; ")}.`,
    ].join("\n"),
  types: () =>
    markdownTable(
      ["type", "days apart", "in groups", "undated", "background", "told apart by", "may be one with"],
      eventTypes.map((type) => {
        const rule = typeRules[type];
        return [
          words(type),
          rule.once ? "any" : String(rule.reachDays),
          String(rule.groupReachDays),
          String(rule.undatedDays),
          rule.background ? "yes" : "",
          rule.by ?? "",
          rule.same
            .filter((other) => other !== type)
            .map(words)
            .join(", "),
        ];
      }),
    ),
};

/** The page with its tables written anew between their marks. */
export function withRules(page: string): string {
  return page.replace(
    /<!-- (\w+) -->[^]*?<!-- end -->/g,
    (_all, name: string) => `<!-- ${name} -->\n\n${tables[name]?.() ?? ""}\n\n<!-- end -->`,
  );
}

export const rulesPage = new URL("../docs/ledger.md", import.meta.url);
export const readRulesPage = (): string => readFileSync(rulesPage, "utf8");
