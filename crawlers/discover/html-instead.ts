import { Parser } from "htmlparser2";

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)\b|^text\/xml\b/i;

/** Says what stands where a feed should be, and which feeds an HTML page names, for the operator's message. */
export function describeHtml(text: string, url: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "the body is empty";
  if (!/<html\b|<!doctype html|<head\b|<body\b/i.test(trimmed.slice(0, 4_000))) {
    const start = trimmed.slice(0, 60).replaceAll(/\s+/g, " ");
    return `it begins with “${start}”`;
  }
  const { title, feeds } = look(trimmed, url);
  const page = title === "" ? "an HTML page" : `the HTML page “${title}”`;
  return feeds.length === 0 ? `it is ${page}` : `it is ${page}, which names the feeds ${feeds.join(", ")}`;
}

/** The feeds that an HTML page names in its head, absolute. */
export function feedsOf(html: string, url: string): string[] {
  return look(html, url).feeds;
}

function look(html: string, url: string): { title: string; feeds: string[] } {
  const feeds = new Set<string>();
  let title = "";
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "title" && title === "") inTitle = true;
      const { rel = "", type = "", href = "" } = attributes;
      const isFeed = name === "link" && /\balternate\b/i.test(rel) && FEED_TYPES.test(type);
      if (isFeed && URL.canParse(href, url)) feeds.add(new URL(href, url).href);
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag(name) {
      if (name === "title") inTitle = false;
    },
  });
  parser.end(html);
  return { title: title.replaceAll(/\s+/g, " ").trim().slice(0, 120), feeds: [...feeds].slice(0, 10) };
}
