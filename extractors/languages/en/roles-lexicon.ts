import type { PersonRole } from "../../../model/extraction.ts";
import type { RoleLexicon } from "../../persons/role-lexicon.ts";
import { wordMap, words } from "./names-words.ts";

/** English words that tell a person's role. */
export const englishRoles: RoleLexicon = {
  custodyVerbs: words(`
    arrest detain jail imprison sentence convict charge free release pardon seize abduct kidnap exchange swap hang execute
    transfer deport expel accuse try hold incarcerate remand amnesty indict torture beat handcuff shackle acquit rearrest
    re-arrest prosecute banish exile interrogate condemn designate kill extradite confine apprehend snatch
  `),
  custodyDeeds: new Map([
    ["serve", words("year years month months sentence term prison life")],
    ["walk", words("free out gate prison jail colony")],
    ["face", words("trial charge charges prison years execution sentence")],
    ["spend", words("prison jail custody detention cell colony behind solitary")],
    ["die", words("prison jail custody colony cell detention camp hospital captivity")],
    ["remain", words("custody prison jail detention bars detained")],
    ["be", words("custody prison jail detention bars trial hunger row")],
    ["languish", words("prison jail custody cell")],
    ["plead", words("guilty")],
    ["receive", words("years sentence pardon term")],
    ["get", words("years months life")],
    ["disappear", words("arrest custody police")],
  ]),
  custodyNouns: words(`
    arrest detention release sentence trial imprisonment case conviction whereabouts execution freedom pardon transfer
    jailing captivity cell prosecution verdict retrial return hearing term fate incarceration ordeal plight health lawyer
    abduction disappearance interrogation indictment freeing liberation
  `),
  custodyWords: words(
    "hanged executed swapped " +
      "jailed imprisoned detained freed released arrested convicted incarcerated pardoned captive exiled abducted prisoner detainee hostage",
  ),
  custodyPlaces: words(
    "prison jail custody detention colony cell prisoner detainee hostage gallows hunger-strike amnesty",
  ),
  contexts: wordMap<PersonRole>([
    [
      "official",
      `ministry court police colony prison government embassy presidential un u.n. administration senate parliament committee-of-ministers
      prosecutor's counterterrorism hostage-affairs state department commission intelligence army service council kremlin cabinet eu european national judiciary
      assembly security working special penitentiary district city border guard regional`,
    ],
    [
      "advocate",
      `group organisation organization foundation rights ngo movement opposition party campaign union association watch amnesty
      defenders network exiled democratic charity center centre initiative alliance borders`,
    ],
    [
      "journalist",
      "newspaper magazine channel outlet radio agency news television editor-in-chief website daily",
    ],
    [
      "expert",
      "university institute college school politics sociology political history science think-tank fellow author studies research",
    ],
  ]),
  detaineeLabels: words("prisoners detainees inmates convicts hostages captives defendants"),
  genitive: "of",
  professions: wordMap<PersonRole>([
    ["expert", "teach lecture research"],
    ["journalist", "edit anchor"],
  ]),
  phrases: new Map<string, PersonRole>([
    ["working group", "official"],
    ["special rapporteur", "official"],
    ["prime minister", "official"],
    ["attorney general", "official"],
    ["prosecutor general", "official"],
    ["state attorney", "official"],
    ["first lady", "official"],
    ["opposition leader", "advocate"],
    ["political analyst", "expert"],
  ]),
  former: words("former ex onetime one-time then retired ousted deposed sacked"),
  custodyAffairs: words(
    "affairs envoy negotiator negotiators swap swaps rights exchange families negotiations",
  ),
  posts: words(`
    director chairman chairwoman chairperson chair coordinator spokesperson spokesman spokeswoman secretary-general head
    executive president founder co-founder chief leader member representative secretary adviser advisor vice-president
  `),
  postRoles: {
    state: "official",
    state_body: "official",
    igo: "official",
    ngo: "advocate",
    party: "advocate",
    armed_group: "official",
    media: "journalist",
    company: "other",
  },
  representatives: words(
    "director chairman chairwoman chairperson coordinator spokesperson spokesman spokeswoman secretary-general head executive",
  ),
};
