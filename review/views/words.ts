import type { LedgerEvent, Party } from "../../model/ledger.ts";

/** `sentence_extension` → `sentence extension`. */
export const plain = (code: string): string => code.replaceAll("_", " ");

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const names = (parties: readonly Party[]): string => parties.map(({ name }) => name).join(", ");

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Whom an event is about. */
export function whom({
  subjects,
  group,
  agents,
}: Pick<LedgerEvent, "subjects" | "group" | "agents">): string {
  const some = group === null ? "" : `${group.count === null ? "" : `${group.count} `}${group.label}`;
  const named = names(subjects);
  if (named !== "" && some !== "") return `${some}, among them ${named}`;
  return named || some || (agents.length > 0 ? `by ${names(agents)}` : "nobody named");
}

/** A day as people write it; partial dates stay partial. */
export function day(date: string | null): string {
  if (date === null) return "undated";
  const [year = "", month, dayOfMonth] = date.slice(0, 10).split("-");
  if (month === undefined) return year;
  const name = months[Number(month) - 1] ?? month;
  return dayOfMonth === undefined ? `${name} ${year}` : `${Number(dayOfMonth)} ${name} ${year}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Day and time in UTC, as the audit log and histories show them. */
export const moment = (iso: string): string => `${day(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;

/** An address that may stand in a link: pages of the web only, never `javascript:`. */
export function webAddress(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return protocol === "https:" || protocol === "http:" ? href : undefined;
  } catch {
    return undefined;
  }
}
