import * as en from "chrono-node/en";
import * as es from "chrono-node/es";
import * as ru from "chrono-node/ru";

const numbers: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "a|an|one|один|одну|одни|одного|адзін|адну|адны|un|una",
    "two|два|две|двух|двое|дзве|двух|dos",
    "three|три|трёх|трех|трое|тры|трох|tres",
    "four|четыре|четырёх|четырех|чатыры|чатырох|cuatro",
    "five|пять|пяти|пяць|пяці|cinco",
    "six|шесть|шести|шэсць|шасці|seis",
    "seven|семь|семи|сем|сямі|siete",
    "eight|восемь|восьми|восем|васьмі|ocho",
    "nine|девять|девяти|дзевяць|дзевяці|nueve",
    "ten|десять|десяти|дзесяць|дзесяці|diez",
    "eleven|одиннадцать|адзінаццаць|once",
    "twelve|двенадцать|дванаццаць|doce",
  ].flatMap((words, at) => words.split("|").map((word) => [word, at + 1])),
);
const more: Readonly<Record<string, number>> = {
  fifteen: 15,
  пятнадцать: 15,
  пятнаццаць: 15,
  quince: 15,
  twenty: 20,
  двадцать: 20,
  дваццаць: 20,
  veinte: 20,
  thirty: 30,
  тридцать: 30,
  трыццаць: 30,
  treinta: 30,
};
/** Days that a unit stands for, by the beginnings of its names. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:days?|суток|сутки|сутак|день|дня|дней|дзень|дня|дзён|d[ií]as?)$/u, 1],
  [/^(?:weeks?|недел\p{L}*|тыд\p{L}*|semanas?)$/u, 7],
  [/^(?:months?|месяц\p{L}*|mes(?:es)?)$/u, 30],
  [/^(?:years?|года?|году|лет|гады|гадоў|años?)$/u, 365],
];
const longestDays = 30 * 365;

/** Days that a sentence tells as a length of time: "another 15 days", "больше двух недель"; the longest; null without one. */
export function daysTold(quote: string): number | null {
  let longest: number | null = null;
  const words = quote.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  for (const [at, word] of words.entries()) {
    const factor = units.find(([unit]) => unit.test(word))?.[1];
    const before = words[at - 1] ?? "";
    const count = /^\d{1,5}$/.test(before) ? Number(before) : (numbers[before] ?? more[before]);
    if (factor === undefined || count === undefined) continue;
    const days = count * factor;
    if (days <= longestDays && days > (longest ?? 0)) longest = days;
  }
  return longest;
}

/** Months of a language that the parser does not know, as they are called in one that it knows. */
const belarusian: readonly (readonly [RegExp, string])[] = [
  [/студзен[ья]/gu, "января"],
  [/лют(?:ага|ы)/gu, "февраля"],
  [/сакавіка?/gu, "марта"],
  [/красавіка?/gu, "апреля"],
  [/(?:мая|траўня)/gu, "мая"],
  [/чэрвен[ья]/gu, "июня"],
  [/ліпен[ья]/gu, "июля"],
  [/жні(?:вень|ўня)/gu, "августа"],
  [/верас(?:ень|ня)/gu, "сентября"],
  [/кастрычніка?/gu, "октября"],
  [/лістапада?/gu, "ноября"],
  [/снеж(?:ань|ня)/gu, "декабря"],
];
const parsers: Readonly<Record<string, typeof en.casual>> = {
  en: en.casual,
  es: es.casual,
  ru: ru.casual,
  be: ru.casual,
};
const begins = /(?<!\p{L})(?:since|со?|з|са|ад|desde)\s+([^.;!?]{3,40})/giu;

/** Letters between since and its date: last, early, the end of. */
const longestLeadIn = 11;

/**
 * The day, month or year since when something lasts, as a sentence tells it ("no letters since February 2023"); null when
 * it does not, or means a day after its publication.
 *
 * @param published ISO time that relative days refer to
 */
export function sinceTold(quote: string, lang: string, published: string): string | null {
  const parser = parsers[lang.slice(0, 2)] ?? en.casual;
  for (const [, rest = ""] of quote.matchAll(begins)) {
    const text = belarusian.reduce(
      (made, [word, russian]) => made.replace(word, russian),
      rest.toLowerCase(),
    );
    const [found] = parser.parse(text, new Date(published), { forwardDate: false });
    const date =
      found !== undefined && found.index <= longestLeadIn
        ? partialDate(found.start, published)
        : yearAt(text);
    if (date !== null && !isAfter(date, published)) return date;
  }
  return null;
}

const yearAt = (text: string) => /^(?:the year )?((?:19|20)\d\d)(?!\d)/u.exec(text)?.[1] ?? null;

type Components = ReturnType<typeof en.casual.parse>[number]["start"];

const isAfter = (date: string, published: string) => date > published.slice(0, date.length);

function partialDate(start: Components, published: string): string | null {
  const isDay = start.isCertain("day") || start.isCertain("weekday");
  if (!isDay && !start.isCertain("month")) return null;
  const [year, ...rest] = [start.get("year") ?? 0, start.get("month"), start.get("day")];
  const below = rest.map((part) => String(part).padStart(2, "0")).slice(0, isDay ? 2 : 1);
  const date = [year, ...below].join("-");
  // March without a year is the last one that there was.
  return isAfter(date, published) && !start.isCertain("year") ? [year - 1, ...below].join("-") : date;
}
