import type { FrameRule } from "../../frames.ts";

const labels =
  "political prisoner, political prisoners, prisoner of conscience, prisoners of conscience, wrongfully detained, unlawfully detained, extremist, extremists, terrorist, terrorists, foreign agent, foreign agents, undesirable, hostage, arbitrary detention";

export const designationRules: readonly FrameRule[] = [
  {
    id: "designation.as",
    type: "designation",
    verbs: "designate, recognise, recognize, declare, brand, classify",
    when: [
      { at: ["sentence"], words: `as wrongfully detained, as unlawfully detained, as arbitrarily detained` },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: ["Washington had designated Evan Gershkovich as wrongfully detained."],
      no: ["Washington had designated Evan Gershkovich as its envoy."],
    },
  },
  {
    id: "designation.seen-as",
    type: "designation",
    verbs: "consider, regard, see",
    voice: "active",
    when: [{ at: ["clause"], words: labels }],
    unless: [{ at: ["clause"], words: "crime, crimes, activity, attack, group leader" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    requires: ["subjects", "agents"],
    examples: {
      yes: ["Amnesty International considers Ann Lee a prisoner of conscience."],
      no: ["Nicaragua freed 135 people regarded as political prisoners on Thursday."],
    },
  },
  {
    id: "designation.verb",
    type: "designation",
    verbs:
      "designate, recognise, recognize, declare, name, label, list, brand, add, classify, include, adopt",
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
        "Viasna recognised Ann Lee as a political prisoner in May.",
      ],
      no: ["The magazine named Ann Lee editor of the year."],
    },
  },
];
