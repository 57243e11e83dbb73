import type { Block } from "./blocks.ts";
import { parseDate } from "./dates.ts";
import type { LinkedArticle } from "./jsonld.ts";
import { attributeOf, type PageElement, textOf } from "./tree.ts";
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
    (element.notable && attributeOf(element, "itemprop") === "liveBlogUpdate") ||
    (element.label !== "" && entryLabel.test(element.label));
  if (!isEntry) return null;
  const pending = [element];
  for (let i = 0; i < pending.length && i < maxDescendants; i++) {
    const current = pending[i] as PageElement;
    if (current.name === "time") return attributeOf(current, "datetime") ?? (textOf(current, 40) || null);
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

/** `14:05 — …`, `[14:05]`, `14.05 Uhr:`, `9:30 a.m. ET | …`, or the time alone on its line. */
const stampStart =
  /^(?=[[(\d])[[(]?([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*([ap])\.?m\.?)?(?:\s*(?:uhr|hrs?|h|ч\.?|et|gmt|utc|bst|cet|msk|мск))?[\])]?\s*(?:[—–|:•·-]+\s*(?=\S)|$|\s(?=\p{Lu}))/iu;

function stampAt(text: string): RegExpExecArray | null {
  return /^[[(\d]/.test(text) ? stampStart.exec(text) : null;
}

/**
 * Tells paragraph by paragraph in which live-blog entry's time it stands; null outside of entries. Entries are those that
 * the page marks, and where two or more paragraphs begin with a clock time, those that begin so.
 */
export function createEntryClock(
  paragraphs: readonly { text: string; at?: string | null }[],
  published: string | null,
): (paragraph: { text: string; at?: string | null }) => string | null {
  const hasStamps = paragraphs.filter(({ text }) => stampAt(text) !== null).length >= 2;
  let current: string | null = null;
  return ({ text, at }) => {
    if (at) return normaliseTime(at, published);
    const stamp = hasStamps ? stampAt(text) : null;
    if (stamp !== null) current = stampToTime(stamp, published);
    return current;
  };
}

function normaliseTime(raw: string, published: string | null): string {
  const date = parseDate(raw);
  if (date !== null) return date;
  const stamp = stampAt(raw);
  return stamp === null ? raw : stampToTime(stamp, published);
}

/** A clock time gets the day of the article, and its zone when the article has one that is not merely UTC. */
function stampToTime(stamp: RegExpExecArray, published: string | null): string {
  const half = stamp[3]?.toLowerCase();
  let hour = Number(stamp[1]);
  if (half !== undefined && hour <= 12) hour = (hour % 12) + (half === "p" ? 12 : 0);
  const time = `${String(hour).padStart(2, "0")}:${stamp[2]}`;
  const zone = /T.*?([+-]\d\d:\d\d)$/.exec(published ?? "")?.[1];
  return published === null || zone === undefined ? time : `${published.slice(0, 10)}T${time}:00${zone}`;
}
