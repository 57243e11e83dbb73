import type { Message, Passage } from "./compose.ts";

/** Marks up parts of a message as a channel wants it. All input is text; escaping is the markup's business. */
export interface Markup {
  text(value: string): string;
  strong(value: string): string;
  quote(value: string): string;
  link(label: string, url: string): string;
}

export const plain: Markup = {
  text: (value) => value,
  strong: (value) => value,
  quote: (value) => `“${value}”`,
  link: (label, url) => `${label}: ${url}`,
};

const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** HTML as Telegram and Matrix understand it. */
export const simpleHtml: Markup = {
  text: escapeHtml,
  strong: (value) => `<b>${escapeHtml(value)}</b>`,
  quote: (value) => `<i>“${escapeHtml(value)}”</i>`,
  link: (label, url) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`,
};

const escapeMarkdown = (value: string): string => value.replace(/[\\`*_{}[\]()#+\-.!|<>~@:]/g, "\\$&");

export const markdown: Markup = {
  text: escapeMarkdown,
  strong: (value) => `**${escapeMarkdown(value)}**`,
  quote: (value) => `*“${escapeMarkdown(value)}”*`,
  link: (label, url) =>
    `[${escapeMarkdown(label)}](${new URL(url).href.replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`,
};

/** Slack's mrkdwn: three signs are escaped, everything else is text. */
const escapeSlack = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const mrkdwn: Markup = {
  text: escapeSlack,
  strong: (value) => `*${escapeSlack(value).replaceAll("*", "∗")}*`,
  quote: (value) => `_“${escapeSlack(value).replaceAll("_", "ˍ")}”_`,
  link: (label, url) => `<${escapeSlack(url).replaceAll("|", "%7C")}|${escapeSlack(label)}>`,
};

/** The lines of one passage, its own line first. */
function passageLines(passage: Passage, markup: Markup): string[] {
  const lines = [markup.strong(passage.line)];
  if (passage.details.length > 0)
    lines.push(markup.text(passage.details.map(({ label, value }) => `${label}: ${value}`).join(" · ")));
  if (passage.changed !== null) lines.push(markup.text(passage.changed));
  if (passage.uncertain !== null) lines.push(markup.text(passage.uncertain));
  if (passage.evidence !== null) {
    lines.push(markup.quote(passage.evidence.quote));
    lines.push(markup.link(passage.evidence.sourceName, passage.evidence.url));
  }
  if (passage.links.length > 0)
    lines.push(
      passage.links.map(({ label, url }) => markup.link(label, url)).join(markup === plain ? "\n" : " · "),
    );
  return lines;
}

/** A whole message as lines of text; a digest begins with its heading. */
export function messageText(message: Message, markup: Markup): string {
  const parts = message.passages.map((passage) => passageLines(passage, markup).join("\n"));
  const heading = message.passages[0]?.line === message.subject ? [] : [markup.strong(message.subject)];
  return [...heading, ...parts, markup.text(message.footer)].join("\n\n");
}
