/** A set from words in a text, for tables that are read by people. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** A map from lines of the form `value: word word_with_spaces …`. */
export function wordMap<T>(table: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [value, text] of table) {
    for (const word of words(text)) map.set(word.replaceAll("_", " "), value);
  }
  return map;
}
