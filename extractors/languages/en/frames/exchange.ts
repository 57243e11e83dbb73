import type { FrameRule } from "../../frames.ts";

export const exchangeRules: readonly FrameRule[] = [
  {
    id: "exchange.verb",
    type: "exchange",
    verbs: "swap, exchange, trade",
    slots: { subjects: ["patient", "prep:for"], agents: ["agent"] },
    unless: [
      {
        at: ["patient"],
        words:
          "letter, view, fire, glance, information, word, gift, number, goods, place, blow, note, insult, insults, barb, accusation, accusations",
      },
    ],
    examples: {
      yes: [
        "Russia swapped Brittney Griner for Viktor Bout in December 2022.",
        "Two spies were exchanged on the bridge for three dissidents.",
      ],
      no: ["The ministers exchanged letters.", "The ministers traded insults."],
    },
  },
  {
    id: "exchange.freed-in-swap",
    type: "exchange",
    verbs:
      "free, release, let out, set free, let go, hand over, fly out, walk free, hand, return, come home, go home, fly home, come, leave",
    when: [
      {
        at: ["prep:in", "prep:under", "prep:as", "prep:for", "clause"],
        words:
          "swap, in an exchange, prisoner exchange, in exchange for, in return for, of an exchange, exchange of prisoners, in the exchange, in a trade",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "left out, left off, excluded, sanctions relief, concession, concessions, promise, swap places",
      },
    ],
    slots: { subjects: ["patient", "agent"], agents: ["agent"] },
    examples: {
      yes: [
        "Evan Gershkovich was freed in a prisoner swap on Thursday.",
        "Anna Lee, released in an exchange last month, is home.",
      ],
      no: ["Anna Lee was released from prison on Friday."],
    },
  },
  {
    id: "exchange.noun",
    type: "exchange",
    nouns: "swap, exchange",
    when: [
      {
        at: ["modifier", "of", "sentence"],
        words: "prisoner, prisoners, detainee, spy, spies, hostage, captive, jailed",
      },
    ],
    unless: [{ at: ["of"], words: "letter, view, fire, glance, information, opinion, message" }],
    slots: { subjects: ["of", "content"], agents: ["agent", "prep:between", "possessor"] },
    weight: 0.8,
    examples: {
      yes: ["Russia and Germany carried out a prisoner exchange on Thursday, trading 24 people."],
      no: ["An exchange of letters followed."],
    },
  },
];
