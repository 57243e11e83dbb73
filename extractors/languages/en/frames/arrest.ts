import type { FrameRule } from "../../frames.ts";

const place = ["prep:in", "prep:at", "prep:near", "prep:outside"] as const;

export const arrestRules: readonly FrameRule[] = [
  {
    id: "arrest.verb",
    type: "arrest",
    verbs:
      "arrest, detain, rearrest, re-arrest, abduct, kidnap, apprehend, nab, snatch, round up, pick up, take away, haul away, haul off, drag away, drag off, lead away, remand, capture, bundle",
    unless: [
      { at: ["clause"], words: "development, attention, imagination, prize, title" },
      {
        at: ["clause"],
        words: "wrongfully detained, unlawfully detained, arbitrarily detained, unjustly detained",
      },
      { at: ["sentence"], words: "not under arrest, no arrest" },
      { at: ["prep:in"], words: "reserves, bunch" },
    ],
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
          "seized, into custody, red-handed, hostage, in for questioning, taken prisoner, by gunmen, by masked men, by police, by soldiers, by officers, by agents, into a van, into a car, into an unmarked, off a bus, off a train, off a plane, under arrest, from his home, from her home, from her house, from his house, from their home, from his hotel, from her hotel, came for, from home",
      },
    ],
    unless: [
      { at: ["sentence"], words: "not under arrest, went home, no arrest" },
      { at: ["patient"], words: "opportunity, chance, power, document, phone, cargo, ship, asset" },
      { at: ["prep:to"], words: "hospital, clinic, doctor, court, safety" },
    ],
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
    id: "arrest.placed",
    type: "arrest",
    verbs: "place, put, take, remand, keep, order",
    when: [
      {
        at: ["prep:under", "prep:in", "prep:into"],
        words:
          "detention, arrest, custody, pre-trial detention, administrative detention, criminal detention, investigative custody",
      },
    ],
    unless: [
      { at: ["prep:under", "prep:in", "prep:into"], words: "house, home arrest, hospital" },
      { at: ["clause"], words: "house arrest, solitary" },
    ],
    charge: ["prep:on", "prep:for", "prep:over"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place,
    weight: 0.85,
    examples: {
      yes: [
        "Ann Lee was placed under criminal detention in June.",
        "The judge remanded Ann Lee in pre-trial detention for two months.",
      ],
      no: [
        "The court placed Ann Lee under house arrest.",
        "The guards placed a bed in the detention centre.",
      ],
    },
  },
  {
    id: "arrest.pending-trial",
    type: "arrest",
    verbs: "jail, hold, keep, imprison, order, detain, lock up",
    when: [
      {
        at: ["sentence"],
        words:
          "pending trial, pending the trial, pending investigation, pending an investigation, jailed awaiting trial, held awaiting trial",
      },
    ],
    unless: [{ at: ["clause"], words: "since, still, released, freed, bail, house arrest" }],
    charge: ["prep:on", "prep:for", "prep:over"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place,
    weight: 0.8,
    examples: {
      yes: [
        "Ann Lee was jailed pending trial on Monday.",
        "A court in Ankara ordered Tom Fox held pending an investigation.",
      ],
      no: ["Ann Lee is still held pending trial.", "The court kept the money of Ann Lee pending trial."],
    },
  },
  {
    id: "arrest.held-at",
    type: "arrest",
    verbs: "hold, stop, intercept",
    when: [
      {
        at: ["clause"],
        words:
          "on arrival, at the airport, airport, at the border, for questioning, on suspicion, at a checkpoint, on charges, hour, hours, overnight, on the street, in the street, at a roadblock, roadblock",
      },
    ],
    unless: [
      { at: ["sentence"], words: "traffic, passport had expired" },
      {
        at: ["patient"],
        words:
          "meeting, talks, rally, vigil, ceremony, hearing, trial, vote, session, service, march, concert",
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
      {
        at: ["clause"],
        words:
          "solitary confinement since, isolation since, hospital since, solitary since, cell since, job, office",
      },
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
    unless: [
      { at: ["modifier"], words: "house, cardiac, pre-trial, administrative, citizen, possible, imminent" },
      {
        at: ["clause"],
        words:
          "warrant, warrants, order, ordered, orders, demand, seek, sought, threaten, avoid, fear, feared, risk, call for, face, faces, resist, arbitrary, arbitrarily, unlawful, illegal, conditions",
      },
    ],
    slots: { subjects: ["of", "possessor"], agents: ["prep:by"] },
    weight: 0.55,
    examples: {
      yes: ["The arrest of Ann Lee on 5 May shocked the town."],
      no: ["Ann Lee was moved to house arrest."],
    },
  },
];
