import type { FrameRule } from "../../frames.ts";

const captivity =
  "prison, jail, jails, colony, custody, detention, captivity, camp, behind bars, imprisonment, captors, kidnappers, abducted, kidnapped, hostage, hostages, cell, prison camp";

/** Releases told by what freed people do, or by freedom itself, without a verb of releasing. */
export const freedomRules: readonly FrameRule[] = [
  {
    id: "release.reunited",
    type: "release",
    verbs: "reunite",
    when: [
      {
        at: ["prep:with"],
        words:
          "family, families, wife, husband, children, parents, relatives, loved ones, mother, father, daughter, son, daughters, sons, sister, brother",
      },
      { at: ["sentence"], words: captivity },
    ],
    unless: [{ at: ["sentence"], words: "visit, visits, visiting, in prison with, in court, body, remains" }],
    slots: { subjects: ["patient", "agent"] },
    weight: 0.75,
    examples: {
      yes: ["Ann Lee was reunited with her family on Monday after three years in Insein prison."],
      no: [
        "Ann Lee was reunited with her family at a concert.",
        "Ann Lee was reunited with her mother during a prison visit.",
      ],
    },
  },
  {
    id: "release.stepped-off",
    type: "release",
    verbs: "step off, step, land, touch down",
    when: [
      { at: ["clause"], words: "plane, aircraft, jet, flight, tarmac, airport, base" },
      {
        at: ["sentence"],
        words:
          "years in, months in, days in, weeks in, year in, years of, months of, ordeal, from prison, from captivity, out of prison",
      },
      { at: ["sentence"], words: captivity },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "arrest, arrested, detain, detained, seize, seized, escort, sentenced, faces, face, facing, deported, extradited, to prison, to jail, to a prison, envoy, minister",
      },
    ],
    slots: { subjects: ["agent"] },
    weight: 0.7,
    examples: {
      yes: ["Tom Fox stepped off a plane in Berlin on Friday after two years in an Iranian jail."],
      no: [
        "Tom Fox stepped off a plane in Minsk and was arrested.",
        "Tom Fox landed at the airport, where he faces years in prison.",
      ],
    },
  },
  {
    id: "release.rescued",
    type: "release",
    verbs: "rescue",
    when: [
      {
        at: ["sentence"],
        words:
          "captors, kidnappers, captivity, kidnapped, abducted, hostage, hostages, abductors, hostage-takers",
      },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.8,
    examples: {
      yes: ["Ann Lee was rescued by soldiers from her kidnappers on Monday."],
      no: ["Ann Lee was rescued from a burning house."],
    },
  },
  {
    id: "release.discharged",
    type: "release",
    verbs: "discharge",
    when: [{ at: ["prep:from"], words: "prison, jail, colony, custody, detention, penitentiary, #Facility" }],
    unless: [{ at: ["clause"], words: "hospital, clinic, ward, infirmary" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place: ["prep:from"],
    examples: {
      yes: ["Ann Lee was discharged from Kality prison on Friday."],
      no: ["Ann Lee was discharged from the prison hospital.", "Ann Lee was discharged from the army."],
    },
  },
  {
    id: "release.tasted-freedom",
    type: "release",
    verbs: "taste, gain, recover, breathe",
    when: [
      { at: ["patient"], words: "freedom, liberty, the air of freedom" },
      { at: ["sentence"], words: captivity },
    ],
    unless: [{ at: ["patient"], words: "media, press, religious, economic" }],
    slots: { subjects: ["agent"] },
    weight: 0.75,
    examples: {
      yes: ["Ann Lee tasted freedom on Friday after 14 months behind bars."],
      no: [
        "Ann Lee tasted the soup in the prison kitchen.",
        "After years as a clerk Ann Lee tasted freedom.",
      ],
    },
  },
  {
    id: "release.to-freedom",
    type: "release",
    verbs: "fly, walk, escort, drive",
    when: [{ at: ["prep:to", "prep:into"], words: "freedom" }],
    slots: { subjects: ["patient", "agent"], agents: ["agent"] },
    weight: 0.75,
    examples: {
      yes: ["Ann Lee was flown to freedom on Friday."],
      no: ["Ann Lee was flown to a prison in the north."],
    },
  },
  {
    id: "release.free-man",
    type: "release",
    verbs: "be, arrive, land, leave, walk out, wake, go",
    when: [{ at: ["clause"], words: "a free man, a free woman, free men, free women" }],
    unless: [
      { at: ["sentence"], words: "on paper, in his head, in her head, at heart, would, until, if, felt" },
    ],
    slots: { subjects: ["agent"] },
    weight: 0.7,
    examples: {
      yes: ["Tom Fox is a free man.", "On Thursday Ann Lee left the court a free woman."],
      no: ["Tom Fox is a free man only on paper.", "Tom Fox is not a free man."],
    },
  },
];
