import type { AssertionLexicon, Effect } from "../assertion-lexicon.ts";

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");

function effects(table: Partial<Record<Effect, string>>): ReadonlyMap<string, Effect> {
  return new Map(
    Object.entries(table).flatMap(([effect, list]) =>
      words(list).map((word) => [word, effect as Effect] as const),
    ),
  );
}

const reporting = words(
  `say tell report announce state declare add note write acknowledge recall explain stress emphasise emphasize reiterate repeat reveal disclose inform
confirm claim allege argue insist maintain admit complain warn post publish quote cite document testify reply respond answer learn recount relate describe print broadcast air concede assert`,
);

export const englishAssertion: AssertionLexicon = {
  reporting: new Set(reporting),
  governedPrepositions: new Set(["for", "about"]),
  notYet: new Set(["yet"]),
  implicatives: new Set(
    words(`manage help get allow permit let force make begin start continue go come cease happen prove turn live dare proceed
be become remain use compel lead cause enable oblige order rush move bring return vote sign issue condemn sentence have see hear know
decide authorise authorize pardon bother stop take serve spend last grow step race hurry find join`),
  ),
  mandative: new Set(
    words("insist demand ask urge request propose recommend suggest require order instruct rule"),
  ),
  prepositionalDemand: new Set(words("call appeal press push campaign lobby plead pray")),
  verbs: new Map<string, Effect>([
    ...reporting.map((word) => [word, "factual"] as const),
    ...effects({
      negated:
        "deny refute dismiss reject refuse fail decline avoid prevent stop block bar forbid ban prohibit halt cancel suspend postpone delay drop abandon forget oppose rule-out debunk disprove",
      uncertain:
        "believe think suspect assume doubt appear seem rumour rumor speculate fear suggest consider mull weigh discuss contemplate study explore threaten try attempt seek negotiate risk wonder ask-whether imagine suppose guess hint debate ponder",
      planned:
        "plan intend agree promise vow pledge prepare expect schedule await anticipate hope propose offer order instruct arrange aim mean undertake volunteer predict wait envisage foresee resolve",
      demanded:
        "urge ask demand call request appeal press beg implore petition want plead insist-on lobby push campaign advocate require exhort recommend beseech urge entreat need deserve pray protest-for",
    }),
  ]),
  evidenceNouns: new Set(words("evidence confirmation proof sign indication")),
  negatedVerbs: effects({
    uncertain: "confirm deny say know believe think report verify rule expect comment disclose exclude",
    negated: "plan intend agree want see have allow let permit require get admit consider discuss",
  }),
  modals: effects({
    planned: "will shall 'll ’ll wo is are was were be",
    uncertain: "may might could can ca",
    hypothetical: "would 'd ’d",
    demanded: "should must ought",
  }),
  predicates: effects({
    planned:
      "due set about poised scheduled expected ready likely slated prepared planned supposed hopeful close bound",
    uncertain: "unlikely believed thought rumoured rumored feared suspected willing reluctant considered",
    negated: "unable impossible loath forbidden",
    demanded: "urged asked",
  }),
  nouns: effects({
    demanded:
      "call demand appeal plea petition request campaign bid push pressure rally protest letter motion need",
    uncertain:
      "rumour rumor speculation possibility chance prospect fear risk threat talk suggestion idea report negotiation question hint effort attempt bid hope scenario consideration",
    planned:
      "plan promise pledge intention proposal offer preparation vow prospect date timetable schedule agreement",
    negated: "refusal denial failure lack absence impossibility",
  }),
  adjectives: effects({
    uncertain:
      "possible potential alleged rumoured rumored conditional hypothetical suspected mooted so-called reported",
    planned:
      "planned upcoming future imminent forthcoming expected promised pending scheduled proposed further next eventual",
    demanded: "immediate unconditional",
    negated: "fake false",
  }),
  adverbs: effects({
    uncertain:
      "possibly perhaps maybe reportedly allegedly apparently probably presumably conceivably supposedly likely",
    negated: "hardly scarcely nearly almost",
  }),
  marks: effects({
    hypothetical: "if unless whether lest should whenever wherever once provided",
    uncertain: "until till",
  }),
  prepositions: effects({
    negated: "without despite-no",
    hypothetical: "until till pending",
    uncertain: "against",
  }),
  beforeGerunds: new Map<string, Effect>([
    ["instead of", "negated"],
    ["far from", "negated"],
    ["short of", "negated"],
    ["close to", "uncertain"],
  ]),
  negativeWords: new Set(words("no none nobody neither nothing nor not never no-one")),
  falsePredicates: new Set(
    words(
      "false untrue wrong baseless premature incorrect unfounded fake fabricated inaccurate mistaken invention hoax lie lies fiction",
    ),
  ),
  falsePhrases:
    "come to nothing,fall through,no truth,turn out to be wrong,turn out to be false,proved false,prove unfounded,not true,no basis,never happened"
      .split(",")
      .map((phrase) => phrase.split(" ")),
  demonstratives: new Set(words("that this it these those they both")),
  wrongly: new Set(words("wrongly incorrectly falsely mistakenly erroneously prematurely inaccurately")),
  superseded: new Set(words("earlier previous original initial first prior old")),
  versions: new Set(words("version edition draft headline correction")),
  bareForms: new Set(["be"]),
  counterfactualModals: new Set(words("would could should might 'd ’d")),
  sourcePrepositions: new Set(["according to"]),
  agentPreposition: "by",
  unsourced: new Set(words("reported reportedly alleged allegedly")),
  asWords: new Set(["as"]),
  sourceGerunds: new Set(words("citing quoting")),
};
