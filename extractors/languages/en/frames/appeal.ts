import type { FrameRule } from "../../frames.ts";

const asked =
  "release, free, freed, freeing, let go, let out, liberty, freedom, drop, quash, retrial, fair trial, treatment, doctor, medical, lawyer, access, bail, disclose, pardon, amnesty, clemency, halt, execution, hand over, house arrest, investigate, whereabouts, suspend, mercy, leniency, lenient, humanitarian, spare, clarify, guarantee, ensure, let, allow, consular, bring back, return, investigation, charges, health, care, respect, come home, bring home, home, save, the case, case, show that he is alive, let her, let him, end, stop, torture, allow, verdict, visit, imprisonment, detention, act, overturn, reprieve, spare, commute, help, intervene, pressure, secure";

export const appealRules: readonly FrameRule[] = [
  {
    id: "appeal.verb",
    implied: "case, cases, verdict, sentence, charges, prisoner, execution, detention",
    type: "appeal",
    verbs:
      "urge, ask, demand, press, beg, implore, petition, request, lobby, push, campaign, exhort, beseech, entreat, insist, pressure, encourage, advocate",
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
      recipients: ["patient", "prep:on", "prep:upon", "prep:with", "prep:from"],
    },
    requires: ["subjects", "agents"],
    examples: {
      yes: [
        "Berlin has asked for consular access to Ann Lee.",
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
    id: "appeal.call",
    implied: "case, cases, verdict, sentence, charges, prisoner, execution, detention",
    type: "appeal",
    verbs: "call",
    when: [
      { at: ["prep:for", "prep:on", "prep:upon"], words: "#Noun, #ProperNoun, #Value" },
      { at: ["sentence"], words: asked },
    ],
    unless: [{ at: ["clause"], words: "called off, called home" }],
    slots: {
      subjects: ["content"],
      agents: ["agent"],
      recipients: ["prep:on", "prep:upon", "prep:from"],
    },
    requires: ["subjects", "agents"],
    examples: {
      yes: [
        "Amnesty International called again on Iran to release Ann Lee.",
        "The EU calls for the immediate release of Tom Fox.",
      ],
      no: ["The guard called Ann Lee a liar at her release.", "Ann Lee called home on her release."],
    },
  },
  {
    // "Iran must release her, X said": what is demanded is an appeal of who says so.
    id: "appeal.must",
    beside: true,
    factive: true,
    type: "appeal",
    verbs:
      "release, free, set free, let go, drop, quash, overturn, annul, allow, permit, grant, give, provide, ensure, disclose, reveal, halt, stop, end, investigate, pardon, transfer, let, commute, spare, bring home, press, urge, demand, raise, intervene, call, secure, be, return, receive",
    when: [
      { at: ["clause"], words: "must, should, ought, need, needs" },
      { at: ["sentence"], words: asked },
    ],
    unless: [{ at: ["clause"], words: "have been, should have, must have, if" }],
    slots: {
      subjects: ["patient", "possessor", "of", "content", "agent"],
      agents: ["source"],
      recipients: ["agent"],
    },
    requires: ["subjects", "agents"],
    weight: 0.75,
    examples: {
      yes: [
        "Turkey should release Ann Lee, Human Rights Watch said on Monday.",
        "Ann Lee must be released immediately, Amnesty International said.",
      ],
      no: [
        "Turkey should have released Ann Lee, Human Rights Watch said.",
        "The prisoner Ann Lee must rest, her doctor said.",
      ],
    },
  },
  {
    id: "appeal.to",
    implied: "case, cases, verdict, sentence, charges, prisoner, execution, detention",
    type: "appeal",
    verbs: "appeal, plead, write, pray, turn, intercede",
    when: [{ at: ["sentence"], words: asked }],
    unless: [
      {
        at: ["clause"],
        words:
          "appealed against, appealed the, appeal against, appeal the, pleaded guilty, pleaded not, plead guilty, plead not, wrote that, wrote a book, wrote about, wrote in, wrote from",
      },
    ],
    slots: {
      subjects: ["content"],
      agents: ["agent"],
      recipients: ["prep:to", "prep:with", "patient"],
    },
    requires: ["subjects", "agents"],
    weight: 0.85,
    examples: {
      yes: [
        "President Biden appealed to Vladimir Putin to let Ann Lee go.",
        "Amnesty International has written to the president to ask for the release of Tom Fox.",
      ],
      no: ["Ann Lee appealed against her sentence.", "Tom Fox pleaded not guilty to treatment of a wound."],
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
    implied: "case, cases, detention, fate, plight",
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
];
