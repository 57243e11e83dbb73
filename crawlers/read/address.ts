import { canonicalUrl } from "../discover/canonical-url.ts";

/**
 * Address under which an article is kept: the page's own word for it when that is on the same site and may be an
 * article, else the address that was fetched. Templates declare the front page or a section as canonical for
 * everything; believing them would make one article of all.
 */
export function chooseAddress(fetched: string, declared: readonly (string | null | undefined)[]): string {
  const own = normalise(fetched);
  for (const candidate of declared) {
    const url = candidate === null || candidate === undefined ? null : normalise(candidate, own ?? undefined);
    if (url === null) continue;
    if (own === null || mayStandFor(new URL(url), new URL(own))) return url;
  }
  return own ?? fetched;
}

/** Most addresses are plain: nothing in them could be written in another way, and the dear way round is spared. */
const plain = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/;

function normalise(address: string, base?: string): string | null {
  return plain.test(address) ? address : canonicalUrl(address, base);
}

function mayStandFor(canonical: URL, own: URL): boolean {
  if (siteOf(canonical.hostname) !== siteOf(own.hostname)) return false;
  const [path, ownPath] = [partsOf(canonical), partsOf(own)];
  if (path.length === 0) return ownPath.length === 0 && canonical.search === own.search;
  // A part of the fetched path is a section, unless what it leaves out is a variant of the page.
  const isParent = path.length < ownPath.length && path.every((part, index) => part === ownPath[index]);
  return (
    !isParent ||
    ownPath.slice(path.length).every((part) => /^(?:amp|print|page|full|all|\d{1,3})$/i.test(part))
  );
}

const siteOf = (host: string): string => host.replace(/^(?:www\d?|m|mobile|amp)\./, "");
const partsOf = ({ pathname }: URL): string[] => pathname.split("/").filter((part) => part !== "");

/** An address made absolute; null for what is no http or https address (data URLs, empty). */
export function absoluteUrl(address: string | null | undefined, base: string): string | null {
  if (!address || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
