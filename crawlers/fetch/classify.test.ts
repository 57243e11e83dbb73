import { describe, expect, it } from "vitest";
import { findWall } from "./classify.ts";
import type { PageLook } from "./page-look.ts";

const prose =
  "<p>The court in Gomel kept the teacher in custody after a hearing that lasted ten minutes on Monday.</p>".repeat(
    20,
  );

function look(
  html: string,
  page: Partial<Omit<PageLook, "header">> & { headers?: Record<string, string> } = {},
) {
  const { headers = {}, ...rest } = page;
  return findWall({
    status: 200,
    requestedUrl: "https://e.org/news/1",
    url: "https://e.org/news/1",
    expected: "page",
    header: (name) => headers[name] ?? null,
    html,
    ...rest,
  });
}
const html = (title: string, body: string, head = "") =>
  `<!DOCTYPE html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;

describe("findWall", () => {
  it.each([
    ["waf", html("Just a moment...", "<noscript>Enable JavaScript and cookies to continue</noscript>")],
    ["waf", html("Attention Required! | Cloudflare", "<p>Sorry, you have been blocked</p>")],
    ["waf", html("Access Denied", "You don't have permission to access this page on this server.")],
    ["waf", html("DDoS-Guard", "<script src='/.well-known/ddos-guard/js-challenge/index.js'></script>")],
    ["waf", html("Доступ запрещён", "Ваш запрос отклонён")],
    [
      "waf",
      html("x", "<script>window.awsWafCookieDomainList = []; AwsWafIntegration.checkForceRefresh()</script>"),
    ],
    ["waf", html("", "<iframe src='/_Incapsula_Resource?SWUDNSAI=31&xinfo=1&incident_id=5'></iframe>")],
    ["captcha", html("e.org", "<script src='https://geo.captcha-delivery.com/captcha/?x'></script>")],
    ["captcha", html("Check", "<form><div class='h-captcha'></div></form>")],
    ["captcha", html("Ой!", "<p>Подтвердите, что запросы отправляли вы, а не робот</p>")],
    ["captcha", html("e.org", "<p>Please verify you are a human</p>")],
    ["consent", html("Before you continue to e.org", "<button>Accept all</button>")],
    ["consent", html("e.org", "<p>We and our 812 partners store and access information.</p>")],
    ["login", html("Log in", "<form><input name=user></form>")],
    ["login", html("Members", "<form><input type='password'></form>")],
    ["login", html("News", "<p>Please sign in to continue.</p>")],
    ["paywall", html("A story", "<p>First sentence of it.</p><p>Subscribe to continue reading</p>")],
    [
      "paywall",
      html(
        "A story",
        "<p>Teaser.</p>",
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
      ),
    ],
    ["paywall", html("Материал", "<p>Начало.</p><p>Материал доступен только по подписке</p>")],
    ["geo", html("e.org", "<p>This content is not available in your region.</p>")],
  ])("sees a %s page", (cause, page) => {
    expect(look(page)?.cause).toBe(cause);
  });

  it("sees walls by the headers and addresses that give them away", () => {
    expect(look("x", { headers: { "cf-mitigated": "challenge" } })?.cause).toBe("waf");
    expect(look("x", { headers: { "x-amzn-waf-action": "captcha" } })?.cause).toBe("captcha");
    expect(look("x", { headers: { "x-datadome": "protected" }, status: 403 })?.cause).toBe("captcha");
    expect(look("x", { url: "https://consent.e.org/collect?x" })?.cause).toBe("consent");
    expect(look("x", { url: "https://e.org/account/login?next=/news/1" })?.cause).toBe("login");
  });

  it.each([
    ["an article", html("Teacher kept in custody", prose)],
    ["an article about captchas", html("Are you a robot? How captchas work", prose)],
    [
      "an article with a consent banner",
      html("A story", `${prose}<div>We and our 812 partners store and process data</div>`),
    ],
    [
      "an article with a captcha in its comment form",
      html("A story", `${prose}<div class="g-recaptcha"></div>`),
    ],
    [
      "an article with a login form in its header",
      html("A story", `<form><input type=password></form>${prose}`),
    ],
    [
      "a metered article that came whole",
      html("A story", prose, '<script type="application/ld+json">{"isAccessibleForFree":false}</script>'),
    ],
    [
      "a short note",
      html(
        "Access denied to lawyers, say relatives of the detained",
        "<p>Lawyers were turned away on Monday.</p>",
      ),
    ],
    [
      "a short note with a captcha below",
      html(
        "Note",
        `<p>${"The hearing was put off until next week, the family said. ".repeat(7)}</p><div class="g-recaptcha"></div>`,
      ),
    ],
    [
      "a note about a login law",
      html(
        "Login rules for prisons' letters service",
        "<p>From March relatives have to log in with an ID.</p>",
      ),
    ],
    [
      "an article on Cloudflare with its beacon",
      html(
        "A story",
        `<p>${"It was a short story of the day. ".repeat(5)}</p><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`,
      ),
    ],
    ["an empty page", ""],
  ])("lets %s through", (_, page) => {
    expect(look(page)).toBeNull();
  });

  it("does not miss running text in feeds and listings", () => {
    const listing = html(
      "News",
      '<form><input type=password></form><a href="/1">One</a><div>We and our partners store data</div>',
    );
    expect(look(listing)?.cause).toBe("consent");
    expect(look(listing, { expected: "feed" })).toBeNull();
  });

  it("is quick on large and hostile pages", () => {
    const started = process.cpuUsage();
    look("<script>".repeat(200_000));
    look("<p".repeat(500_000));
    look(`<title>${"a ".repeat(500_000)}`);
    look("<!--".repeat(300_000));
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
