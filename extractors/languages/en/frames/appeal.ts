import type { FrameRule } from "../../frames.ts";

const asked =
  "release, free, freed, freeing, let go, let out, liberty, freedom, drop, quash, retrial, fair trial, treatment, doctor, medical, lawyer, access, bail, disclose, pardon, amnesty, clemency, halt, execution, hand over, house arrest, investigate, whereabouts, come home, bring home, home, save, the case, case, show that he is alive, let her, let him, end, stop, torture, allow, verdict, visit, imprisonment, detention, act, overturn, reprieve, spare, commute, help, intervene, pressure, secure";
const aboutDetention =
  "sentence, sentences, verdict, conviction, arrest, detention, imprisonment, treatment, release, released, execution, trial, jailing, crackdown, repression, ruling, death, pardon, swap, freed, freeing, return to prison, news, human rights, prison, sanction, deportation, expulsion, charges, abduction, persecution, disappearance, torture, health, fate, life, condition, conditions";

export const appealRules: readonly FrameRule[] = [
  {
    id: "appeal.verb",
    implied: "case, verdict, sentence, charges, prisoner",
    type: "appeal",
    verbs:
      "urge, ask, demand, call, appeal, press, plead, beg, implore, petition, request, lobby, push, campaign, exhort, beseech, entreat",
    when: [{ at: ["sentence"], words: asked }],
    unless: [
      {
        at: ["clause"],
        words:
          "called it, calls it, called the, calls the, asked whether, asked if, asked about, asked how, asked why, asked journalists, asked reporters, was asked, were asked, when asked, call home, called home, demanded bribes, called him a, called her a, called them",
      },
    ],
    slots: {
      subjects: ["content"],
      agents: ["agent"],
      recipients: ["patient", "prep:on", "prep:to", "prep:upon", "prep:with", "prep:from"],
    },
    requires: ["subjects", "agents"],
    examples: {
      yes: [
        "Amnesty International called on Iran to release Ann Lee.",
        "The EU demanded the immediate release of Tom Fox.",
        "The European Union urged Belarus to release all political prisoners.",
        "Mariana Katzarova urged Moscow to free Alexei Gorinov immediately.",
        "Sebastien Lai begged Keir Starmer to help free his father, Jimmy Lai.",
      ],
      no: [
        "Ann Lee called home on Sunday.",
        "The ministry called the ruling lawful.",
        "Tom Fox asked for water.",
      ],
    },
  },
  {
    id: "appeal.noun",
    sharesPeople: true,
    type: "appeal",
    nouns: "appeal, plea, call, petition, letter",
    when: [{ at: ["prep:for", "clause", "sentence"], words: asked }],
    unless: [
      {
        at: ["clause"],
        words:
          "court of appeal, rejected, upheld, appeals court, phone call, lodged, filed an appeal, letter home, letters from, last letter, wrote to her, dismissed",
      },
    ],
    slots: {
      subjects: ["content", "of"],
      agents: ["prep:from", "prep:by", "possessor", "agent"],
      recipients: ["prep:to"],
    },
    requires: ["subjects", "agents"],
    weight: 0.55,
    examples: {
      yes: ["Reporters Without Borders made an appeal for the release of Ann Lee."],
      no: ["The court rejected Ann Lee's appeal.", "Ann Lee made a phone call."],
    },
  },
  {
    // Who answers an appeal is who it was made to. The telling only completes an appeal whose author the article names.
    id: "appeal.answered",
    sharesPeople: true,
    type: "appeal",
    verbs: "respond, answer, heed, react, yield, bow, listen",
    when: [{ at: ["prep:to", "patient"], words: "appeal, appeals, plea, pleas, petition, petitions" }],
    unless: [{ at: ["clause"], words: "appeals court, court of appeal" }],
    slots: { recipients: ["agent"] },
    requires: ["recipients"],
    weight: 0.4,
    examples: {
      yes: [
        "Donald Trump made an appeal to free the hostage Ann Lee. Nicolás Maduro answered the appeal.",
        "Amnesty International called on Alexander Lukashenko to free Ann Lee. Lukashenko responded to the appeal.",
      ],
      no: [
        "The prisoner Ann Lee answered a phone call.",
        "Alexander Lukashenko responded to an appeal from the farmers.",
      ],
    },
  },
  {
    id: "appeal.raise",
    implied: "case, detention, fate, plight",
    type: "appeal",
    verbs: "raise, bring up, take up",
    when: [{ at: ["patient"], words: "case, cases, fate, plight, detention, imprisonment, issue of, name" }],
    slots: {
      subjects: ["patient", "possessor", "of", "prep:of", "content"],
      agents: ["agent"],
      recipients: ["prep:with"],
    },
    requires: ["agents"],
    weight: 0.8,
    examples: { yes: ["Trump raised Jimmy Lai's case with China."], no: ["The shop raised its prices."] },
  },
  {
    id: "statement.verb",
    implied:
      "verdict, sentence, sentences, ruling, news, arrest, arrests, conviction, trial, jailing, charges, move, decision, release, execution, release, detention, treatment, expulsion, raid, step, case",
    type: "statement",
    verbs:
      "condemn, denounce, welcome, deplore, criticise, criticize, hail, praise, slam, decry, applaud, thank, blast, lament, regret, salute, protest",
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
    verbs: "voice, express, convey, reiterate, share, repeat, be",
    when: [
      {
        at: ["patient", "clause"],
        words:
          "concern, concerns, alarm, outrage, dismay, fears, gratitude, regret, relief, concerned, alarmed, appalled, outraged, disappointed, continuing concern, solidarity",
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
    id: "statement.noun",
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
      yes: ["The EU's statement on Friday underlined its concern about human rights in Belarus."],
      no: ["Ann Lee read her statement to the court with concern."],
    },
  },
  {
    id: "statement.concerned",
    type: "statement",
    verbs: "concern, alarm, appal, appall, outrage, sadden, disappoint, relieve, delight, shock, dismay",
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
    verbs: "call, describe, term, brand, label, dismiss, slam",
    implied:
      "verdict, sentence, ruling, arrest, conviction, trial, charges, treatment, case, detention, move, decision, release, expulsion",
    when: [
      {
        at: ["clause"],
        words:
          "unacceptable, disgrace, sham, travesty, outrage, outrageous, absurd, politically motivated, illegal, unlawful, arbitrary, unjust, shameful, farce, inhumane, good news, good step, welcome step, mockery, cruel, baseless, scandal, barbaric, revenge, hostage-taking, injustice",
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
  {
    id: "negotiation.meet",
    type: "negotiation",
    verbs: "meet, discuss, fly, travel, arrive",
    when: [
      {
        at: ["sentence"],
        words:
          "discuss the prisoners, discuss the release, discuss prisoners, discussed the release, discussed prisoners, discussed the prisoners, about the prisoners, on the prisoners, about the detainees, on the detainees, prisoner release, prisoner swap, release of prisoners, release of political prisoners, release of hostages, over the hostages",
      },
    ],
    unless: [{ at: ["sentence"], words: "relatives, families, protest, talks" }],
    slots: { agents: ["agent", "patient", "prep:with"] },
    requires: ["agents"],
    place: ["prep:in"],
    weight: 0.6,
    examples: {
      yes: ["The U.S. envoy Steve Witkoff met Russian officials in Moscow to discuss the prisoners."],
      no: ["Steve Witkoff met Russian officials in Moscow to discuss the weather."],
    },
  },
  {
    id: "negotiation.verb",
    type: "negotiation",
    verbs: "negotiate, mediate, broker, haggle",
    slots: { agents: ["agent", "prep:with", "prep:between", "prep:by"], subjects: ["content"] },
    requires: ["agents"],
    unless: [{ at: ["sentence"], words: "loan, salary, trade deal, players, contract" }],
    examples: {
      yes: [
        "The United States had negotiated the release of Ann Lee with Managua for weeks.",
        "Qatar mediated between Iran and the United States over the prisoners.",
      ],
      no: ["The club negotiated with two players.", "The firm negotiated a loan."],
    },
  },
  {
    id: "negotiation.noun",
    type: "negotiation",
    nouns: "talks, negotiation, mediation, talk",
    when: [
      {
        at: ["paragraph"],
        words:
          "prisoner, prisoners, detainee, detainees, hostage, hostages, release, releases, swap, freed, envoy, jailed, exchange, prisoner deal, political",
      },
    ],
    unless: [{ at: ["sentence"], words: "players, streaming, club, wage, pay, no talk, there is no talk" }],
    slots: {
      agents: ["agent", "prep:between", "prep:with", "possessor", "prep:by"],
      subjects: ["prep:for", "prep:on", "prep:over", "prep:about"],
    },
    requires: ["agents"],
    place: ["prep:in"],
    weight: 0.75,
    examples: {
      yes: ["The releases followed two days of talks in Minsk between Alexander Lukashenko and John Coale."],
      no: ["Talks with the club over the player failed.", "The talks lasted an hour."],
    },
  },
];
