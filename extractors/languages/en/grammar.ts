import type { Grammar } from "../grammar.ts";

const set = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/u).filter((word) => word !== ""));

export const englishGrammar: Grammar = {
  quantityPrefixes: new Set(
    "more than,less than,fewer than,at least,at most,up to,as many,close to,no fewer,no less,about,around,over,nearly,almost,some,approximately,roughly,only,just".split(
      ",",
    ),
  ),
  quantityNouns: set("dozen dozens hundreds thousands scores half"),
  numberTails: [
    ["and", "a", "half"],
    ["and", "half"],
  ],
  memberVerbs: set("include"),
  genitivePreposition: "of",
  indefinite: set("a an"),
  firstPerson: set("i me my myself"),
  firstPersonPlural: set("we us our ourselves"),
  agentPreposition: "by",
  benefactivePreposition: "for",
  originPrepositions: set("from of with"),
  latePrepositions: set("against"),
  lentPrepositions: set("between with against for by"),
  compoundPrepositions: new Set([
    "according to",
    "due to",
    "thanks to",
    "owing to",
    "out of",
    "ahead of",
    "instead of",
    "because of",
    "prior to",
  ]),
  transparentMarks: set(`" “ ” ' ‘ ’ « »`),
  particles: set("missing in out off up down away back over free go loose in dead guilty home alone"),
  phrasalVerbs: new Set(
    "call off,hand over,turn over,give over,drag off,haul off,cart off,bring in,call up,break off,set off,hand in,turn in,take in".split(
      ",",
    ),
  ),
  copularPlan: true,
  neverPassive: set("go come become arrive fall rise die vanish disappear remain"),
  getPassive: set("get stand"),
  stressing: set("himself herself themselves itself each both all"),
  infinitival: set("try"),
  objectControl: set(
    "urge ask tell order force compel allow permit let require request call press beg implore appeal petition want expect help persuade convince lobby invite instruct advise demand encourage pressure push warn forbid enable cause get leave lead authorise authorize make have see watch hear bid",
  ),
  bareInfinitive: set("let make have help see watch hear bid"),
  singularVerbs: set("was is has"),
  naming: set(
    "identify name call describe know regard recognise recognize list label designate see consider deem believe view class classify brand",
  ),
  namingPreposition: "as",
  causatives: set("have see"),
  ditransitive: set(
    "give hand grant deny send offer show tell spare fine cost award slap serve sentence promise bring",
  ),
  depictives: set("prisoner hostage captive"),
  takingVerbs: set("take hold keep"),
  clausal: set(
    `say tell claim report announce state declare add note write admit acknowledge allege suggest warn believe think fear expect hope
confirm deny insist argue explain stress emphasise emphasize reiterate repeat learn understand hear know see show find reveal disclose inform notify
complain recall mean agree promise vow pledge predict estimate conclude rule decide demand request propose recommend urge doubt assume imagine
suspect feel remember realise realize point swear testify maintain mention indicate assert concede reply respond answer joke publish post`,
  ),
  intransitive: set(
    "get walk go come arrive return leave die vanish disappear flee escape fly travel live remain stay sit stand sleep rise fall happen occur speak talk laugh smile weep cry collapse wait work act serve begin start end tend agree refuse want hope appear seem become emerge continue cross step",
  ),
  listCoordinators: set("and or"),
  listConnectors: [["as", "well", "as"], ["along", "with"], ["together", "with"], ["plus"]],
  memberPrepositions: set("including"),
  amongPrepositions: set("among amongst"),
};
