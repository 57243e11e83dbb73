import type { FrameRule } from "../../frames.ts";

const labels =
  "political prisoner, political prisoners, prisoner of conscience, prisoners of conscience, wrongfully detained, unlawfully detained, extremist, extremists, terrorist, terrorists, foreign agent, foreign agents, undesirable, hostage, arbitrary detention, hostages, prisoner-of-conscience";

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
    verbs: "consider, regard, see, deem",
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
      "designate, recognise, recognize, declare, name, label, list, brand, add, classify, include, adopt, deem, acknowledge, proclaim",
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
  {
    id: "designation.found",
    type: "designation",
    verbs: "determine, find, conclude, rule, declare, say",
    when: [
      {
        at: ["sentence"],
        words:
          "wrongfully detained, unlawfully detained, arbitrarily detained, wrongful detention, was arbitrary, is arbitrary, were arbitrary, is wrongful, arbitrary detention, detention arbitrary, arbitrarily deprived",
      },
      {
        at: ["agent"],
        words:
          "working group, state department, committee, secretary of state, department, un, panel, experts, government, washington, white house",
      },
    ],
    slots: { subjects: ["content"], agents: ["agent"] },
    requires: ["subjects"],
    weight: 0.75,
    examples: {
      yes: [
        "The State Department has determined that Ann Lee is wrongfully detained.",
        "A UN working group found that the detention of Ann Lee was arbitrary.",
      ],
      no: ["The State Department has determined that Ann Lee is a citizen."],
    },
  },
  {
    id: "designation.list",
    type: "designation",
    verbs: "put, place, add, enter, include, inscribe, list, blacklist",
    when: [
      {
        at: ["prep:on", "prep:to", "prep:in", "prep:among", "prep:as"],
        words:
          "list of terrorists, list of extremists, register of terrorists, register of extremists, register of foreign agents, terrorist list, extremist list, extremism list, wanted list, list of persons involved in extremist, list of people involved in terrorist, list of organisations, terrorists and extremists, extremists and terrorists, foreign agents, list of political prisoners, terrorist register, extremist register, register of undesirable, terrorism list, terror list, sanctions list of terrorists, hostage, hostages, political prisoners, political prisoner, extremist organisations, terrorist organisations, extremist materials, list of citizens",
      },
    ],
    unless: [{ at: ["clause"], words: "wanted list" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Ann Lee was put on the register of terrorists and extremists.",
        "Washington lists Tom Fox as a hostage.",
      ],
      no: ["Ann Lee was put on the list of guests."],
    },
  },
];
