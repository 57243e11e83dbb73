import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a browser was found, or where it was looked for. */
export type BrowserSearch =
  | { found: true; executablePath: string; from: "setting" | "playwright" | "path" }
  | { found: false; tried: readonly string[]; advice: string };

export interface BrowserSearchOptions {
  /** Path from the settings; when given, nothing else is tried. */
  executablePath?: string;
  /** Default: the process's environment. */
  env?: Readonly<Record<string, string | undefined>>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const ADVICE =
  "install one with “npx playwright install chromium” (or “apt-get install chromium”), or name it in the setting browser.executablePath";

/** Looks for a Chromium: the setting, Playwright's own download, then the usual names on PATH. */
export async function findBrowser(options: BrowserSearchOptions = {}): Promise<BrowserSearch> {
  const { executablePath, env = process.env } = options;
  if (executablePath !== undefined) {
    if (isExecutable(executablePath)) return { found: true, executablePath, from: "setting" };
    return {
      found: false,
      tried: [executablePath],
      advice: `no program can be run there; correct the setting, or ${ADVICE}`,
    };
  }
  const { chromium } = await import("playwright");
  const own = chromium.executablePath();
  if (own !== "" && isExecutable(own)) return { found: true, executablePath: own, from: "playwright" };
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(process.platform === "darwin" ? MAC_APPS : []),
  ];
  const onPath = candidates.find(isExecutable);
  if (onPath !== undefined) return { found: true, executablePath: onPath, from: "path" };
  return { found: false, tried: [own, ...NAMES.map((name) => `${name} on PATH`)], advice: ADVICE };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
