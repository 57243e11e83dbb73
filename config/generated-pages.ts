import { loadGazetteers } from "./load-gazetteers.ts";
import { loadSources } from "./load-sources.ts";
import { settingsPage } from "./settings-page.ts";
import { sourcesPage } from "./sources-page.ts";

/** Pages of the documentation that are written from the code and the data, by path from the package root. */
export function generatedPages(): Map<string, string> {
  const countries = new Map(loadGazetteers().countries.map(({ id, name }) => [id, name]));
  return new Map([
    ["docs/settings.md", settingsPage()],
    ["docs/sources.md", sourcesPage(loadSources(), countries)],
  ]);
}
