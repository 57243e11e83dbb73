/** Reading of the dates that pages carry for machines and for people. */
import { minutesInZone, monthOf, writtenOffset, zoneMinutes } from "../calendar.ts";

export interface DateOptions {
  /** IANA zone of times that come without one; without it only their day is kept. */
  timeZone?: string | undefined;
  /** `01/02/2026` is 2 January (American); elsewhere it is 1 February. */
  monthFirst?: boolean | undefined;
  /** Take `25.04.24` for a date, too. */
  shortYears?: boolean | undefined;
}

const isoPattern =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:T|\s+|T\s)(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(am|pm)?\s*(Z|UTC|GMT|[+-]\d\d?:?(?:\d\d)?)?(?:\[[^\]]*\])?)?$/i;
const compactPattern = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?$/;

interface Moment {
  year: number;
  month: number;
  day: number;
  hour?: number | undefined;
  minute?: number | undefined;
  second?: number | undefined;
  /** `Z`, `+03:00`, `+0300`, `+3`, `EST` … */
  zone?: string | undefined;
}

/**
 * A date as ISO 8601: with its time when the zone is known (from the text or from `timeZone`), else the bare day.
 * Null for what is no date of a publication (before 1990, after 2100, 31 April).
 */
export function parseDate(raw: string, options: DateOptions = {}): string | null {
  const text = raw.trim().slice(0, 200);
  if (text === "") return null;
  const epoch = /^\d{10}$|^\d{13}$/.test(text) ? Number(text) * (text.length === 10 ? 1000 : 1) : null;
  if (epoch !== null) return new Date(epoch).toISOString().replace(".000Z", "Z");
  const iso = isoPattern.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, half, zone] = iso;
    return format(
      {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: toHour(hour, half),
        minute: toNumber(minute),
        second: toNumber(second),
        zone,
      },
      options,
    );
  }
  const compact = compactPattern.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    return format(
      {
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: toNumber(hour),
        minute: toNumber(minute),
        second: toNumber(second),
        zone,
      },
      options,
    );
  }
  return findDate(text, options);
}

const word = "\\p{L}{3,12}";
const datePattern = new RegExp(
  [
    "(?<!\\d)(?<y1>(?:19|20)\\d\\d)\\s?[-./年]\\s?(?<m1>\\d\\d?)\\s?[-./月]\\s?(?<d1>\\d\\d?)(?!\\d)",
    "(?<![\\d.])(?<d2>\\d\\d?)(?<sep>[./-])\\s?(?<m2>\\d\\d?)\\k<sep>\\s?(?<y2>(?:19|20)\\d\\d)(?!\\.?\\d)",
    "(?<![\\d.])(?<d5>\\d\\d?)\\.(?<m5>\\d\\d)\\.(?<y5>\\d\\d)(?![\\d.])",
    `(?<!\\d)(?<d3>\\d\\d?)(?:\\.|st|nd|rd|th|º|er)?[\\s-]+(?:de\\s+|of\\s+|del\\s+)?(?<m3>${word})\\.?,?[\\s-]+(?:de\\s+|del\\s+)?(?<y3>(?:19|20)\\d\\d)`,
    `(?<m4>${word})\\.?\\s+(?<d4>\\d\\d?)(?:st|nd|rd|th)?,?\\s+(?<y4>(?:19|20)\\d\\d)`,
  ].join("|"),
  "gu",
);
const timePattern =
  /^[^\d\p{L}]{0,5}(?:\p{L}{1,4}\.?\s+)?(?:\p{L}{2,3}\s)?(\d\d?)[:.h](\d\d)(?::(\d\d))?(?!\d)\s*(?:Uhr|Uhr,|h\b|hrs)?\s*(?:([ap])\.?m\.?)?\s*(?:\(?([A-Z]{1,4}\b|[+-]\d\d:?\d\d))?/iu;
const timeBefore =
  /(?<!\d)(\d\d?)[:.](\d\d)(?::(\d\d))?\s*(?:([ap])\.?m\.?)?\s*\(?([A-Z]{2,4})?\)?[\s,|•·–-]{1,4}(?:on\s+|am\s+)?(?:\p{L}{3,10},?\s+)?$/iu;

/** The first full date in a text for people, with the time that stands beside it. */
export function findDate(text: string, options: DateOptions = {}): string | null {
  if (!/(?:19|20)\d\d|\d\.\d\d\.\d\d/.test(text)) return null;
  for (const match of text.matchAll(datePattern)) {
    const groups = match.groups as Record<string, string | undefined>;
    const day = readDay(groups, options);
    if (day === null) continue;
    const after = timePattern.exec(
      text.slice(match.index + match[0].length, match.index + match[0].length + 40),
    );
    const before =
      after === null ? timeBefore.exec(text.slice(Math.max(0, match.index - 40), match.index)) : null;
    const [, hour, minute, second, half, zone] = after ?? before ?? [];
    const time =
      hour === undefined
        ? {}
        : {
            hour: toHour(hour, half),
            minute: toNumber(minute),
            second: toNumber(second),
            zone: zone?.toUpperCase(),
          };
    const found = format({ ...day, ...time }, options);
    if (found !== null) return found;
  }
  return null;
}

function readDay(
  groups: Record<string, string | undefined>,
  { monthFirst, shortYears }: DateOptions,
): Moment | null {
  const { y1, m1, d1, y2, m2, d2, sep, y3, m3, d3, y4, m4, d4, y5, m5, d5 } = groups;
  if (y5 !== undefined) {
    return shortYears === true ? { year: 2000 + Number(y5), month: Number(m5), day: Number(d5) } : null;
  }
  if (y1 !== undefined) return { year: Number(y1), month: Number(m1), day: Number(d1) };
  if (y2 !== undefined) {
    const [first, second] = [Number(d2), Number(m2)];
    const american = second > 12 || (monthFirst === true && sep === "/" && first <= 12);
    return american
      ? { year: Number(y2), month: first, day: second }
      : { year: Number(y2), month: second, day: first };
  }
  const month = monthOf(m3 ?? m4 ?? "");
  return month === null ? null : { year: Number(y3 ?? y4), month, day: Number(d3 ?? d4) };
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function toHour(text: string | undefined, half: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const hour = Number(text);
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

const two = (value: number): string => String(value).padStart(2, "0");

function format(moment: Moment, { timeZone }: DateOptions): string | null {
  const { year, month, day, hour, minute = 0, second = 0, zone } = moment;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > lastDay) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (hour === undefined || hour > 24 || minute > 59 || second > 60) return date;
  const wall = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const offset = offsetOf(zone) ?? (timeZone === undefined ? null : minutesInZone(timeZone, wall));
  if (offset === null) return date;
  return `${new Date(wall).toISOString().slice(0, 19)}${writtenOffset(offset)}`;
}

/** Minutes east of Greenwich; null for none and for names that are not known. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined || zone === "") return null;
  const numeric = /^([+-])(\d\d?):?(\d\d)?$/.exec(zone);
  if (numeric === null) return zoneMinutes(zone);
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return numeric[1] === "-" ? -minutes : minutes;
}

/** Words that stand beside a date on a line of its own. */
const besideDates = new Set(
  `last first updated published posted modified created edited on at by am pm a m p h uhr um den le el de la las à gmt utc bst cet cest
  et est edt pt pst pdt ct msk мск eet eest aktualisiert erstellt veröffentlicht stand geändert vom actualizado publicado hora h min
  publié mis jour modifié обновлено опубликовано изменено в г года год часов абноўлена апублікавана ў оновлено опубліковано о
  opublikowano aktualizacja godz r st nd rd th
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
  montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
  lunes martes miércoles jueves viernes sábado domingo lundi mardi mercredi jeudi vendredi samedi dimanche
  понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
  панядзелак аўторак серада чацвер пятніца субота нядзеля понеділок вівторок середа четвер неділя
  poniedziałek wtorek środa czwartek piątek sobota niedziela`.split(/\s+/),
);

/** True for a line that holds a date, perhaps with its time, weekday or "Updated", and says nothing else. */
export function isDateLine(line: string): boolean {
  if (line.length > 90 || !/\d/.test(line)) return false;
  let dates = 0;
  const rest = line.replace(datePattern, (date, ...parts: unknown[]) => {
    if (readDay(parts.at(-1) as Record<string, string | undefined>, { shortYears: true }) === null)
      return date;
    dates++;
    return " ";
  });
  if (dates === 0) return false;
  const words = rest.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.every((beside) => besideDates.has(beside));
}

/** `/2026/01/31/` or `/2026-01-31-` in an address, or `20260131` as a part of it. */
export function dateInUrl(url: string): string | null {
  const match =
    /[/_-]((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(url) ??
    /[/_-](20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(url);
  if (match === null) return null;
  return format({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, {});
}
