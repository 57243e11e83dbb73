import { nearest } from "../config/nearest.ts";
import { UsageError } from "./explain.ts";

/** Sources by id, `*` standing for any letters. */
export function sourcesNamed<S extends { id: string }>(
  patterns: readonly string[],
  sources: readonly S[],
): S[] {
  const found = new Set<S>();
  for (const pattern of patterns) {
    const matcher = new RegExp(
      `^${pattern
        .split("*")
        .map((part) => part.replace(/[^\w-]/g, "\\$&"))
        .join(".*")}$`,
    );
    const hits = sources.filter(({ id }) => matcher.test(id));
    if (hits.length === 0) {
      const meant = nearest(
        pattern,
        sources.map(({ id }) => id),
      );
      throw new UsageError(
        `no source ${pattern}${meant === null ? "" : `; did you mean ${meant}?`} habeas sources list shows all`,
      );
    }
    for (const hit of hits) found.add(hit);
  }
  return [...found];
}
