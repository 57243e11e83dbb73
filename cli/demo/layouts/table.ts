import { html } from "hono/html";
import type { ArticlePage, Html } from "./frame.ts";
import { words } from "./words.ts";

/** `12.03.2026, 14:30`, as old sites print it. */
export function numericDate(iso: string): string {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/u.exec(iso) ?? [];
  return `${day}.${month}.${year}, ${time}`;
}

/** The page of a site from the turn of the century: tables, open paragraphs, no meta data but title and charset. */
export function tableLayout({ article, publisher, related }: ArticlePage): Html {
  return html`<HTML lang="${article.lang}">
<HEAD>
<META http-equiv="Content-Type" content="text/html; charset=${publisher.charset}">
<META name="habeas-demo" content="sample">
<META name="viewport" content="width=device-width">
<TITLE>${article.title} | ${publisher.name}</TITLE>
<LINK rel="stylesheet" href="/style.css"><LINK rel="icon" href="data:,">
</HEAD>
<BODY>
<P class="sample-notice">${words[article.lang].notice}</P>
<TABLE class="old" width="100%" cellspacing="0" cellpadding="8">
<TR><TD colspan="2" class="masthead"><A class="brand" href="/">${publisher.name}</A> <SPAN class="tagline">${publisher.tagline}</SPAN></TD></TR>
<TR valign="top">
<TD class="menu" width="200"><B>${words[article.lang].related}</B>${related.map(({ path, title }) => html`<BR><BR><A href="${path}">${title}</A>`)}</TD>
<TD class="content">
<H1>${article.title}</H1>
<DIV class="date">${numericDate(article.published)}</DIV>
${article.authors.length > 0 ? html`<DIV class="author">${article.authors.join(", ")}</DIV>` : ""}
${article.paragraphs.map(({ text, zone }) => (zone === "heading" ? html`<H2>${text}</H2>\n` : html`<P>${text}\n`))}
<DIV class="share"><A href="/">Распечатать</A> · <A href="/news/">Все новости</A></DIV>
</TD></TR>
<TR><TD colspan="2" class="colophon">${publisher.name}: ${words[article.lang].invented}</TD></TR>
</TABLE>
</BODY></HTML>
`;
}
