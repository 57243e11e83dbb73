import type { Message, Passage } from "./compose.ts";

const escape = (value: string): string => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const link = (label: string, url: string) =>
  `<a href="${escape(url)}" style="color:#0b57d0">${escape(label)}</a>`;

const paragraph = (inner: string, style = "") => `<p style="margin:0 0 10px;${style}">${inner}</p>`;

function passageHtml(passage: Passage): string {
  const parts = [
    `<h2 style="margin:0 0 10px;font-size:18px;line-height:1.35;font-weight:600">${escape(passage.line)}</h2>`,
  ];
  for (const { label, value } of passage.details)
    parts.push(paragraph(`<span style="color:#59636e">${escape(label)}:</span> ${escape(value)}`));
  if (passage.changed !== null) parts.push(paragraph(escape(passage.changed)));
  if (passage.uncertain !== null)
    parts.push(
      paragraph(
        escape(passage.uncertain),
        "padding:8px 12px;background:#fff4d6;border-radius:6px;color:#3d2e00",
      ),
    );
  if (passage.evidence !== null)
    parts.push(
      `<blockquote style="margin:0 0 10px;padding:8px 14px;border-left:3px solid #0b57d0;background:#f4f6f8;color:#1f2328">${escape(passage.evidence.quote)}<br>— ${link(passage.evidence.sourceName, passage.evidence.url)}</blockquote>`,
    );
  if (passage.links.length > 0)
    parts.push(paragraph(passage.links.map(({ label, url }) => link(label, url)).join(" · ")));
  return parts.join("\n");
}

/**
 * The HTML part of a mail: one column, styles in place and no image, because mail programs keep little else. Nothing in
 * it is loaded from anywhere, so opening it tells nobody.
 */
export function mailHtml(message: Message): string {
  const heading =
    message.passages[0]?.line === message.subject
      ? ""
      : `<h1 style="margin:0 0 18px;font-size:20px">${escape(message.subject)}</h1>`;
  const rule = '<hr style="border:0;border-top:1px solid #d1d9e0;margin:18px 0">';
  return `<!doctype html>
<html lang="${message.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(message.subject)}</title></head>
<body style="margin:0;padding:20px;background:#ffffff;color:#1f2328;font:16px/1.5 -apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif">
<div style="max-width:620px;margin:0 auto">
${heading}${message.passages.map(passageHtml).join(`\n${rule}\n`)}
${rule}
${paragraph(escape(message.footer), "font-size:13px;color:#59636e")}
</div>
</body>
</html>
`;
}
