// Makes demo.png for the README: what `habeas demo` prints, as a terminal shows it.
//   npm run build && node docs/images/demo.mjs
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { findBrowser } from "../../dist/crawlers/fetch/find-browser.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "habeas-image-"));
const styles = { 1: "font-weight:600", 2: "color:#8b949e", 31: "color:#ff7b72", 32: "color:#7ee787", 33: "color:#e3b341", 36: "color:#79c0ff" };
/** How many lines fit in the picture. */
const shownLines = 78;

const colourCode = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`, "u");

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Colour codes as spans; a code that ends a style closes all that are open. */
function toHtml(text) {
  let open = 0;
  const html = text.split(colourCode).map((part, index) => {
    if (index % 2 === 0) return escape(part);
    const style = styles[part];
    if (style !== undefined) {
      open++;
      return `<span style="${style}">`;
    }
    const closed = "</span>".repeat(open > 0 ? 1 : 0);
    open = Math.max(0, open - 1);
    return closed;
  });
  return html.join("") + "</span>".repeat(open);
}

try {
  const main = join(here, "../../dist/cli/main.js");
  const run = spawnSync(process.execPath, [main, "demo", "--keep", join(folder, "demo")], {
    encoding: "utf8",
    env: { ...process.env, FORCE_COLOR: "1", COLUMNS: "110" },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const lines = run.stdout.replaceAll(folder, "").split("\n").slice(0, shownLines);
  const found = await findBrowser();
  if (!found.found) throw new Error(found.advice);
  const browser = await chromium.launch({ executablePath: found.executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  const page = await browser.newPage({ viewport: { width: 940, height: 600 }, deviceScaleFactor: 1.3 });
  await page.setContent(`<body style="margin:0;background:#0d1117"><pre style="margin:0;padding:24px;color:#e6edf3;font:14px/1.45 ui-monospace,'DejaVu Sans Mono',Menlo,monospace">$ npm run demo\n\n${toHtml(lines.join("\n"))}</pre></body>`);
  await page.locator("pre").screenshot({ path: join(here, "demo.png") });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
