/** Months and time zones as announcements and pages name them. */

/** Names and abbreviations of months in the languages of our sources, in the nominative and the genitive. */
const monthNames: readonly string[] = [
  "january jan januar jänner jän enero ene janvier janv gennaio gen janeiro januari styczeń stycznia sty leden ledna январь января янв студзень студзеня студз січень січня січ ocak",
  "february feb februar febr febrero février févr fév febbraio fevereiro fev februari luty lutego lut únor února февраль февраля февр фев люты лютага лютий лютого лют şubat",
  "march mar märz mär marzo mars março maart mrt marzec marca marz březen března март марта мар сакавік сакавіка сак березень березня бер marts mart",
  "april apr abril abr avril avr aprile kwiecień kwietnia kwi duben dubna апрель апреля апр красавік красавіка крас квітень квітня квіт nisan",
  "may mai mayo maggio mag maio mei maj maja květen května май мая травень траўня травня трав mayıs",
  "june jun juni junio juin giugno giu junho czerwiec czerwca cze červen června июнь июня июн чэрвень чэрвеня чэрв червень червня черв haziran",
  "july jul juli julio juillet juil luglio lug julho lipiec lipca lip červenec července июль июля июл ліпень ліпеня ліп липень липня лип temmuz",
  "august aug agosto ago août aout augustus sierpień sierpnia sie srpen srpna август августа авг жнівень жніўня жн серпень серпня серп augusti ağustos",
  "september sep sept septiembre septembre settembre set setembro wrzesień września wrz září сентябрь сентября сент сен верасень верасня верас вересень вересня вер eylül",
  "october oct oktober okt octubre octobre ottobre ott outubro out październik października paź říjen října октябрь октября окт кастрычнік кастрычніка кастр жовтень жовтня жовт ekim",
  "november nov noviembre novembre novembro listopad listopada lis listopadu ноябрь ноября нояб ноя лістапад лістапада ліст листопад листопада лист kasım",
  "december dec dezember dez diciembre dic décembre déc dicembre dezembro grudzień grudnia gru prosinec prosince декабрь декабря дек снежань снежня снеж грудень грудня груд desember aralık",
];
const monthByName = new Map(
  monthNames.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** 1…12 for a month's name or abbreviation in one of the languages, else null. */
export function monthOf(word: string): number | null {
  return monthByName.get(word.toLowerCase().replace(/\.$/, "")) ?? null;
}

/** Zones by the abbreviations that are printed; ambiguous ones (IST, BST as Bangladesh) are the newspapers' usual. */
const minutesByZone: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    BST: 60,
    WEST: 60,
    CET: 60,
    MEZ: 60,
    CEST: 120,
    MESZ: 120,
    EET: 120,
    EEST: 180,
    MSK: 180,
    EST: -300,
    EDT: -240,
    CST: -360,
    CDT: -300,
    MST: -420,
    MDT: -360,
    PST: -480,
    PDT: -420,
    JST: 540,
    AEST: 600,
    AEDT: 660,
  }),
);

/** Minutes east of Greenwich for a zone's abbreviation; null for names that are not known. */
export function zoneMinutes(name: string): number | null {
  return minutesByZone.get(name.toUpperCase()) ?? null;
}

/**
 * Minutes east of Greenwich of an IANA zone at a wall-clock time (given as if it were UTC, epoch milliseconds), by the
 * platform's zone data; around a change of clocks the later one wins. Null for a zone that the platform does not know.
 */
export function minutesInZone(timeZone: string, wallMs: number): number | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
  const at = (epochMs: number): number => {
    const parts = format.formatToParts(epochMs);
    const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    const wall = Date.UTC(
      get("year"),
      get("month") - 1,
      get("day"),
      get("hour"),
      get("minute"),
      get("second"),
    );
    return wall - epochMs;
  };
  return Math.round(at(wallMs - at(wallMs)) / 60_000);
}

const two = (value: number) => String(value).padStart(2, "0");

/** `+03:00`, or `Z` for none. */
export function writtenOffset(minutes: number): string {
  if (minutes === 0) return "Z";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
