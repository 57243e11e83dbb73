import { load } from "cheerio/slim";
import type { ArticleSelectors } from "../../model/source.ts";
import { type Page, type PageElement, type PageNode, textOf } from "./tree.ts";

/** What a source's selectors found on a page. */
export interface Selected {
  title: string | null;
  /** Elements that hold the text, in document order; empty when the selector is not given or finds nothing. */
  body: PageElement[];
  authors: string[];
  /** Elements that hold the summary above the text. */
  summary: PageElement[];
  /** Machine date of the element if it has one, else its text. */
  published: string | null;
}

/**
 * Applies a source's CSS selectors, and takes out of the page what `remove` names.
 *
 * @throws SyntaxError when a selector is not valid CSS; the source's file is wrong then.
 */
export function applySelectors(page: Page, selectors: ArticleSelectors): Selected {
  linkSiblings(page);
  const select = load(page.root as unknown as Parameters<typeof load>[0]);
  const all = (selector: string | undefined): PageElement[] =>
    selector === undefined ? [] : (select(selector).get() as unknown as PageElement[]);

  for (const selector of selectors.remove ?? []) for (const element of all(selector)) detach(element);
  const published = all(selectors.published)[0];
  return {
    title: all(selectors.title).map((element) => contentOf(element))[0] || null,
    body: outermost(all(selectors.body)),
    authors: all(selectors.authors)
      .map(contentOf)
      .filter((name) => name !== ""),
    summary: outermost(all(selectors.summary)),
    published: published === undefined ? null : (published.attribs["datetime"] ?? contentOf(published)),
  };
}

function contentOf(element: PageElement): string {
  return element.attribs["content"] ?? textOf(element);
}

/** Selectors such as `:first-child` walk along siblings, which nothing else needs. */
function linkSiblings({ elements }: Page): void {
  type Linked = PageNode & { prev: PageNode | null; next: PageNode | null };
  for (const { children } of elements) {
    for (const [index, child] of children.entries()) {
      (child as Linked).prev = children[index - 1] ?? null;
      (child as Linked).next = children[index + 1] ?? null;
    }
  }
  const root = elements[0] as Linked | undefined;
  if (root !== undefined) root.prev = root.next = null;
}

/** Empties an element: it stays in the tree, and in the list of elements, without holding anything. */
function detach(element: PageElement): void {
  const pending: PageElement[] = [element];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const child of current.children) if (child.type !== "text") pending.push(child);
    current.children = [];
    current.ownWords = 0;
    current.attribs = {};
    current.label = "";
  }
}

function outermost(elements: readonly PageElement[]): PageElement[] {
  const known = new Set(elements);
  return elements.filter((element) => {
    for (let climb = element.parent; climb !== null; climb = climb.parent) if (known.has(climb)) return false;
    return true;
  });
}
