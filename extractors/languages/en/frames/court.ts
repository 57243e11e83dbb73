import type { FrameRule } from "../../frames.ts";

const charge = ["prep:for", "prep:of", "prep:with", "prep:on", "prep:over", "prep:under"] as const;
const more = "further, additional, another, extra, more, new, extend, added";

export const courtRules: readonly FrameRule[] = [
  {
    id: "extension.add",
    type: "sentence_extension",
    verbs: "add, extend, prolong, lengthen, increase",
    when: [
      { at: ["patient", "prep:to", "theme"], words: "sentence, term, prison term, jail term, imprisonment" },
    ],
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
    id: "extension.new-term",
    type: "sentence_extension",
    verbs: "hand, give, sentence, receive, get, hand down",
    when: [{ at: ["theme", "patient", "prep:to"], words: more }],
    slots: { subjects: ["patient", "prep:to"], agents: ["agent"] },
    term: ["theme", "prep:to", "patient"],
    needsTerm: true,
    charge,
    examples: {
      yes: [
        "A court handed Alexei Gorinov a further three years in prison.",
        "Ann Lee was given another 18 months.",
      ],
      no: ["A court handed Alexei Gorinov three years in prison."],
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
      { at: ["clause"], words: "without charge, without trial" },
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
      no: ["The jailed activist Ann Lee wrote a letter."],
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
          "phone, call, interview, time, week, days, hours, visit, chance, sanction, letter, award, notice",
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
    id: "sentence.serve",
    type: "sentence",
    verbs: "serve",
    when: [{ at: ["patient"], words: "year, years, month, months, life, sentence, term" }],
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
  {
    id: "trial.verb",
    type: "trial",
    verbs: "stand, go, appear, be, face, put",
    when: [
      {
        at: ["clause"],
        words:
          "stand trial, went on trial, go on trial, on trial, go on trial, appear in court, appeared in court, before a judge, before the judge, appeared before a court, face trial, faces trial, in the dock",
      },
    ],
    charge,
    slots: { subjects: ["agent", "patient"], agents: ["prep:before", "prep:in"] },
    examples: {
      yes: ["Ann Lee went on trial in Minsk on Monday.", "Tom Fox appeared in court on Tuesday."],
      no: ["The software is on trial in ten schools.", "Ann Lee went to the market."],
    },
  },
  {
    id: "trial.try",
    type: "trial",
    verbs: "try, retry",
    voice: "passive",
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: { yes: ["Ann Lee was tried in secret in March."], no: ["Ann Lee tried to leave."] },
  },
  {
    id: "trial.hear",
    type: "trial",
    verbs: "hear, begin, open, resume, adjourn, postpone, conclude, examine",
    when: [
      {
        at: ["patient"],
        words:
          "case, hearing the case, evidence, appeal, trial, arguments, closing arguments, testimony, proceedings",
      },
    ],
    unless: [{ at: ["patient"], words: "criminal case, investigation, inquiry" }],
    slots: { subjects: ["prep:against", "possessor", "of", "prep:of"], agents: ["agent", "prep:in"] },
    implied: "case, trial",
    weight: 0.8,
    examples: {
      yes: ["A court in Istanbul heard the case against Tom Fox on Monday."],
      no: ["Ann Lee heard the case of wine fall."],
    },
  },
  {
    id: "trial.noun-verb",
    implied: "trial, hearing, retrial",
    type: "trial",
    nouns: "trial, hearing, retrial",
    when: [
      {
        at: ["clause"],
        words:
          "begin, open, start, resume, adjourn, postpone, hold, continue, take place, set, schedule, delay, sit through, attend, close, tell, put off, be",
      },
    ],
    unless: [
      {
        at: ["of", "modifier"],
        words: "drug, vaccine, medicine, clinical, product, patent, copyright, treatment",
      },
      { at: ["prep:after"], words: "trial" },
    ],
    charge,
    slots: {
      subjects: ["of", "possessor", "prep:against", "prep:of", "agent"],
      agents: ["prep:at", "prep:before"],
    },
    requires: ["subjects"],
    weight: 0.75,
    examples: {
      yes: ["The trial of Ann Lee opened in Minsk on Monday.", "Ann Lee's hearing was adjourned until May."],
      no: [
        "The trial of the drug began in May.",
        "Ann Lee got six years after a trial that she called a farce.",
      ],
    },
  },
  {
    id: "charge.verb",
    type: "charge",
    verbs: "charge, indict, accuse",
    unless: [
      {
        at: ["prep:for"],
        words: "breakfast, service, services, room, meal, ticket, tickets, calls, treatment, bullet, food",
      },
      { at: ["prep:with"], words: "energy, task, copying, electricity, responsibility, overseeing" },
    ],
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: ["Ann Lee was charged with treason on Monday.", "Prosecutors accused Tom Fox of spying."],
      no: ["The hotel charged Ann Lee for breakfast.", "Ganeev is charged with energy."],
    },
  },
  {
    id: "charge.face",
    type: "charge",
    verbs: "face, bring, file, press, open, launch, initiate",
    when: [
      { at: ["patient"], words: "charge, charges, indictment, case, criminal case, accusation, accusations" },
    ],
    charge: ["prep:of", "prep:under", "prep:for", "prep:over"],
    slots: { subjects: ["prep:against", "agent"] },
    weight: 0.8,
    examples: {
      yes: ["Tom Fox faces charges of espionage.", "Prosecutors opened a criminal case against Ann Lee."],
      no: ["The minister opened the exhibition."],
    },
  },
];
