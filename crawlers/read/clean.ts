import type { Block } from "./blocks.ts";
import { kindOfLine } from "./lines.ts";
import type { ForeignZone, Mark } from "./tree.ts";
import { firstWordIndex, fold } from "./words.ts";

/** A block that stays in the article, if only as a caption, teaser, newsletter line or bio. */
export interface CleanBlock extends Block {
  mark: ForeignZone | null;
}

const isHeading = (block: Block): boolean => /^h[1-6]$/.test(block.tag);
const endsSentence = (text: string): boolean => /[.!?。…:]["”’»)\]]*$/.test(text);

/**
 * Decides for every block of the container whether it is the article's own: repeated titles, rows of links and furniture
 * are left out; teasers, newsletter lines, captions and bios stay, marked.
 */
export function cleanBlocks(blocks: readonly Block[], title: string): CleanBlock[] {
  const foldedTitle = fold(title);
  const kept: CleanBlock[] = [];
  const seen = new Set<string>();
  for (const block of blocks) {
    if (block.tag === "h1" || firstWordIndex(block.text) === block.text.length) continue;
    if (block.text.length < 2 * title.length + 20 && fold(block.text) === foldedTitle) continue;
    // The time of a live-blog entry is kept with the entry.
    if (block.at !== null && /^[\d\s:.,|–-]+(?:uhr|[ap]\.?m\.?)?$/i.test(block.text)) continue;
    if (block.words >= repeatWords) {
      if (seen.has(block.text)) continue;
      seen.add(block.text);
    }
    const mark = block.mark ?? markOfBlock(block);
    if (mark !== "drop") kept.push({ ...block, mark });
  }
  return trim(markTail(kept));
}

/** A paragraph of this length that comes again is the page's doing: a second layout, a lead repeated in the text. */
const repeatWords = 8;

const startsStory = (block: CleanBlock): boolean =>
  block.mark === "teaser" || (isHeading(block) && block.linkWords > 0);

/**
 * Marks the lists of other stories that follow an article without a name of their own: at the end, headlines with at
 * most one paragraph after each. The article itself must be the larger part.
 */
function markTail(blocks: CleanBlock[]): CleanBlock[] {
  let start = blocks.length;
  let stories = 0;
  for (let i = blocks.length - 1, run = 0; i >= 0; i--) {
    const block = blocks[i] as CleanBlock;
    if (startsStory(block)) {
      stories++;
      run = 0;
      start = i;
    } else if (block.mark === null && block.words >= 12) {
      if (++run > 1) break;
    }
  }
  const wordsOf = (some: readonly CleanBlock[]): number =>
    some.reduce((sum, { mark, words }) => sum + (mark === null ? words : 0), 0);
  const tail = blocks.slice(start);
  if (stories < 3 || wordsOf(tail) > 0.6 * wordsOf(blocks.slice(0, start))) return blocks;
  return [
    ...blocks.slice(0, start),
    ...tail.map((block) => ({ ...block, mark: block.mark ?? ("teaser" as const) })),
  ];
}

function markOfBlock(block: Block): Mark {
  if (block.tag !== "pre") {
    const kind = kindOfLine(block.text);
    if (kind !== null) return kind;
  }
  const linkShare = block.words === 0 ? 0 : block.linkWords / block.words;
  if (linkShare > (block.tag === "li" ? 0.7 : 0.75) && block.words < 40) {
    const linkedSentence =
      block.tag === "p" && block.words > 18 && endsSentence(block.text) && linkShare < 0.95;
    if (!linkedSentence) return "teaser";
  }
  return null;
}

/** Takes crumbs off both ends, and headings with nothing below them. */
function trim(blocks: readonly CleanBlock[]): CleanBlock[] {
  const own = blocks.filter((block) => block.mark === null);
  const out = new Set<Block>();
  let first = 0;
  let last = own.length - 1;
  const at = (index: number): Block => own[index] as Block;
  while (last >= first && isHeading(at(last))) out.add(at(last--));
  while (last - first > 2 && at(first).words < 5 && !endsSentence(at(first).text) && !isHeading(at(first))) {
    out.add(at(first++));
  }
  while (last - first > 2 && at(last).words < 4 && !endsSentence(at(last).text)) out.add(at(last--));
  for (let i = first; i < last; i++) {
    const [block, next] = [at(i), at(i + 1)];
    if (isHeading(block) && isHeading(next) && next.tag <= block.tag && block.words < 3) out.add(block);
  }
  return blocks.filter((block) => !out.has(block));
}
