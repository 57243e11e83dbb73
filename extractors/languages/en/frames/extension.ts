import type { FrameRule } from "../../frames.ts";

const charge = ["prep:for", "prep:of", "prep:with", "prep:on", "prep:over", "prep:under"] as const;
const more = "further, additional, another, extra, more, new, extend, added";

/** New terms for people who serve one. */
export const extensionRules: readonly FrameRule[] = [
  {
    id: "extension.add",
    type: "sentence_extension",
    verbs: "add, extend, prolong, lengthen, increase",
    when: [
      { at: ["patient", "prep:to", "theme"], words: "sentence, term, prison term, jail term, imprisonment" },
    ],
    unless: [
      { at: ["patient"], words: "detention, pre-trial, arrest, term of office, mandate" },
      { at: ["prep:from"], words: "#Duration" },
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
    term: ["prep:to", "theme"],
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
    ellipticTerm: true,
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
];
