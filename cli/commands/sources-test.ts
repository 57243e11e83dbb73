import { loadFixture } from "../../config/load-fixtures.ts";
import { loadSources } from "../../config/load-sources.ts";
import { checkRecording, checkSpec } from "../../crawlers/contract.ts";
import { exitCodes } from "../exit-codes.ts";
import { sourcesNamed } from "../named-sources.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable } from "../terminal.ts";

interface TestResult {
  source: string;
  /** Whether there is a recorded endpoint and page to crawl. */
  recorded: boolean;
  problems: string[];
}

/** Tests every source's file, and crawls what was recorded for it. No network. Exit code 1 when something is not as expected. */
export async function testSources({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<number> {
  const { settings } = settingsOf(globals);
  const { folder } = settings.sources;
  const all = loadSources({ userFolder: folder });
  const results: TestResult[] = [];
  for (const source of args.length === 0 ? all : sourcesNamed(args, all)) {
    const recording = (folder === null ? null : loadFixture(source.id, folder)) ?? loadFixture(source.id);
    const problems = checkSpec(source);
    if (recording !== null) problems.push(...(await checkRecording(source, recording)).problems);
    results.push({ source: source.id, recorded: recording !== null, problems });
  }
  const { green, red, dim } = terminal.colors;
  for (const result of results) {
    if (options.json) terminal.out(JSON.stringify(result));
    else {
      const sign = result.problems.length > 0 ? red("wrong") : green("ok   ");
      terminal.out(
        `${sign} ${result.source}${result.recorded ? "" : dim("  (nothing recorded: file only)")}`,
      );
      for (const problem of result.problems) terminal.out(dim(`      ${printable(problem)}`));
    }
  }
  const wrong = results.filter(({ problems }) => problems.length > 0).length;
  const recorded = results.filter((result) => result.recorded).length;
  terminal.err(
    `${results.length - wrong} of ${results.length} sources are as expected, ${recorded} of them with recorded pages.`,
  );
  return wrong === 0 ? exitCodes.ok : exitCodes.failed;
}
