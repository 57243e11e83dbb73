/** Month names by their stems: English, Russian, Belarusian. */
const months: readonly RegExp[] = [
  /^(jan|янв|студ)/,
  /^(feb|фев|лют)/,
  /^(mar|мар|сак)/,
  /^(apr|апр|кра)/,
  /^(may|май|мая|тра)/,
  /^(jun|июн|чэр)/,
  /^(jul|июл|ліп)/,
  /^(aug|авг|жні)/,
  /^(sep|сен|вер)/,
  /^(oct|окт|кас)/,
  /^(nov|ноя|ліс)/,
  /^(dec|дек|сне)/,
];

const two = (part: string | number) => String(part).padStart(2, "0");

/** The partial date if it is one of the calendar. */
function dated(year: string, month: string | number, day?: string): string | null {
  const at = Number(month);
  if (at < 1 || at > 12) return null;
  if (day === undefined) return `${year}-${two(at)}`;
  const made = new Date(Date.UTC(Number(year), at - 1, Number(day)));
  return made.getUTCMonth() + 1 === at && Number(day) > 0 ? `${year}-${two(at)}-${two(day)}` : null;
}

/**
 * A date as lists write it: `2021`, `2021-07`, `2021-07-06`, `06.07.2021`, `07/06/2021` (only where the order is known),
 * `6 July 2021`, `July 6, 2021`, `6 июля 2021`. Null when it is none: a date is never guessed.
 *
 * @param slashes order of day and month in dates with slashes
 */
export function readDate(text: string, slashes: "dmy" | "mdy" | null = null): string | null {
  const value = text.trim().toLowerCase();
  const iso = value.match(/^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:t.*)?$/);
  if (iso) return iso[2] === undefined ? (iso[1] ?? null) : dated(iso[1] ?? "", iso[2], iso[3]);
  const points = value.match(/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?г\.?)?$/);
  if (points) return dated(points[3] ?? "", points[2] ?? "", points[1]);
  const strokes = value.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/);
  if (strokes) {
    const [, first = "", second = "", year = ""] = strokes;
    if (slashes === null) return null;
    return slashes === "dmy" ? dated(year, second, first) : dated(year, first, second);
  }
  const words = value.match(
    /^(?:(\d{1,2})(?:st|nd|rd|th)? )?(\p{L}+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?,)? (\d{4})(?: ?г\.?)?$/u,
  );
  const month = months.findIndex((stem) => stem.test(words?.[2] ?? "")) + 1;
  return words && month > 0 ? dated(words[4] ?? "", month, words[1] ?? words[3]) : null;
}

const units: readonly (readonly [RegExp, string])[] = [
  [/(\d+(?:[.,]\d+)?)\s*(?:years?|yrs?|год|года|лет|гады|гадоў)(?!\p{L})/iu, "year"],
  [/(\d+)\s*(?:months?|месяц\p{L}*|месяц|месяцаў|месяцы)(?!\p{L})/iu, "month"],
  [/(\d+)\s*(?:days?|суток|сутак|дн\p{L}+|дзён)(?!\p{L})/iu, "day"],
];

/** A term in digits and English units, as claims have it (`5 years and 6 months`, `life`, `death`); else null. */
export function readTerm(text: string): string | null {
  if (/пожизнен|пажыццёв|\blife\b/iu.test(text)) return "life";
  if (/смертн|смяротн|\bdeath\b/iu.test(text)) return "death";
  const parts = units.flatMap(([pattern, unit]) => {
    const number = text.match(pattern)?.[1]?.replace(",", ".");
    return number === undefined ? [] : [`${number} ${unit}${number === "1" ? "" : "s"}`];
  });
  return parts.length === 0 ? null : parts.join(" and ");
}
