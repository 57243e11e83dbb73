import { readFileSync } from "node:fs";
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { ConfigError } from "./config-error.ts";

/** A YAML or JSON file in memory, which knows the line of each of its values. */
export interface ConfigDocument {
  /** Path as it is shown in messages. */
  file: string;
  value: unknown;
  /** Line of the value at the path, or of the nearest value around it. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/**
 * Reads a YAML or JSON file (JSON is read as the YAML that it is).
 * @throws ConfigError when the file cannot be read or is not well-formed.
 */
export function readDocument(file: string): ConfigDocument {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "an error";
    const found = code === "ENOENT" ? "no such file" : code;
    throw new ConfigError(
      [{ place: file, line: null, key: "", found, expected: "a file that can be read" }],
      {
        cause,
      },
    );
  }
  return parseText(text, file);
}

/** As {@link readDocument}, from text. */
export function parseText(text: string, file: string): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map((error) => ({
        place: file,
        line: lines.linePos(error.pos[0]).line,
        key: "",
        found: error.message.replace(/\s+/g, " "),
        expected: "well-formed YAML or JSON",
      })),
    );
  }
  const lineOfNode = (node: Node | null | undefined): number | null =>
    node?.range ? lines.linePos(node.range[0]).line : null;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const issue = {
      place: file,
      line: null,
      key: "",
      found: "aliases that unfold without end",
      expected: "a file of sensible size",
    };
    throw new ConfigError([issue], { cause });
  }
  return {
    file,
    value,
    lineOf: (path) => {
      let node: unknown = document.contents;
      let line = lineOfNode(document.contents);
      for (const step of path) {
        if (isAlias(node)) node = node.resolve(document);
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
          if (pair === undefined) return line;
          if (isNode(pair.key)) line = lineOfNode(pair.key) ?? line;
          node = pair.value;
        } else if (isSeq(node) && typeof step === "number") {
          node = node.items[step];
          if (isNode(node)) line = lineOfNode(node) ?? line;
        } else return line;
      }
      return line;
    },
  };
}
