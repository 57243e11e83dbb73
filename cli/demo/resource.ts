import { encodeWindows1251 } from "./windows1251.ts";

/** What a publisher's server answers at one path. */
export interface Resource {
  path: string;
  status: 200 | 301 | 404;
  type: string;
  body: Buffer;
  /** Absolute address of a redirect. */
  location?: string;
}

/**
 * A text in the publisher's charset. Only UTF-8 is named in the header: the old windows-1251 site names its charset in
 * the document alone, as such sites do.
 */
export function textResource(
  path: string,
  type: string,
  text: string,
  charset: "utf-8" | "windows-1251",
): Resource {
  const body = charset === "utf-8" ? Buffer.from(text, "utf8") : encodeWindows1251(text);
  return { path, status: 200, type: charset === "utf-8" ? `${type}; charset=utf-8` : type, body };
}
