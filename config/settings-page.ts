import { groupBy, markdownTable } from "./markdown.ts";
import { type SettingKey, settingKeys } from "./setting-keys.ts";

const intro = `# Settings

<!-- Written by \`npm run docs\` from config/settings.ts; change the descriptions there. -->

Every setting has a default; Habeas runs without a settings file. Flags win over the environment, the environment over
the file, the file over the defaults. \`habeas config\` shows the values in force and where each came from.

- **File**: \`habeas.yaml\`, \`habeas.yml\` or \`habeas.json\` in the working folder, or the one that \`--config\` or
  \`HABEAS_CONFIG\` names. Relative paths in it start from its own folder. Unknown keys are errors.
- **Environment**: the variable beside each setting. Lists are separated by commas; an empty variable counts as not
  set, and \`none\` empties a setting that may be empty. Other \`HABEAS_\` variables give a warning.
- **Flags**: \`--set KEY=VALUE\` for any setting, e.g. \`--set crawl.timeoutSeconds=40\`.

\`\`\`yaml
# habeas.yaml
data:
  folder: /var/lib/habeas
crawl:
  contactUrl: https://example.org/about-our-crawler
sources:
  folder: my-sources
  disabled: [tass, archyde]
\`\`\`

Source files of your own go into \`sources.folder\`, one source a file, named like its id. With the id of a known source
they need only the keys that differ:

\`\`\`yaml
# my-sources/viasna.yaml
id: viasna
intervalSeconds: 900
\`\`\`

Files in \`gazetteers.folder\` look like those in \`config/gazetteers/\`: lists under \`people\`, \`actors\`, \`prisons\`,
\`countries\` and so on, whose entries add to the known ones, change those with the same id, or take them away:

\`\`\`yaml
# my-gazetteers/people.yaml
people:
  - id: doe-jane
    name: Jane Doe
    heldIn: null
    role: prisoner
    events: []
  - id: kalesnikava-maria
    remove: true
\`\`\`
`;

function showDefault({ default: value }: SettingKey): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "–";
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function showKind({ kind, choices, unit }: SettingKey): string {
  if (kind === "choice") return choices.map((choice) => `\`${choice}\``).join(", ");
  return (
    unit ??
    { string: "text", number: "number", integer: "whole number", boolean: "true or false", list: "list" }[
      kind
    ]
  );
}

/** The page about all settings, in Markdown. */
export function settingsPage(): string {
  const header = ["key", "default", "unit or values", "environment", "meaning"];
  const sections = [...groupBy(settingKeys(), (key) => key.path[0] ?? "")].map(([section, keys]) => {
    const rows = keys.map((key) => [
      `\`${key.key}\``,
      showDefault(key),
      showKind(key),
      `\`${key.env}\``,
      key.description,
    ]);
    return `## ${section}\n\n${markdownTable(header, rows)}\n`;
  });
  return [intro, ...sections].join("\n");
}
