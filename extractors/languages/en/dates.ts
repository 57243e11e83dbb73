import type { DateHint, DateLexicon, DateUnit, FoundHint } from "../dates.ts";

const months = "january february march april may june july august september october november december".split(
  " ",
);
const weekdays = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const numbers = new Map(
  "a one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, n) => [word, Math.max(1, n)] as const),
);
numbers.set("an", 1);

const monthPattern =
  "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";
const weekdayPattern = "(sunday|monday|tuesday|wednesday|thursday|friday|saturday)";
const dayPattern = "(\\d{1,2})(?:st|nd|rd|th)?";
const yearPattern = "((?:19|20)\\d\\d)";
const amountPattern = "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const unitPattern = "(day|week|month|year)s?";

const monthOf = (word = ""): number => months.findIndex((name) => name.startsWith(word.slice(0, 3))) + 1;
const amountOf = (word = ""): number => numbers.get(word) ?? Number(word);
const yearOf = (word: string | undefined): number | null => (word === undefined ? null : Number(word));
const unitOf = (word = ""): DateUnit => word as DateUnit;

type Reader = (match: RegExpExecArray) => DateHint | null;

/** In order: longer and surer expressions first. Alternatives are literal, so that nothing backtracks. */
const readers: readonly (readonly [RegExp, Reader])[] = (
  [
    [
      `${dayPattern} (?:to|and|-|–|until) \\d{1,2}(?:st|nd|rd|th)? ${monthPattern}\\b(?: ?,? ${yearPattern})?`,
      (m) => day(m[1], m[2], m[3]),
    ],
    [`${dayPattern} (?:of )?${monthPattern}\\b\\.?(?: ?,? ?${yearPattern})?`, (m) => day(m[1], m[2], m[3])],
    [
      `\\b${monthPattern}\\.? ${dayPattern}\\b(?![.:]\\d)(?: ?, ?${yearPattern}| ${yearPattern})?`,
      (m) => day(m[2], m[1], m[3] ?? m[4]),
    ],
    [
      "\\b((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)\\b",
      (m) => ({ kind: "day", day: Number(m[3]), month: Number(m[2]), year: Number(m[1]) }),
    ],
    [
      `\\b${monthPattern}\\.?,? ${yearPattern}\\b`,
      (m) => ({ kind: "month", month: monthOf(m[1]), year: yearOf(m[2]), which: null }),
    ],
    [
      `\\b${monthPattern} (?:of|in) (?:that|the same) year\\b`,
      (m) => ({ kind: "month", month: monthOf(m[1]), year: null, which: "context" }),
    ],
    [
      `\\b(last|next|that|this|the following|the same) ${monthPattern}\\b`,
      (m) => ({
        kind: "month",
        month: monthOf(m[2]),
        year: null,
        which: m[1] === "last" ? "last" : m[1] === "next" ? "next" : m[1] === "this" ? null : "context",
      }),
    ],
    [
      `\\b(?:on|of|last|next|this|late|early|since|by|until|from|and|–|-)? ?(last|next|this)? ?${weekdayPattern}\\b`,
      (m) => ({
        kind: "weekday",
        weekday: weekdays.indexOf(m[2] ?? ""),
        which: m[1] === "next" ? "next" : null,
      }),
    ],
    [
      "\\b(?:today|tonight|this (?:morning|afternoon|evening))\\b",
      () => ({ kind: "offset", amount: 0, unit: "day", anchor: "published" }),
    ],
    [
      "\\bthe day before yesterday\\b",
      () => ({ kind: "offset", amount: -2, unit: "day", anchor: "published" }),
    ],
    [
      "\\b(?:yesterday|last night)\\b",
      () => ({ kind: "offset", amount: -1, unit: "day", anchor: "published" }),
    ],
    ["\\btomorrow\\b", () => ({ kind: "offset", amount: 1, unit: "day", anchor: "published" })],
    [
      `\\b${amountPattern} ${unitPattern} ago\\b`,
      (m) => ({ kind: "offset", amount: -amountOf(m[1]), unit: unitOf(m[2]), anchor: "published" }),
    ],
    [
      `\\b${amountPattern} ${unitPattern} (earlier|before|previously|later|after|afterwards)\\b`,
      (m) => ({
        kind: "offset",
        amount: (/^(?:e|b|p)/u.test(m[3] ?? "") ? -1 : 1) * amountOf(m[1]),
        unit: unitOf(m[2]),
        anchor: "context",
      }),
    ],
    [
      "\\bthe (?:day|night|evening) before\\b",
      () => ({ kind: "offset", amount: -1, unit: "day", anchor: "context" }),
    ],
    [
      "\\bthe (?:next|following) (day|week|month|year)\\b",
      (m) => ({ kind: "unit", unit: unitOf(m[1]), which: 1, anchor: "context" }),
    ],
    [
      "\\b(?:the same|that) (day|night|morning|evening|afternoon)\\b",
      () => ({ kind: "unit", unit: "day", which: 0, anchor: "context" }),
    ],
    [
      "\\b(?:the same|that) (week|month|year)\\b",
      (m) => ({ kind: "unit", unit: unitOf(m[1]), which: 0, anchor: "context" }),
    ],
    [
      "\\b(last|this|next|earlier this|later this) (week|month|year)\\b",
      (m) => ({
        kind: "unit",
        unit: unitOf(m[2]),
        which: m[1] === "last" ? -1 : m[1] === "next" ? 1 : 0,
        anchor: "published",
      }),
    ],
    [
      "\\bthis (?:spring|summer|autumn|winter|fall)\\b",
      () => ({ kind: "unit", unit: "year", which: 0, anchor: "published" }),
    ],
    [
      "\\b(?:on|since) the (\\d{1,2})(?:st|nd|rd|th)\\b",
      (m) => ({ kind: "day", day: Number(m[1]), month: null, year: null }),
    ],
    [
      `\\b(?:in|since|of|early|late|mid|from|by|until|on|,|through|during|and) ${monthPattern}\\b`,
      (m) => ({ kind: "month", month: monthOf(m[1]), year: null, which: null }),
    ],
    [`\\b${yearPattern}\\b`, (m) => ({ kind: "year", year: Number(m[1]) })],
  ] as const satisfies readonly (readonly [string, Reader])[]
).map(([source, read]) => [new RegExp(source, "gu"), read] as const);

function day(
  dayWord: string | undefined,
  monthWord: string | undefined,
  yearWord: string | undefined,
): DateHint | null {
  const value = Number(dayWord);
  if (value < 1 || value > 31) return null;
  return { kind: "day", day: value, month: monthOf(monthWord), year: yearOf(yearWord) };
}

const mayBeDate =
  /\d|day\b|days\b|month|week|year|night|morning|evening|today|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter/u;

export const englishDates: DateLexicon = {
  limits: new Set(["until", "till", "by", "before", "through"]),
  implicatives: new Set(["allow", "permit", "let", "manage", "force", "make", "help", "get", "be"]),
  find(text) {
    if (!mayBeDate.test(text)) return [];
    const found: FoundHint[] = [];
    for (const [pattern, read] of readers) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const start = match.index;
        const end = start + match[0].length;
        if (found.some((other) => start < other.end && other.start < end)) continue;
        const hint = read(match);
        if (hint === null) continue;
        const words = text
          .slice(Math.max(0, start - 20), start)
          .trim()
          .split(" ");
        const inner = /^(since|until|by|from|before|through)\b/u.exec(match[0].trim())?.[1];
        found.push({ hint, start, end, before: inner ?? words.at(-1) ?? "" });
      }
    }
    return found.toSorted((a, b) => a.start - b.start);
  },
};
