import normalizeUrl from "normalize-url";

/**
 * Query parameters that say where a reader came from and never which article it is. Ambiguous ones (`id`, `from`,
 * `source`, `cid`) are left alone: two addresses for one article cost a fetch, one address for two loses an article.
 */
const TRACKING_PARAMETERS: readonly (string | RegExp)[] = [
  /^utm[_-]/i,
  /^at_(?:medium|campaign|link|ptr|bbc|format|custom|recipient|send)/i,
  /^(?:fb|g|dc|ms|y|ys|tw|tt|sc|rd)clid$/i,
  /^(?:gbraid|wbraid|gclsrc|_ga|_gl)$/i,
  /^(?:mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_(?:anon|enc)_id|wickedid|s_cid|ml_subscriber(?:_hash)?)$/i,
  /^(?:igsh|igshid|li_fat_id|__twitter_impression|ref_src|ref_url|share_id|smid|smtyp)$/i,
  /^(?:_openstat|yrwinfo|xtor|ns_(?:mchannel|source|campaign|linkname|fee))$/i,
  /^(?:wt_mc|wt_zmc|maca|ocid|ftag|ncid|cmpid|traffic_source|feedname|feedtype|partner|emc|rss_id)$/i,
  /^(?:guccounter|guce_referrer|guce_referrer_sig)$/i,
];

/**
 * The form of an address under which everybody keeps an article: lower-case host, no default port, no fragment, no
 * tracking parameters, the others sorted, dots and doubled slashes resolved. `www.`, the scheme, a slash at the end and
 * AMP or mobile variants stay, because changing them may ask the site for something that it does not have.
 * @param base address against which relative ones are resolved
 * @returns null for what is not an http or https address
 */
export function canonicalUrl(address: string, base?: string): string | null {
  const trimmed = address.trim();
  if (trimmed === "") return null;
  try {
    const url = new URL(trimmed, base);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    // Undoing one oddity can lay bare another (`/%09/` becomes `//`); three rounds settle everything seen so far.
    let settled = normalize(url);
    for (let round = 0; round < 2; round += 1) settled = normalize(new URL(settled));
    return settled;
  } catch {
    return null;
  }
}

function normalize(url: URL): string {
  // With any fragment the library leaves a slash at the end alone, even one that ends the query of a front page.
  url.hash = "kept";
  const normal = normalizeUrl(url.href, {
    stripWWW: false,
    removeTrailingSlash: false,
    removeQueryParameters: TRACKING_PARAMETERS,
  });
  return normal.replace(/#kept$/, "");
}
