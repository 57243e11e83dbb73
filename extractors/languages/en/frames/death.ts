import type { FrameRule } from "../../frames.ts";

const custody =
  "prison, jail, colony, custody, cell, detention, camp, penal, penitentiary, behind bars, inside, captivity, prison hospital, station, there, isolator, remand, house arrest, being held, police station, imprisonment";

export const deathRules: readonly FrameRule[] = [
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
    verbs: "die, perish, pass away, find dead, succumb",
    when: [
      { at: ["clause"], words: `${custody}, #Facility, under interrogation, under torture, interrogation` },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "laughing, hope dies, outside prison, year after, years after, release from, after his release, after her release",
      },
      { at: ["patient", "agent"], words: "guard, warder, officer" },
    ],
    slots: { subjects: ["agent", "patient"] },
    place: ["prep:in", "prep:at"],
    examples: {
      yes: [
        "Alexei Navalny died in a penal colony on February 16.",
        "The former policeman Tom Fox died on Saturday in a cell.",
      ],
      no: [
        "Ann Lee's mother died at home.",
        "Tom Fox died in a car crash.",
        "Tom Fox died a year after his release from prison.",
      ],
    },
  },
  {
    id: "death.hospital",
    type: "death_in_custody",
    verbs: "die, pass away, succumb",
    when: [
      { at: ["clause"], words: "hospital, clinic, intensive care, infirmary, ward" },
      {
        at: ["sentence"],
        words:
          "from prison, from jail, from the prison, from the jail, from the colony, from his cell, from her cell, from custody, from detention, under guard, #Facility",
      },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "release, released, freed, home, years after, year after, visiting, mother, father, guard, warder",
      },
    ],
    slots: { subjects: ["agent"] },
    place: ["prep:in", "prep:at"],
    weight: 0.7,
    examples: {
      yes: ["Ann Lee died in a hospital days after she was transferred there from prison."],
      no: ["Tom Fox died in a hospital years after he was freed from prison."],
    },
  },
  {
    id: "death.another",
    type: "death_in_custody",
    verbs: "die, pass away",
    when: [
      { at: ["clause"], words: "hospital, clinic, intensive care, infirmary, ward" },
      { at: ["before"], words: "died in custody, died in its custody, in its custody, deaths in custody" },
    ],
    unless: [{ at: ["sentence"], words: "release, released, freed, home, mother, father, guard, warder" }],
    slots: { subjects: ["agent"] },
    place: ["prep:in", "prep:at"],
    weight: 0.7,
    examples: {
      yes: [
        "Tom Fox is the second to have died in its custody. Ann Lee died on 29 August in a hospital in Managua.",
      ],
      no: [
        "Tom Fox is the second to have died in its custody. His mother, Ann Lee, died on 29 August in a hospital.",
      ],
    },
  },
  {
    id: "death.found",
    type: "death_in_custody",
    verbs: "find, discover",
    when: [
      {
        at: ["sentence"],
        words:
          "found hanged, found hanging, found lifeless, found unresponsive, discovered dead, discovered hanged",
      },
      { at: ["sentence"], words: custody },
    ],
    unless: [{ at: ["sentence"], words: "guard, warder" }],
    slots: { subjects: ["patient"] },
    place: ["prep:in", "prep:at"],
    weight: 0.8,
    examples: {
      yes: ["Tom Fox was found hanged in his cell on Friday."],
      no: ["Tom Fox was found asleep in his cell.", "A picture was found hanging in the cell of Ann Lee."],
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
          "after being held, while being held, while in custody, while in detention, while detained, while held, while serving a, while serving his, while serving her, while serving out, while serving time, while awaiting trial, in captivity",
      },
    ],
    slots: { subjects: ["agent"] },
    place: ["prep:in", "prep:at"],
    examples: {
      yes: [
        "A former councillor, Tom Fox, died in December after being held for a year.",
        "Tom Fox died while serving a sentence for sedition.",
      ],
      no: ["Tom Fox died in a car crash while serving in the army."],
    },
  },
  {
    id: "death.tortured",
    type: "death_in_custody",
    verbs: "torture, beat, starve, kill, murder",
    when: [
      { at: ["clause"], words: "to death, killed, kill, murdered, kills" },
      { at: ["sentence"], words: `${custody}, interrogation` },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "protest, protesters, rally, demonstration, bomb, airstrike, shelling, threatened, death row, convicted of, sentenced for, accused of",
      },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place: ["prep:in", "prep:at"],
    weight: 0.75,
    examples: {
      yes: ["Tom Fox was tortured to death in detention."],
      no: ["Tom Fox was convicted of killing a guard in prison.", "Tom Fox was beaten in detention."],
    },
  },
  {
    id: "death.after-release",
    type: "death_in_custody",
    verbs: "die, pass away",
    when: [
      {
        at: ["sentence"],
        words:
          "days after, a day after, hours after, shortly after, a week after, weeks after, soon after, days later, immediately after",
      },
      { at: ["sentence"], words: "release, released, freed, leaving prison, left prison" },
      {
        at: ["sentence"],
        words: "prison, custody, detention, jail, colony, illness, grave condition, released",
      },
    ],
    slots: { subjects: ["agent"] },
    weight: 0.65,
    examples: {
      yes: ["Tom Fox died a week after he was released from prison in grave condition."],
      no: ["Tom Fox died ten years after he was released from prison."],
    },
  },
  {
    id: "death.body",
    type: "death_in_custody",
    nouns: "body, remains, corpse",
    when: [
      {
        at: ["clause"],
        words:
          "hand, return, release, deliver, give, bury, bring, hand over, morgue, find, show, identify, send, transfer",
      },
      {
        at: ["sentence"],
        words:
          "prison, jail, colony, custody, detention, held, jailed, imprisoned, detained, prisoner, captivity, hostage",
      },
    ],
    unless: [
      {
        at: ["modifier"],
        words: "un, governing, international, european, professional, state, human rights, treaty",
      },
    ],
    slots: { subjects: ["of", "possessor"] },
    weight: 0.65,
    examples: {
      yes: ["The body of Tom Fox, who was held by the group for two years, was handed to his family."],
      no: ["The state body of prison inspectors was handed a list."],
    },
  },
  {
    id: "death.noun",
    type: "death_in_custody",
    nouns: "death, killing, murder",
    when: [{ at: ["prep:in", "modifier"], words: custody }],
    unless: [{ at: ["modifier"], words: "row, penalty" }],
    slots: { subjects: ["of", "possessor", "prep:of"] },
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
      { at: ["agent"], words: "henry, viii, king, queen, emperor, tsar, nazis, nazi" },
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
    id: "execution.carried-out",
    type: "execution",
    verbs: "carry out, send, implement",
    when: [
      {
        at: ["clause"],
        words: "death sentence, death sentences, execution, executions, to the gallows, to the scaffold",
      },
    ],
    unless: [{ at: ["clause"], words: "stay of, halt, plan" }],
    slots: { subjects: ["prep:against", "prep:on", "of", "possessor", "patient"], agents: ["agent"] },
    examples: {
      yes: [
        "Saudi Arabia carried out the death sentence against Tom Fox on Saturday.",
        "Ann Lee was sent to the gallows in Insein.",
      ],
      no: ["The prison carried out a search against Tom Fox."],
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
];
