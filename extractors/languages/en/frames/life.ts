import type { FrameRule } from "../../frames.ts";

const custody =
  "prison, jail, colony, custody, cell, detention, camp, penal, penitentiary, behind bars, inside, captivity, prison hospital, station, there, isolator, remand, house arrest, being held, police station, imprisonment";
const hospital =
  "hospital, clinic, intensive care, infirmary, medical unit, medical ward, sanatorium, medical centre";

export const lifeRules: readonly FrameRule[] = [
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
    verbs: "stop, refuse, eat, go, fast, starve, take",
    when: [
      {
        at: ["sentence"],
        words:
          "stopped eating, stop eating, stopped taking food, stop taking food, taking no food, gone without food, going without food, refused food, refusing food, refuse food, refused all food, refused to eat, ate nothing, without food, fasted, fasting",
      },
    ],
    unless: [{ at: ["sentence"], words: "ramadan, lent, fast food" }],
    slots: { subjects: ["agent"] },
    examples: {
      yes: ["On 12 January Ann Lee stopped eating.", "Tom Fox has refused food since Monday."],
      no: ["Ann Lee stopped working."],
    },
  },
  {
    id: "hunger-strike.noun",
    type: "hunger_strike",
    nouns: "strike",
    when: [{ at: ["modifier"], words: "hunger" }],
    slots: { subjects: ["possessor", "of", "agent"] },
    weight: 0.7,
    examples: {
      yes: ["Ann Lee's hunger strike has lasted for 23 days."],
      no: ["Ann Lee's strike has lasted for 23 days."],
    },
  },
  {
    id: "hospital.verb",
    type: "hospitalisation",
    verbs: "hospitalise, hospitalize",
    slots: { subjects: ["patient"] },
    place: ["prep:in", "prep:at"],
    examples: {
      yes: ["Ann Lee was hospitalised in Minsk on Sunday."],
      no: ["Ann Lee worked in a hospital."],
    },
  },
  {
    id: "hospital.taken",
    type: "hospitalisation",
    verbs: "take, rush, move, admit, transfer, carry, bring, send, fly, transport",
    when: [{ at: ["prep:to", "prep:into", "prep:in"], words: hospital }],
    unless: [{ at: ["clause"], words: "psychiatric, letter" }],
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
  {
    id: "death.own-hand",
    type: "death_in_custody",
    verbs: "take, kill, hang, commit",
    when: [
      { at: ["patient"], words: "his own life, her own life, their own lives, himself, herself, suicide" },
      { at: ["sentence"], words: custody },
    ],
    slots: { subjects: ["agent"] },
    place: ["prep:in", "prep:at"],
    examples: {
      yes: ["Prison officials said that Tom Fox had taken his own life in his cell."],
      no: ["Tom Fox killed himself in 1999 at home."],
    },
  },
  {
    id: "death.die",
    type: "death_in_custody",
    verbs: "die, perish, pass away, find dead",
    when: [{ at: ["clause"], words: custody }],
    unless: [{ at: ["clause"], words: "laughing, hope dies, outside prison" }],
    slots: { subjects: ["agent", "patient"] },
    place: ["prep:in", "prep:at"],
    examples: {
      yes: [
        "Alexei Navalny died in a penal colony on February 16.",
        "The former policeman Tom Fox died on Saturday in a cell.",
      ],
      no: ["Ann Lee's mother died at home.", "Tom Fox died in a car crash."],
    },
  },
  {
    id: "death.while-held",
    type: "death_in_custody",
    verbs: "die, perish, pass away",
    when: [
      {
        at: ["sentence"],
        words:
          "after being held, while being held, while in custody, while in detention, while detained, while held, while serving, while awaiting trial, in captivity",
      },
    ],
    slots: { subjects: ["agent"] },
    place: ["prep:in", "prep:at"],
    examples: {
      yes: ["A former councillor, Tom Fox, died in December after being held for a year."],
      no: ["Tom Fox died a year after his release from prison."],
    },
  },
  {
    id: "death.noun",
    type: "death_in_custody",
    nouns: "death, killing, murder",
    when: [{ at: ["prep:in", "modifier"], words: custody }],
    unless: [{ at: ["modifier"], words: "row, penalty" }],
    slots: { subjects: ["of", "possessor"] },
    weight: 0.7,
    examples: {
      yes: ["The death of Alexei Navalny in prison in February 2024 shocked many."],
      no: ["The death penalty was abolished."],
    },
  },
  {
    id: "execution.verb",
    type: "execution",
    verbs: "execute, hang, put, behead",
    when: [{ at: ["clause"], words: "executed, execute, executes, hang, hangs, hanged, to death, beheaded" }],
    unless: [
      { at: ["patient"], words: "order, plan, contract, warrant, scene, portrait, picture, command, search" },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    charge: ["prep:for"],
    place: ["prep:in", "prep:at"],
    examples: {
      yes: [
        "Iran on Wednesday executed Tom Fox for spying.",
        "Tom Fox was put to death at dawn.",
        "The generals hanged four men in Insein prison.",
      ],
      no: ["The general executed the plan.", "Ann Lee hangs pictures."],
    },
  },
  {
    id: "execution.noun",
    type: "execution",
    nouns: "execution",
    unless: [{ at: ["of"], words: "plan, order, contract, budget, sentence" }],
    slots: { subjects: ["of", "possessor"], agents: ["prep:by"] },
    weight: 0.6,
    examples: {
      yes: ["The execution of Tom Fox took place on Wednesday."],
      no: ["The execution of the plan took a year."],
    },
  },
  {
    id: "disappearance.verb",
    type: "disappearance",
    verbs: "disappear, vanish, go missing",
    unless: [{ at: ["clause"], words: "cold, feeling, hope" }],
    slots: { subjects: ["agent", "patient"] },
    examples: { yes: ["Tom Fox disappeared in Minsk in May 1999."], no: ["The fog vanished by noon."] },
  },
  {
    id: "disappearance.no-word",
    type: "disappearance",
    verbs: "hear, see",
    when: [
      { at: ["clause"], words: "heard from, hear from, heard of, seen since, word from" },
      { at: ["sentence"], words: "since" },
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
    id: "disappearance.whereabouts",
    type: "disappearance",
    nouns: "whereabouts",
    when: [{ at: ["clause"], words: "unknown, not known, unclear, no information, disclose" }],
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
