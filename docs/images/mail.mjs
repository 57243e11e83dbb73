// Makes mail.png for docs/alerts.md: what an alert looks like in a mail program.
//   npm run build && node docs/images/mail.mjs
import { join } from "node:path";
import { chromium } from "playwright";
import { mailHtml } from "../../dist/alerts/message/mail-html.js";
import { messageOf } from "../../dist/alerts/message/compose.js";
import { sampleDelivery, sampleNotice, stateOf } from "../../dist/alerts/samples.js";
import { findBrowser } from "../../dist/crawlers/fetch/find-browser.js";

const delivery = sampleDelivery({
  notices: [
    sampleNotice({
      changes: ["confirmed"],
      before: stateOf({}),
      after: stateOf({ standing: "confirmed", origins: 4, charge: "“incitement to hatred”", term: "7 years" }),
      attributedTo: ["her sister"],
    }),
  ],
});
const found = await findBrowser();
if (!found.found) throw new Error(found.advice);
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const [name, width] of [["mail", 720], ["mail-phone", 390]]) {
  const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: 1.3 });
  await page.setContent(mailHtml(messageOf(delivery, "https://habeas.example")));
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`), fullPage: true });
}
await browser.close();
