import type { BlockCause } from "../../model/errors.ts";
import { ARTICLE_CHARS, type PageLook, survey, TEASER_CHARS, titleOf } from "./page-look.ts";

/** A page that stands where the asked-for page should be. */
export interface Wall {
  cause: BlockCause;
  /** What gave it away, for the operator. */
  evidence: string;
}

/** A wall explains itself in a few sentences. */
const WALL_CHARS = 2_500;

interface Mark {
  cause: BlockCause;
  pattern: RegExp;
}

/** In the markup: parts of the challenge machinery that do not stand on ordinary pages of the same vendors. */
const MACHINERY: readonly Mark[] = [
  {
    cause: "waf",
    pattern: /\/cdn-cgi\/challenge-platform\/[^"']{0,200}\/orchestrate\/|window\._cf_chl_opt\b/,
  },
  { cause: "waf", pattern: /_Incapsula_Resource\?[^"']{0,200}(?:CWUDNSAI|incident_id)/ },
  { cause: "waf", pattern: /\bAwsWafIntegration\.(?:checkForceRefresh|getToken)\b|\bgokuProps\s*=/ },
  { cause: "waf", pattern: /sucuri_cloudproxy_js|Sucuri WebSite Firewall/i },
  {
    cause: "waf",
    pattern: /\bddos-guard\b[^<]{0,80}(?:check|браузер)|\/\.well-known\/ddos-guard\/js-challenge/i,
  },
  { cause: "waf", pattern: /\/__qrator\/qauth/ },
  { cause: "captcha", pattern: /geo\.captcha-delivery\.com\/(?:captcha|interstitial)/ },
  { cause: "captcha", pattern: /captcha\.px-cdn\.net|\bpx-captcha\b/ },
  {
    cause: "captcha",
    pattern: /\/showcaptcha\?|smart-captcha|class=["'][^"']{0,200}(?:g-recaptcha|h-captcha|cf-turnstile)/,
  },
];

/** In the title: how walls call themselves. Anchored, so that headlines about such things do not count. */
const TITLES: readonly Mark[] = [
  { cause: "waf", pattern: /^just a moment\W*$/i },
  { cause: "waf", pattern: /^attention required!? \| cloudflare$/i },
  { cause: "waf", pattern: /^access (?:to this page has been )?denied\b.{0,40}$/i },
  {
    cause: "waf",
    pattern: /^(?:pardon our interruption|checking your browser|ddos-guard|you have been blocked)\W*/i,
  },
  { cause: "waf", pattern: /^(?:403 forbidden|доступ (?:запрещ[её]н|ограничен))\W*$/i },
  { cause: "captcha", pattern: /^(?:are you a robot|robot check|вы не робот|captcha)\W*$/i },
  {
    cause: "consent",
    pattern: /^(?:before you continue|cookie consent|your privacy(?: choices)?)\b.{0,40}$/i,
  },
  {
    cause: "login",
    pattern: /^(?:log ?in|sign ?in|вход|авторизация|увайсці)(?: (?:to|in|[-–|·]).{0,60})?$/i,
  },
  { cause: "geo", pattern: /^(?:not available in your (?:region|country|location)|451\b.{0,60})$/i },
];

/** In the text of a page that has little of it. */
const SENTENCES: readonly Mark[] = [
  {
    cause: "captcha",
    pattern: /\b(?:verify|confirm|prove) (?:that )?you(?: are|'re|’re) (?:a )?(?:human|not a robot)\b/i,
  },
  { cause: "captcha", pattern: /подтвердите, что (?:вы не робот|запросы отправляли вы)/i },
  {
    cause: "waf",
    pattern: /\benable javascript and cookies to continue\b|\byour request (?:has been|was) blocked\b/i,
  },
  { cause: "waf", pattern: /\brequest unsuccessful\. incapsula incident\b|\bcloudflare ray id\b/i },
  {
    cause: "geo",
    pattern: /\b(?:not |un)available in your (?:region|country|location)\b|недоступ\p{L}+ в вашем регионе/iu,
  },
  {
    cause: "consent",
    pattern: /\bwe and our (?:\d+ )?partners (?:store|use|process)\b|\bbefore you continue to\b/i,
  },
  {
    cause: "paywall",
    pattern:
      /\b(?:subscribe|register|sign up) (?:now )?to (?:continue|keep|finish) reading\b|\bthis (?:article|content|story) is (?:for|available to|reserved for) (?:\w+ )?subscribers\b|(?:материал|статья|текст) доступ\p{L}+ (?:только )?по подписке/iu,
  },
  {
    cause: "login",
    pattern: /\bplease (?:log|sign) in to (?:continue|read|view)\b|войдите, чтобы (?:читать|продолжить)/i,
  },
];

const CONSENT_HOST = /^(?:consent|guce|myprivacy|privacy-gate|cmp)\./i;
const LOGIN_PATH = /\/(?:login|log-in|signin|sign-in|auth|account\/login|wp-login\.php)(?:[/?]|$)/i;

/**
 * Tells walls (challenge, captcha, consent, login, paywall, region lock) that answer in place of an article. On
 * purpose conservative: a page with the running text of an article is never a wall, because an article that is thrown
 * away is a worse error than a wall that reading finds empty.
 */
export function findWall(page: PageLook): Wall | null {
  if (page.header("cf-mitigated") === "challenge")
    return { cause: "waf", evidence: "cf-mitigated: challenge" };
  const awsAction = page.header("x-amzn-waf-action");
  if (awsAction !== null) {
    return {
      cause: awsAction === "captcha" ? "captcha" : "waf",
      evidence: `x-amzn-waf-action: ${awsAction}`,
    };
  }
  if (page.header("x-datadome") !== null && page.status === 403) {
    return { cause: "captcha", evidence: "x-datadome" };
  }

  const { text, paragraphChars } = survey(page.html);
  if (paragraphChars >= ARTICLE_CHARS) return null;

  const moved = wallByAddress(page);
  if (moved) return moved;
  const title = titleOf(page.html);
  const named = TITLES.find(({ pattern }) => pattern.test(title));
  if (named) return { cause: named.cause, evidence: `title “${title}”` };
  if (page.expected === "page" && paragraphChars < TEASER_CHARS && isDeclaredPaywall(page.html)) {
    return { cause: "paywall", evidence: "isAccessibleForFree: false" };
  }
  if (text.length > WALL_CHARS) return null;
  const machine = MACHINERY.find(({ pattern }) => pattern.test(page.html));
  // A short page may carry a captcha in its comment form; only a page without text is nothing but the captcha.
  if (machine && (machine.cause !== "captcha" || paragraphChars < TEASER_CHARS / 2)) {
    return { cause: machine.cause, evidence: excerpt(page.html, machine.pattern) };
  }
  if (page.expected !== "page") return null;
  const said = SENTENCES.find(({ pattern }) => pattern.test(text));
  if (said && paragraphChars < TEASER_CHARS)
    return { cause: said.cause, evidence: excerpt(text, said.pattern) };
  if (paragraphChars === 0 && /<input\b[^<>]*type=["']?password/i.test(page.html)) {
    return { cause: "login", evidence: "a password field and no text" };
  }
  return null;
}

function wallByAddress(page: PageLook): Wall | null {
  const asked = new URL(page.requestedUrl);
  const got = new URL(page.url);
  if (CONSENT_HOST.test(got.hostname) && !CONSENT_HOST.test(asked.hostname)) {
    return { cause: "consent", evidence: `redirected to ${got.hostname}` };
  }
  if (LOGIN_PATH.test(got.pathname) && !LOGIN_PATH.test(asked.pathname)) {
    return { cause: "login", evidence: `redirected to ${got.host}${got.pathname}` };
  }
  return null;
}

function isDeclaredPaywall(html: string): boolean {
  return /"isAccessibleForFree"\s*:\s*(?:"?false"?)/i.test(html);
}

function excerpt(text: string, pattern: RegExp): string {
  return (pattern.exec(text)?.[0] ?? "").slice(0, 100);
}
