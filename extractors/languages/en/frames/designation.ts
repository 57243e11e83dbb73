import type { FrameRule } from "../../frames.ts";

const labels =
  "political prisoner, political prisoners, prisoner of conscience, prisoners of conscience, wrongfully detained, unlawfully detained, extremist, extremists, terrorist, terrorists, foreign agent, foreign agents, undesirable, hostage, arbitrary detention";

export const designationRules: readonly FrameRule[] = [
  {
    id: "designation.verb",
    type: "designation",
    verbs:
      "designate, recognise, recognize, declare, name, label, list, brand, add, classify, include, adopt, consider, regard",
    when: [
      {
        at: ["clause"],
        words: `${labels}, list of terrorists, list of extremists, register of foreign agents`,
      },
    ],
    unless: [{ at: ["clause"], words: "crime, crimes, activity, attack, group leader" }],
    slots: { subjects: ["patient", "prep:to"], agents: ["agent"] },
    requires: ["subjects"],
    examples: {
      yes: [
        "Amnesty International named Ann Lee a prisoner of conscience in 2021.",
        "Washington had designated Evan Gershkovich as wrongfully detained.",
        "Memorial lists Gorinov as a political prisoner.",
      ],
      no: ["The magazine named Ann Lee editor of the year."],
    },
  },
];
