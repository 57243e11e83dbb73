import { type PageLook, survey, TEASER_CHARS, titleOf } from "./page-look.ts";

/** How sites say in a title or heading that there is nothing; whole segments, so that headlines do not count. */
const NOT_FOUND =
  /^(?:(?:http |error |ошибка |памылка )404\b.{0,40}|404(?:[^\p{L}\p{N}]+(?:not found|error|page|file|seite|página|страниц|старонк).{0,30})?[^\p{L}\p{N}]*|(?:oops|sorry|упс)?[^\p{L}\p{N}]*(?:the |this |that )?(?:page|article|story|content|document)(?: you (?:requested|were looking for|are looking for))? (?:(?:was |could |can)?(?:not|n['’]t)(?: be)? found|does ?n[o'’]t exist|no longer (?:exists|available)|is (?:not|no longer) available|has been (?:removed|deleted))[^\p{L}\p{N}]*|not found|nothing (?:was )?found|(?:страница|материал|статья|документ|запись)\s+(?:не найден[ао]?|не существует|удал[её]н[ао]?|больше не существует)[^\p{L}\p{N}]*|(?:старонка|матэрыял|артыкул)\s+не\s+(?:знойдзен[аы]?|існуе)[^\p{L}\p{N}]*|(?:página|pagina|artículo) no (?:encontrad[ao]|existe)[^\p{L}\p{N}]*|no se encontró (?:la página|el artículo)[^\p{L}\p{N}]*|(?:die )?seite (?:wurde )?nicht gefunden[^\p{L}\p{N}]*|page introuvable[^\p{L}\p{N}]*|strona nie (?:została )?znaleziona[^\p{L}\p{N}]*)$/iu;

/** Where sites send readers whose page is no more. */
const NOWHERE = /^\/(?:404|error|not-?found|page-not-found|notfound|removed)?(?:\.html?|\.php|\.aspx)?\/?$/i;
const HOME = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+|home\/?)?$/i;

/**
 * Tells a page that says “not found” with status 200, or the front page in place of an article that is no more.
 * @returns what gave it away; null when the page is no such.
 */
export function findSoft404(page: PageLook): string | null {
  if (page.expected !== "page") return null;
  const asked = new URL(page.requestedUrl).pathname;
  const got = new URL(page.url);
  if (!HOME.test(asked) && asked !== got.pathname && got.search === "") {
    if (NOWHERE.test(got.pathname) || HOME.test(got.pathname))
      return `redirected to ${got.host}${got.pathname}`;
  }
  if (survey(page).paragraphChars >= TEASER_CHARS) return null;
  const heading = headings(page.html).find((text) => NOT_FOUND.test(text));
  return heading === undefined ? null : `“${heading}”`;
}

/** Title and main headings, cut where sites append their name. */
function headings(html: string): string[] {
  const title = titleOf(html);
  const tops = [...html.matchAll(/<h[12]\b[^<>]*>((?:[^<]|<(?!\/h)[^<>]*>){1,200}?)<\/h/gi)]
    .slice(0, 3)
    .map(([, inner = ""]) =>
      inner
        .replaceAll(/<[^<>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    );
  return [title, ...title.split(/\s+[|–—·•»-]\s+|:\s/), ...tops].map((text) => text.trim());
}

/** Elements that frameworks fill in the browser. */
const ROOT =
  /<(?:div|main|section)\b[^<>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|___gatsby|main-app|svelte|q-app|react-root|app-root|application)["'\s>][^<>]{0,300}>|<app-root\b[^<>]{0,300}>/i;
/** As far as this behind the root's tag it is looked for text; a spinner's label may stand there. */
const ROOT_REACH = 3_000;
const SPINNER_CHARS = 60;
const ASKS_FOR_SCRIPTS =
  /<noscript\b[^<>]*>(?:[^<]|<(?!\/noscript)[^<>]*>){0,600}?(?:enable|turn on|requires?|need|включите|уключыце|habilit\w+|activ\w+|aktivieren)[^<]{0,60}java ?script/i;
/** More running text than this is not empty, though it may be short. */
const EMPTY_CHARS = 150;
/** Pages with no text at all need no further sign than that they have scripts. */
const NO_TEXT_CHARS = 40;

/** Tells a page that has no text even after its scripts have run. */
export function isBlank(page: PageLook): boolean {
  return survey(page).text === "";
}

/**
 * Tells a page whose text is put in by scripts.
 * @returns what gave it away; null when the page has text, in its markup or in its JSON-LD.
 */
export function findEmptyShell(page: PageLook): string | null {
  if (page.expected !== "page" || !/<script\b/i.test(page.html)) return null;
  const { text, paragraphChars } = survey(page);
  if (paragraphChars >= EMPTY_CHARS) return null;
  if (/"articleBody"\s*:\s*"(?:[^"\\]|\\.){150}/.test(page.html)) return null;
  if (hasEmptyRoot(page.html)) return "an empty element for scripts to fill";
  if (ASKS_FOR_SCRIPTS.test(page.html)) return "asks for JavaScript";
  return text.length < NO_TEXT_CHARS ? "scripts and no text" : null;
}

function hasEmptyRoot(html: string): boolean {
  const root = ROOT.exec(html);
  if (!root) return false;
  const start = root.index + root[0].length;
  const within = html.slice(start, start + ROOT_REACH);
  const text = within
    .replaceAll(/<(script|noscript|style|svg|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi, " ")
    .replaceAll(/<[^<>]*>?/g, " ")
    .replaceAll(/(?:&nbsp;|\s)+/g, " ");
  return text.trim().length < SPINNER_CHARS;
}
