import { isBlock } from "./marks.ts";
import { attributeOf, type Mark, type PageElement } from "./tree.ts";
import { countWords, squeeze } from "./words.ts";

export type Hint = "quote" | "faq" | "tip" | "lead" | null;

/** A run of text between two block boundaries. */
export interface Block {
  text: string;
  /** Nearest enclosing element that says what the text is: h1–h6, p, li, pre, td, th, dt, dd, blockquote; else `p`. */
  tag: string;
  words: number;
  linkWords: number;
  mark: Mark;
  /** What the surrounding elements say: a quotation, questions and answers, a box beside the text, the lead. */
  hint: Hint;
  /** Time of the live-blog entry that the block stands in. */
  at: string | null;
}

const tellingTags = new Set("h1 h2 h3 h4 h5 h6 p li pre td th dt dd blockquote".split(" "));
const quoteLabel = /pull-?quote|block-?quote|zitat|cita-destacada/;
const faqLabel = /(?:^|[\s-])faqs?(?=$|[\s-])/;
const tipLabel =
  /pro-?tip|key-?(?:takeaways?|points|facts)|did-you-know|fact-?box|info-?box|call-?out|fast-?facts|at-a-glance/;

function hintOf(element: PageElement): Hint {
  const { name, label } = element;
  if (name === "blockquote") return "quote";
  if (label === "") return null;
  if (quoteLabel.test(label)) return "quote";
  if (faqLabel.test(label) || /FAQPage|\/Question$/.test(attributeOf(element, "itemtype") ?? ""))
    return "faq";
  return tipLabel.test(label) ? "tip" : null;
}

interface Frame {
  element: PageElement;
  next: number;
  tag: string;
  hint: Hint;
  at: string | null;
}

interface BlockOptions {
  hint?: Hint;
  /** Time of a live-blog entry, for the element that is one. */
  timeOf?: (element: PageElement) => string | null;
}

/** Cuts the text below an element into blocks, in document order, leaving out what is marked to be dropped. */
export function blocksOf(root: PageElement, { hint = null, timeOf }: BlockOptions = {}): Block[] {
  const blocks: Block[] = [];
  const stack: Frame[] = [{ element: root, next: 0, tag: "p", hint, at: null }];
  let text = "";
  let words = 0;
  let linkWords = 0;
  let linkDepth = 0;

  const flush = (frame: Frame): void => {
    const squeezed = squeeze(text);
    if (squeezed !== "") {
      const { tag, at } = frame;
      blocks.push({ text: squeezed, tag, words, linkWords, mark: frame.element.mark, hint: frame.hint, at });
    }
    text = "";
    words = linkWords = 0;
  };

  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const { element } = frame;
    const child = element.children[frame.next];
    if (child === undefined) {
      if (isBlock(element.name) || stack.length === 1) flush(frame);
      if (element.name === "a") linkDepth--;
      stack.pop();
      continue;
    }
    frame.next++;
    if (child.type === "text") {
      text += child.data;
      words += child.words;
      if (linkDepth > 0) linkWords += child.words;
      continue;
    }
    if (child.mark === "drop") continue;
    if (isBlock(child.name)) flush(frame);
    if (child.name === "a") linkDepth++;
    if (child.children.length === 0) {
      if (child.name === "a") linkDepth--;
      continue;
    }
    stack.push({
      element: child,
      next: 0,
      tag: tellingTags.has(child.name) ? child.name : frame.tag,
      hint: hintOf(child) ?? frame.hint,
      at: timeOf?.(child) ?? frame.at,
    });
  }
  return blocks;
}

/** Blocks of a plain text whose paragraphs stand on lines of their own. */
export function blocksOfText(text: string): Block[] {
  return text
    .split("\n")
    .map(squeeze)
    .filter((line) => line !== "")
    .map((line) => ({
      text: line,
      tag: "p",
      words: countWords(line),
      linkWords: 0,
      mark: null,
      hint: null,
      at: null,
    }));
}
