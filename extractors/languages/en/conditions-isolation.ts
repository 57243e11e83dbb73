import type { ConditionFrame } from "../../conditions/frame.ts";
import { artsAndSports } from "./conditions-classes.ts";

/** Solitary confinement, strict regime, incommunicado. */
export const isolationFrames: readonly ConditionFrame[] = [
  {
    id: "solitary.confinement",
    category: "solitary_confinement",
    patterns: [
      "solitary confinement|cell|cells|isolation|detention|imprisonment",
      "@hold ~6 in|to|into|of solitary",
      "back to|into solitary",
      "months|weeks|days|years|hours|time|hours|stint|spell ~3 in|of solitary",
    ],
    where: ["inside", "object", "subject", "possessor", "near", "topic", "context"],
    nulls: [
      "hard drive",
      "solitary goal|point|figure|tree|vote|walk|walker",
      "solitary confinement of the|a writer",
      ...artsAndSports,
    ],
    positive: [
      {
        text: "Nasrin Amiri has been held in solitary confinement since her arrest.",
        persons: ["Nasrin Amiri"],
      },
      { text: "After the protest Juan Peralta was moved back to solitary.", persons: ["Juan Peralta"] },
    ],
    negative: [
      "His solitary goal kept the prisoners' team in the match.",
      "The film was in solitary confinement on a hard drive.",
    ],
  },
  {
    id: "solitary.punishment_cell",
    category: "solitary_confinement",
    patterns: [
      "punishment|punitive|disciplinary|isolation|penal|segregation|single-person|one-man ~1 cell|cells|block|isolator|isolation|ward|unit|wing",
      "shizo|karzer|kartser|kartzer|tigrito|isolator|dizo",
      "single cell|cells",
      "@hold ~4 segregated|segregation",
      "isolation ward|wing|room",
      "@hold ~3 in the hole",
    ],
    where: ["inside", "object", "subject", "possessor", "near", "topic", "context"],
    nulls: ["cell phone|culture", "remand|pre-trial|investigative|investigation|temporary isolator"],
    positive: [
      {
        text: "In March Pavel Levin was sent to the punishment cell for ten days.",
        persons: ["Pavel Levin"],
      },
      { text: "Prisoners who complain are thrown into SHIZO.", persons: [] },
    ],
    negative: [
      "He studied a single cell of the plant under a microscope in the prison of his laboratory job.",
    ],
  },
  {
    id: "solitary.alone",
    category: "solitary_confinement",
    patterns: [
      "@hold ~4 alone ~8 cell|prison|block|ward|section|hours|months|weeks|days|years|inmates",
      "@hold alone",
      "@hold ~5 in isolation",
      "@hold ~3 on|by his|her|their own|himself|herself ~4 months|weeks|days|years|cell|time",
      "@hold ~5 isolated from ~2 prisoners|inmates|detainees",
      "alone in a|an|his|her|their ~3 cell",
      "cell ~2 alone",
      "prolonged|complete|total isolation",
      "isolated from ~2 prisoners|inmates|detainees",
    ],
    where: ["inside", "object", "subject", "possessor", "near", "context"],
    nulls: [
      "self-isolation|quarantine|covid*",
      "diplomatic|international|economic|political isolation",
      "isolation of ~2 country|regime|government",
      "at ~2 own wish|request",
    ],
    positive: [
      { text: "Min Zaw has been kept alone in a cell in Insein prison.", persons: ["Min Zaw"] },
      { text: "Detainees are held in isolation for months.", persons: [] },
    ],
    negative: [
      "The country has been held in isolation by diplomatic isolation and sanctions since prisoners were taken.",
      "The prisoner's wife, Ana Pires, spends her evenings alone at home.",
    ],
  },
  {
    id: "strict_regime.cell_type",
    category: "strict_regime",
    patterns: [
      "pkt|epkt|suson|suon",
      "cell-type premises|room|rooms|facility|regime|unit|housing",
      "strict|stricter|strictest|harsh|harsher|tightened|tough|tougher ~1 regime|conditions of?",
      "@hold|transfer* ~8 to|in ~4 high-security|maximum-security|special-regime|supermax|top-security prison|wing|unit|colony|jail|facility|cell",
      "@hold|transfer* ~5 to|in ~2 cell regime|confinement",
      "@hold|transfer* ~5 from ~3 colony to ~3 prison for|as ~6 violat*|punishment|breach*|disciplin*",
      "prison regime as|for ~4 punishment|violations",
    ],
    where: ["inside", "object", "subject", "possessor", "near", "topic", "context"],
    nulls: [
      "years|year|months ~4 strict|strict-regime|maximum-security|high-security",
      "sentenced|given|handed|convicted",
      "strict ~2 colony",
      "lockdown|sanctions",
      "arrival in the maximum-security",
    ],
    positive: [
      { text: "Ihar Losik was transferred to a cell-type regime for six months.", persons: ["Ihar Losik"] },
      { text: "As punishment Rosa Tellez was moved to a maximum-security wing.", persons: ["Rosa Tellez"] },
    ],
    negative: ["The court sentenced Ivan Belov to 12 years in a strict regime colony."],
  },
  {
    id: "incommunicado.word",
    category: "incommunicado",
    patterns: [
      "incommunicado",
      "communication|communications|information|news blackout",
      "cut off from ~2 outside|world|family|relatives|everyone",
      "no|without|any ~3 news|word|contact|information|trace|sign|communication ~2 of|from|about|with",
      "@deny ~2 any|all ~1 contact with",
      "denied|refused contact with ~4 relatives|family|outside|parents|children",
      "no ~1 contact with ~4 outside|family|relatives|world|lawyers|wife|husband",
      "proof|sign of life",
      "no visit|visits|letter ~~2 no letter|letters|call|calls|visit",
    ],
    where: ["inside", "object", "kin", "possessor", "subject", "near", "context"],
    nulls: ["sanctions|economy|market|internet|town|village|city cut off", "phone|mobile signal"],
    positive: [
      { text: "Tesfay Haile has been held incommunicado since 2001.", persons: ["Tesfay Haile"] },
      { text: "For two months the family of Liu Fen had no word of her.", persons: ["Liu Fen"] },
    ],
    negative: [
      "After the storm the prison town was without contact with the capital because there was no mobile signal.",
      "Rosa Tellez was freed and spoke to her sister by telephone.",
    ],
  },
  {
    id: "incommunicado.whereabouts",
    category: "incommunicado",
    patterns: [
      "whereabouts ~5 unknown|unclear|undisclosed|mystery|secret|unconfirmed",
      "unknown|undisclosed|secret whereabouts|location|place|detention|facility|site|prison",
      "no|not ~1 one ~3 knows|know|knew|told ~2 where",
      "nobody|noone|@kin|lawyers ~3 know|knows|knew|told ~2 where",
      "is|are|remain|remains|was|were not|n't known|clear where",
      "not|n't|never ~2 told|informed|learned|learnt ~3 where",
      "nobody|noone ~3 heard|seen ~3 from|of|him|her|them",
      "not|never|n't ~3 been? seen|heard ~1 of|from? since|in|for",
      "lost ~2 contact with",
      "heard nothing ~2 from|of|about",
      "not|n't|never ~2 heard ~2 from|of",
    ],
    where: ["inside", "object", "kin", "possessor", "subject", "near", "context"],
    nulls: [
      "lost contact with the|a|an plane|aircraft|ship|drone|rocket|satellite|reality|ground",
      "deaf|sound|music|noise",
      "never heard of such|that",
    ],
    positive: [
      {
        text: "The whereabouts of Carlos Mena are unknown, his party said after the arrest.",
        persons: ["Carlos Mena"],
      },
      {
        text: "Viktar Kavalenka has not been seen since his transfer, and his lawyers lost all contact with him.",
        persons: ["Viktar Kavalenka"],
      },
    ],
    negative: ["Controllers lost contact with the plane over the prison island."],
  },
];
