import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../model/article.ts";
import { canonicalUrl } from "./canonical-url.ts";

describe("canonicalUrl", () => {
  it.each([
    ["HTTPS://WWW.Example.ORG:443/a/../b//c?b=2&a=1#frag", "https://www.example.org/b/c?a=1&b=2"],
    ["https://e.org/a?utm_source=rss&utm_medium=x&id=5", "https://e.org/a?id=5"],
    ["https://e.org/a?fbclid=1&gclid=2&yclid=3&ysclid=4&_openstat=5", "https://e.org/a"],
    ["https://e.org/a?at_medium=RSS&at_campaign=KARANGA", "https://e.org/a"],
    ["https://e.org/a?maca=en-rss-en-all-1573-rdf", "https://e.org/a"],
    ["https://e.org/a#:~:text=freed", "https://e.org/a"],
    [" https://e.org/a \n", "https://e.org/a"],
  ])("makes %j %j", (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });

  it.each([
    "https://e.org/a/",
    "https://e.org/",
    "http://e.org/a",
    "https://m.e.org/amp/story",
    "https://e.org/a?from=rss&id=3&source=x",
    "https://e.org/index.html",
    "https://e.org/a?flag",
    "https://e.org/?/news/1/",
    "https://e.org/?next=/",
  ])("leaves %j alone", (address) => {
    expect(canonicalUrl(address)).toBe(address);
  });

  it("gives one address to the ways of writing a Cyrillic path", () => {
    expect(canonicalUrl("https://e.org/навіны/1")).toBe(
      canonicalUrl("https://e.org/%D0%BD%D0%B0%D0%B2%D1%96%D0%BD%D1%8B/1"),
    );
  });

  it("resolves relative addresses", () => {
    expect(canonicalUrl("../x?utm_source=a", "https://e.org/a/b/")).toBe("https://e.org/a/x");
    expect(canonicalUrl("//o.org/x", "https://e.org/")).toBe("https://o.org/x");
    expect(canonicalUrl("/x")).toBeNull();
  });

  it.each([
    "",
    "mailto:a@b.c",
    "javascript:void(0)",
    "data:text/html,x",
    "ftp://e.org/",
    "tel:1",
    "http://",
    "https://%zz/",
  ])("finds no address in %j", (address) => {
    expect(canonicalUrl(address)).toBeNull();
  });

  it("drops user names", () => {
    expect(canonicalUrl("https://me:secret@e.org/a")).toBe("https://e.org/a");
  });

  it("changes nothing when applied again, so that an article keeps its id", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        const once = canonicalUrl(address);
        expect(once).not.toBeNull();
        expect(canonicalUrl(once ?? "")).toBe(once);
        expect(articleId(canonicalUrl(once ?? "") ?? "")).toBe(articleId(once ?? ""));
      }),
      { numRuns: 500 },
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (address, base) => {
        const canonical = canonicalUrl(address, base);
        if (canonical !== null) expect(canonical).toMatch(/^https?:\/\//);
      }),
    );
  });
});
