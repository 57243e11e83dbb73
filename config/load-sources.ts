import { basename, join } from "node:path";
import { type Source, SourceSchema } from "../model/source.ts";
import { compiledFile, readCompiled } from "./compiled.ts";
import { readDocument } from "./document.ts";
import { createIssueList, entryIssue, isRecord, parseEntry, type RawEntry } from "./entries.ts";
import { checkFolder, dataFiles } from "./files.ts";
import { packageRoot } from "./package-root.ts";
import { loadTopicFilters } from "./topic-filter.ts";

export interface LoadSourcesOptions {
  /**
   * Folder with source files of the user. A file whose id is new adds a source; one whose id is known changes it:
   * its keys replace those of the source, all others stay.
   */
  userFolder?: string | null | undefined;
}

export const sourcesFolder = (): string => join(packageRoot(), "config", "sources");
const knownKeys = Object.keys(SourceSchema.shape);

/**
 * All sources, the disabled ones too, ordered by id.
 * @throws ConfigError that names file, line and key of everything that is wrong.
 */
export function loadSources({ userFolder }: LoadSourcesOptions = {}): Source[] {
  const compiled = readCompiled(compiledFile("sources"), [sourcesFolder()]) as Source[] | null;
  const own = compiled ?? readSources(sourcesFolder());
  if (userFolder === undefined || userFolder === null) return own;
  return readSources(checkFolder(userFolder, "sources.folder"), own);
}

/** Reads the source files of a folder, on top of sources that are there already. */
export function readSources(folder: string, base: readonly Source[] = []): Source[] {
  const sources = new Map(base.map((source) => [source.id, source]));
  const filters = loadTopicFilters();
  const issues = createIssueList();
  const seen = new Map<string, string>();
  for (const file of dataFiles(folder)) {
    const document = readDocument(file);
    const name = basename(file).replace(/\.(ya?ml|json)$/, "");
    if (!isRecord(document.value)) {
      issues.add({ place: file, line: 1, key: "", found: "no keys", expected: "the keys of one source" });
      continue;
    }
    const written: RawEntry = { value: document.value, document, path: [] };
    const id = document.value.id ?? name;
    if (id !== name)
      issues.add(entryIssue(written, "id", JSON.stringify(id), `the name of the file, ${name}`));
    const twin = seen.get(name);
    if (twin !== undefined)
      issues.add(entryIssue(written, "id", `${name} in ${twin} too`, "one file for each source"));
    seen.set(name, file);
    const known = sources.get(name);
    const value = { ...known, ...document.value, id: name };
    if (known !== undefined && document.value.enabled === true) delete value.disabledReason;
    const entry: RawEntry = { ...written, value };
    const parsed = parseEntry(SourceSchema, entry, knownKeys);
    if (!parsed.ok) {
      issues.add(...parsed.issues);
      continue;
    }
    const source = parsed.value;
    if (source.topicFilter !== undefined && !filters.has(source.topicFilter)) {
      const names = [...filters.keys()].join(", ");
      issues.add(entryIssue(entry, "topicFilter", JSON.stringify(source.topicFilter), `one of ${names}`));
    }
    const urls = source.endpoints.map((endpoint) => endpoint.url);
    const double = urls.find((url, index) => urls.indexOf(url) !== index);
    if (double !== undefined)
      issues.add(entryIssue(entry, "endpoints", `${double} twice`, "different addresses"));
    sources.set(name, source);
  }
  issues.throwIfAny();
  return [...sources.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
