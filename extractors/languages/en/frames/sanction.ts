import type { FrameRule } from "../../frames.ts";

const measures =
  "sanction, sanctions, restrictive measures, visa restrictions, travel restrictions, restrictions, asset freeze, asset freezes, travel ban, travel bans, visa ban, visa bans, entry ban, entry bans, measures, embargo";

export const sanctionRules: readonly FrameRule[] = [
  {
    id: "sanction-relief.verb",
    type: "sanction_relief",
    verbs:
      "unfreeze, lift, ease, suspend, remove, relax, waive, loosen, drop, scrap, end, soften, roll back, scale back, rescind, revoke",
    when: [
      {
        at: ["patient"],
        words:
          "sanction, sanctions, restrictions, restrictive measures, embargo, measures against, them, they",
      },
      {
        at: ["sentence"],
        words: "sanction, sanctions, restrictions, restrictive measures, measures, embargo",
      },
    ],
    unless: [{ at: ["patient"], words: "visit, parcel, prison, immunity, movement, covid, speech" }],
    slots: { agents: ["agent"], recipients: ["prep:on", "prep:against", "prep:for", "of"] },
    requires: [],
    examples: {
      yes: [
        "The United States eased sanctions on Belarus on Saturday.",
        "Sanctions on Belavia were lifted by Washington in September.",
      ],
      no: ["The prison lifted the ban on parcels."],
    },
  },
  {
    id: "sanction-relief.delist",
    type: "sanction_relief",
    verbs: "remove, take, drop, strike, delist, take off",
    when: [
      {
        at: ["prep:from", "prep:off"],
        words: "sanctions list, sanction list, blacklist, list of sanctioned, sanctions",
      },
    ],
    slots: { agents: ["agent"], recipients: ["patient"] },
    requires: [],
    examples: {
      yes: ["The United States removed Belaruskali from its sanctions list on Monday."],
      no: ["The United States removed Belaruskali from the programme of the fair."],
    },
  },
  {
    id: "sanction-relief.unfreeze",
    type: "sanction_relief",
    verbs: "unfreeze, unblock, release",
    when: [
      { at: ["patient"], words: "assets, funds, money, billion, accounts" },
      { at: ["sentence"], words: "frozen, unfrozen, unfreeze, unfroze, sanctions, assets, unblocked" },
    ],
    slots: { agents: ["agent"], recipients: ["prep:to", "of"] },
    requires: ["agents"],
    weight: 0.7,
    examples: {
      yes: ["The United Kingdom has unfrozen the assets of two Syrian ministries."],
      no: ["The bank released funds for the school."],
    },
  },
  {
    id: "sanction-relief.noun",
    type: "sanction_relief",
    nouns: "lifting, easing",
    when: [{ at: ["of"], words: "sanction, sanctions" }],
    slots: { agents: ["prep:by"], recipients: ["prep:on", "prep:against", "of"] },
    requires: [],
    weight: 0.6,
    examples: {
      yes: ["The lifting of sanctions on Belavia was announced by Washington."],
      no: ["The lifting of the ban on parcels was announced."],
    },
  },
  {
    id: "sanction.verb",
    type: "sanction",
    verbs: "sanction, blacklist",
    unless: [
      { at: ["patient"], words: "fight, use, visit, marriage, trip, bout, protest, rally, event, march" },
    ],
    slots: { subjects: ["patient"], agents: ["agent"], recipients: ["prep:over"] },
    examples: {
      yes: ["The EU sanctioned the judge Ivan Petrov in May.", "Britain sanctioned two judges."],
      no: ["The federation sanctioned the fight."],
    },
  },
  {
    id: "sanction.hit",
    type: "sanction",
    verbs: "hit, slap, place, put, target, add",
    when: [
      {
        at: ["prep:with", "prep:under", "prep:on"],
        words:
          "sanctions, sanction, restrictive measures, sanctions list, asset freeze, asset freezes, travel bans, travel ban, visa bans, visa ban, entry ban, entry bans",
      },
    ],
    slots: { subjects: ["patient"], agents: ["agent", "modifier"] },
    weight: 0.85,
    examples: {
      yes: [
        "Eight judges were hit with EU sanctions for jailing dissidents.",
        "Judge Ivan Petrov was placed under EU sanctions in 2021.",
      ],
      no: ["Ann Lee was hit with a fine."],
    },
  },
  {
    id: "sanction.bar-entry",
    type: "sanction",
    verbs: "bar, ban, blacklist, prohibit",
    when: [
      {
        at: ["sentence"],
        words: "from entering, entry, from travelling, from traveling, from the country, entry bans",
      },
      {
        at: ["patient"],
        words:
          "official, officials, judge, judges, prosecutor, prosecutors, minister, ministers, police, officer, officers, people, individuals",
      },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    requires: ["agents"],
    weight: 0.75,
    examples: {
      yes: [
        "Lithuania barred 40 Georgian officials from entering the country over the jailing of protesters.",
      ],
      no: ["The prison barred Ann Lee from entering the yard."],
    },
  },
  {
    id: "sanction.impose",
    type: "sanction",
    verbs:
      "impose, introduce, slap, adopt, extend, widen, prolong, renew, announce, place, put, add, levy, enact",
    when: [{ at: ["patient", "prep:under", "prep:to"], words: `${measures}, sanctions list` }],
    unless: [{ at: ["patient"], words: "curfew, relief, easing" }],
    slots: {
      subjects: ["prep:on", "prep:against", "patient"],
      agents: ["agent"],
      recipients: ["prep:on", "prep:against", "prep:over"],
    },
    requires: ["agents"],
    examples: {
      yes: [
        "The Council of the European Union imposed restrictive measures on thirteen persons.",
        "Last month the United States imposed sanctions on two state banks.",
      ],
      no: ["The court imposed a fine on Ann Lee."],
    },
  },
];
