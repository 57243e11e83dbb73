import { absoluteUrl, chooseAddress } from "./address.ts";
import { authorsOf } from "./byline.ts";
import type { LinkedArticle } from "./jsonld.ts";
import type { PageOptions } from "./options.ts";
import { modifiedOf, publishedOf } from "./published.ts";
import { firstOf, type Survey } from "./survey.ts";
import { chooseTitle } from "./title.ts";
import { textOf } from "./tree.ts";

export interface Metadata {
  url: string;
  title: string;
  authors: string[];
  published: string | null;
  modified: string | null;
  /** Languages that the page declares, in the order of trust. */
  langs: (string | null | undefined)[];
  section: string | null;
  leadImage: string | null;
}

/** What the page says about its article outside the text: JSON-LD and meta elements first, then what readers see. */
export function metadataOf(survey: Survey, linked: LinkedArticle | null, options: PageOptions): Metadata {
  const { meta } = survey;
  const names = siteNames(survey, linked, options);
  const image = firstOf(meta, [
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
  ]);
  const section = firstOf(meta, ["article:section", "parsely-section", "sailthru.section", "section"]);
  return {
    url: chooseAddress(options.url, [survey.canonical, meta.get("og:url")]),
    title: chooseTitle({
      told: [
        ...firstOf(meta, ["og:title"]),
        linked?.headline ?? "",
        ...firstOf(meta, ["twitter:title", "parsely-title", "sailthru.title", "citation_title", "dc.title"]),
      ],
      headings: survey.headings.map((heading) => textOf(heading)),
      titleTag: survey.titleTag,
      siteNames: [...names, linked?.section ?? "", ...section],
      hint: options.hint?.title ?? null,
    }),
    authors: authorsOf(survey, linked, names),
    published: publishedOf(survey, linked, options),
    modified: modifiedOf(survey, linked, options),
    langs: [
      survey.lang,
      linked?.lang,
      meta.get("og:locale"),
      meta.get("content-language"),
      meta.get("language"),
      options.lang,
    ],
    section: section[0] ?? linked?.section ?? null,
    leadImage: absoluteUrl(image[0] ?? linked?.image, options.url),
  };
}

/** What the site calls itself: given names, its host with and without the top-level domain, the title's signature. */
function siteNames(
  { meta, titleTag }: Survey,
  linked: LinkedArticle | null,
  { sourceName, url }: PageOptions,
): string[] {
  const names = [sourceName, ...firstOf(meta, ["og:site_name", "application-name"]), linked?.publisher ?? ""];
  if (URL.canParse(url)) {
    const host = new URL(url).hostname.replace(/^www\./, "");
    names.push(host, host.replace(/(?:\.(?:co|com|org|net))?\.[a-z]{2,6}$/, ""));
  }
  const social = meta.get("og:title");
  if (social !== undefined && titleTag?.startsWith(social) === true) {
    names.push(titleTag.slice(social.length).replace(/^[\s|–—•·»:-]+/u, ""));
  }
  return names.filter((name) => name !== "");
}
