import type { FrameRule } from "../../frames.ts";

const hospital =
  "hospital, clinic, intensive care, infirmary, medical unit, medical ward, sanatorium, medical centre, medical center, medical facility, emergency room, sick bay, medical wing, icu";

export const healthRules: readonly FrameRule[] = [
  {
    id: "hunger-strike.verb",
    type: "hunger_strike",
    verbs:
      "go, begin, start, launch, declare, announce, end, join, continue, enter, be, stage, suspend, resume, halt, call off, abandon, hold, mark, complete, break, give up",
    when: [
      {
        at: ["patient", "prep:on", "prep:in", "prep:of", "prep:from", "theme"],
        words: "hunger strike, hunger-strike, dry hunger strike, the strike, her fast, his fast, the fast",
      },
    ],
    unless: [{ at: ["clause"], words: "workers, teachers' union, rail" }],
    slots: { subjects: ["agent"] },
    examples: {
      yes: [
        "Ann Lee went on hunger strike on 3 May.",
        "Three cellmates have joined the strike since Saturday, and Tom Fox began a hunger strike.",
      ],
      no: ["The workers went on strike.", "Ann Lee began a speech."],
    },
  },
  {
    id: "hunger-strike.fast",
    negativeObject: true,
    type: "hunger_strike",
    verbs: "stop, refuse, go, fast, starve, take, begin, start",
    when: [
      {
        at: ["sentence"],
        words:
          "stopped eating, stop eating, stopped taking food, stop taking food, taking no food, gone without food, going without food, refused food, refusing food, refuse food, refused all food, refused to eat, ate nothing, without food, fasted, fasting, refused meals, refuse meals, refuses meals, refusing meals, refusing food, refuses food, refusing all food, refuse prison food, turn away meals",
      },
    ],
    unless: [{ at: ["sentence"], words: "ramadan, lent, fast food" }],
    slots: { subjects: ["agent"] },
    examples: {
      yes: ["On 12 January Ann Lee stopped eating.", "Tom Fox has refused food since Monday."],
      no: ["Ann Lee stopped working.", "Tom Fox refused a prison job."],
    },
  },
  {
    id: "hunger-strike.eat-nothing",
    negativeObject: true,
    type: "hunger_strike",
    verbs: "eat, touch, accept",
    when: [
      {
        at: ["clause"],
        words: "nothing, no food, not eaten, not eating, has not eaten, had not eaten, without eating",
      },
    ],
    unless: [{ at: ["sentence"], words: "ramadan, lent, fast food, no food parcels" }],
    slots: { subjects: ["agent"] },
    factive: true,
    weight: 0.75,
    examples: {
      yes: ["Tom Fox ate nothing for two weeks in his cell.", "Ann Lee has not eaten since Monday."],
      no: ["Ann Lee ate bread in her cell."],
    },
  },
  {
    id: "hunger-strike.noun",
    type: "hunger_strike",
    nouns: "strike",
    when: [{ at: ["modifier"], words: "hunger" }],
    slots: { subjects: ["possessor", "of", "agent", "holder"] },
    weight: 0.7,
    examples: {
      yes: [
        "Ann Lee's hunger strike has lasted for 23 days.",
        "On day 12 of her hunger strike, Ann Lee was rushed to hospital.",
        "Tom Fox, 36, an artist in the prison of Guanajay. On hunger strike from 3 to 9 April.",
      ],
      no: ["Ann Lee's strike has lasted for 23 days."],
    },
  },
  {
    id: "hospital.verb",
    type: "hospitalisation",
    verbs: "hospitalise, hospitalize",
    unless: [{ at: ["clause"], words: "tour, crash, accident, concert, match, filming" }],
    slots: { subjects: ["patient"] },
    place: ["prep:in", "prep:at"],
    examples: {
      yes: ["Ann Lee was hospitalised in Minsk on Sunday."],
      no: [
        "Ann Lee worked in a hospital.",
        "Ann Lee asked to be hospitalised.",
        "Ann Lee has not been hospitalised.",
      ],
    },
  },
  {
    id: "hospital.taken",
    type: "hospitalisation",
    verbs: "take, rush, move, admit, transfer, carry, bring, send, fly, transport",
    when: [{ at: ["prep:to", "prep:into", "prep:in"], words: hospital }],
    unless: [
      { at: ["clause"], words: "psychiatric, letter" },
      { at: ["sentence"], words: "firefighter, crash, accident, parcel, parcels, flowers" },
    ],
    place: ["prep:in", "prep:to", "prep:at"],
    slots: { subjects: ["patient"] },
    examples: {
      yes: [
        "Tom Fox was taken to hospital in Minsk in April 2023.",
        "Ann Lee was moved from the women's prison to the Vivamedi clinic in Tbilisi.",
      ],
      no: ["Ann Lee was taken to court."],
    },
  },
  {
    id: "hospital.surgery",
    type: "hospitalisation",
    verbs: "undergo, operate, have",
    when: [
      {
        at: ["patient", "prep:on", "clause"],
        words: "surgery, operation, operated on, heart surgery, an operation",
      },
      {
        at: ["sentence"],
        words: `${hospital}, prison, jail, colony, custody, detention, behind bars, surgery`,
      },
    ],
    unless: [
      { at: ["clause"], words: "need, needs, needed, await, awaiting, refuse, military operation, denied" },
    ],
    slots: { subjects: ["patient", "agent"] },
    place: ["prep:in", "prep:at"],
    weight: 0.75,
    examples: {
      yes: ["Ann Lee underwent surgery in a Homel hospital in November 2022."],
      no: ["Ann Lee needs surgery.", "Ann Lee underwent a search in the colony."],
    },
  },
  {
    id: "hospital.be",
    type: "hospitalisation",
    verbs: "be, spend, lie, remain, stay, treat, wake up",
    when: [{ at: ["prep:in", "prep:at"], words: hospital }],
    unless: [{ at: ["clause"], words: "psychiatric, work, works, job, father, mother, nurse, no, born" }],
    slots: { subjects: ["patient", "agent"] },
    place: ["prep:in", "prep:at"],
    weight: 0.7,
    examples: {
      yes: [
        "Ann Lee is in hospital after collapsing in her cell on Monday.",
        "Ann Lee spent two weeks in a prison clinic in May.",
      ],
      no: ["Ann Lee works in a hospital."],
    },
  },
];
