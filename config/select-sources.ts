import type { Source } from "../model/source.ts";
import { ConfigError } from "./config-error.ts";
import { nearest } from "./nearest.ts";

/** Whether a source is watched, and if not, why. */
export interface SourceChoice {
  source: Source;
  watched: boolean;
  /** Null when watched. */
  reason: string | null;
}

function matcher(patterns: readonly string[]): (id: string) => boolean {
  const tests = patterns.map((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`);
  });
  return (id) => tests.some((test) => test.test(id));
}

/**
 * Applies the lists `sources.enabled` and `sources.disabled` of the settings. A source that is named in full in
 * `enabled` is watched even when its file disables it: whoever names it has read the reason.
 * @throws ConfigError for a name that no source has.
 */
export function selectSources(
  sources: readonly Source[],
  lists: { enabled: readonly string[]; disabled: readonly string[] },
): SourceChoice[] {
  const ids = sources.map((source) => source.id);
  for (const list of ["enabled", "disabled"] as const) {
    for (const pattern of lists[list]) {
      if (ids.some(matcher([pattern]))) continue;
      const meant = nearest(pattern, ids);
      const expected = meant === null ? "the id of a source" : `the id of a source; did you mean ${meant}?`;
      const key = `sources.${list}`;
      throw new ConfigError([
        { place: "settings", line: null, key, found: JSON.stringify(pattern), expected },
      ]);
    }
  }
  const isListed = matcher(lists.enabled);
  const isBarred = matcher(lists.disabled);
  return sources.map((source) => {
    const reason = isBarred(source.id)
      ? "It is in the settings' sources.disabled."
      : lists.enabled.includes(source.id)
        ? null
        : !source.enabled
          ? (source.disabledReason ?? null)
          : lists.enabled.length > 0 && !isListed(source.id)
            ? "It is not in the settings' sources.enabled."
            : null;
    return { source, watched: reason === null, reason };
  });
}
