import type { Descriptor, NameLexicon } from "../../persons/lexicon.ts";
import { givenNameGender, isCommonEnglish, isKnownPlace, isKnownSurname } from "./names-common.ts";
import { familyFirst, familyFirstGiven, nameSyllables, surnameEndings } from "./names-systems.ts";
import { wordMap, words } from "./names-words.ts";
import { lawyers, personNouns, pluralNouns, relations, titleHeads, titleWords } from "./titles-nouns.ts";

const neverNames = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
  street st avenue road square boulevard lane park bridge river lake sea ocean bay gulf strait island islands mountain mount
  hill valley desert forest airport station stadium hotel hospital clinic school university college institute academy
  theatre theater museum library church cathedral mosque temple palace castle tower gate prison jail colony camp barracks
  act law bill code constitution article section amendment treaty protocol convention declaration resolution charter list
  prize award medal order cup championship league olympics olympic games festival film movie series song album novel book
  ship vessel tanker class operation case affair trial trials plan doctrine day week year eve christmas easter ramadan nowruz
  court ministry department agency committee commission council association federation union foundation fund centre center
  network group organisation organization company corporation bank office bureau service services force forces guard guards
  army navy police party parliament assembly senate congress government administration embassy mission delegation
  news times post press agency radio television tv channel daily weekly herald tribune gazette journal review magazine
  north south east west northern southern eastern western central region province district county oblast state republic
  kingdom union europe asia africa america arctic antarctic middle european african asian american latin soviet arab islamic
  muslim christian catholic orthodox jewish sunni shia kurdish uyghur uighur tibetan rohingya chechen tatar miskito
  facebook twitter youtube telegram instagram tiktok whatsapp signal google x internet
  q a pm am bst gmt utc read more sign subscribe newsletter editor's background update updated correction note
  bandar puerto ciudad nizhny zone ward branch block unit area level number no chapter part war cold world nato brexit covid covid-19 pandemic
  i ii iii iv v vi god christ allah buddha jesus mossad interpol gestapo gulag holocaust genesis
`);

const pronouns = new Map(
  (
    [
      ["he him", "m", false, false, false],
      ["his", "m", false, true, false],
      ["she", "f", false, false, false],
      ["her", "f", false, true, false],
      ["hers", "f", false, true, false],
      ["they them", null, true, false, false],
      ["their theirs", null, true, true, false],
      ["himself", "m", false, false, false],
      ["herself", "f", false, false, false],
      ["themselves", null, true, false, false],
      ["i me myself", null, false, false, true],
      ["my mine", null, false, true, true],
      ["we us ourselves", null, false, false, true],
      ["our ours", null, false, true, true],
    ] as const
  ).flatMap(([forms, gender, plural, possessive, speaker]) =>
    forms.split(" ").map((form) => [form, { gender, plural, possessive, speaker }] as const),
  ),
);

const descriptors: ReadonlyMap<string, Descriptor> = wordMap<Descriptor>([
  [
    { gender: null, count: 1, role: "detainee" },
    "detainee prisoner convict inmate hostage defendant captive accused dissident",
  ],
  [
    { gender: null, count: 1, role: null },
    `laureate activist journalist reporter editor correspondent politician blogger writer poet musician artist academic
    scholar lawyer student teacher translator priest bishop pastor engineer doctor scientist unionist campaigner councillor
    publisher tycoon businessman photographer filmmaker director actor rapper singer programmer professor defender marine
    schoolteacher veteran trainee striker teenager pensioner youth economist historian physicist`,
  ],
  [{ gender: "f", count: 1, role: null }, "woman girl actress businesswoman nun"],
  [{ gender: "m", count: 1, role: null }, "man boy"],
  [{ gender: null, count: 2, role: null }, "couple pair two duo spouses"],
]);

const numbers = new Map<string, number | null>([
  ..."one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, index) => [word, index + 1] as const),
  ...([
    ["twenty-one", 21],
    ["twenty-two", 22],
    ["twenty-three", 23],
    ["twenty-four", 24],
    ["twenty-five", 25],
    ["thirty", 30],
    ["forty", 40],
    ["fifty", 50],
    ["sixty", 60],
    ["seventy", 70],
    ["eighty", 80],
    ["ninety", 90],
    ["dozen", 12],
    ["hundred", 100],
    ["several", null],
    ["dozens", null],
    ["hundreds", null],
    ["thousands", null],
    ["scores", null],
    ["some", null],
    ["many", null],
    ["numerous", null],
    ["few", null],
  ] as const),
]);

/** English words around names. */
export const englishNames: NameLexicon = {
  titleWords,
  titleHeads,
  personNouns,
  pluralNouns,
  relations,
  lawyers,
  particles: words(
    "al el bin bint ibn ben abu abd van der den de del della di da dos das do du la le von zu ter ten y e af ag ould mac st",
  ),
  nameSuffixes: words("jr sr"),
  neverNames,
  calendar: words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december",
  ),
  isCommon: isCommonEnglish,
  givenName: givenNameGender,
  isPlace: isKnownPlace,
  isSurname: isKnownSurname,
  surnamesToo: words(
    "law park lake hill church king rivers field castle may march august day bridge west north bush",
  ),
  seats: words("in at near outside across inside within"),
  familyFirst,
  familyFirstGiven,
  nameSyllables,
  surnameEndings,
  sayVerbs: words(`
    said says say told tells added adds wrote writes stressed noted notes warned warns argued argues insisted insists
    recalled recalls explained explains confirmed confirms announced announces declared declares replied replies stated
    states acknowledged admitted joked laughed laughs claimed claims asked asks tweeted posted testified remembers believes
    thinks observed observes concluded thanked urged urges called calls demanded condemned welcomed denied denies spoke
    commented complained reported described describes promised vowed suggested adding saying
  `),
  humanVerbs: words(`
    arrested detained jailed imprisoned sentenced convicted freed released pardoned abducted beaten tortured died was is has had
    were remains began went stopped lost suffered suffers served serves faces faced received spent walked returned lives
    worked works teaches became founded led leads signed met visited accused charged married born turned refused refuses
    held kept denied taken transferred moved seized hospitalised hospitalized executed deported expelled released
    survived fled left joined heads edited pleaded appealed
  `),
  collectives: words("group trio quartet foursome"),
  pluralAuxiliaries: words("were are have"),
  totals: words("all"),
  nominative: words("he she they i we"),
  clauseOpeners: words("since when after before until while because as and but that who whom if where"),
  fronting: words(
    "after before during since following until at in on despite throughout upon while with under from",
  ),
  auxiliaries: words("is was has had will would could should may might can does did be been are were"),
  finiteVerbs: words("remains faces stays lives works serves awaits continues suffers begins began went"),
  placePrepositions: words(
    "in at from near outside across into through around toward towards within over inside",
  ),
  articles: words("the a an this its our your"),
  definiteArticles: words("the"),
  andWords: words("and &"),
  relativePronouns: words("who whose whom"),
  listEnds: words(
    "after before when while since following hours days weeks months as because although but on in at during",
  ),
  introducers: words("including among named like especially particularly meet colleague"),
  namingVerbs: words("called named nicknamed"),
  siblings: words("brothers sisters siblings twins couple spouses cousins"),
  counsel: new Map([
    ["advocate", "lawyer"],
    ["defender", "lawyer"],
  ]),
  pronouns,
  descriptors,
  definite: words("the both this that"),
  partitives: words("of"),
  pairs: words("both two couple pair"),
  numbers,
  groupNouns: words(`
    people prisoners detainees journalists reporters activists protesters demonstrators students hostages citizens nationals
    men women persons individuals inmates convicts opponents defendants dissidents lawyers members writers academics
    scholars believers priests nuns pastors employees workers teachers doctors officers soldiers politicians leaders
    supporters bloggers foreigners captives relatives prisoners_of_conscience others refugees exiles minors children
    americans russians belarusians ukrainians iranians israelis palestinians germans britons poles lithuanians
    laureates colleagues unionists defenders civilians suspects photographers editors patients mothers wives families
    figures critics campaigners councillors judges monks clerics teenagers girls boys
    nicaraguans venezuelans cubans uyghurs tibetans afghans eritreans georgians turks kurds egyptians tunisians chinese
    pilots sailors fishermen diplomats executives hostages officials prisoner-of-war servicemen pows
  `),
  groupModifiers: words(`
    political other more former foreign jailed imprisoned detained arrested freed released convicted young elderly local
    fellow opposition independent human rights civil anti-war pro-democracy remaining female male women ethnic trade union
    prominent leading known wrongfully unjustly unlawfully further sick belarusian russian ukrainian iranian chinese
    american european german british polish french swedish cuban venezuelan nicaraguan turkish egyptian israeli
    democracy pro-palestinian lgbt environmental peace anti-government anti-regime youth veteran senior independent-minded
    women's georgian azerbaijani kazakh kyrgyz tajik afghan eritrean ethiopian burmese vietnamese cambodian syrian lebanese
    palestinian dual exiled student media newspaper sentenced ordinary dead such unnamed additional
  `),
  ageCompound: /^(\d{1,2})-year-old$/u,
  generation: new Map([
    ["younger", "younger"],
    ["elder", "older"],
    ["older", "older"],
  ]),
};
