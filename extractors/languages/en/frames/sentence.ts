import type { FrameRule } from "../../frames.ts";

const charge = ["prep:for", "prep:of", "prep:with", "prep:on", "prep:over", "prep:under"] as const;

export const sentenceRules: readonly FrameRule[] = [
  {
    id: "sentence.verb",
    type: "sentence",
    verbs: "sentence, condemn",
    term: ["prep:to", "theme", "prep:for", "modifier"],
    needsTerm: true,
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: [
        "A court sentenced Ann Lee to 11 years in prison for treason.",
        "Tom Fox was condemned to death in July 2024.",
      ],
      no: ["The EU condemned the verdict against Ann Lee."],
    },
  },
  {
    id: "sentence.verb-no-term",
    type: "sentence",
    verbs: "sentence, convict, find guilty, jail, imprison, put away, send down, lock up, incarcerate",
    unless: [
      {
        at: ["clause"],
        words:
          "without charge, without trial, pending trial, pending investigation, pending an investigation, pending the trial, awaiting trial, jailed since, imprisoned since, incarcerated since, locked up since, jailed for his, jailed for her",
      },
      {
        at: ["patient"],
        words: "term, terms, sentence, cell, guard, guards, staff, time, authorities, hospital",
      },
    ],
    term: ["prep:to", "prep:for", "theme", "clause"],
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Ann Lee was jailed for six years.",
        "The court convicted the two activists of extremism.",
        "Tom Fox was found guilty of spying on Friday.",
      ],
      no: [
        "The jailed activist Ann Lee wrote a letter.",
        "Tom Fox was jailed without charge in May.",
        "Prosecutors want Tom Fox jailed for six years.",
      ],
    },
  },
  {
    id: "sentence.hit",
    type: "sentence",
    verbs: "slap, hit, punish, land, saddle",
    when: [
      {
        at: ["prep:with"],
        words: "year, years, month, months, sentence, term, prison term, life, imprisonment",
      },
    ],
    term: ["prep:with"],
    needsTerm: true,
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Tom Fox was slapped with a 30-year sentence.",
        "The court punished Ann Lee with six years in prison.",
      ],
      no: ["Tom Fox was hit with a stick for two years."],
    },
  },
  {
    id: "sentence.behind-bars",
    type: "sentence",
    verbs: "put, send, throw, place, lock",
    when: [
      {
        at: ["prep:behind", "prep:to", "prep:in", "prep:into"],
        words: "bars, prison, jail, colony, penal colony, labour camp, labor camp",
      },
    ],
    unless: [{ at: ["patient"], words: "letter, parcel, delegation, observers, money" }],
    term: ["prep:for", "theme", "clause"],
    needsTerm: true,
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Ann Lee was put behind bars for 15 years under the counter-terrorism law.",
        "The judge sent Tom Fox to a penal colony for eight years.",
      ],
      no: ["Ann Lee was sent to a prison in Minsk.", "The charity sent parcels to the prison for two years."],
    },
  },
  {
    id: "sentence.receive",
    type: "sentence",
    verbs: "receive, get",
    when: [
      { at: ["patient", "theme"], words: "year, years, month, months, life, sentence, term, prison term" },
    ],
    unless: [
      { at: ["clause"], words: "club, university, league, team, scholarship" },
      {
        at: ["patient"],
        words:
          "phone, call, interview, visit, chance, letter, award, prize, parole, notice, leave, visa, contract",
      },
    ],
    term: ["patient", "theme"],
    needsTerm: true,
    charge,
    slots: { subjects: ["agent", "patient"], agents: ["prep:from"] },
    examples: {
      yes: [
        "Tom Fox and Ann Lee received nine years each.",
        "Another, the former minister Tom Fox, got eight months in June for ignoring a summons.",
      ],
      no: ["Ann Lee received a letter after two years.", "Ann Lee gets a visit every two months."],
    },
  },
  {
    id: "sentence.changed",
    type: "sentence",
    verbs: "increase, raise, extend, lengthen, double, reduce, cut, lower, shorten",
    ellipticTerm: true,
    when: [
      { at: ["patient"], words: "sentence, term, prison sentence, jail term" },
      { at: ["prep:from"], words: "#Duration" },
      { at: ["sentence"], words: "court, appeal, judge, tribunal, judges" },
    ],
    term: ["prep:to"],
    needsTerm: true,
    charge,
    slots: { subjects: ["possessor", "of", "prep:of"], agents: ["agent"] },
    weight: 0.85,
    examples: {
      yes: [
        "Ann Lee's sentence was increased on appeal from six years to 34.",
        "The court reduced Tom Fox's prison sentence from eight years to five years.",
      ],
      no: ["The ministry increased the term of the loan to Ann Lee from two years to three."],
    },
  },
  {
    id: "sentence.verdict",
    type: "sentence",
    verbs: "deliver, issue, announce, pass, pronounce, hand down, read, read out, return",
    when: [{ at: ["patient"], words: "verdict, sentence, judgment, judgement, ruling" }],
    term: ["prep:of", "of", "clause", "sentence"],
    needsTerm: true,
    charge,
    slots: {
      subjects: ["prep:against", "prep:in", "prep:on", "of", "possessor", "patient"],
      agents: ["agent"],
    },
    weight: 0.8,
    examples: {
      yes: ["The court delivered its verdict in the case of Ann Lee: four years in a colony."],
      no: ["The court delivered its verdict in the case of Ann Lee."],
    },
  },
  {
    id: "sentence.give",
    type: "sentence",
    verbs: "give, hand, hand down, impose, slap, pass, mete out",
    when: [
      {
        at: ["theme", "patient", "prep:to"],
        words: "year, years, month, months, life, sentence, term, death, prison term, suspended",
      },
    ],
    unless: [
      {
        at: ["theme", "patient"],
        words:
          "phone, call, interview, time, week, days, hours, visit, chance, sanction, letter, award, notice, loan, contract, deadline, discount",
      },
    ],
    term: ["theme", "patient", "modifier"],
    needsTerm: true,
    charge,
    slots: { subjects: ["patient", "prep:against", "prep:on", "prep:to"], agents: ["agent"] },
    examples: {
      yes: [
        "Viktar Babaryka was given 14 years on corruption charges.",
        "An emergency court gave Ann Lee five years for a post.",
        "Ann Lee was handed a 10-year term for treason.",
      ],
      no: ["Ann Lee was given a phone.", "He gave Tom Fox three days to answer."],
    },
  },
];
