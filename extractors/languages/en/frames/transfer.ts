import type { FrameRule } from "../../frames.ts";

const inside =
  "prison, jail, colony, penitentiary, camp, detention centre, remand, house arrest, facility, isolator, penal, pre-trial, psychiatric, #Facility";

export const transferRules: readonly FrameRule[] = [
  {
    id: "transfer.verb",
    type: "transfer",
    verbs: "transfer, move, relocate, send, return, take, place, bring, commit, put, transport, drive",
    when: [{ at: ["prep:to", "prep:under", "prep:into", "prep:in"], words: inside }],
    unless: [
      {
        at: ["clause"],
        words:
          "infirmary, medical unit, medical facility, prison hospital, punishment cell, isolation cell, solitary, shizo, gallows, scaffold, letter, parcel, into custody, money, on trial, sent to prison, sent to jail, the same colony, the same prison, the same jail, the same camp",
      },
      { at: ["prep:for"], words: "year, years" },
    ],
    place: ["prep:to", "prep:under", "prep:into", "prep:in"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Ann Lee was moved to a prison in Hrodna in January.",
        "The court placed Tom Fox under house arrest.",
        "Wrisha Moradi was moved out of Evin to the Qarchak prison.",
      ],
      no: [
        "Ann Lee sent a letter to the prison.",
        "Ann Lee was moved to another barracks of the same colony.",
        "The club transferred the player.",
      ],
    },
  },
  {
    id: "transfer.times",
    type: "transfer",
    verbs: "move, transfer, shuttle, shunt",
    voice: "passive",
    when: [
      {
        at: ["clause"],
        words:
          "times, twice, from prison to prison, from jail to jail, from colony to colony, between prisons, between jails, between colonies, between facilities",
      },
      { at: ["before"], words: "prison, jail, colony, custody, detention" },
    ],
    unless: [{ at: ["clause"], words: "house, flat, office, hearing, trial, date, to tears" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.75,
    examples: {
      yes: ["Ann Lee is in prison. Since her conviction she has been moved three times without notice."],
      no: ["Ann Lee's hearing at the prison was moved three times."],
    },
  },
  {
    id: "transfer.house-arrest",
    type: "transfer",
    verbs: "change, convert, commute, switch, replace, soften, release, put, confine, move, let out",
    when: [
      {
        at: ["prep:to", "prep:with", "prep:by", "prep:into", "prep:under", "prep:on"],
        words: "house arrest, home confinement, home detention, home arrest",
      },
    ],
    slots: { subjects: ["possessor", "of", "patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Ann Lee's detention was changed to house arrest in April.",
        "Tom Fox was released to house arrest on Monday.",
      ],
      no: ["Ann Lee's detention was changed to a fine in April."],
    },
  },
  {
    id: "transfer.from-to",
    type: "transfer",
    verbs: "transfer, relocate",
    when: [
      {
        at: ["prep:to"],
        words: "to, the, a, an, another, prison, colony, jail, region, city, facility, #ProperNoun",
      },
    ],
    unless: [
      {
        at: ["prep:to", "prep:into"],
        words:
          "hospital, clinic, custody, account, club, squad, side, cell, intensive, office, department, desk, branch, bureau, school, infirmary, medical",
      },
    ],
    place: ["prep:to"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.8,
    examples: {
      yes: ["Ann Lee was transferred to another region in May."],
      no: ["The player was transferred to a new club."],
    },
  },
  {
    id: "transfer.arrive",
    type: "transfer",
    verbs: "arrive, end up",
    when: [
      { at: ["prep:at", "prep:in"], words: "penal colony, colony, prison, jail, camp, penitentiary, remand" },
    ],
    unless: [
      {
        at: ["clause"],
        words: "visit, monitors, delegation, inspectors, lawyer, lawyers, mother, parcel, letter",
      },
    ],
    place: ["prep:at", "prep:in"],
    slots: { subjects: ["agent"] },
    weight: 0.75,
    examples: {
      yes: ["Ann Lee arrived at a penal colony in Mordovia after a three-week journey."],
      no: ["The lawyer arrived at the prison with Ann Lee."],
    },
  },
  {
    id: "transfer.noun",
    type: "transfer",
    nouns: "transfer",
    unless: [
      { at: ["modifier", "of"], words: "money, bank, technology, window, power, football" },
      {
        at: ["clause"],
        words: "club, squad, season, striker, midfielder, fee, city, united, fc, complete, league",
      },
    ],
    place: ["prep:to"],
    slots: { subjects: ["of", "possessor"] },
    weight: 0.6,
    examples: {
      yes: ["Ann Lee's transfer to a prison in Mahilou took place in May."],
      no: ["The transfer of technology was agreed."],
    },
  },
  {
    id: "deportation.verb",
    type: "deportation",
    verbs: "deport, expel, banish, exile, throw out, extradite, kick out",
    unless: [{ at: ["prep:from"], words: "party, club, school, university, parliament, union" }],
    place: ["prep:to", "prep:at", "prep:from", "prep:into"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Mark Lowen was deported to London on Thursday.",
        "Nicaragua expelled 222 prisoners in February 2023.",
      ],
      no: ["Ann Lee was expelled from the party."],
    },
  },
  {
    id: "deportation.returned",
    type: "deportation",
    verbs: "return, send back, hand over, deliver, repatriate, turn over, hand, send",
    when: [
      { at: ["prep:to"], words: "#Country, homeland" },
      {
        at: ["clause"],
        words:
          "forcibly, against her will, against his will, against their will, handed over, returned, sent back, deported",
      },
    ],
    unless: [
      { at: ["clause"], words: "swap, exchange, in return, body, remains, letter, voluntarily, home" },
      { at: ["patient"], words: "body, money, note, funds, assets, letter" },
    ],
    place: ["prep:to"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.75,
    examples: {
      yes: [
        "Thailand forcibly returned Tom Fox to China in February.",
        "Ann Lee was handed over to Eritrea by Sudan in 2014.",
      ],
      no: ["Ann Lee returned to China in February.", "The body of Ann Lee was returned to China."],
    },
  },
  {
    id: "deportation.sent-abroad",
    type: "deportation",
    verbs: "force, fly, put, drive, send, ship, bus, take, escort, bundle, push",
    when: [
      {
        at: ["clause"],
        words:
          "into exile, on a flight, onto a plane, forced to leave the country, forced out of the country, across the frontier, put on a plane, on a chartered plane, on a plane to, out of the country, to the border, across the border, over the border, stripped of their nationality, out of the country, from the country, to leave the country, onto a flight, on the next flight, blindfolded",
      },
    ],
    place: ["prep:to", "prep:in"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: ["Nicaragua sends 135 prisoners into exile in Guatemala", "Tom Fox was put on a plane to Madrid."],
      no: ["Tom Fox sent his son into the garden."],
    },
  },
];
