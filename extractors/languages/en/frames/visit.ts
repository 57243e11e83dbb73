import type { FrameRule } from "../../frames.ts";

export const visitRules: readonly FrameRule[] = [
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
    id: "visit.let-in",
    type: "visit",
    verbs: "see, visit, meet, meet with, speak, talk, embrace, examine",
    voice: "active",
    when: [
      {
        at: ["before"],
        words:
          "let in to see, let in to, able to visit, able to see, able to meet, able to speak, managed to see, managed to visit, get to see, got to see, permission to see, permission to visit, finally saw, finally met, through the glass, through a glass, through glass, behind glass, met with his lawyer, met with her lawyer, met with his defender, met with her defender, with his client, with her client, let her see, let him see, let them see, let his, let her",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "minister, president, journalists, reporters, film, website, school, not, never, unable, summit, senator",
      },
    ],
    place: ["prep:in", "prep:at"],
    slots: { subjects: ["patient", "prep:with", "prep:to"], agents: ["agent"] },
    weight: 0.7,
    examples: {
      yes: [
        "Her mother was able to visit Ann Lee in Insein prison last week.",
        "His sister was let in to see Tom Fox for two hours in November.",
        "The lawyer spoke with Tom Fox through the glass on 1 June.",
      ],
      no: ["Her mother was unable to visit Ann Lee.", "Reporters were able to see the president, Tom Fox."],
    },
  },
  {
    id: "visit.met-counsel",
    type: "visit",
    verbs: "meet, meet with, speak, talk, consult",
    voice: "active",
    when: [
      {
        at: ["prep:with", "patient", "prep:to"],
        words:
          "his lawyer, her lawyer, his defender, her defender, his attorney, her attorney, their lawyers, his client, her client, consul, consular",
      },
      {
        at: ["before"],
        words: "prison, jail, colony, cell, custody, barracks, detention, remand, inmate, convict",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words: "not, never, unable, outside, minister, president, film, phone, telephone, video",
      },
    ],
    slots: { subjects: ["agent"], agents: ["prep:with", "patient"] },
    weight: 0.65,
    examples: {
      yes: ["Tom Fox lives in an ordinary barracks of the colony and met with his defender on 9 April."],
      no: ["Tom Fox has not met with his lawyer since he was moved to the prison."],
    },
  },
  {
    id: "visit.official",
    type: "visit",
    verbs: "visit, see, meet, examine",
    when: [
      {
        at: ["agent"],
        words:
          "consul, consul general, consul-general, defender, ombudsman, ombudswoman, ombudsperson, nuncio, envoy, monitors, attorney, pastor, cousin, daughters, sons, sisters, brothers, senator, congressman, delegation of, diplomat, diplomats, consular, lawyer, lawyers, mother, father, wife, husband, family, relatives, sister, brother, son, daughter, red cross, monitors, doctor, doctors, ambassador, embassy, parents, delegation, observers, rapporteur, priest, officials",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "clinic, surgery, gate, gates, film, website, journalists, reporters, see how, never, school, summit, abroad, met by, airport, not being allowed, turned away",
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
        words:
          "consular, consul, family, lawyer, prison, ambassador, embassy, mother, father, wife, husband, sister, brother, son, daughter, parents, relatives, priest, doctor, red cross, diplomats, children, first visit, last visit, final visit, short visit, long visit",
      },
    ],
    unless: [
      { at: ["sentence"], words: "break-in, shop, palace, tour" },
      {
        at: ["clause", "modifier"],
        words:
          "deny, denied, refuse, refused, ban, banned, cancel, cancelled, canceled, deprive, deprived, without, entitled, limited, request, requested, president, minister, pope, state visit, official visit",
      },
      {
        at: ["sentence"],
        words:
          "no visit, no visits, denied visits, visits were banned, visits are, weekly visit, monthly visit, for the visit, called for a visit",
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
  {
    id: "visit.access",
    type: "visit",
    nouns: "access",
    when: [
      {
        at: ["modifier", "clause"],
        words: "consular, embassy, ambassador, diplomats, consul, red cross, lawyer, lawyers, officials",
      },
      {
        at: ["clause"],
        words:
          "have, had, gain, gained, get, got, obtain, obtained, grant, granted, give, given, receive, received, allow, allowed",
      },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "no access, without access, denied, deny, refused, refuse, request, requested, requests, ask, asked, demand, demanded, seek, seeking, sought, has not, have not, had not, until, limited, yet, neither, nor",
      },
    ],
    slots: { subjects: ["prep:to", "patient"], agents: ["agent", "modifier"] },
    weight: 0.7,
    examples: {
      yes: [
        "Consular officials had access to Ann Lee on 2 May.",
        "Ann Lee was granted consular access in June.",
      ],
      no: [
        "Germany asked for consular access to Ann Lee.",
        "Ann Lee was denied consular access.",
        "Ann Lee has had no access to her lawyer.",
      ],
    },
  },
];
