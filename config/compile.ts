import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type CompiledName, compiledFile } from "./compiled.ts";
import { readExtractorCode } from "./extractor-code.ts";
import { readGazetteers } from "./gazetteer-files.ts";
import { gazetteersFolder } from "./load-gazetteers.ts";
import { packageRoot } from "./package-root.ts";
import { readSources, sourcesFolder } from "./load-sources.ts";
import { readTopicPatterns } from "./topic-filter.ts";

/** Writes beside and renames, so that a process that reads at this moment sees the old file or the new one whole. */
function write(name: CompiledName, value: unknown): void {
  const file = compiledFile(name);
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, file);
}

write("topic-filters", readTopicPatterns());
write("sources", readSources(sourcesFolder()));
write("gazetteers", readGazetteers(gazetteersFolder()));
write("extractor-code", readExtractorCode(packageRoot()));
