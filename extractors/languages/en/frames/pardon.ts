import type { FrameRule } from "../../frames.ts";

export const pardonRules: readonly FrameRule[] = [
  {
    id: "pardon.verb",
    type: "pardon",
    verbs: "pardon, amnesty, commute, reprieve",
    slots: { subjects: ["patient", "possessor"], agents: ["agent"] },
    unless: [{ at: ["patient"], words: "expression, word, pun, french" }],
    examples: {
      yes: [
        "President Lukashenko pardoned 16 people on Wednesday.",
        "Ann Lee was pardoned by the king in May.",
      ],
      no: ["Pardon the expression, the minister said.", "The censors pardoned the film."],
    },
  },
  {
    id: "pardon.receive",
    type: "pardon",
    verbs: "receive, get, win, obtain, secure, include, benefit",
    when: [
      { at: ["patient", "theme", "prep:in", "prep:from"], words: "pardon, amnesty, clemency, royal pardon" },
    ],
    slots: { subjects: ["patient", "agent"], agents: ["prep:from"] },
    examples: {
      yes: [
        "Ann Lee received a presidential pardon in June 2023.",
        "Tom Fox was included in an amnesty last month.",
        "Ann Lee benefited from a presidential amnesty.",
      ],
      no: ["Ann Lee received a letter in June 2023."],
    },
  },
  {
    id: "pardon.noun",
    type: "pardon",
    nouns: "pardon, amnesty, clemency, commutation",
    slots: {
      subjects: ["prep:for", "of", "prep:to", "possessor", "patient"],
      agents: ["agent", "prep:from", "prep:by", "possessor"],
    },
    weight: 0.85,
    examples: {
      yes: [
        "The president signed a pardon for Ann Lee on Monday.",
        "King Hassan granted a pardon to 22 prisoners.",
      ],
      no: ["There was no talk of the pardon commission."],
    },
  },
  {
    id: "pardon.under",
    type: "pardon",
    sharesPeople: true,
    nouns: "pardon",
    when: [{ at: ["sentence"], words: "released, freed, walked free, left prison, set free, release" }],
    unless: [
      {
        at: ["sentence"],
        words:
          "ask for, asked for, asking for, request for, refuse to ask, refused to ask, petition, appeal for, without a pardon",
      },
    ],
    slots: { subjects: [], agents: ["possessor", "prep:by", "prep:from", "modifier"] },
    weight: 0.6,
    examples: {
      yes: ["Ann Lee was freed after a presidential pardon on Saturday."],
      no: ["Ann Lee was freed although she had refused to ask for a pardon."],
    },
  },
];
