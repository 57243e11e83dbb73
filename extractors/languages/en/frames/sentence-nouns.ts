import type { FrameRule } from "../../frames.ts";

const charge = ["prep:for", "prep:of", "prep:with", "prep:on", "prep:over", "prep:under"] as const;

/** Terms told by nouns and by lengths of time that stand by themselves. */
export const sentenceNounRules: readonly FrameRule[] = [
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
          "bench, on the court, office, army, navy, council, board, parliament, as a, as an, as the, notice, mayor, minister",
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
    id: "sentence.death-row",
    type: "sentence",
    verbs: "be, sit, languish, spend, remain",
    when: [{ at: ["prep:on"], words: "death row" }],
    term: ["prep:on"],
    needsTerm: true,
    slots: { subjects: ["agent"] },
    weight: 0.75,
    examples: {
      yes: ["Tom Fox, who has been on death row since 2020, is ill."],
      no: ["Tom Fox has been on the row of houses since 2020."],
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
