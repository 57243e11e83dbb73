import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readRulesPage, rulesPage, withRules } from "./rules-page.ts";

it("docs/ledger.md has the rules in force (UPDATE_DOCS=1 writes them)", () => {
  const page = readRulesPage();
  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(rulesPage, withRules(page));
  else expect(page).toBe(withRules(page));
  expect(page.match(/<!-- end -->/g)).toHaveLength(3);
});
