import { minutesInZone, monthOf, writtenOffset, zoneMinutes } from "../calendar.ts";

/** A moment or day as somebody wrote it. */
export interface LooseDate {
  /** `2025-12-13T19:40:00+03:00` with the offset as written, or a bare `2025-12-13`. */
  iso: string;
  /** For ordering; a bare day counts from its first moment. */
  epochMs: number;
}

export interface DateHints {
  /** IANA zone of dates that do not name one; UTC when absent. */
  timeZone?: string;
  /** How the date is written when it is not recognised by itself: `DD.MM.YYYY`, `MM/DD/YYYY HH:mm`. */
  format?: string;
}

interface Fields {
  year: number;
  month: number;
  day: number;
  time: { hour: number; minute: number; second: number } | null;
  /** Minutes east of Greenwich; null when not said. */
  offset: number | null;
}

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?`;
const ZONE = String.raw`(?:\s*(?<zone>[A-Za-z]{1,4}|(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[+-]\d{2})\b)?`;

const SHAPES: readonly RegExp[] = [
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?:T|\s+)${TIME}${ZONE})?`, "i"),
  new RegExp(
    String.raw`^(?:\p{L}+\.?,?\s+)?(?<day>\d{1,2})[\s-]+(?:de\s+)?(?<name>\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(?<year>\d{4}|\d{2})(?!\d)(?:[^\d\n]{0,6}${TIME}${ZONE})?`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:\p{L}+\.?,\s+)?(?<name>\p{L}{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:[^\d\n]{0,6}${TIME}(?<half>\s*[ap]\.?m\b)?${ZONE})?`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?:[^\d\n]{0,6}${TIME}${ZONE})?`,
    "i",
  ),
  new RegExp(String.raw`^${TIME}[^\d\n]{0,6}(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`, "i"),
  new RegExp(
    String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?${ZONE})?$`,
    "i",
  ),
];

/**
 * Reads dates as feeds, sitemaps and listings write them: ISO 8601, RFC 822 with numbered or named zones, day and month
 * in EN, RU, BE, UK or ES, `DD.MM.YYYY`. Returns null rather than guess: day and month in figures with slashes need a
 * `format`.
 */
export function parseLooseDate(text: string | null | undefined, hints: DateHints = {}): LooseDate | null {
  const written = (text ?? "").replaceAll(/\s+/g, " ").trim().slice(0, 100);
  if (written === "") return null;
  const shapes = hints.format === undefined ? SHAPES : [shapeOf(hints.format), ...SHAPES];
  for (const shape of shapes) {
    const fields = fieldsOf(shape?.exec(written)?.groups);
    if (fields) return toLooseDate(fields, hints.timeZone);
  }
  return null;
}

function fieldsOf(groups: Record<string, string | undefined> | undefined): Fields | null {
  if (!groups) return null;
  const month = groups["name"] === undefined ? Number(groups["month"]) : (monthOf(groups["name"]) ?? 0);
  const year = Number(groups["year"]);
  const day = Number(groups["day"] ?? 1);
  const fields: Fields = {
    year: year < 70 ? year + 2000 : year < 100 ? year + 1900 : year,
    month,
    day,
    time: null,
    offset: groups["zone"] === undefined ? null : offsetOf(groups["zone"]),
  };
  if (groups["hour"] !== undefined) {
    const afternoon = /p/i.test(groups["half"] ?? "");
    const hour =
      groups["half"] === undefined
        ? Number(groups["hour"])
        : (Number(groups["hour"]) % 12) + (afternoon ? 12 : 0);
    fields.time = {
      hour,
      minute: Number(groups["minute"]),
      second: Math.min(Number(groups["second"] ?? 0), 59),
    };
  }
  return isReal(fields) ? fields : null;
}

function offsetOf(zone: string): number | null {
  const numbered = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (numbered) {
    const minutes = Number(numbered[2]) * 60 + Number(numbered[3] ?? 0);
    return minutes > 14 * 60 ? null : numbered[1] === "-" ? -minutes : minutes;
  }
  return zoneMinutes(zone);
}

function isReal({ year, month, day, time }: Fields): boolean {
  if (year < 1970 || year > 2200 || month < 1 || month > 12) return false;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  return time === null || (time.hour < 24 && time.minute < 60);
}

function toLooseDate({ year, month, day, time, offset }: Fields, timeZone: string | undefined): LooseDate {
  const date = `${year}-${two(month)}-${two(day)}`;
  const local = Date.UTC(year, month - 1, day, time?.hour ?? 0, time?.minute ?? 0, time?.second ?? 0);
  const minutes = offset ?? (timeZone === undefined ? 0 : (minutesInZone(timeZone, local) ?? 0));
  const epochMs = local - minutes * 60_000;
  if (!time) return { iso: date, epochMs };
  const clock = `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
  return { iso: `${date}T${clock}${writtenOffset(minutes)}`, epochMs };
}

const FORMAT_TOKENS: ReadonlyMap<string, string> = new Map([
  ["YYYY", String.raw`(?<year>\d{4})`],
  ["YY", String.raw`(?<year>\d{2})`],
  ["MMMM", String.raw`(?<name>\p{L}{3,})\.?`],
  ["MMM", String.raw`(?<name>\p{L}{3,})\.?`],
  ["MM", String.raw`(?<month>\d{1,2})`],
  ["M", String.raw`(?<month>\d{1,2})`],
  ["DD", String.raw`(?<day>\d{1,2})`],
  ["D", String.raw`(?<day>\d{1,2})`],
  ["HH", String.raw`(?<hour>\d{1,2})`],
  ["H", String.raw`(?<hour>\d{1,2})`],
  ["mm", String.raw`(?<minute>\d{2})`],
  ["ss", String.raw`(?<second>\d{2})`],
]);

/** Null when the format names a part twice. */
function shapeOf(format: string): RegExp | null {
  const pattern = format
    .split(/(YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|mm|ss)/)
    .map((part) => FORMAT_TOKENS.get(part) ?? literal(part))
    .join("");
  try {
    return new RegExp(pattern, "iu");
  } catch {
    return null;
  }
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(" ", String.raw`\s+`);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
