import { bodyLabel, headingHolders, isBlock } from "./marks.ts";
import { attributeOf, type Page, type PageElement } from "./tree.ts";

/** Elements that a container may be narrowed to. */
const wrappers = new Set("div section article main form table tbody tr td center body html span".split(" "));
const tableParts = new Set(["table", "tbody", "tr"]);

/** How much text an element holds: prose, or on pages of short lines whatever is not a link. */
type Weight = (element: PageElement) => number;

/**
 * The element that holds the article's text. First come elements that say so (`<article>`, `itemprop=articleBody`, class
 * names): the outermost one that is not much lighter than the heaviest, then its innermost one that loses little. From
 * there, or from the body, the search goes down while one child holds most of the weight.
 */
export function findContainer(page: Page): PageElement {
  const body = page.elements.find((element) => element.name === "body") ?? page.root;
  const weigh: Weight =
    body.prose > 60 ? (element) => element.prose : (element) => element.words - element.linkWords;
  return narrow(findDeclared(page, body, weigh) ?? body, body, weigh);
}

function findDeclared(page: Page, body: PageElement, weigh: Weight): PageElement | null {
  const declared = page.elements.filter(
    (element) =>
      element.mark === null &&
      element !== body &&
      (element.name === "article" ||
        (element.notable && /articleBody/i.test(attributeOf(element, "itemprop") ?? "")) ||
        bodyLabel.test(element.label)),
  );
  const withHeading = headingHolders(page);
  const heaviest = declared.reduce((max, element) => Math.max(max, weigh(element)), 0);
  if (heaviest < 0.25 * weigh(body) && heaviest <= 150) return null;
  const titled = declared.find((element) => weigh(element) >= 40 && withHeading.has(element));
  const outer = titled ?? declared.find((element) => weigh(element) >= 0.4 * heaviest);
  if (outer === undefined) return null;
  let inner = outer;
  for (const element of declared) {
    if (weigh(element) >= 0.8 * weigh(outer) && isInside(element, inner)) inner = element;
  }
  return inner;
}

function isInside(element: PageElement, ancestor: PageElement): boolean {
  for (let climb = element.parent; climb !== null; climb = climb.parent) if (climb === ancestor) return true;
  return false;
}

function narrow(from: PageElement, body: PageElement, weigh: Weight): PageElement {
  let current = from;
  for (;;) {
    let heaviest: PageElement | null = null;
    for (const child of current.children) {
      if (child.type === "text" || child.mark !== null || !wrappers.has(child.name)) continue;
      if (heaviest === null || weigh(child) > weigh(heaviest)) heaviest = child;
    }
    if (heaviest === null || weigh(heaviest) === 0 || weigh(heaviest) < 0.75 * weigh(current)) return current;
    const losesText = weigh(current) - weigh(heaviest) > 40;
    if (tableParts.has(heaviest.name) && current !== body && losesText) return current;
    current = heaviest;
  }
}

/** Names of the element that holds the summary above the text, in the languages of newspapers' themes. */
const leadLabel =
  /lead|lede|intro|summary|teaser|perex|abstract|excerpt|deck|\bdek\b|standfirst|sub-?(?:title|head)|description|chapo|vorspann|entradilla|bajada|sommaire|strapline|synopsis/;

/**
 * Blocks before the container that belong to the article: its summary, or first paragraphs that the theme put beside a
 * picture. Looked for among the earlier siblings of the container and of up to four of its ancestors.
 */
export function findLead(container: PageElement): PageElement[] {
  const found: PageElement[] = [];
  let element = container;
  for (let level = 0; level < 5; level++) {
    const { parent } = element;
    if (parent === null || ["body", "article", "main"].includes(element.name)) break;
    const before: PageElement[] = [];
    for (const sibling of parent.children) {
      if (sibling === element) break;
      if (sibling.type !== "text" && mayHoldLead(sibling)) before.push(...leadsIn(sibling));
    }
    found.unshift(...before);
    element = parent;
  }
  return found;
}

function mayHoldLead({ mark, words, linkWords, name }: PageElement): boolean {
  return mark === null && name !== "a" && words >= 6 && words <= 150 && linkWords <= 0.4 * words;
}

function leadsIn(root: PageElement): PageElement[] {
  const leads: PageElement[] = [];
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (element.mark !== null) continue;
    const { name, words, linkWords } = element;
    const isLead = leadLabel.test(`${element.label} ${attributeOf(element, "itemprop") ?? ""}`);
    if (/^h[1-6]$/.test(name) && !isLead) continue;
    const fits = isBlock(name) && words >= 6 && words <= 120 && linkWords <= 0.3 * words;
    if (fits && (isLead || (name === "p" && words >= 10))) {
      leads.push(element);
      continue;
    }
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child !== undefined && child.type !== "text") pending.push(child);
    }
  }
  return leads;
}
