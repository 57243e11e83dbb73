import type { FrameRule } from "../../frames.ts";

const aboutDetention =
  "sentence, sentences, sentencing, convicted, jailed, arrested, detained, imprisoned, sentenced, prosecution, charged, raid, raids, killing, expelled, deported, pardoned, prison, prisoner, prisoners, political prisoners, detainee, detainees, hostage, hostages, custody, verdict, conviction, arrest, detention, imprisonment, treatment, release, released, execution, trial, jailing, crackdown, repression, ruling, death, pardon, swap, freed, freeing, return to prison, news, human rights, prison, sanction, deportation, expulsion, charges, abduction, persecution, disappearance, torture, health, fate, life, condition, conditions";

export const statementRules: readonly FrameRule[] = [
  {
    id: "statement.verb",
    implied:
      "verdict, sentence, sentences, ruling, news, arrest, arrests, conviction, trial, jailing, charges, move, decision, release, execution, release, detention, treatment, expulsion, raid, step, case",
    type: "statement",
    verbs:
      "condemn, denounce, welcome, deplore, celebrate, commend, mourn, object, criticise, criticize, hail, praise, slam, decry, applaud, thank, blast, lament, regret, salute, protest",
    when: [{ at: ["sentence"], words: aboutDetention }],
    unless: [
      { at: ["patient"], words: "visitor, guests, reader, readers, users, decision of the club, to death" },
    ],
    slots: { subjects: ["content"], agents: ["agent"] },
    requires: ["agents"],
    examples: {
      yes: [
        "Amnesty International condemned the verdict against Ann Lee.",
        "The EU welcomed the release of 12 prisoners.",
        "The US State Department on 30 April condemned the return to prison of Tom Fox.",
      ],
      no: ["Ann Lee welcomed the guests.", "The court condemned Ann Lee to death."],
    },
  },
  {
    id: "statement.thank",
    type: "statement",
    verbs: "thank",
    when: [
      {
        at: ["paragraph"],
        words:
          "release, released, freed, freeing, exchanged, swap, pardon, pardoned, walked free, mediation, let out, free",
      },
    ],
    unless: [{ at: ["patient"], words: "director, guard, guards, god, reader, readers, donors, supporters" }],
    slots: { subjects: ["content"], agents: ["agent"] },
    requires: ["agents"],
    weight: 0.75,
    examples: {
      yes: ["Ann Lee was released on Friday. President Trump thanked the United Arab Emirates."],
      no: ["The minister thanked the voters."],
    },
  },
  {
    id: "statement.concern",
    implied:
      "verdict, sentence, sentences, ruling, arrest, arrests, conviction, trial, jailing, charges, treatment, case, detention, fate, health",
    type: "statement",
    verbs: "voice, express, convey, reiterate, share, repeat, be, remain, stay, feel",
    when: [
      {
        at: ["patient", "clause"],
        words:
          "sorrow, grief, condolences, satisfaction, joy, indignation, shock, worry, support, concern, concerns, alarm, outrage, dismay, fears, gratitude, regret, relief, thanks, troubled, disturbed, horrified, shocked, saddened, delighted, relieved, heartened, pleased, overjoyed, grateful, concerned, alarmed, appalled, outraged, disappointed, continuing concern, solidarity",
      },
      { at: ["sentence"], words: aboutDetention },
    ],
    slots: { subjects: ["content"], agents: ["agent"] },
    requires: ["agents"],
    weight: 0.85,
    examples: {
      yes: [
        "UN experts expressed grave concern at the death sentence of Ann Lee.",
        "The EU voiced its concern about human rights in Belarus.",
      ],
      no: ["Analysts expressed concern about prices."],
    },
  },
  {
    id: "statement.noun",
    type: "statement",
    nouns: "statement, resolution, declaration, communique, communiqué",
    when: [
      {
        at: ["sentence"],
        words:
          "concern, concerns, alarm, outrage, dismay, condemn, condemns, condemned, condemnation, welcome, welcomes, welcomed, regret, regrets, deplore, deplores, solidarity",
      },
      { at: ["sentence"], words: aboutDetention },
    ],
    unless: [{ at: ["sentence"], words: "bank statement, new year's resolution, declaration of income" }],
    slots: { subjects: ["content"], agents: ["possessor", "prep:by", "prep:from"] },
    requires: ["agents"],
    weight: 0.8,
    examples: {
      yes: [
        "The EU's statement underscored its concern for the human rights situation in Belarus.",
        "A statement by Amnesty International condemned the arrest of Ann Lee.",
      ],
      no: ["The bank's statement showed concern about prices.", "The EU's statement was short."],
    },
  },
  {
    id: "statement.noun-about",
    type: "statement",
    nouns: "statement, communique, resolution",
    when: [
      {
        at: ["sentence"],
        words:
          "concern, concerns, condemn, condemning, condemnation, welcome, welcoming, alarm, deplore, denounce",
      },
      { at: ["sentence"], words: aboutDetention },
    ],
    unless: [
      {
        at: ["sentence"],
        words: "bank statement, court statement, his statement, her statement, final statement",
      },
    ],
    slots: { subjects: ["prep:on", "prep:about"], agents: ["possessor", "of", "prep:by", "prep:from"] },
    requires: ["agents"],
    weight: 0.75,
    examples: {
      yes: [
        "The EU's statement on Friday underlined its concern about human rights in Belarus.",
        "A statement of the European Union on Ann Lee voiced alarm at her arrest.",
      ],
      no: ["Ann Lee read her statement to the court with concern."],
    },
  },
  {
    id: "statement.concerned",
    type: "statement",
    verbs:
      "concern, alarm, appal, appall, outrage, sadden, disappoint, relieve, delight, shock, dismay, trouble, disturb, horrify, hearten, encourage, please",
    voice: "passive",
    implied:
      "verdict, sentence, ruling, arrest, conviction, trial, charges, treatment, case, detention, fate, health, news, decision",
    when: [{ at: ["sentence"], words: aboutDetention }],
    slots: { subjects: ["content", "prep:by", "prep:at"], agents: ["patient"] },
    requires: ["subjects", "agents"],
    weight: 0.85,
    examples: {
      yes: ["The US State Department said it was deeply concerned by the conviction of Ann Lee."],
      no: ["Analysts were concerned by the prices."],
    },
  },
  {
    id: "statement.call",
    type: "statement",
    verbs: "call, describe, term, brand, label, dismiss, slam, consider, regard, view, see, deem, decry",
    implied:
      "verdict, sentence, ruling, arrest, conviction, trial, charges, treatment, case, detention, move, decision, release, expulsion",
    when: [
      {
        at: ["clause"],
        words:
          "unacceptable, a relief, miscarriage of justice, grave violation, violation of, crime, hostage taking, contrived, trumped-up, fabricated, flawed, reprisal, retaliation, groundless, bogus, cynical, dark day, important step, positive step, first step, disgrace, sham, travesty, outrage, outrageous, absurd, politically motivated, illegal, unlawful, arbitrary, unjust, shameful, farce, inhumane, good news, good step, welcome step, mockery, cruel, baseless, scandal, barbaric, revenge, hostage-taking, injustice",
      },
      { at: ["sentence"], words: `${aboutDetention}, it a, it an` },
    ],
    slots: { subjects: ["content"], agents: ["agent"] },
    requires: ["subjects", "agents"],
    weight: 0.75,
    examples: {
      yes: ["Antony Blinken called the arrest of Ann Lee unacceptable."],
      no: ["Ann Lee called the dinner outrageous."],
    },
  },
];
