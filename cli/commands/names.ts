import { readFileSync } from "node:fs";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { createNameMatcher } from "../../ledger/names/matcher.ts";
import { Permanent } from "../../model/errors.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { printable } from "../terminal.ts";

const labels: readonly string[] = ["match", "nomatch"];

/** The pairs of a file of lines `a TAB b`, perhaps with label and category; a heading and empty lines are passed over. */
function readPairs(file: string): { a: string; b: string }[] {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    throw new Permanent(`cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
  return text
    .replace(/^\ufeff/u, "")
    .split(/\r?\n/u)
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      const [a = "", b, label] = line.split("\t");
      if (b === undefined)
        throw new Permanent(
          `${file}:${index + 1}: expected two names with a tab between them, found "${line}"`,
        );
      const heading = index === 0 && a === "a" && b === "b" && !labels.includes(label ?? "");
      return heading ? [] : [{ a, b }];
    });
}

export async function matchNameFile({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ gazetteer: boolean; reasons?: true }>): Promise<undefined> {
  const [file = ""] = args;
  const pairs = readPairs(file);
  const userFolder = settingsOf(globals).settings.gazetteers.folder;
  const match = createNameMatcher(options.gazetteer ? loadGazetteers({ userFolder }).people : []);
  for (const { a, b } of pairs) {
    const { outcome, score, reason } = match(a, b);
    const fields = [a, b, outcome, score.toFixed(3), ...(options.reasons ? [reason] : [])];
    terminal.out(fields.map(printable).join("\t"));
  }
}
