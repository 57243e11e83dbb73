import { Parser } from "htmlparser2";
import { countWords } from "./words.ts";

/** Text that is shown with the article without being part of it. */
export type ForeignZone = "caption" | "newsletter" | "teaser" | "bio";

/** Why an element is not the article's own text; null when it may be. */
export type Mark = ForeignZone | "drop" | null;

/**
 * An element of a page. The fields' names are those of domhandler, so that CSS selectors run on the tree; it is built by
 * us because reading needs a fraction of what domhandler keeps, and the numbers below at every element.
 */
export interface PageElement {
  type: "root" | "tag";
  name: string;
  attribs: Record<string, string>;
  /** What designers call it: class, id and component names, in lower case with hyphens between all words. */
  label: string;
  /** Has one of the few attributes that reading looks at by name; most elements have none. */
  notable: boolean;
  children: PageNode[];
  parent: PageElement | null;
  /** Words directly in this element. */
  ownWords: number;
  /** Words below it, without those of marked elements. */
  words: number;
  /** Those of `words` that are inside links. */
  linkWords: number;
  /** Words outside links in runs that are long enough to be sentences. */
  prose: number;
  /** Words of the run that is still open towards the enclosing block. */
  run: number;
  mark: Mark;
}

export interface PageText {
  type: "text";
  data: string;
  parent: PageElement;
  words: number;
}

export type PageNode = PageElement | PageText;

export interface Page {
  root: PageElement;
  /**
   * Every element in document order, the root first: a loop forwards hands something down from parents to children, a
   * loop backwards sums children up, and nothing has to recurse.
   */
  elements: PageElement[];
  /** Contents of the JSON-LD scripts. */
  jsonLd: string[];
}

/** Pages above these sizes are refused: no news article is that large, and one page must not hold a worker. */
export const maxPageCharacters = 12_000_000;
const maxPageElements = 600_000;

/** Open elements at one time. The parser looks through all of them at every tag, and no page nests a hundredth of it. */
const maxPageNesting = 20_000;

/** Elements nested deeper are laid flat into the one at this depth, which bounds every climb towards the root. */
const maxDepth = 400;

const discarded = new Set(
  "style noscript template svg iframe object embed canvas audio video math frameset map".split(" "),
);

/** What {@link parsePage} throws; its caller knows the address and says the rest. */
export class PageTooLarge extends Error {}

function createElement(
  name: string,
  attribs: Record<string, string>,
  label: string,
  notable: boolean,
  parent: PageElement | null,
): PageElement {
  return {
    type: parent === null ? "root" : "tag",
    name,
    attribs,
    label,
    notable,
    children: [],
    parent,
    ownWords: 0,
    words: 0,
    linkWords: 0,
    prose: 0,
    run: 0,
    mark: null,
  };
}

/** Parses HTML; scripts, styles, drawings and embedded media are left out. */
export function parsePage(html: string): Page {
  if (html.length > maxPageCharacters) {
    throw new PageTooLarge(`it has ${html.length} characters, more than ${maxPageCharacters}`);
  }
  const root = createElement("root", {}, "", false, null);
  const page: Page = { root, elements: [root], jsonLd: [] };
  const labels = new Map<string, string>();
  let current = root;
  let depth = 0;
  /** Depth inside an element that is left out, 0 outside. */
  let skipping = 0;
  let jsonLd = false;
  /** Names of the tag that is being read. */
  let label = "";
  let notable = false;
  /** The parser cuts text at every entity; the pieces are joined here. */
  let text = "";

  const endText = (): void => {
    if (text === "") return;
    if (jsonLd) page.jsonLd.push(text);
    else if (skipping === 0) {
      const words = countWords(text);
      current.children.push({ type: "text", data: text, parent: current, words });
      current.ownWords += words;
    }
    text = "";
  };

  const parser = new Parser({
    onattribute(name, value) {
      const use = attributeUses.get(name);
      if (use === "label") label = label === "" ? value : `${label} ${value}`;
      else if (use === "notable") notable = true;
    },
    onopentag(name, attribs) {
      endText();
      const rawLabel = label;
      const wasNotable = notable;
      label = "";
      notable = false;
      if (skipping > 0 || name === "script" || discarded.has(name)) {
        skipping++;
        jsonLd = name === "script" && /ld\+json/i.test(attribs["type"] ?? "");
        return;
      }
      if (page.elements.length >= maxPageElements) {
        throw new PageTooLarge(`it has more than ${maxPageElements} elements`);
      }
      const element = createElement(name, attribs, labelOf(rawLabel, labels), wasNotable, current);
      current.children.push(element);
      page.elements.push(element);
      depth++;
      if (depth > maxPageNesting) {
        throw new PageTooLarge(`its elements are nested more than ${maxPageNesting} deep`);
      }
      if (depth <= maxDepth) current = element;
    },
    ontext(data) {
      if (skipping === 0 || jsonLd) text += data;
    },
    onclosetag() {
      endText();
      if (skipping > 0) {
        skipping--;
        jsonLd = false;
        return;
      }
      if (depth <= maxDepth) current = current.parent ?? root;
      depth--;
    },
  });
  parser.write(html);
  parser.end();
  return page;
}

/**
 * An attribute's value. Always read through here: every page brings attribute objects of new shapes, and code that is
 * specialised to the shapes seen so far is thrown away at the next one.
 */
export function attributeOf({ attribs }: PageElement, name: string): string | undefined {
  return attribs[name];
}

/** Text below an element with its white space squeezed; stops after about `maxCharacters`. */
export function textOf(element: PageElement, maxCharacters = 2000): string {
  let text = "";
  const pending: PageNode[] = [element];
  for (let node = pending.pop(); node !== undefined && text.length < maxCharacters; node = pending.pop()) {
    if (node.type === "text") {
      text += node.data;
      continue;
    }
    if (node.name === "br") text += " ";
    for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i] as PageNode);
  }
  return text.replace(/\s+/g, " ").trim();
}

const attributeUses = new Map<string, "label" | "notable">();
for (const name of ["class", "id", "data-component", "data-testid", "data-qa"])
  attributeUses.set(name, "label");
for (const name of ["itemprop", "rel", "role", "hidden", "aria-hidden", "style"])
  attributeUses.set(name, "notable");

/** `relatedArticle__item` → `related-article-item`; pages repeat the same names over and over, hence the map. */
function labelOf(raw: string, known: Map<string, string>): string {
  if (raw === "") return "";
  let label = known.get(raw);
  if (label === undefined) {
    label = raw.slice(0, 400);
    // Utility classes such as `print:hidden` or `[&>p]:mt-2` say nothing about what an element is.
    if (/[:[]/.test(label)) label = label.replace(/[^\s:[]*[:[]\S*/g, "");
    if (/[A-Z_]|--/.test(label)) {
      label = label
        .replace(/([a-z])([A-Z])/g, "$1-$2")
        .replace(/[_-]+/g, "-")
        .toLowerCase();
    }
    known.set(raw, label);
  }
  return label;
}
