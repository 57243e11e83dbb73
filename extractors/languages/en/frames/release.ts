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
    verbs:
      "free, release, let out, set free, let go, hand over, fly out, walk free, hand, return, come home, go home, fly home, come, leave",
    when: [
      {
        at: ["prep:in", "prep:under", "prep:as", "prep:for", "clause"],
        words:
          "swap, in an exchange, prisoner exchange, in exchange for, in return for, of an exchange, exchange of prisoners, in the exchange, in a trade",
      },
    ],
    unless: [{ at: ["clause"], words: "sanctions relief, concession, concessions, promise, swap places" }],
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
    id: "pardon.receive",
    type: "pardon",
    verbs: "receive, get, win, obtain, secure, include",
    when: [{ at: ["patient", "theme", "prep:in"], words: "pardon, amnesty, clemency, royal pardon" }],
    slots: { subjects: ["patient", "agent"], agents: ["prep:from"] },
    examples: {
      yes: [
        "Ann Lee received a presidential pardon in June 2023.",
        "Tom Fox was included in an amnesty last month.",
      ],
      no: ["Ann Lee received a letter in June 2023."],
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
      {
        at: ["agent", "prep:by"],
        words:
          "band, label, employer, firm, company, agency, orchestra, studio, team, newspaper, theatre, university",
      },
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
        "Ann Lee was let go by her band a week before the concert.",
        "The ministry released a statement on Monday.",
        "Police released a photograph of Ann Lee.",
        "The ministry released documents about Ann Lee.",
        "Officials promised to free Ann Lee by June.",
        "Ann Lee was never released.",
        "Could Ann Lee be released this week?",
        "Ann Lee would have been released in 2023 had she confessed.",
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
    id: "release.home",
    type: "release",
    verbs: "be out, return home, come home, fly home, arrive home, go home",
    when: [
      {
        at: ["sentence"],
        words:
          "out of prison, out of jail, years in prison, years in jail, in jail, in an iranian jail, from prison, from jail, in captivity, in custody, in detention, months in prison, behind bars",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "power, office, work, to prison, to jail, to custody, to court, to the prison, to the colony, her cell, his cell, to detention, visit, visiting, out of reach, out of the question, out of touch, out of danger, out of hospital",
      },
    ],
    slots: { subjects: ["patient", "agent"] },
    requires: ["subjects"],
    weight: 0.75,
    examples: {
      yes: [
        "Ann Lee is out of prison after four years.",
        "Tom Fox returned home on Sunday after two years in an Iranian jail.",
      ],
      no: [
        "Ann Lee returned to prison on Monday.",
        "Tom Fox returned to power.",
        "Tom Fox went home to his village.",
      ],
    },
  },
  {
    id: "release.handed-over",
    type: "release",
    verbs: "hand over, hand, turn over, deliver",
    when: [
      {
        at: ["prep:to", "prep:into"],
        words:
          "envoy, embassy, family, relatives, diplomats, ambassador, red cross, delegation, parents, wife, husband, consul, mother, father",
      },
    ],
    unless: [{ at: ["patient"], words: "body, letter, note, list, petition, document, remains, phone, bag" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.8,
    examples: {
      yes: ["Venezuela on Friday handed Ann Lee over to a US envoy."],
      no: ["Police handed Tom Fox over to the prosecutors.", "Ann Lee handed a letter to the ambassador."],
    },
  },
  {
    id: "release.may-leave",
    type: "release",
    verbs: "leave",
    when: [
      { at: ["sentence"], words: "allowed to leave, permitted to leave, let leave" },
      { at: ["sentence"], words: "custody, prison, jail, detention, embassy, house arrest, captivity" },
    ],
    slots: { subjects: ["agent"] },
    weight: 0.75,
    examples: {
      yes: ["Ann Lee was allowed to leave the country after 300 days in custody."],
      no: ["Ann Lee was allowed to leave the room."],
    },
  },
  {
    id: "release.granted-bail",
    type: "release",
    verbs: "grant, give, allow",
    when: [{ at: ["theme", "patient"], words: "bail, parole, early release, his freedom, her freedom" }],
    unless: [
      {
        at: ["sentence"],
        words:
          "remain, remains, remained, remaining, stays, stayed, still held, still in, kept in, refused to release",
      },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: ["Ann Lee was granted bail on Tuesday."],
      no: [
        "Ann Lee was granted a visa on Tuesday.",
        "Ann Lee was granted bail but remains in custody because prosecutors appealed.",
      ],
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
      {
        at: ["clause"],
        words:
          "work for, fight for, pray for, wait for, hope for, struggle for, lobby for, argue for, vigil for, work towards, negotiate, condition for, conditions for, ransom for, date of, delay, postpone, block, prevent",
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
