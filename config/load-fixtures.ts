import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ConfigError } from "./config-error.ts";
import { sourcesFolder } from "./load-sources.ts";

const ExpectedSchema = z.strictObject({
  /** Which endpoint of the source was recorded, and in which file of the folder. */
  endpoint: z.string(),
  endpointFile: z.string(),
  /** Articles that it announces, newest first: canonical address and title. */
  announces: z.array(z.tuple([z.string(), z.string()])).min(1),
  /** What reading `article.html` gives. */
  article: z.strictObject({
    url: z.string(),
    title: z.string(),
    authors: z.array(z.string()),
    published: z.string().nullable(),
    lang: z.string(),
    /** The article's own paragraphs, and nothing else. */
    paragraphs: z.array(z.string()).min(1),
  }),
});

/** A recorded endpoint and page of a source, with what crawling them has to give. */
export interface SourceFixture extends z.infer<typeof ExpectedSchema> {
  endpointBody: Uint8Array;
  pageHtml: string;
}

/**
 * The fixture of a source: the folder with its name beside its file. Null when there is none.
 * @param folder of the source files; those of Habeas itself when absent.
 * @throws ConfigError when the folder is there but something in it is missing or wrong.
 */
export function loadFixture(sourceId: string, folder: string = sourcesFolder()): SourceFixture | null {
  const file = join(folder, sourceId, "expected.json");
  if (!existsSync(file)) return null;
  const read = (name: string): Buffer => {
    const path = join(dirname(file), name);
    if (existsSync(path)) return readFileSync(path);
    throw issue(file, "endpointFile", `no file ${name}`, "a file in the same folder");
  };
  const parsed = ExpectedSchema.safeParse(parseJson(file));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw issue(file, first?.path.join(".") ?? "", first?.message ?? "", "the expectations of a fixture");
  }
  return {
    ...parsed.data,
    endpointBody: read(parsed.data.endpointFile),
    pageHtml: read("article.html").toString("utf8"),
  };
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw issue(file, "", (error as Error).message, "valid JSON");
  }
}

const issue = (place: string, key: string, found: string, expected: string) =>
  new ConfigError([{ place, line: null, key, found, expected }]);
