import type { FrameRule } from "../../frames.ts";

const inside =
  "prison, jail, colony, penitentiary, camp, detention centre, remand, house arrest, facility, isolator, penal, pre-trial, psychiatric";
const place = ["prep:in", "prep:at", "prep:near", "prep:outside"] as const;

export const custodyRules: readonly FrameRule[] = [
  {
    id: "arrest.verb",
    type: "arrest",
    verbs:
      "arrest, detain, rearrest, re-arrest, abduct, kidnap, apprehend, nab, snatch, round up, pick up, take away, haul away, haul off, drag away, drag off, lead away, remand, capture, bundle",
    unless: [{ at: ["clause"], words: "development, attention, imagination, prize, title" }],
    charge: ["prep:on", "prep:for", "prep:over", "prep:under"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place,
    examples: {
      yes: [
        "Police arrested Ann Lee in Minsk on Friday.",
        "Tom Fox was detained in June 2020.",
        "The two men were picked up at their hotel on May 19.",
        "FSB detains Tom Fox on suspicion of spying",
      ],
      no: ["The film arrested his attention.", "The activist Ann Lee spoke of arrested development."],
    },
  },
  {
    id: "arrest.seize",
    type: "arrest",
    verbs: "seize, catch, take, grab, pull off, pull, come, raid, haul, put, drag, place",
    when: [
      {
        at: ["clause"],
        words:
          "seized, into custody, in custody, red-handed, hostage, by police, by soldiers, by officers, by agents, into a van, into a car, into an unmarked, off a bus, off a train, off a plane, under arrest, from his home, from her home, from her house, from his house, from their home, from his hotel, from her hotel, came for, from home",
      },
    ],
    unless: [{ at: ["patient"], words: "opportunity, chance, power, document, phone, cargo, ship, asset" }],
    slots: { subjects: ["patient", "prep:for"], agents: ["agent"] },
    place,
    examples: {
      yes: [
        "Tom Fox was seized outside the station in September 2019.",
        "Police took Ann Lee from her home in May.",
        "Ann Lee was taken into custody on Monday.",
      ],
      no: ["Ann Lee seized the opportunity.", "Officers seized his phone."],
    },
  },
  {
    id: "arrest.held-at",
    type: "arrest",
    verbs: "hold, stop, intercept",
    voice: "passive",
    when: [
      {
        at: ["clause"],
        words:
          "on arrival, at the airport, airport, at the border, for questioning, on suspicion, at a checkpoint, on charges",
      },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place,
    weight: 0.8,
    examples: {
      yes: ["Tom Fox was held on arrival at Moscow airport in 2021."],
      no: ["The meeting was held at the airport.", "Tom Fox was held in high esteem."],
    },
  },
  {
    id: "arrest.held-since",
    type: "arrest",
    verbs: "hold, be, keep, imprison, jail, detain, incarcerate, lock up, languish",
    when: [
      { at: ["clause"], words: "since" },
      {
        at: ["clause"],
        words:
          "held, hold, custody, detention, behind bars, prison, jail, imprisoned, jailed, detained, locked up, bars, kept, captivity, incarcerated",
      },
    ],
    unless: [
      { at: ["clause"], words: "solitary, isolation, hospital, job, office" },
      { at: ["patient"], words: "post, position, seat, title, record, chair, rank, talks, meeting" },
    ],
    date: ["prep:since"],
    needsDate: true,
    place: ["prep:in", "prep:at"],
    slots: { subjects: ["patient", "agent"] },
    examples: {
      yes: [
        "Paul Whelan had been held since December 2018.",
        "The actor Tom Fox, who has been in custody since December over a street protest, recites poems.",
        "Ann Lee has been in custody since March 2021.",
      ],
      no: ["Ann Lee has been ill since March.", "The post has been held by Tom Fox since May."],
    },
  },
  {
    id: "arrest.noun",
    type: "arrest",
    nouns: "arrest, detention, abduction, kidnapping, rearrest",
    unless: [{ at: ["modifier"], words: "house, cardiac, pre-trial, administrative, citizen" }],
    slots: { subjects: ["of", "possessor"], agents: ["prep:by"] },
    weight: 0.45,
    examples: {
      yes: ["The arrest of Ann Lee on 5 May shocked the town."],
      no: ["Ann Lee was moved to house arrest."],
    },
  },
  {
    id: "transfer.verb",
    type: "transfer",
    verbs: "transfer, move, relocate, send, return, take, place, bring, commit, put, transport, drive",
    when: [{ at: ["prep:to", "prep:under", "prep:into", "prep:in"], words: inside }],
    unless: [
      {
        at: ["clause"],
        words:
          "punishment cell, isolation cell, solitary, shizo, letter, parcel, into custody, money, on trial, sent to prison, sent to jail, the same colony, the same prison, the same jail, the same camp",
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
    id: "transfer.from-to",
    type: "transfer",
    verbs: "transfer, relocate",
    when: [
      { at: ["prep:to"], words: "to, the, a, an, another, prison, colony, jail, region, city, facility" },
    ],
    unless: [
      {
        at: ["prep:to", "prep:into"],
        words: "hospital, clinic, custody, account, club, squad, side, cell, intensive",
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
    unless: [{ at: ["modifier", "of"], words: "money, bank, technology, window, power, football" }],
    place: ["prep:to"],
    slots: { subjects: ["of", "possessor"] },
    weight: 0.5,
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
    id: "deportation.sent-abroad",
    type: "deportation",
    verbs: "force, fly, put, drive, send, ship, bus, take",
    when: [
      {
        at: ["clause"],
        words:
          "into exile, on a flight, onto a plane, forced to leave the country, forced out of the country, across the frontier, put on a plane, on a chartered plane, on a plane to, out of the country, to the border, across the border, over the border, stripped of their nationality",
      },
    ],
    place: ["prep:to", "prep:in"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: ["Nicaragua sends 135 prisoners into exile in Guatemala", "Tom Fox was put on a plane to Madrid."],
      no: ["Tom Fox sent his son into the garden."],
    },
  },
  {
    id: "visit.verb",
    type: "visit",
    verbs: "visit, see, meet, be allow, speak",
    when: [
      {
        at: ["sentence"],
        words:
          "prison, jail, colony, cell, detention, custody, inside, behind bars, consul, consular, ambassador, embassy, lawyer, his client, her client, for half an hour, for ten minutes, him there, her there, remand",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words: "minister, president, summit, film, journalists, reporters, see how, never, website",
      },
    ],
    place: ["prep:in", "prep:at"],
    slots: { subjects: ["patient", "prep:with"], agents: ["agent"] },
    requires: ["subjects", "agents"],
    weight: 0.7,
    examples: {
      yes: [
        "The ambassador, Peter Fischer, visited Ann Lee in prison on Monday.",
        "The lawyer Mostafa Nili saw Tom Fox in custody for ten minutes.",
      ],
      no: ["Ann Lee visited Paris.", "The president met Tom Fox at a summit."],
    },
  },
  {
    id: "visit.allowed",
    type: "visit",
    verbs: "see, visit, meet, speak",
    when: [
      {
        at: ["sentence"],
        words:
          "allowed to see, allowed to visit, allowed to meet, allowed to speak, permitted to see, permitted to visit, permitted to meet",
      },
    ],
    unless: [{ at: ["clause"], words: "minister, president, journalists, reporters, film, website" }],
    place: ["prep:in", "prep:at"],
    slots: { subjects: ["patient", "prep:with", "prep:to"], agents: ["agent"] },
    weight: 0.8,
    examples: {
      yes: ["His mother was allowed to see Tom Fox for 20 minutes on 3 January."],
      no: ["Reporters were allowed to see the minister."],
    },
  },
  {
    id: "visit.official",
    type: "visit",
    verbs: "visit, see, meet",
    when: [
      {
        at: ["agent"],
        words:
          "consul, diplomat, diplomats, consular, lawyer, lawyers, mother, father, wife, husband, family, relatives, sister, brother, son, daughter, red cross, monitors, doctor, doctors, ambassador, embassy, parents, delegation, observers, rapporteur, priest, officials",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "film, website, journalists, reporters, see how, never, school, summit, abroad, met by, airport, not being allowed, turned away",
      },
      { at: ["patient"], words: "minister, president, premier, pope, king" },
    ],
    place: ["prep:in", "prep:at"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.7,
    examples: {
      yes: [
        "The consul visited Ann Lee on 3 March.",
        "Swiss diplomats were allowed to visit Ann Lee in Evin prison last week.",
        "Ann Lee was visited by her lawyer, Peter Hall, on Monday.",
      ],
      no: ["The consul visited Paris on 3 March.", "The ambassador met the president."],
    },
  },
  {
    id: "visit.noun",
    type: "visit",
    nouns: "visit",
    when: [
      {
        at: ["modifier", "prep:from", "prep:by", "clause"],
        words: "consular, consul, family, lawyer, prison, ambassador",
      },
    ],
    slots: {
      subjects: ["prep:to", "prep:with", "patient", "agent"],
      agents: ["prep:from", "prep:by", "possessor"],
    },
    weight: 0.6,
    examples: {
      yes: ["Ann Lee received a consular visit from the ambassador on Monday."],
      no: ["The visit of the minister to Paris was long."],
    },
  },
];
