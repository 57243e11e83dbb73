import type { FrameRule } from "../../frames.ts";

export const disappearanceRules: readonly FrameRule[] = [
  {
    id: "disappearance.verb",
    type: "disappearance",
    verbs: "disappear, vanish, go missing, be missing",
    unless: [{ at: ["clause"], words: "cold, feeling, hope" }],
    slots: { subjects: ["agent", "patient"] },
    examples: { yes: ["Tom Fox disappeared in Minsk in May 1999."], no: ["The fog vanished by noon."] },
  },
  {
    id: "disappearance.no-word",
    type: "disappearance",
    verbs: "hear, see",
    when: [
      {
        at: ["sentence"],
        words:
          "heard from, hear from, heard of, been heard, seen since, been seen, seen or heard, word from, heard anything from, hear anything from, set eyes on, laid eyes on",
      },
      { at: ["sentence"], words: "since, for days, for weeks, for months, for a year, for more" },
    ],
    unless: [
      {
        at: ["sentence"],
        words: "seen in public, seen his wife, seen her husband, seen their, seen by a doctor",
      },
    ],
    needsNegation: true,
    slots: { subjects: ["prep:from", "prep:of", "patient"] },
    weight: 0.7,
    examples: {
      yes: ["Nobody has heard from Tom Fox since he was taken from the colony in March."],
      no: ["Ann Lee heard from Tom Fox in March."],
    },
  },
  {
    id: "disappearance.no-news",
    type: "disappearance",
    nouns: "news, word, trace, contact, information, sign",
    when: [
      { at: ["modifier", "clause"], words: "no, any, without, nothing" },
      {
        at: ["sentence"],
        words: "since, for days, for weeks, for months, for a year, for more, disappeared, whereabouts",
      },
    ],
    unless: [{ at: ["clause"], words: "improvement, release, progress, change, breakthrough, remorse" }],
    needsNegation: true,
    slots: { subjects: ["prep:from", "of", "prep:with", "prep:about", "prep:of"] },
    weight: 0.65,
    examples: {
      yes: [
        "There has been no news of Ann Lee since her abduction in March.",
        "The family has had no word from Tom Fox since May.",
      ],
      no: [
        "There was no sign of improvement for Ann Lee since May.",
        "The family had news of Tom Fox in May.",
      ],
    },
  },
  {
    id: "disappearance.where",
    type: "disappearance",
    verbs: "hold, be, keep, detain, imprison",
    when: [
      {
        at: ["sentence"],
        words:
          "not know where, not known where, unknown where, unclear where, refuse to say where, refused to say where, refusing to say where, not say where, no idea where, not told where, not been told where, refuse to disclose where, refused to disclose where, not disclosed where, nobody will say, no one will say, will not say where, would not say where, as to where, unable to find out where, could not find out where, unable to establish where, do not know where, does not know where, did not know where, not know which, nobody knows where, no one knows where, nor where, not revealed where",
      },
      { at: ["sentence"], words: "held, holding, hold, kept, detained, detain, keep, is, was" },
    ],
    factive: true,
    slots: { subjects: ["patient", "agent"] },
    weight: 0.65,
    examples: {
      yes: [
        "It is not known where Tom Fox is being held.",
        "The Taliban refuse to say where they are holding Ann Lee.",
      ],
      no: ["It is known where Tom Fox is being held."],
    },
  },
  {
    id: "disappearance.where-unknown",
    type: "disappearance",
    verbs: "hold, keep, detain, imprison",
    voice: "passive",
    when: [
      { at: ["sentence"], words: "where" },
      {
        at: ["sentence"],
        words:
          "is not known, is unknown, remains unknown, remains unclear, is unclear, nobody will say, no one will say, will not say, would not say, refuse to say, refuses to say, refused to say, a mystery",
      },
    ],
    factive: true,
    slots: { subjects: ["patient"] },
    weight: 0.65,
    examples: {
      yes: ["Where Ann Lee is being held is not known."],
      no: ["The prison where Ann Lee is being held is known to be cold."],
    },
  },
  {
    id: "disappearance.fate",
    type: "disappearance",
    nouns: "fate",
    when: [
      {
        at: ["clause"],
        words: "nothing is known, unknown, not known, unclear, no news, no information, no word",
      },
    ],
    unless: [{ at: ["clause"], words: "bill, law, talks, deal, company" }],
    slots: { subjects: ["of", "possessor"] },
    weight: 0.7,
    examples: {
      yes: ["The fate of Ann Lee remains unknown."],
      no: ["The fate of Ann Lee moved the country."],
    },
  },
  {
    id: "disappearance.whereabouts",
    type: "disappearance",
    nouns: "whereabouts",
    when: [
      {
        at: ["clause"],
        words:
          "unknown, not known, unclear, no information, disclose, conceal, hide, undisclosed, confirm, state, reveal",
      },
    ],
    unless: [{ at: ["clause"], words: "known to, disclosed to" }],
    slots: { subjects: ["of", "possessor"] },
    weight: 0.7,
    examples: {
      yes: ["The whereabouts of Ann Lee have been unknown since May."],
      no: ["The whereabouts of Ann Lee are known to the family."],
    },
  },
  {
    id: "disappearance.noun",
    type: "disappearance",
    nouns: "disappearance",
    slots: { subjects: ["of", "possessor"] },
    weight: 0.6,
    examples: {
      yes: ["The disappearance of Tom Fox in 1999 was never solved."],
      no: ["The disappearance of the bees worries farmers."],
    },
  },
];
