import type { ActorClass } from "../../../model/extraction.ts";
import type { ActorLexicon } from "../../actors/lexicon.ts";
import { wordMap, words } from "./names-words.ts";

/** English words around organisations and states. */
export const englishActors: ActorLexicon = {
  heads: wordMap<ActorClass | null>([
    [
      "state_body",
      `ministry court tribunal police department branch directorate agency service services bureau embassy consulate parliament senate
      congress assembly headquarters guard guards army secretariat inspectorate authority authorities prosecutor's
      judiciary administration gendarmerie legislature knesset duma sejm bundestag council office chancellery
      politburo militia`,
    ],
    ["igo", "nations"],
    [
      "ngo",
      `association union federation foundation centre center network alliance initiative watch coalition campaign society group
      movement project fund league institute organisation organization committee commission defenders collective forum
      syndicate guild observatory trust rights fellowship house international`,
    ],
    [
      "media",
      `news times post radio television tv herald tribune gazette daily weekly journal magazine review newspaper chronicle
      observer telegraph press media wire broadcaster today independent guardian`,
    ],
    ["party", "party front bloc"],
    ["armed_group", "brigade brigades"],
    [
      "company",
      "company corporation inc ltd llc plc gmbh holding holdings airlines airways bank works enterprise studio studios factory fc club",
    ],
    [
      null,
      `university school college academy hospital clinic prison jail penitentiary colony camp street square avenue boulevard road
      bridge airport station hotel theatre theater museum library church cathedral mosque temple palace castle tower act law
      code bill constitution treaty protocol convention declaration resolution prize award medal cup championship games
      festival day island islands river lake sea ocean strait mountains war revolution column diary article section
      park stadium mountain valley province region district county city village ward barracks crossing border plan accord
      agreement deal doctrine programme program operation list olympics oblast road lane gate monument memorial_day
      cafe cemetery complex building base port harbour harbor`,
    ],
  ]),
  deciders: wordMap<ActorClass>([
    [
      "igo",
      "un u.n u.n. nations european eu working inter-american inter-parliamentary african-union osce ministers unesco unicef interpol asean ecowas labour_organization organisation_of",
    ],
    [
      "state_body",
      "white investigative supreme federal presidential national ministry security revolutionary state constitutional criminal military district city regional high intelligence revolution prison corrections electoral appeal appeals magistrates crown attorney prosecutor justice interior penitentiary",
    ],
    ["ngo", "refugee"],
    ["media", "news broadcasting gazette newspaper tv radio channel"],
    ["company", "fc"],
  ]),
  connectors: words("of for on against to the and"),
  looseConnectors: words("to on against"),
  seatConnectors: words("in"),
  namedSeats: words("court tribunal"),
  seatHeads: words("embassy consulate court tribunal"),
  kinds: wordMap<ActorClass>([
    [
      "media",
      "newspaper newspapers daily weekly magazine channel broadcaster agency outlet website site portal station blog tabloid podcast publication newsroom",
    ],
    ["party", "party alliance coalition bloc"],
    [
      "ngo",
      "group organisation organization ngo charity foundation union association movement network collective club_of_friends nonprofit non-profit watchdog",
    ],
    [
      "company",
      "company firm club maker side distributor bank airline operator enterprise manufacturer studio retailer startup start-up",
    ],
    ["state_body", "service department unit directorate ministry"],
    ["armed_group", "militia militants rebels insurgents"],
  ]),
  bodies: wordMap<ActorClass>([
    ["media", "state_television state_tv state_media state_radio"],
    [
      "state_body",
      `police prosecutors prosecutor's_office state_security foreign_ministry interior_ministry justice_ministry health_ministry
      defence_ministry defense_ministry presidential_administration press_service presidential_press_service
      intelligence_service intelligence_services security_service security_services secret_police riot_police
      general_prosecutor's_office public_prosecutor's_office prison_service penitentiary_service supreme_court
      constitutional_court parliament border_guards border_service immigration_authorities immigration_police intelligence_ministry
      ministry_of_intelligence security_forces prison_authorities prison_administration prisons_department prisons_service
      military_prosecutors public_prosecutors state_prosecutors public_prosecutor state_department home_office
      federal_police military_police anti-terrorism_police counter-terrorism_police traffic_police military_intelligence
      counterintelligence coast_guard president's_office presidential_office prime_minister's_office presidency
      finance_ministry information_ministry culture_ministry education_ministry electoral_commission
      ombudsman's_office human_rights_commission attorney_general's_office migration_service ministry_of_justice foreign_office prosecutor_general's_office judiciary`,
    ],
  ]),
  governments: words(
    "government authorities regime leadership junta rulers officials state generals military army side negotiators delegation diplomats mediators administration",
  ),
  addressing: words(`
    urge urged urges urging ask asked asks asking thank thanked thanks thanking press pressed presses pressing tell told tells accuse
    accused accuses accusing condemn condemned condemns blame blamed blames criticise criticised criticize criticized call
    persuade persuaded pressure pressured force forced sanction sanctioned sanctions demand implore implored beg begged
    hold held holds denounce denounced denounces notify notified inform informed remind reminded petition petitioned sue sued
    punish punished isolate invite invited challenge challenged assure assured convince convinced oblige obliged compel
    compelled approach approached engage engaged lobbying represent represents defy target targeted trust
    appreciate appreciated credit credited praise praised commend commended
    warn warned warns reward help helped let allow support pay teach lobby lobbied
  `),
  dealings: words(`
    talks negotiations negotiate negotiated negotiating agreement deal contacts relations ties sanctions measures pressure
    call calls called calling appeal appeals appealed appealing swap exchange cooperation dialogue accord restrictions embargo
    visas war case request requested complaint letter note protest ultimatum thaw mediated lawsuit
    according thanks gratitude grateful mediation brokered negotiate agreement agreements understanding treaty proposal offer
    respond responded channel imposed lifted meeting summit handed normalise normalize restored
  `),
  dealingPrepositions: words("with to on against between upon from for and"),
  agentPrepositions: words("by"),
  adverbs: words(`
    on also again later then now still already never has had have earlier yesterday today meanwhile finally reportedly
    quietly publicly repeatedly last this early late itself alone since not too
  `),
  relatives: words("which who"),
  calendar: words(`
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december week month year morning evening night
  `),
  ranks: words("general secretary-general"),
  numerals: words("no nr"),
  statePlaces: words("of to around via off for through"),
  experts: words("experts investigators rapporteurs monitors observers mission office agency"),
  officeWords: words(
    "human rights refugee independent children's fact-finding monitoring special humanitarian",
  ),
  staff: words("officers agents officials men troops forces officer investigators operatives"),
  platforms: words("facebook twitter x youtube telegram instagram tiktok whatsapp signal viber vk vkontakte"),
  affiliation: words("of at for with from to in by"),
  crossBorder: words("international"),
  territory: words(
    "country countries citizen citizens national nationals passport passports border borders soil territory capital staff",
  ),
  employments: words("spying spied spy working worked works work employed reporting writing wrote filming"),
  masters: words("founder founders co-founder owner owners co-owner publisher"),
  tellingVerbs: words("told tells telling"),
  deeds: words(`
    refusal decision request statement ruling order inaction failure demand demands orders actions offer response claim claims
    move announcement pardon proposal promise pledge silence use practice campaign crackdown policy list lists mediation help
    assistance efforts involvement behalf treatment persecution repression position gesture
  `),
};
