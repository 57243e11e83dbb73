import type { FrameRule } from "../../frames.ts";

export const negotiationRules: readonly FrameRule[] = [
  {
    id: "negotiation.meet",
    type: "negotiation",
    verbs: "meet, discuss, fly, travel, arrive",
    when: [
      {
        at: ["sentence"],
        words:
          "secure the release, secure his release, secure her release, secure their release, win the release, win his release, win her release, negotiate the release, negotiate his release, negotiate her release, to free, fate of, discuss the fate, discussed the fate, discuss the case, discussed the case, the prisoners, discuss the prisoners, discuss the release, discuss prisoners, discussed the release, discussed prisoners, discussed the prisoners, about the prisoners, on the prisoners, about the detainees, on the detainees, prisoner release, prisoner swap, release of prisoners, release of political prisoners, release of hostages, over the hostages",
      },
    ],
    unless: [{ at: ["sentence"], words: "protest, talks" }],
    slots: { agents: ["agent", "patient", "prep:with"], subjects: ["content"] },
    requires: ["agents"],
    place: ["prep:in"],
    weight: 0.6,
    examples: {
      yes: [
        "Adam Boehler met Taliban officials in Kabul to secure the release of Ann Lee.",
        "The U.S. envoy Steve Witkoff met Russian officials in Moscow to discuss the prisoners.",
      ],
      no: ["Steve Witkoff met Russian officials in Moscow to discuss the weather."],
    },
  },
  {
    id: "negotiation.verb",
    type: "negotiation",
    verbs: "negotiate, mediate, broker, haggle",
    slots: {
      agents: ["agent", "prep:with", "prep:between", "prep:by"],
      subjects: ["content", "of", "possessor"],
    },
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
    id: "negotiation.work",
    type: "negotiation",
    verbs: "work, help, assist, facilitate, act, mediate, arrange, secure, engineer, orchestrate",
    when: [
      {
        at: ["sentence"],
        words:
          "to secure the release, to secure his release, to secure her release, to bring home, to bring him home, to bring her home, to free, behind the scenes, mediator, intermediary, as a mediator, as an intermediary, facilitated the release, mediation, secured the release, arranged the release, helped secure, help secure, helped to secure, facilitated the exchange, facilitated the swap, helped broker",
      },
      {
        at: ["sentence"],
        words:
          "release, free, freed, freedom, prisoner, prisoners, detainee, detainees, hostage, hostages, captive, captives, swap, bring home, bring him home, bring her home, exchange",
      },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "work for the release, campaign, lawyers work, charity, volunteers, called on, urged, urge, demand",
      },
    ],
    slots: { agents: ["agent", "prep:with", "prep:between"], subjects: ["content"] },
    requires: ["agents"],
    weight: 0.6,
    examples: {
      yes: [
        "Qatar helped secure the release of Ann Lee.",
        "Germany is working with Turkey behind the scenes to free Tom Fox.",
      ],
      no: ["The EU is working to improve its roads.", "Ann Lee worked behind the scenes at the theatre."],
    },
  },
  {
    id: "negotiation.deal",
    type: "negotiation",
    nouns: "deal, agreement, accord, understanding",
    when: [
      {
        at: ["sentence"],
        words:
          "prisoner, prisoners, detainee, detainees, hostage, hostages, release of, freed, swap, exchange, political prisoners, captives, free",
      },
      {
        at: ["clause"],
        words:
          "reach, strike, broker, negotiate, secure, mediate, agree, sign, clinch, make, help, with, between, free, release, see, include, announce, conclude",
      },
    ],
    unless: [
      {
        at: ["sentence"],
        words:
          "plea deal, plea agreement, trade deal, no deal, arms deal, nuclear deal, no agreement, oil deal, without a deal",
      },
    ],
    slots: {
      agents: ["prep:between", "prep:with", "prep:by", "agent", "of", "possessor"],
      subjects: ["prep:for", "prep:on"],
    },
    requires: ["agents"],
    weight: 0.6,
    examples: {
      yes: [
        "A deal to exchange prisoners was reached between Washington and Minsk.",
        "Washington struck a deal with Minsk to free ten prisoners.",
      ],
      no: ["Ann Lee, a jailed trader, struck a deal with prosecutors on a plea deal."],
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
