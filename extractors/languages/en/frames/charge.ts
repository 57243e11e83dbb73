import type { FrameRule } from "../../frames.ts";

const charge = ["prep:for", "prep:of", "prep:with", "prep:on", "prep:over", "prep:under"] as const;

export const chargeRules: readonly FrameRule[] = [
  {
    id: "charge.verb",
    type: "charge",
    verbs: "charge, indict, accuse",
    unless: [
      {
        at: ["sentence"],
        words:
          "what he was accused, what she was accused, what they were accused, what he is accused, what she is accused, what they are accused",
      },
      {
        at: ["prep:for"],
        words: "breakfast, service, services, room, meal, ticket, tickets, calls, treatment, bullet, food",
      },
      { at: ["prep:with"], words: "energy, task, copying, electricity, responsibility, overseeing" },
    ],
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: {
      yes: ["Ann Lee was charged with treason on Monday.", "Prosecutors accused Tom Fox of spying."],
      no: ["The hotel charged Ann Lee for breakfast.", "Ganeev is charged with energy."],
    },
  },
  {
    id: "charge.face",
    type: "charge",
    verbs:
      "face, bring, file, press, open, launch, initiate, lay, level, lodge, prepare, draw up, institute, issue, submit, present",
    when: [
      {
        at: ["patient"],
        words:
          "charge, charges, indictment, count, counts, case, criminal case, accusation, accusations, criminal proceedings, allegations",
      },
    ],
    unless: [{ at: ["patient"], words: "appeal, lawsuit, complaint, issue, issues" }],
    charge: ["prep:of", "prep:under", "prep:for", "prep:over"],
    slots: { subjects: ["prep:against", "agent"] },
    weight: 0.8,
    examples: {
      yes: ["Tom Fox faces charges of espionage.", "Prosecutors opened a criminal case against Ann Lee."],
      no: ["The minister opened the exhibition."],
    },
  },
  {
    id: "charge.hit",
    type: "charge",
    verbs: "hit, slap, present, serve, confront",
    when: [{ at: ["prep:with"], words: "charge, charges, indictment, accusation, accusations" }],
    charge: ["prep:of", "prep:under", "prep:for", "prep:over"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.85,
    examples: {
      yes: ["Ann Lee was hit with fresh charges on Tuesday."],
      no: ["Ann Lee was hit with a baton on Tuesday."],
    },
  },
  {
    id: "charge.indictment",
    type: "charge",
    nouns: "indictment, arraignment",
    unless: [{ at: ["prep:of"], words: "policy, system, society, regime" }],
    slots: { subjects: ["of", "possessor", "prep:against"], agents: ["prep:by"] },
    weight: 0.6,
    examples: {
      yes: ["The indictment of Ann Lee runs to nine pages."],
      no: ["The report is an indictment of the system that Ann Lee left."],
    },
  },
  {
    id: "charge.noun",
    type: "charge",
    nouns: "indictment, charges, case, proceedings",
    when: [
      {
        at: ["modifier", "clause"],
        words: "indictment, charges, criminal case, criminal proceedings, terrorism case",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "drop, dropped, drops, dismiss, dismissed, withdraw, withdrawn, quash, quashed, cleared, acquitted, hearing, hear, evidence, court of appeal, close, closed",
      },
    ],
    charge: ["prep:for", "prep:over", "prep:under"],
    slots: { subjects: ["prep:against"] },
    weight: 0.65,
    examples: {
      yes: [
        "The indictment against Ann Lee seeks 12 years in prison.",
        "The charges against Tom Fox relate to a post from 2021.",
      ],
      no: ["The charges against Ann Lee were dropped.", "Police have evidence against Ann Lee."],
    },
  },
];
