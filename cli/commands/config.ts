import { describeSettings } from "../../config/describe-settings.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { table } from "../terminal.ts";

/** Prints every setting with its value (secrets masked) and its origin. */
export async function config({
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<undefined> {
  const loaded = settingsOf(globals);
  const rows = describeSettings(loaded);
  for (const warning of loaded.warnings) terminal.err(`warning: ${warning}`);
  if (options.json) {
    terminal.out(JSON.stringify({ file: loaded.file, settings: rows }, null, 2));
    return;
  }
  terminal.out(
    loaded.file === null
      ? "No settings file; defaults, environment and flags."
      : `Settings file: ${loaded.file}`,
  );
  terminal.out("");
  const lines = table(
    ["SETTING", "VALUE", "FROM"],
    rows.map(({ key, shown, origin }) => [key, shown, origin]),
    Infinity,
  );
  for (const line of lines) terminal.out(line);
}
