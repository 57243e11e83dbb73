import type { Language } from "../language.ts";
import { englishActors } from "./actors-lexicon.ts";
import { englishAssertion } from "./assertion-words.ts";
import { englishConditions } from "./conditions-lexicon.ts";
import { englishDates } from "./dates.ts";
import { englishEvents } from "./event-words.ts";
import { englishGrammar } from "./grammar.ts";
import { englishNames } from "./names-lexicon.ts";
import { englishRelations } from "./relations.ts";
import { englishRoles } from "./roles-lexicon.ts";
import { tagEnglish } from "./tagger.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const english: Language = {
  code: "en",
  titleAbbreviations: set(
    "mr mrs ms mx dr prof gen col lt sgt capt cpl maj cmdr adm rev fr hon gov sen rep amb pres insp supt st mt ft messrs vs al",
  ),
  numberAbbreviations: set(
    "no nos art arts sec secs para p pp vol ch fig jan feb mar apr jun jul aug sep sept oct nov dec approx ca c",
  ),
  openAbbreviations: set("jr sr inc ltd co corp etc a.m p.m u.s u.k u.n e.u d.c e.g i.e"),
  sentenceOpeners: set(
    "the he she it they we i in on at but and a an this that these those his her their its as for by after before when while if there no not some many most all meanwhile however since both one two",
  ),
  clitics: /(?:['’ʼ](?:s|d|ll|re|ve|m)|n['’ʼ]t)$/iu,
  grammar: englishGrammar,
  names: englishNames,
  actors: englishActors,
  roles: englishRoles,
  relations: englishRelations,
  conditions: englishConditions,
  assertion: englishAssertion,
  dates: englishDates,
  events: englishEvents,
  tag: tagEnglish,
};
