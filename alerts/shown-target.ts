import { maskSecrets } from "../config/mask.ts";
import type { Target } from "./channels/index.ts";

/**
 * What people may see of a target: secrets by the name of their place only, and of addresses that stand there in clear
 * no more than the server, for what follows is often a secret too.
 */
export function shownTarget({ settings }: Target): { name: string; value: string }[] {
  return Object.entries(settings as Record<string, unknown>).flatMap(([name, value]) => {
    const shown = shownValue(value);
    return shown === "" ? [] : [{ name, value: shown }];
  });
}

function shownValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return shownText(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object") return "";
  if (Array.isArray(value)) return value.map(shownValue).join(", ");
  const entries = Object.entries(value as Record<string, unknown>);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && typeof first[1] === "string") {
    if (first[0] === "env") return `from the environment variable ${first[1]}`;
    if (first[0] === "file") return `from the file ${first[1]}`;
  }
  return entries.map(([name, inner]) => `${name}: ${shownValue(inner)}`).join("; ");
}

function shownText(text: string): string {
  const url = /^https?:/i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url === null) return maskSecrets(text);
  return url.pathname === "/" && url.search === "" ? url.origin : `${url.origin}/…`;
}
