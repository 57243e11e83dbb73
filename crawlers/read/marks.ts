import { attributeOf, type Mark, type Page, type PageElement } from "./tree.ts";

/** Elements that never hold an article's text, whatever they are called. */
const droppedElements = new Set(
  "head title nav footer aside button select textarea input dialog label fieldset menu form meta link area figcaption".split(
    " ",
  ),
);

const droppedRoles = new Set(
  "navigation banner complementary contentinfo search dialog alert menu menubar toolbar tooltip".split(" "),
);

/** Single words of class names and ids, and what an element so named is. */
const wordMarks = new Map<string, Mark>();
for (const [mark, words] of [
  [
    "drop",
    `share sharing shares sharebar social socials sharedaddy addtoany addthis sponsor sponsored sponsors advert adverts
    advertisement advertising ads adslot adbox adsbygoogle dfp outbrain taboola comments comment respond disqus breadcrumb
    breadcrumbs byline bylines dateline timestamp cookie cookies consent gdpr modal popup popover lightbox tags taglist
    tagcloud navbar navigation menu sidebar footer masthead toolbar pagination pager prevnext rating ratings login signin
    donate donation banner skip print printfriendly postmeta disclaimer disclosure rollover carousel podcast cta`,
  ],
  ["caption", "caption captions wpcaption credit credits"],
  ["newsletter", "newsletter newsletters subscribe subscription subscriptions signup"],
  [
    "teaser",
    `related recirc recirculation recommended recommendation recommendations recommends trending popular readmore promo
    promotion promoted`,
  ],
  ["bio", "bio biography authorbox authorbio"],
] as const) {
  for (const word of words.split(/\s+/)) wordMarks.set(word, mark);
}

/** Several words in a row; labels are compared with hyphens between all words. */
const phraseMarks: readonly (readonly [Mark, RegExp])[] = (
  [
    [
      "teaser",
      "read-?(?:more|next|also)|more-(?:from|on|stories|news|in)|also-(?:read|like|on)|you-may|up-?next|see-?also|in-this-article|inline-(?:promo|related)|article-related",
    ],
    ["newsletter", "inline-newsletter|email-signup|mc-embed"],
    ["bio", "author-(?:bio|box|info|card|about|description|profile)|about-(?:the-)?author"],
    ["caption", "(?:image|img|photo|media|wp)-(?:caption|credit)"],
    [
      "drop",
      "post-(?:meta|tags|nav|navigation|footer|info|date|author|categories)|entry-(?:meta|footer|date|utility|tags)|article-(?:meta|tags|footer|info|date|byline|share|tools|comments)|story-(?:meta|footer|tools|date)|publish(?:ed)?-(?:date|time)|pub-(?:date|time)|date-(?:published|updated|posted)|visually-?hidden|sr-only|screen-reader|call-to-action|ad-(?:container|wrapper|slot|unit|block|placeholder|label)|site-(?:header|footer|nav|navigation)|page-(?:header|footer)|global-(?:header|nav|footer)|skip-(?:link|to)|tag-(?:list|cloud|links)|tags-links|cat-links",
    ],
  ] as const
).map(([mark, source]) => [mark, new RegExp(`(?:^|[\\s-])(?:${source})(?=$|[\\s-])`)] as const);

/** Class names of the element that holds the article's text. */
export const bodyLabel =
  /article-?body|story-?body|entry-?content|post-?content|article-?content|content-?body|post-?body|article-?text|story-?content|body-?content|main-?content|page-?content|rich-?text|news-?body|news-?text|detail-?text/;

/** Names that an article's own root carries, beside words that would otherwise count against it. */
const articleRoot = /hentry|type-post|node--type|(?:^|[\s-])node-\w/;

function markOfLabel(label: string, isArticle: boolean): Mark {
  // Quotations and embedded posts carry names such as `embed-social`, and are the author's choice.
  if (/embed|tweet|quote/.test(label)) return null;
  if (/(?:^|\s)(?:is-)?hidden(?:\s|$)/.test(label)) return "drop";
  for (const [mark, phrase] of phraseMarks) if (phrase.test(label)) return mark;
  if (isArticle || articleRoot.test(label)) {
    return /\b(?:related|teaser|card|promo|recirc)\b/.test(label) && !/hentry|type-post/.test(label)
      ? "teaser"
      : null;
  }
  for (const word of label.split(/[^a-z]+/)) {
    const mark = wordMarks.get(word);
    if (mark !== undefined) return mark;
  }
  return null;
}

function isHidden(element: PageElement): boolean {
  const style = attributeOf(element, "style");
  return (
    attributeOf(element, "hidden") !== undefined ||
    attributeOf(element, "aria-hidden") === "true" ||
    (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  );
}

function isDroppedRole(role: string | undefined): boolean {
  return role !== undefined && droppedRoles.has(role.toLowerCase());
}

/** A figure is its caption, unless it wraps a table, code, a quotation or a long paragraph. */
function figureHoldsText(figure: PageElement): boolean {
  const pending = [figure];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (element.name === "table" || element.name === "pre" || element.name === "blockquote") return true;
    if (element.name === "p" && element.words > 60) return true;
    for (const child of element.children) if (child.type !== "text") pending.push(child);
  }
  return false;
}

const blockElements = new Set(
  `address article blockquote body br caption center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr
  html li main ol p pre root section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** True for elements that begin and end a paragraph. */
export function isBlock(name: string): boolean {
  return blockElements.has(name);
}

/** Sums words, link words and prose from the leaves to the root; marked elements count nothing. */
function measure({ elements }: Page): void {
  for (const element of elements) {
    element.words = element.run = element.ownWords;
    element.linkWords = element.prose = 0;
  }
  for (let i = elements.length - 1; i >= 0; i--) {
    const element = elements[i] as PageElement;
    if (element.name === "a") {
      element.linkWords = element.words;
      element.run = 0;
    } else if (isBlock(element.name)) {
      if (element.run >= (element.name === "p" ? 6 : 12)) element.prose += element.run;
      element.run = 0;
    }
    const { parent } = element;
    if (parent === null || element.mark !== null) continue;
    parent.words += element.words;
    parent.linkWords += element.linkWords;
    parent.prose += element.prose;
    parent.run += element.run;
  }
}

/**
 * Marks what is not the article's own text, by element, role, visibility and name, and measures the rest. Something that
 * holds a large part of the page's prose is not marked by its name alone: themes call whole pages `sidebar-layout`. When
 * little is left even so, the page's names are misleading, and only small things go by their names.
 */
export function markPage(page: Page): void {
  markElements(page);
  measure(page);
  const { prose, words } = page.root;
  for (const largeShare of [0.4, 0.05]) {
    markNames(page, { prose, words, largeShare });
    measure(page);
    if (page.root.prose > 60 || page.root.prose >= 0.25 * prose) return;
    markElements(page);
  }
  measure(page);
}

function markElements({ elements }: Page): void {
  for (const element of elements) {
    element.mark = droppedElements.has(element.name)
      ? element.name === "figcaption"
        ? "caption"
        : "drop"
      : null;
  }
}

/** Comments may be longer than the article, so their names count whatever they hold, but for the page's title. */
const commentsLabel =
  /(?:^|\s)(?:comments?|comment-?list|comments?-(?:area|section|container|list|wrap|wrapper|thread|block)|disqus-thread|respond)(?=$|\s)/;

/** Elements that have one of the page's titles (`h1`) inside. */
export function headingHolders({ elements }: Page): Set<PageElement> {
  const holders = new Set<PageElement>();
  for (const element of elements) {
    if (element.name !== "h1") continue;
    for (let climb = element.parent; climb !== null && !holders.has(climb); climb = climb.parent)
      holders.add(climb);
  }
  return holders;
}

/** A list whose items begin with links of a headline's length: other stories, with or without their first words. */
function listsStories({ name, children, words, linkWords }: PageElement): boolean {
  if ((name !== "ul" && name !== "ol") || linkWords < 0.2 * words) return false;
  let items = 0;
  let stories = 0;
  for (const item of children) {
    if (item.type === "text" || item.words === 0) continue;
    items++;
    if (firstLinkWords(item) >= 4) stories++;
  }
  return items >= 3 && stories >= 0.8 * items;
}

/** Words of the link that an element begins with; 0 when it begins with text. */
function firstLinkWords(element: PageElement): number {
  let current: PageElement | undefined = element;
  while (current !== undefined) {
    if (current.name === "a") return current.words;
    const first: PageElement["children"][number] | undefined = current.children.find((child) =>
      child.type === "text" ? child.data.trim() !== "" : child.words > 0,
    );
    current = first === undefined || first.type === "text" ? undefined : first;
  }
  return 0;
}

interface PageTotals {
  prose: number;
  words: number;
  /** Share of the page's prose above which an element is too large to be marked by its name. */
  largeShare: number;
}

interface NameContext extends PageTotals {
  marksByLabel: Map<string, Mark>;
  withHeading: ReadonlySet<PageElement>;
}

function markNames(page: Page, totals: PageTotals): void {
  const context = { ...totals, marksByLabel: new Map<string, Mark>(), withHeading: headingHolders(page) };
  for (const element of page.elements) {
    const { parent } = element;
    if (parent === null) continue;
    if (parent.mark !== null) element.mark = parent.mark;
    else if (element.name === "form") element.mark = isLarge(element, totals) ? null : "drop";
    else if (element.mark === null) element.mark = markByName(element, context);
  }
}

function isLarge(element: PageElement, { prose, words, largeShare }: PageTotals): boolean {
  return prose > 80 ? element.prose > largeShare * prose : element.words > 0.5 * words;
}

function markByName(element: PageElement, context: NameContext): Mark {
  const { name, label } = element;
  if (name === "html" || name === "body") return null;
  if (name === "figure") return figureHoldsText(element) ? null : "caption";
  if (label !== "" && commentsLabel.test(label) && !context.withHeading.has(element)) return "drop";
  if (isLarge(element, context)) return null;
  if (listsStories(element)) return "teaser";
  const isBody = element.prose > 0.15 * context.prose && bodyLabel.test(label);
  return isBody ? null : markOf(element, context.marksByLabel);
}

function markOf(element: PageElement, marksByLabel: Map<string, Mark>): Mark {
  if (element.notable && (isHidden(element) || isDroppedRole(attributeOf(element, "role")))) return "drop";
  const { label } = element;
  if (label.length < 3) return null;
  const isArticle = element.name === "article";
  const key = isArticle ? `article ${label}` : label;
  let mark = marksByLabel.get(key);
  if (mark === undefined) {
    mark = markOfLabel(label, isArticle);
    marksByLabel.set(key, mark);
  }
  return mark;
}
