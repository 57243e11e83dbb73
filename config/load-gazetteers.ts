import { join } from "node:path";
import { foldName } from "../model/fold-name.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import { compiledFile, readCompiled } from "./compiled.ts";
import { checkFolder } from "./files.ts";
import { type GazetteerData, type GenderLists, readGazetteers } from "./gazetteer-files.ts";
import { packageRoot } from "./package-root.ts";

export interface LoadGazetteersOptions {
  /** Folder with gazetteer files of the user, which add to, change or (`remove: true`) take away entries by id. */
  userFolder?: string | null | undefined;
}

export const gazetteersFolder = (): string => join(packageRoot(), "config", "gazetteers");

/**
 * People, actors, prisons, countries, given names and terms.
 * @throws ConfigError that names file, line and key of everything that is wrong.
 */
export function loadGazetteers({ userFolder }: LoadGazetteersOptions = {}): Gazetteers {
  const compiled = readCompiled(compiledFile("gazetteers"), [gazetteersFolder()]) as GazetteerData | null;
  let data = compiled ?? readGazetteers(gazetteersFolder());
  if (userFolder !== undefined && userFolder !== null)
    data = readGazetteers(checkFolder(userFolder, "gazetteers.folder"), data);
  return { ...data, givenNames: indexNames(data.givenNames) };
}

/** A name that stands in the lists of both men and women, perhaps after folding, says nothing about gender. */
function indexNames(lists: GenderLists): Map<string, "m" | "f" | "u"> {
  const names = new Map<string, "m" | "f" | "u">();
  for (const gender of ["m", "f", "u"] as const) {
    for (const written of lists[gender].split(/\s+/)) {
      if (written === "") continue;
      const name = foldName(written);
      const known = names.get(name);
      names.set(name, known === undefined || known === gender ? gender : "u");
    }
  }
  return names;
}
