import { html } from "hono/html";
import type { Announcement, Publisher } from "../publishers.ts";
import { frame } from "./frame.ts";
import { numericDate } from "./table.ts";

/** A page of links to articles with their dates, for readers without feeds. */
export async function listingPage(
  publisher: Publisher,
  { title, lang }: Announcement,
  items: readonly { title: string; path: string; published: Date }[],
): Promise<string> {
  const rows = items.map(
    ({ title: headline, path, published }) =>
      html`<div class="item"><span class="date">${numericDate(localTime(published, publisher.timeZone))}</span> <a class="headline" href="${path}">${headline}</a></div>\n`,
  );
  return String(
    await frame({
      publisher,
      lang,
      title,
      main: html`<main><h1>${title}</h1>\n<div class="items">\n${rows}</div></main>`,
    }),
  );
}

/** The moment as a clock in the publisher's time zone shows it: `2026-03-12T14:30:00`. */
function localTime(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })
    .format(moment)
    .replace(" ", "T");
}
