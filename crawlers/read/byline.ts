import { cleanAuthors, startsByline } from "./authors.ts";
import type { LinkedArticle } from "./jsonld.ts";
import { firstOf, type Survey } from "./survey.ts";
import { textOf } from "./tree.ts";
import { fold } from "./words.ts";

/** More than a few names in one element are a list of the site's authors, not a by-line. */
const maxBylineCharacters = 160;

/**
 * Who wrote the article: JSON-LD, then meta elements, then the visible by-line. A site that gives only itself to
 * machines may still name a person to readers; the person is preferred.
 */
export function authorsOf(
  survey: Survey,
  linked: LinkedArticle | null,
  siteNames: readonly string[],
): string[] {
  const told = [linked?.authors ?? [], metaAuthors(survey)]
    .map(cleanAuthors)
    .filter((names) => names.length > 0);
  const sites = new Set(siteNames.map(fold));
  const isSite = (name: string): boolean =>
    sites.has(fold(name)) || sites.has(fold(name.replace(/\.\w{2,3}$/, "")));
  const named = told.find((names) => names.some((name) => !isSite(name) && !isHandle(name)));
  if (named !== undefined) return named.some(isHandle) ? named.filter((name) => !isHandle(name)) : named;
  return (
    visibleAuthors(survey) ?? told.find((names) => !names.every(isHandle)) ?? told[0]?.map(nameOfHandle) ?? []
  );
}

function metaAuthors({ metaAuthors: authors, meta }: Survey): readonly string[] {
  if (authors.length > 0) return authors;
  return firstOf(meta, [
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "dcterms.creator",
    "twitter:data1",
  ]).slice(0, 1);
}

/** `chuck-ross`, `jdoe`: a login name instead of a name. */
const isHandle = (name: string): boolean => /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(name) && name.length > 3;

function nameOfHandle(handle: string): string {
  if (!isHandle(handle)) return handle;
  return handle.replace(/[-_.]+/g, " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function visibleAuthors({ bylines, nearHeading }: Survey): string[] | null {
  const lines = nearHeading.filter((element) => element.words <= 12 && startsByline(textOf(element, 60)));
  for (const byline of [...bylines, ...lines]) {
    const text = textOf(byline, 2 * maxBylineCharacters);
    if (text.length > maxBylineCharacters) continue;
    const names = cleanAuthors([text]).filter(looksLikeName);
    if (names.length > 0) return names;
  }
  return null;
}

/** Two to five capitalised words (or a name in a script without capitals). */
function looksLikeName(name: string): boolean {
  const words = name.split(" ");
  if (words.length < 2 || words.length > 5) return /^\p{Lo}{2,12}$/u.test(name);
  return /^[\p{Lu}\p{Lo}]/u.test(name) && /[\p{Lu}\p{Lo}][^\s]*$/u.test(words.at(-1) ?? "");
}
