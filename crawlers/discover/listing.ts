import { load } from "cheerio/slim";
import type { ListingSelectors } from "../../model/source.ts";
import { type Entry, type Parsed, parsed } from "./entries.ts";

/** Shorter link texts are navigation ("News", "Read more", "Next"). */
const MIN_TITLE_CHARS = 20;
/** Where a page keeps its navigation. */
const FURNITURE =
  "nav, header nav, footer, aside, [role=navigation], .menu, .breadcrumb, .breadcrumbs, .pagination";

/**
 * Reads a page that lists articles. With selectors they decide; without, links count that have a title's length, stand
 * outside of navigation and lead to the page's own host. Nothing found is told in a note that says what to correct.
 */
export function parseListing(html: string, pageUrl: string, selectors?: ListingSelectors): Parsed {
  const $ = load(html);
  const bases = [$("base[href]").first().attr("href")].filter((base) => base !== undefined);
  const pageLang = $("html").attr("lang") ?? null;
  const entries: Entry[] = [];
  const notes: string[] = [];
  const next = nextPageOf($, selectors?.next);
  type Scope = ReturnType<typeof $>;

  const dateOf = (scope: Scope) => {
    if (selectors?.date === undefined) {
      const time = scope.find("time[datetime]").first();
      return time.attr("datetime") ?? null;
    }
    const element = scope.find(selectors.date).first();
    return element.attr("datetime") ?? element.attr("content") ?? (element.text().trim() || null);
  };
  const add = (scope: Scope, link: Scope) => {
    const href = link.attr("href");
    if (href === undefined) return;
    const titled = selectors?.title === undefined ? link : scope.find(selectors.title).first();
    const title = titled.text().replaceAll(/\s+/g, " ").trim() || link.attr("title")?.trim() || null;
    entries.push({ link: href, title, date: dateOf(scope), summary: null, lang: pageLang, bases });
  };

  if (selectors?.item !== undefined) {
    const items = $(selectors.item);
    if (items.length === 0) notes.push(`the selector “${selectors.item}” matches nothing on the page`);
    for (const element of items) {
      const scope = $(element);
      add(scope, scope.is(selectors.link) ? scope : scope.find(selectors.link).first());
    }
  } else if (selectors) {
    const links = $(selectors.link);
    if (links.length === 0) notes.push(`the selector “${selectors.link}” matches nothing on the page`);
    for (const element of links) {
      const link = $(element);
      const card = link.closest("article, li, .item, .card, .news-item");
      add(card.find(selectors.link).length === 1 ? card : link.parent(), link);
    }
  } else {
    $(FURNITURE).remove();
    const host = new URL(pageUrl).host;
    for (const element of $("a[href]")) {
      const link = $(element);
      const href = link.attr("href") ?? "";
      if (!URL.canParse(href, pageUrl) || new URL(href, pageUrl).host !== host) continue;
      const title = link.text().replaceAll(/\s+/g, " ").trim() || link.attr("title") || "";
      if (title.length >= MIN_TITLE_CHARS) add(link.closest("article, li"), link);
    }
    if (entries.length === 0)
      notes.push("no link of the page looks like an article; give the endpoint selectors");
  }
  return parsed({ entries, next, notes });
}

/** Names of links to the following page, which is the one with older articles. */
const NEXT_TEXT =
  /^(?:next(?: page)?|older(?: posts| entries| articles)?|siguiente|след(?:ующая)?\.?|дал(?:ее|ей|ьше)|наступная|наступна|suivant|weiter|[›»→>]+)(?:\s*[›»→>]+)?$/iu;

/** By the given selector, else by `rel=next`, else by a link in a pager that calls itself so. */
function nextPageOf($: ReturnType<typeof load>, selector: string | undefined): string | null {
  if (selector !== undefined) return $(selector).first().attr("href") ?? null;
  const declared = $("link[rel~=next], a[rel~=next]").first().attr("href");
  if (declared !== undefined) return declared;
  for (const element of $(
    "a.next, .next a, .pagination a, .pager a, .nav-links a, .nav-previous a, .page-nav a",
  )) {
    const link = $(element);
    const isNext =
      link.is(".next, .next *, .nav-previous *") ||
      NEXT_TEXT.test(link.text().replaceAll(/\s+/g, " ").trim());
    if (isNext) return link.attr("href") ?? null;
  }
  return null;
}
