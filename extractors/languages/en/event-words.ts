import type { ActorClass, EventType } from "../../../model/extraction.ts";
import type { EventLexicon } from "../frames.ts";
import { personNouns } from "./titles-nouns.ts";
import { englishRules } from "./frames/index.ts";

const set = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).filter((word) => word !== ""));
const weights = (table: Record<string, string>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(table).flatMap(([weight, words]) =>
      words
        .split(/\s+/u)
        .filter((word) => word !== "")
        .map((word) => [word, Number(weight)] as const),
    ),
  );

const units =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export const englishEvents: EventLexicon = {
  rules: englishRules,
  termUnits: new Map<string, "year" | "month" | "week" | "day">([
    ["year", "year"],
    ["years", "year"],
    ["month", "month"],
    ["months", "month"],
    ["week", "week"],
    ["weeks", "week"],
    ["day", "day"],
    ["days", "day"],
  ]),
  absoluteTerms: new Map([
    ["life", "life"],
    ["death", "death"],
  ]),
  numbers: new Map<string, number>([
    ...units.map((word, n) => [word, n + 1] as const),
    ...tens.map((word, n) => [word, (n + 2) * 10] as const),
    ["a", 1],
    ["an", 1],
    ["dozen", 12],
    ["hundred", 100],
  ]),
  half: ["and", "a", "half"],
  termTails: set(
    "in a the prison jail colony custody imprisonment penal labour labor camp each strict-regime",
  ),
  topic: weights({
    3: "prisoner prisoners prison jail jailed detainee detainees detained imprisoned imprisonment inmate inmates dissident dissidents hostage hostages shizo gulag incommunicado unjailed",
    2: "arrested arrest custody detention colony sentenced pardon pardoned pardons amnesty repression torture tortured sanctions extradited extremist extremism activist activists execution executed regime interrogation prosecutor prosecutors cell opposition embassy envoy diplomat hunger espionage treason deported junta police gallows freed abducted kidnapped captive captives handcuffed",
    1: "released release freeing court trial lawyer rights charges charged convicted sentence verdict judge minister president government ministry",
    "-3": "striker midfielder goalkeeper cinema cinemas film films novel album box-office app software copyright",
    "-2": "club clubs season coach league match football festival director's actress premiere users product trademark patent shares dividend",
  }),
  habitual: set(
    "usually often always sometimes typically generally normally regularly routinely frequently traditionally",
  ),
  chargePrefixes: set(
    "charge charges count counts accusation accusations suspicion of the a an two three four five one several on for with over",
  ),
  eventNouns: new Map(
    (
      [
        ["release freeing", ["release", "pardon", "exchange"]],
        ["pardon amnesty", ["pardon"]],
        ["swap exchange", ["exchange"]],
        ["arrest detention abduction raid", ["arrest"]],
        ["verdict sentence ruling conviction sentencing jailing", ["sentence", "sentence_extension"]],
        ["trial hearing", ["trial", "sentence"]],
        ["charge indictment", ["charge"]],
        ["execution hanging", ["execution"]],
        ["death killing", ["death_in_custody"]],
        ["expulsion deportation", ["deportation"]],
        ["transfer", ["transfer"]],
      ] as const
    ).flatMap(([nouns, types]) => nouns.split(" ").map((noun) => [noun, new Set<EventType>(types)] as const)),
  ),
  courtNouns: set("court tribunal"),
  matterNouns: set("case appeal trial"),
  facilityNouns: set(
    "prison jail colony penitentiary camp centre center remand cell custody ward hospital clinic facility block unit gulag isolator arrest",
  ),
  placePrepositions: set("in at near inside outside from into"),
  neuterPronouns: set("it which"),
  kinNouns: set(
    "family relative wife husband mother father parent son daughter sister brother child spouse partner friend supporter colleague lawyer attorney aide ally associate neighbour neighbor fan follower cellmate critic opponent",
  ),
  definite: set("the this that these those his her their its our"),
  partNouns: set(
    "group number batch half third quarter most majority rest remainder crew handful couple pair trio score total part wave generation",
  ),
  timeMarks: set("when"),
  personNouns: new Set([...personNouns.keys(), ..."couple pair former medic colonel man woman".split(" ")]),
  heldPeople: set(
    "prisoners detainees inmates hostages captives convicts journalists activists dissidents protesters",
  ),
  wishVerbs: set("want need like prefer order demand wish request"),
  resultVerbs: set("see get have keep find"),
  officeNouns: set(
    "spokesperson spokesman spokeswoman spokespeople official officials expert experts rapporteur rapporteurs representative representatives delegation diplomat diplomats observer observers monitor monitors negotiator negotiators envoy envoys lawmaker lawmakers leader leaders minister ministers ambassador ambassadors consul president",
  ),
  describing: set("regard consider describe deem suspect accuse know believe see call"),
  bodyNouns: new Map(
    (
      [
        [
          "organisation organization group watchdog network charity centre center foundation initiative project",
          ["ngo", "igo"],
        ],
        ["agency service office department", ["state_body", "media", "igo"]],
        [
          "ministry court police embassy prosecutor prosecution commission committee council parliament",
          ["state_body", "igo"],
        ],
        ["bloc union body experts", ["igo", "ngo"]],
        ["government authority authorities regime junta country state administration", ["state"]],
        ["party movement", ["party"]],
        ["broadcaster newspaper outlet channel station magazine site website paper daily", ["media"]],
        ["alliance company firm", ["ngo", "company"]],
      ] as const
    ).flatMap(([nouns, classes]) =>
      nouns.split(" ").map((noun) => [noun, new Set<ActorClass>(classes)] as const),
    ),
  ),
  objectPronouns: set("him her them his their he she they"),
};
