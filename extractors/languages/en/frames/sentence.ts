import type { FrameRule } from "../../frames.ts";

const charge = ["prep:for", "prep:of", "prep:with", "prep:on", "prep:over", "prep:under"] as const;
const more = "further, additional, another, extra, more, new, extend, added";

export const sentenceRules: readonly FrameRule[] = [
  {
    id: "extension.add",
    type: "sentence_extension",
    verbs: "add, extend, prolong, lengthen, increase",
    when: [
      { at: ["patient", "prep:to", "theme"], words: "sentence, term, prison term, jail term, imprisonment" },
    ],
    unless: [{ at: ["patient"], words: "detention, pre-trial, arrest, term of office, mandate" }],
    slots: { subjects: ["possessor", "prep:to", "of", "patient", "prep:of"], agents: ["agent"] },
    term: ["patient", "theme", "prep:by"],
    charge,
    examples: {
      yes: [
        "Russia added three years to the sentence of Tom Fox.",
        "The court extended Ann Lee's sentence by two years.",
      ],
      no: ["The EU extended sanctions by six months.", "The judge added that he was tired."],
    },
  },
  {
    id: "extension.added",
    type: "sentence_extension",
    verbs: "add, tack on",
    voice: "passive",
    when: [
      { at: ["patient"], words: "year, years, month, months" },
      { at: ["before"], words: "prison, jail, colony, sentence, term, court, convicted, jailed" },
    ],
    slots: { subjects: ["prep:to", "prep:for", "holder"], agents: ["agent"] },
    term: ["patient"],
    needsTerm: true,
    charge,
    weight: 0.8,
    examples: {
      yes: [
        "Ann Lee, a monk in the prison of Nam Ha. Another twelve months for “resisting officers” were added in 2024.",
      ],
      no: ["Ten years were added to the life of the bridge, a prison guard said."],
    },
  },
  {
    id: "extension.new-term",
    type: "sentence_extension",
    verbs: "hand, give, sentence, hand down",
    voice: "passive",
    when: [{ at: ["theme", "prep:to"], words: more }],
    slots: { subjects: ["patient", "prep:to"], agents: ["agent"] },
    term: ["theme", "prep:to"],
    needsTerm: true,
    charge,
    examples: {
      yes: ["Ann Lee was given another 18 months.", "Tom Fox was sentenced to a further year."],
      no: ["Another of them, Ann Lee, was sentenced to three years."],
    },
  },
  {
    id: "extension.give",
    type: "sentence_extension",
    verbs: "hand, give, sentence, hand down",
    voice: "active",
    when: [{ at: ["theme", "patient", "prep:to"], words: more }],
    slots: { subjects: ["patient", "prep:to"], agents: ["agent"] },
    term: ["theme", "prep:to", "patient"],
    needsTerm: true,
    charge,
    examples: {
      yes: ["A court handed Alexei Gorinov a further three years in prison."],
      no: ["A court handed Alexei Gorinov three years in prison."],
    },
  },
  {
    id: "extension.receive",
    type: "sentence_extension",
    verbs: "receive, get",
    when: [{ at: ["patient"], words: more }],
    unless: [
      {
        at: ["patient"],
        words: "letter, visit, visits, call, calls, parcel, help, time, support, news, detail, details",
      },
    ],
    slots: { subjects: ["agent"], agents: ["prep:from"] },
    term: ["patient"],
    needsTerm: true,
    charge,
    examples: {
      yes: [
        "Ann Lee received another 18 months under Article 411.",
        "Tom Fox got two more years for disobedience.",
      ],
      no: ["Ann Lee received more letters after 18 months.", "Tom Fox got two years."],
    },
  },
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
          "without charge, without trial, jailed since, imprisoned since, incarcerated since, locked up since, jailed for his, jailed for her",
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
  {
    id: "sentence.elliptic",
    type: "sentence",
    verbs: "give, hand, receive, get, sentence",
    ellipticTerm: true,
    term: ["theme", "patient", "prep:to"],
    needsTerm: true,
    when: [
      {
        at: ["before"],
        words:
          "sentence, sentenced, jailed, convicted, prison, verdict, terms, imprisonment, judge, judges, court",
      },
    ],
    unless: [
      {
        at: ["theme", "patient"],
        words:
          "phone, call, interview, time, week, day, hour, minute, visit, letter, award, notice, points, votes",
      },
    ],
    charge,
    slots: { subjects: ["patient", "agent"], agents: ["agent"] },
    weight: 0.8,
    examples: {
      yes: [
        "Paul Hill got nine years in prison. Ann Lee and Tom Fox were each handed seven.",
        "The court sentenced Paul Hill to nine years; Ann Lee received four and a half.",
      ],
      no: [
        "Paul Hill spent nine years in prison. Ann Lee was handed seven letters.",
        "Ann Lee wrote ten letters to the prison and received four.",
      ],
    },
  },
  {
    id: "sentence.bare-term",
    type: "sentence",
    nouns: "year, month",
    term: ["self"],
    needsTerm: true,
    when: [
      {
        at: ["before"],
        words:
          "sentence, sentenced, sentences, convicted, jailed, verdict, verdicts, term, terms, prison, court, tribunal, imprisoned, imprisonment",
      },
    ],
    unless: [
      {
        at: ["self"],
        words:
          "another, further, more, extra, additional, past, last, first, next, this, every, each, few, several, many, recent, ago, old, later, earlier",
      },
    ],
    charge,
    slots: { subjects: ["holder"] },
    weight: 0.75,
    examples: {
      yes: [
        "Ten years for Ann Lee, a teacher, was the verdict of the court.",
        "The court read out the sentences: Ann Lee (five years) and Tom Fox (three years).",
        "Ann Lee, a teacher from Minsk. Six years for “extremism”, Minsk City Court, May 2023.",
      ],
      no: [
        "Nine years after the verdict Ann Lee wrote a book.",
        "Ten years of court work made Ann Lee tired.",
        "The court heard Ann Lee (60 years old).",
      ],
    },
  },
  {
    id: "sentence.serve",
    type: "sentence",
    verbs: "serve",
    when: [{ at: ["patient"], words: "year, years, month, months, life, sentence, term" }],
    unless: [
      {
        at: ["clause"],
        words:
          "bench, office, army, navy, council, board, parliament, as a, as an, as the, notice, mayor, minister",
      },
    ],
    term: ["patient"],
    needsTerm: true,
    charge,
    date: [],
    imposedBy: "hand, impose, pass, give, hand down",
    slots: { subjects: ["agent"] },
    examples: {
      yes: [
        "Marc Fogel is serving 14 years for carrying marijuana.",
        "Ann Lee, who is serving a 10-year sentence, is ill.",
      ],
      no: ["Tom Fox served tea to the guests.", "Ann Lee served as a minister for six years."],
    },
  },
  {
    id: "sentence.term-noun",
    type: "sentence",
    nouns: "sentence, term, imprisonment",
    when: [
      { at: ["sentence"], words: "prison, jail, jailed, sentence, imprisonment, colony, behind bars, penal" },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "up to, maximum, carry, carries, punishable, face, facing, seek, sought, request, asked for, demanded, could, might, may, if, long sentence, in office, terms of, second term, in terms, short-term, extended, added, increase",
      },
    ],
    term: ["modifier", "of"],
    needsTerm: true,
    charge,
    date: [],
    slots: { subjects: ["prep:for", "prep:against", "prep:on", "possessor", "agent"] },
    weight: 0.7,
    examples: {
      yes: [
        "Tom Fox, 34, is halfway through a six-year sentence for insulting the president.",
        "The lawyer spoke of Ann Lee's eight-year sentence.",
      ],
      no: ["Ann Lee faces a ten-year sentence.", "He wrote a long sentence in two days."],
    },
  },
  {
    id: "sentence.noun",
    type: "sentence",
    nouns: "sentencing, conviction",
    slots: { subjects: ["of", "possessor"], agents: ["prep:by"] },
    charge,
    weight: 0.5,
    examples: {
      yes: ["The sentencing of Ann Lee took place on Friday."],
      no: ["It is his conviction that they will win."],
    },
  },
];
