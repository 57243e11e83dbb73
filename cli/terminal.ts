import { stripVTControlCharacters } from "node:util";
import { createColors } from "picocolors";

/** Where a command writes: results to `out`, progress and errors to `err`. Colours only on a terminal. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Redraws one status line on a terminal; without one prints nothing. */
  status(line: string): void;
  readonly colors: ReturnType<typeof createColors>;
  readonly columns: number;
  readonly interactive: boolean;
}

/** NO_COLOR and FORCE_COLOR are honoured; see https://no-color.org. */
export function createTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const coloured = (FORCE_COLOR !== undefined && FORCE_COLOR !== "0") || (!NO_COLOR && stdout.isTTY);
  let statusShown = false;
  const clear = () => {
    if (statusShown) stderr.write("\r\u001b[2K");
    statusShown = false;
  };
  return {
    out(line) {
      clear();
      stdout.write(`${line}\n`);
    },
    err(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    status(line) {
      if (!stderr.isTTY) return;
      stderr.write(`\r\u001b[2K${clip(line, (stderr.columns ?? 80) - 1)}`);
      statusShown = line !== "";
    },
    colors: createColors(coloured),
    columns: stdout.columns ?? 100,
    interactive: stdout.isTTY,
  };
}

/** Text from the outside must not steer the terminal: control characters become spaces. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, " ");
}

/** Cuts to `width` characters with an ellipsis. */
export function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** Lines of a table whose columns are as wide as their widest cell; the last one is clipped to the terminal. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): string[] {
  const cells = [header, ...rows.map((row) => row.map(printable))];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => {
    const line = row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join("  ");
    return clip(line.trimEnd(), columns);
  });
}

/** Breaks text into lines of at most `width` visible characters at spaces; colours take no room. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  let length = 0;
  for (const word of text.split(/\s+/)) {
    const wordLength = stripVTControlCharacters(word).length;
    if (length > 0 && length + wordLength + 1 > width - indent.length) {
      lines.push(indent + line);
      line = "";
      length = 0;
    }
    line = length === 0 ? word : `${line} ${word}`;
    length += wordLength + (length === 0 ? 0 : 1);
  }
  if (line !== "") lines.push(indent + line);
  return lines;
}
