/** What a fetch expects to find: an article, a feed or sitemap, or a page that lists articles. */
export type Expectation = "page" | "feed" | "listing";

/** Types that are neither pages nor feeds; everything else, and no type at all, is looked at. */
const NEVER_READ =
  /^(?:image|video|audio|font|model)\/|^application\/(?:pdf|zip|x-7z|x-rar|vnd\.rar|msword|vnd\.ms-|vnd\.openxmlformats|vnd\.oasis|epub|x-shockwave|java-archive|wasm)/;
/** Feeds and sitemaps come under any of these names, and packed; pages do not. */
const FEED_ONLY =
  /^application\/(?:rss|atom|rdf|feed)\+|^application\/(?:x-)?gzip|^application\/octet-stream|^application\/x-tar/;

/** Whether a body of this type may hold what is expected. */
export function isReadableType(contentType: string | null, expected: Expectation): boolean {
  const type = (contentType ?? "").trim().toLowerCase();
  if (NEVER_READ.test(type)) return false;
  return expected === "feed" || !FEED_ONLY.test(type);
}

/** Whether a body is HTML by its type, or by its look when it has none or says plain text. */
export function isHtml(contentType: string | null, text: string): boolean {
  const type = (contentType ?? "").toLowerCase();
  if (type.includes("html")) return true;
  if (type !== "" && !type.startsWith("text/plain")) return false;
  return /^\s*<(?:!doctype html|html)\b/i.test(text);
}

const ACCEPT_PAGE = "text/html,application/xhtml+xml,application/xml;q=0.8,*/*;q=0.5";

export const acceptHeaders: Record<Expectation, string> = {
  page: ACCEPT_PAGE,
  listing: ACCEPT_PAGE,
  feed: "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5",
};
