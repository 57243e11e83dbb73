import type { Block } from "./blocks.ts";
import { kindOfLine } from "./lines.ts";
import type { ForeignZone, Mark } from "./tree.ts";
import { fold } from "./words.ts";

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
  for (const block of blocks) {
    if (block.tag === "h1") continue;
    if (kept.length < 6 && block.text.length < 2 * title.length + 20 && fold(block.text) === foldedTitle)
      continue;
    if (!/[\p{L}\p{N}]/u.test(block.text)) continue;
    const mark = block.mark ?? markOfBlock(block);
    if (mark !== "drop") kept.push({ ...block, mark });
  }
  return trim(kept);
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
