import type { FrameRule } from "../../frames.ts";

const notCustody =
  "contract, club, side, bench, pressure, obligation, duty, worry, debt, clause, market, squad, hospital, clinic, list, album, cinema, grief, pain, sorrow, fear, guilt, shame, grip, burden, vow, oath, promise, job, post, role, commitment, liability, responsibility, loan, tension, anxiety, loneliness, past, spell, curse";

export const releaseRules: readonly FrameRule[] = [
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
    verbs: "free, release, let out, set free, let go, hand over, fly out, walk free",
    when: [{ at: ["prep:in", "prep:under", "prep:as", "prep:for"], words: "swap, exchange, trade" }],
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
  {
    id: "pardon.verb",
    type: "pardon",
    verbs: "pardon, amnesty, commute",
    slots: { subjects: ["patient", "possessor"], agents: ["agent"] },
    unless: [{ at: ["patient"], words: "expression, word, pun, french" }],
    examples: {
      yes: [
        "President Lukashenko pardoned 16 people on Wednesday.",
        "Ann Lee was pardoned by the king in May.",
      ],
      no: ["Pardon the expression, the minister said.", "The censors pardoned the film."],
    },
  },
  {
    id: "pardon.noun",
    type: "pardon",
    nouns: "pardon, amnesty, clemency, commutation",
    slots: {
      subjects: ["prep:for", "of", "prep:to", "possessor", "patient"],
      agents: ["agent", "prep:from", "prep:by", "possessor"],
    },
    weight: 0.85,
    examples: {
      yes: [
        "The president signed a pardon for Ann Lee on Monday.",
        "King Hassan granted a pardon to 22 prisoners.",
      ],
      no: ["There was no talk of the pardon commission."],
    },
  },
  {
    id: "release.verb",
    type: "release",
    verbs: "release, free, liberate, let out, let go, set free, turn loose, set loose, unchain, bail, parole",
    unless: [
      { at: ["prep:from", "prep:by"], words: notCustody },
      { at: ["clause"], words: "on demand, into the wild, a breath" },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place: ["prep:from"],
    examples: {
      yes: [
        "Belarus on Saturday freed 123 prisoners.",
        "Ann Lee was released from prison in May 2021.",
        "They let Tom Fox go after two days.",
        "The court set Ann Lee free.",
        "Belarus frees 52 prisoners",
      ],
      no: [
        "The studio released a film about Ann Lee.",
        "Ann Lee was released from her vow by the bishop.",
        "She felt that Ann Lee had been released from grief.",
        "The ministry released a statement on Monday.",
        "The midfielder was released by his club.",
        "The deal freed up money for schools.",
      ],
    },
  },
  {
    id: "release.walk",
    type: "release",
    verbs: "walk free, go free, walk out, come out, be free, step out, get out, break free, emerge",
    when: [
      {
        at: ["clause"],
        words:
          "free, prison, jail, colony, custody, detention, gate, gates, cell, in an amnesty, camp, bars, penitentiary",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "to vote, of charge, to speak, contract, club, of talks, of the meeting, film, to choose, to leave, to decide",
      },
    ],
    slots: { subjects: ["agent"] },
    place: ["prep:of", "prep:from", "prep:out of"],
    examples: {
      yes: ["Ann Lee walked free on Friday.", "Fifteen men walked out of the El Rodeo prison on Monday."],
      no: ["Ann Lee walked out of the talks.", "The midfielder walked free from his contract."],
    },
  },
  {
    id: "release.leave",
    type: "release",
    verbs: "leave, regain, win",
    when: [
      {
        at: ["patient"],
        words:
          "prison, jail, colony, freedom, liberty, custody, release, detention, camp, penitentiary, places of detention, place of detention, cell",
      },
    ],
    slots: { subjects: ["agent"] },
    examples: {
      yes: ["Tom Fox left prison in March.", "After six years Ann Lee regained her freedom."],
      no: ["Tom Fox left the house.", "The team won the match."],
    },
  },
  {
    id: "release.granted-bail",
    type: "release",
    verbs: "grant, give, allow",
    when: [{ at: ["theme", "patient"], words: "bail, parole, early release, his freedom, her freedom" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: ["Ann Lee was granted bail on Tuesday."],
      no: ["Ann Lee was granted a visa on Tuesday."],
    },
  },
  {
    id: "release.noun",
    type: "release",
    nouns: "release, freeing, liberation",
    unless: [
      {
        at: ["of"],
        words:
          "film, album, report, statement, data, book, video, version, list, document, funds, record, photo, footage, tool",
      },
      { at: ["modifier"], words: "press, film, media, news, album" },
    ],
    slots: { subjects: ["of", "possessor", "modifier"], agents: ["prep:by"] },
    weight: 0.6,
    examples: {
      yes: [
        "The release of Ann Lee was announced on Friday.",
        "The ministry confirmed the release of 12 detainees.",
      ],
      no: ["The release of the film was delayed.", "This press release is available in French."],
    },
  },
];
