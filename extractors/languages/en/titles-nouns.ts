import type { PersonRole } from "../../../model/extraction.ts";
import { wordMap, words } from "./names-words.ts";

type Gender = "m" | "f" | null;
interface Noun {
  role: PersonRole | null;
  gender: Gender;
}

function nouns(table: readonly (readonly [PersonRole | null, Gender, string])[]): ReadonlyMap<string, Noun> {
  return wordMap(table.map(([role, gender, text]) => [{ role, gender }, text] as const));
}

/** Titles after which a person must follow, capitalised in English. */
export const titleHeads = nouns([
  [
    "official",
    null,
    `president premier minister chancellor governor ambassador envoy judge justice magistrate prosecutor secretary senator
    congressman congresswoman commissioner rapporteur chairman marshal general lieutenant colonel major captain commander
    admiral sergeant brigadier adviser advisor representative deputy undersecretary consul taoiseach speaker sheriff warden
    inspector superintendent ayatollah emir sultan spokesman spokesperson spokeswoman ombudsman ombudswoman chief khan
    vice-president`,
  ],
  ["official", "m", "king prince"],
  ["official", "f", "queen princess"],
  [
    null,
    "m",
    "mr sir lord father brother fr sheikh mullah imam pope bishop archbishop cardinal pastor monsignor rabbi ko",
  ],
  [null, "f", "ms mrs miss dame lady sister madame daw mme"],
  [null, null, "dr professor prof reverend rev coach director leader maulana"],
  ["lawyer", null, "lawyer attorney advocate barrister"],
  ["journalist", null, "reporter correspondent editor journalist columnist"],
  ["expert", null, "analyst historian"],
  ["other", null, "midfielder striker defender goalkeeper actor singer"],
]);

/** Words that stand before or inside titles. */
export const titleWords = words(`
  vice deputy acting former ex late prime foreign interior defence defense finance justice labour labor trade health
  education culture information economy energy environment home internal external affairs state security national special
  presidential high supreme attorney chief assistant under first second third permanent senior junior lead honorary
  crown grand lord lady right hon honourable honorable human rights chargé charge court district regional city county federal
  opposition party house majority minority speaker police prison colony investigative district-court press government
  brig lt col gen maj sgt capt cmdr st co-chair co-founder kremlin white pentagon
  nobel laureate peace prize winner then incoming outgoing mayor rear military army navy air force staff communications
  intelligence information-minister policy hostage counsel general judicial
`);

/** Nouns in lower case for what people are or do. */
const singularNouns = nouns([
  [
    "official",
    null,
    `president minister premier chancellor governor mayor ambassador envoy diplomat consul judge justice magistrate prosecutor
    secretary senator lawmaker legislator parliamentarian deputy mp commissioner rapporteur spokesman spokesperson
    spokeswoman ombudsman warden investigator official dictator autocrat strongman ruler general colonel major commander
    officer jailer mediator negotiator emissary under-secretary undersecretary interrogator sheriff tsar head_of_state
    head_of_government president-elect vice-president speaker marshal policeman policewoman commandant chief head chairwoman_of_the_court
    attorney_general press_secretary head_of_the_colony head_of_the_prison prison_governor police_chief foreign_secretary
    national_security_adviser special_rapporteur counsellor monarch viceroy attaché attache superintendent`,
  ],
  ["official", "m", "king emperor"],
  [
    "lawyer",
    null,
    "lawyer attorney barrister solicitor counsel defence_lawyer defense_lawyer defence_counsel defender_in_court",
  ],
  [
    "journalist",
    null,
    `journalist reporter correspondent columnist editor editor-in-chief broadcaster anchor photojournalist newsreader
    presenter photographer cameraman videographer podcaster publisher freelancer`,
  ],
  [
    "expert",
    null,
    `analyst expert academic professor scholar researcher fellow historian economist lecturer sociologist pollster
    political_scientist criminologist demographer political_theorist`,
  ],
  [
    "advocate",
    null,
    `activist campaigner laureate dissident defender organiser organizer founder co-founder politician director chairman
    chairwoman chairperson chair coordinator leader critic oppositionist advocate rights_defender unionist trade_unionist
    human_rights_defender executive_director programme_director spokesperson_for_the_group secretary-general`,
  ],
  ["detainee", null, "detainee prisoner inmate convict hostage captive defendant internee suspect"],
  [
    "other",
    null,
    `student teacher translator engineer doctor surgeon nurse paediatrician pediatrician poet writer novelist author artist
    musician singer rapper actor director_of_the_film filmmaker blogger youtuber businessman businesswoman entrepreneur tycoon
    banker farmer worker driver electrician programmer developer scientist physicist mathematician chemist biologist
    priest bishop pastor cleric imam nun monk missionary soldier marine veteran serviceman councillor councilor
    citizen national resident villager pensioner schoolteacher baker cook chef mechanic welder midfielder striker captain
    goalkeeper coach manager adviser advisor aide consultant assistant volunteer aid_worker aid_worker tourist traveller
    traveler nurse librarian accountant shopkeeper trader lawyer's_client user user architect designer sculptor painter
    cartoonist satirist playwright comedian pianist cellist violinist conductor composer catechist deacon theologian
    philosopher linguist ethnographer sociologist guide cyclist athlete wrestler boxer footballer player runner swimmer
    chess_player model influencer vlogger tiktoker widow widower refugee exile fugitive lobbyist contractor pilot sailor
    economist plumber carpenter tailor seamstress cleaner guard watchman janitor waiter waitress barista hairdresser
    neighbour neighbor colleague cellmate classmate friend friend ally supporter member founder-director executive
    operator technician geologist agronomist vet dentist pharmacist paramedic psychologist psychiatrist therapist curator
    archivist bookseller printer publisher-editor trade_union_leader union_leader scion heir`,
  ],
  ["other", "m", "man boy gentleman monk actor waiter"],
  ["other", "f", "woman girl actress nun waitress ballerina"],
]);

const plural = (noun: string): string =>
  noun.endsWith("man")
    ? `${noun.slice(0, -2)}en`
    : /[^aeiou]y$/u.test(noun)
      ? `${noun.slice(0, -1)}ies`
      : `${noun}s`;

/** Nouns for people, singular and plural. */
export const personNouns: ReadonlyMap<string, Noun> = new Map(
  [...singularNouns].flatMap(([noun, meaning]) => [
    [noun, meaning] as const,
    [plural(noun), { ...meaning, gender: null }] as const,
  ]),
);
export const pluralNouns: ReadonlySet<string> = new Set([...singularNouns.keys()].map(plural));

/** The relative's gender by the word for the relation. */
export const relations = wordMap<"m" | "f" | null>([
  [
    "m",
    "husband son father brother grandfather uncle nephew grandson dad father-in-law brother-in-law son-in-law fiancé fiance boyfriend stepfather stepson widower",
  ],
  [
    "f",
    "wife daughter mother sister grandmother aunt niece granddaughter mum mom mother-in-law sister-in-law daughter-in-law fiancée fiancee girlfriend stepmother stepdaughter widow",
  ],
  [null, "spouse partner cousin child sibling parent twin relative ex-wife ex-husband eldest ten-year-old"],
]);

export const lawyers = words("lawyer attorney barrister solicitor counsel lawyers attorneys");
