import type { FrameRule } from "../../frames.ts";

const notCustody =
  "contract, club, side, bench, pressure, obligation, duty, worry, debt, clause, market, squad, hospital, clinic, list, album, cinema, grief, pain, sorrow, fear, guilt, shame, grip, burden, vow, oath, promise, job, post, role, commitment, liability, responsibility, loan, tension, anxiety, loneliness, past, spell, curse";

/** Where somebody is taken who leaves a cell without being freed. */
const elsewhereHeld =
  "house arrest, home confinement, home detention, court, courtroom, hearing, trial, hospital, clinic, interrogation, questioning, exercise, walk, visit, surgery, operation, funeral, another";

export const releaseRules: readonly FrameRule[] = [
  {
    id: "release.verb",
    type: "release",
    verbs: "release, free, liberate, let out, let go, set free, turn loose, set loose, unchain, bail, parole",
    unless: [
      { at: ["prep:from", "prep:by"], words: notCustody },
      { at: ["prep:to", "prep:under", "prep:into"], words: "house arrest, home confinement, home detention" },
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
          "#Facility, free, prison, jail, colony, custody, detention, gate, gates, cell, in an amnesty, camp, bars, penitentiary",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "to vote, of charge, to speak, contract, club, of talks, of the meeting, film, to choose, to leave, to decide",
      },
      { at: ["prep:into", "prep:to", "prep:for"], words: elsewhereHeld },
    ],
    slots: { subjects: ["agent"] },
    place: ["prep:of", "prep:from", "prep:out of"],
    examples: {
      yes: ["Ann Lee walked free on Friday.", "Fifteen men walked out of the El Rodeo prison on Monday."],
      no: [
        "Ann Lee is NOT free.",
        "Ann Lee walked out of prison into house arrest.",
        "Ann Lee walked out of the talks.",
        "The midfielder walked free from his contract.",
      ],
    },
  },
  {
    id: "release.set-at-liberty",
    type: "release",
    verbs: "set, place",
    when: [{ at: ["prep:at"], words: "liberty" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: { yes: ["Ann Lee was set at liberty on Friday."], no: ["Ann Lee was placed at the door."] },
  },
  {
    id: "release.complete",
    type: "release",
    verbs: "complete, finish",
    when: [
      { at: ["patient"], words: "sentence, term, prison term, jail term" },
      { at: ["sentence"], words: "home, released, free, freed, left, out, walked, returned, came" },
    ],
    unless: [{ at: ["sentence"], words: "until, will, before, would" }],
    slots: { subjects: ["agent"] },
    weight: 0.6,
    examples: {
      yes: ["Ann Lee has completed her six-year sentence and returned home on Thursday."],
      no: ["Ann Lee completed her studies and returned home."],
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
          "#Facility, prison, jail, colony, freedom, liberty, custody, release, detention, camp, penitentiary, places of detention, place of detention, cell",
      },
    ],
    unless: [{ at: ["prep:for", "prep:to", "prep:into"], words: elsewhereHeld }],
    slots: { subjects: ["agent"] },
    examples: {
      yes: [
        "Tom Fox left prison in March.",
        "After six years Ann Lee regained her freedom.",
        "Ann Lee left the colony for Vilnius on Friday.",
      ],
      no: [
        "Tom Fox left the house.",
        "The team won the match.",
        "Ann Lee left her cell for house arrest.",
        "Tom Fox left the prison for a hearing.",
        "Ann Lee left her cell for surgery in hospital.",
      ],
    },
  },
  {
    id: "release.home",
    type: "release",
    verbs:
      "be out, be back, be home, return home, come home, fly home, arrive home, go home, reunite, come back, get home, welcome home, bring home",
    when: [
      {
        at: ["sentence"],
        words:
          "of captivity, his captivity, her captivity, served his sentence, served her sentence, completed his sentence, completed her sentence, days in prison, days in jail, out of prison, out of jail, years in prison, years in jail, in jail, in an iranian jail, from prison, from jail, in captivity, in custody, in detention, months in prison, behind bars",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "back in prison, back in jail, back in custody, back in detention, back in court, back behind, to russia after, to the prison, to serve, to iran, to custody, power, office, work, to prison, to jail, to custody, to court, to the prison, to the colony, her cell, his cell, to detention, visit, visiting, out of reach, out of the question, out of touch, out of danger, out of hospital",
      },
    ],
    slots: { subjects: ["patient", "agent"] },
    requires: ["subjects"],
    weight: 0.7,
    examples: {
      yes: [
        "After 14 months of captivity, Ann Lee is back with her family in Madrid.",
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
    id: "release.to-family",
    type: "release",
    verbs: "return, go, come, go back, come back, get back",
    when: [
      {
        at: ["prep:to"],
        words: "family, families, wife, husband, children, parents, relatives, loved ones, mother",
      },
      {
        at: ["sentence"],
        words:
          "abducted, kidnapped, captivity, ransom, captors, kidnappers, held, detained, hostage, prison, jail, custody, detention",
      },
    ],
    unless: [{ at: ["clause"], words: "body, remains, letter, home to the family, visit" }],
    slots: { subjects: ["agent"] },
    weight: 0.7,
    examples: {
      yes: ["Ann Lee, abducted by gunmen in November, returned to her family on Sunday."],
      no: ["The body of Ann Lee, held for a year, returned to her family."],
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
    verbs: "grant, give, allow, win, receive, get, obtain",
    when: [
      {
        at: ["theme", "patient"],
        words:
          "bail, parole, early release, his freedom, her freedom, conditional release, temporary release, medical parole, medical release, humanitarian release, provisional release, medical furlough, prison furlough, medical leave",
      },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "remain, remains, remained, remaining, stays, stayed, still held, still in, kept in, refused to release",
      },
    ],
    slots: { subjects: ["patient", "agent"], agents: ["agent"] },
    examples: {
      yes: ["Ann Lee was granted bail on Tuesday.", "Tom Fox won conditional release in June."],
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
      { at: ["prep:from"], words: notCustody },
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
