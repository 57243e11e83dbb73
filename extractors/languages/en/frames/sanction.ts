import type { FrameRule } from "../../frames.ts";

const measures =
  "sanction, sanctions, restrictive measures, restrictions, asset freeze, travel ban, visa ban, visa bans, measures, embargo";

export const sanctionRules: readonly FrameRule[] = [
  {
    id: "sanction-relief.verb",
    type: "sanction_relief",
    verbs: "unfreeze, lift, ease, suspend, remove, relax, waive, loosen, drop, scrap, end, soften",
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
    unless: [{ at: ["patient"], words: "fight, use, visit, marriage, trip, bout" }],
    slots: { subjects: ["patient"], agents: ["agent"], recipients: ["prep:over"] },
    examples: {
      yes: ["The EU sanctioned the judge Ivan Petrov in May.", "Britain sanctioned two judges."],
      no: ["The federation sanctioned the fight."],
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
