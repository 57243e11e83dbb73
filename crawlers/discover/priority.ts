/** Priorities of fetch jobs; 1 first. */
export const priorities = { release: 1, detention: 3, ordinary: 5, backfill: 8 } as const;

const STOP = String.raw`(?![\p{L}])`;
const START = String.raw`(?<![\p{L}])`;
const anyOf = (words: readonly string[]) => new RegExp(`${START}(?:${words.join("|")})`, "iu");

/** Words of a title that tells of somebody set free, in EN, RU, BE, UK and ES. Better one too many than one too late. */
const RELEASE = anyOf([
  String.raw`freed${STOP}`,
  String.raw`releas(?:e|es|ed|ing)${STOP}`,
  String.raw`(?:un|not )?pardon(?:s|ed)?${STOP}`,
  String.raw`amnest(?:y|ies|ied)${STOP}`,
  String.raw`(?:prisoner|hostage|spy)[- ](?:swap|exchange)s?${STOP}`,
  String.raw`swap(?:s|ped)?${STOP}`,
  String.raw`walks? free${STOP}`,
  String.raw`out of (?:prison|jail)${STOP}`,
  String.raw`(?:home|back) (?:from|after) (?:captivity|prison|jail)${STOP}`,
  String.raw`set free${STOP}`,
  "освобо[жд]",
  "помилова",
  "амнист",
  String.raw`обмен\p{L}* (?:\p{L}+ )?(?:заключ|плен|узник|политзаключ)`,
  String.raw`вы(?:шел|шла|шло|шли|йдет|йдут|ходит|ходят) (?:на свободу|на волю|из (?:колонии|тюрьмы|СИЗО))`,
  String.raw`на свободе${STOP}`,
  "вызвал",
  "вызвол",
  "памілава",
  "амніст",
  String.raw`абмен\p{L}* (?:\p{L}+ )?(?:зняволен|палон|вязн|палітвязн)`,
  String.raw`вый(?:шл|ша)\p{L}* (?:на волю|на свабоду|з (?:калоніі|турмы|СІЗА))`,
  String.raw`на волі${STOP}`,
  "звільн",
  "помилув",
  "excarcel",
  "liberad[oa]s?",
  "indult",
  "canje",
]);

/** The same words said of other things than people: reports, films, albums, statements, funds. */
const OTHER_RELEASE =
  /\b(?:press release|releas(?:e|es|ed|ing) (?:a |an |the |its |new |his |her |their |annual |of the )*(?:report|statement|video|footage|film|album|song|trailer|book|data|figures|findings|documents?|files?|records?|photos?|images?|audio|funds?|study|survey|guidelines|results))\b/i;

const DETENTION = anyOf([
  "political prisoner",
  "prisoners? of conscience",
  String.raw`jail(?:s|ed|ing)?${STOP}`,
  String.raw`imprison`,
  String.raw`prisons?${STOP}`,
  String.raw`prisoners?${STOP}`,
  String.raw`detain`,
  String.raw`detention`,
  String.raw`arrest`,
  String.raw`hostages?${STOP}`,
  String.raw`sentence[sd]?${STOP}`,
  "hunger strike",
  "penal colony",
  "solitary",
  "incommunicado",
  "политзаключ",
  "политическ[а-я]+ заключ",
  "узни(?:к|ц)",
  "заключ[её]нн",
  "задержа",
  "арест",
  "приговор",
  "осужд[её]н",
  "колони[ияюе]",
  "ШИЗО",
  "СИЗО",
  "голодовк",
  "залож",
  "палітвязн",
  "палітзняволен",
  "зняволен",
  "вязен",
  "вязн",
  "затрыма",
  "арышт",
  "прысуд",
  "асуд[жз]",
  "калоні",
  "ШЫЗА",
  "палітв",
  "політв",
  "ув['’ʼ]?язнен",
  "затрима",
  "preso",
  "detenid",
  "reh[eé]n",
]);

/** How urgent an announced article is, by the words of its title and summary. Pure. */
export function priorityOf(
  item: { title: string | null; summary?: string | null },
  options: { backfill?: boolean } = {},
): number {
  const title = item.title ?? "";
  const whole = `${title} ${item.summary ?? ""}`;
  if (tellsRelease(title)) return priorities.release;
  if (options.backfill) return priorities.backfill;
  return DETENTION.test(whole) || tellsRelease(whole) ? priorities.detention : priorities.ordinary;
}

function tellsRelease(text: string): boolean {
  return RELEASE.test(text) && !OTHER_RELEASE.test(text);
}
