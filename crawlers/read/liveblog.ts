import type { Block } from "./blocks.ts";
import type { LinkedArticle } from "./jsonld.ts";
import { type PageElement, textOf } from "./tree.ts";
import { fold } from "./words.ts";

const entryLabel =
  /(?:^|[\s-])(?:live-?(?:blog|ticker)?|ticker|blog)-?(?:post|entry|item|event|update)(?=$|[\s-])(?!-(?:s|list))/;
const maxDescendants = 60;

/**
 * Time of a live-blog entry as the page gives it, when the element is one: by `itemprop=liveBlogUpdate` or its name, and
 * a `<time>` near its beginning. Null for everything else.
 */
export function entryTime(element: PageElement): string | null {
  const isEntry =
    element.attribs["itemprop"] === "liveBlogUpdate" ||
    (element.label !== "" && entryLabel.test(element.label));
  if (!isEntry) return null;
  const pending = [element];
  for (let i = 0; i < pending.length && i < maxDescendants; i++) {
    const current = pending[i] as PageElement;
    if (current.name === "time") return current.attribs["datetime"] ?? (textOf(current, 40) || null);
    for (const child of current.children) if (child.type !== "text") pending.push(child);
  }
  return null;
}

const keyCharacters = 40;

/**
 * Gives blocks the time of the JSON-LD entry that they belong to. Entries are found by the beginning of their headline
 * or text, and last until the next one begins.
 */
export function stampBlocks(blocks: readonly Block[], updates: LinkedArticle["updates"]): Block[] {
  const times = new Map<string, string>();
  for (const { headline, body, at } of updates) {
    for (const text of [headline, body]) {
      const key = fold(text ?? "").slice(0, keyCharacters);
      if (key.length >= 10 && !times.has(key)) times.set(key, at);
    }
  }
  if (times.size === 0) return [...blocks];
  let current: string | null = null;
  return blocks.map((block) => {
    current = times.get(fold(block.text).slice(0, keyCharacters)) ?? current;
    return block.at === null && current !== null ? { ...block, at: current } : block;
  });
}
