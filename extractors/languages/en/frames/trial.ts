import type { FrameRule } from "../../frames.ts";

const charge = ["prep:for", "prep:of", "prep:with", "prep:on", "prep:over", "prep:under"] as const;

export const trialRules: readonly FrameRule[] = [
  {
    id: "trial.verb",
    type: "trial",
    verbs: "stand, go, appear, be, face, put",
    when: [
      {
        at: ["clause"],
        words:
          "stand trial, standing trial, stood trial, went on trial, go on trial, on trial, appear in court, appeared in court, appears in court, before a judge, before the judge, before a court, face trial, faces trial, facing trial, faced trial, faced the court, in the dock, in the courtroom",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "fit to stand, awaiting trial, will be freed, faces trial, face trial, facing trial, without being brought, judge before, protest, rally, supporters, journalists, relatives, diplomats, reporters, crowd",
      },
    ],
    charge,
    slots: { subjects: ["agent", "patient"], agents: ["prep:before", "prep:in"] },
    examples: {
      yes: ["Ann Lee went on trial in Minsk on Monday.", "Tom Fox appeared in court on Tuesday."],
      no: ["The software is on trial in ten schools.", "Ann Lee went to the market."],
    },
  },
  {
    id: "trial.brought",
    type: "trial",
    verbs: "appear, bring, take, haul, come, stand, testify, drag, produce",
    when: [
      {
        at: ["prep:before", "prep:in", "prep:to", "prep:at"],
        words:
          "court, judge, tribunal, magistrate, magistrates, trial, courtroom, hearing, dock, witness box, stand",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words:
          "case to court, to the supreme court, letter, protest, supporters, journalists, relatives, diplomats, reporters, lawsuit, appeal to, complaint, human rights court, video",
      },
      { at: ["prep:in"], words: "support, favour, favor" },
    ],
    charge,
    slots: { subjects: ["patient", "agent"], agents: ["prep:before"] },
    weight: 0.8,
    examples: {
      yes: [
        "Ann Lee appeared before an investigating judge on Friday.",
        "Tom Fox was brought before the Federal High Court on 2 May.",
      ],
      no: ["The relatives of Ann Lee appeared in court.", "The lawyer took the case to the court."],
    },
  },
  {
    id: "trial.take-stand",
    type: "trial",
    verbs: "take, plead, enter, deny",
    when: [
      {
        at: ["patient", "clause"],
        words:
          "the stand, the witness stand, pleaded guilty, pleaded not guilty, plead guilty, plead not guilty, not guilty plea, a plea of not guilty",
      },
      { at: ["clause"], words: "court, trial, hearing, judge, tribunal, stand, dock, #WeekDay" },
    ],
    slots: { subjects: ["agent"] },
    weight: 0.7,
    examples: {
      yes: [
        "Ann Lee took the stand at her trial on Wednesday.",
        "Tom Fox pleaded not guilty in a Minsk court on Monday.",
      ],
      no: ["Ann Lee took the bus on Wednesday."],
    },
  },
  {
    id: "trial.try-active",
    type: "trial",
    verbs: "try, retry, prosecute",
    voice: "active",
    when: [
      {
        at: ["agent"],
        words:
          "court, tribunal, judge, judges, judiciary, authorities, state, government, prosecutors, regime, junta",
      },
    ],
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.8,
    examples: {
      yes: ["A revolutionary court tried Ann Lee in absentia last year."],
      no: ["The authorities tried to free Ann Lee.", "Ann Lee tried the soup."],
    },
  },
  {
    id: "trial.try",
    type: "trial",
    verbs: "try, retry",
    voice: "passive",
    unless: [
      {
        at: ["sentence"],
        words:
          "tried and jailed, tried and sentenced, tried and convicted, tried and executed, tried and imprisoned, tried and hanged, tried and burned, tried and shot",
      },
    ],
    charge,
    slots: { subjects: ["patient"], agents: ["agent"] },
    examples: { yes: ["Ann Lee was tried in secret in March."], no: ["Ann Lee tried to leave."] },
  },
  {
    id: "trial.begin",
    type: "trial",
    verbs: "begin, open, start, resume",
    when: [
      {
        at: ["patient"],
        words:
          "trial, hearing, hearing the case, hearings, arguments, proceedings, testimony, retrial, consideration, case",
      },
      { at: ["agent", "patient"], words: "court, judge, tribunal, trial, hearing, hearings, retrial" },
    ],
    unless: [
      {
        at: ["patient"],
        words: "criminal case, a case, investigation, inquiry, second case, new case, another case",
      },
      { at: ["agent"], words: "police, prosecutors, investigators, kgb, fsb" },
    ],
    slots: {
      subjects: ["prep:against", "possessor", "of", "prep:of", "content"],
      agents: ["agent", "prep:in"],
    },
    implied: "case, trial",
    weight: 0.8,
    examples: {
      yes: ["A court in Minsk began the trial of Ann Lee on Monday."],
      no: ["Police opened a second case against Ann Lee."],
    },
  },
  {
    id: "trial.hear",
    type: "trial",
    verbs: "hear, examine, consider, review, resume, adjourn, conclude",
    when: [
      {
        at: ["patient"],
        words:
          "case, hearing the case, evidence, appeal, trial, arguments, closing arguments, testimony, proceedings",
      },
    ],
    unless: [
      {
        at: ["patient"],
        words: "criminal case, a case, new case, another case, cases, investigation, inquiry",
      },
      { at: ["agent"], words: "lawyer, lawyers, lawmakers, parliament, government, experts, organisation" },
    ],
    slots: { subjects: ["prep:against", "possessor", "of", "prep:of"], agents: ["agent", "prep:in"] },
    implied: "case, trial",
    weight: 0.8,
    examples: {
      yes: ["A court in Istanbul heard the case against Tom Fox on Monday."],
      no: ["Ann Lee heard the case of wine fall."],
    },
  },
  {
    id: "trial.noun-verb",
    implied: "trial, hearing, retrial",
    type: "trial",
    nouns: "trial, hearing, retrial",
    when: [
      {
        at: ["clause"],
        words:
          "begin, open, start, resume, adjourn, postpone, hold, continue, take place, set, schedule, delay, sit through, attend, close, tell, put off, be, conclude, end, say, last, reject, appear, drag",
      },
    ],
    unless: [
      {
        at: ["of", "modifier"],
        words: "drug, vaccine, medicine, clinical, product, patent, copyright, treatment",
      },
      { at: ["prep:after"], words: "trial" },
      {
        at: ["clause"],
        words:
          "after a trial, after the hearing, after the trial, after a hearing, following a trial, following the trial, before his trial, before her trial, before the trial, awaiting trial, fair trial, unfair trial, right to, without trial, show trial, ahead of the trial",
      },
    ],
    charge,
    slots: {
      subjects: ["of", "possessor", "prep:against", "prep:for", "prep:of", "prep:in", "agent"],
      agents: ["prep:at", "prep:before"],
    },
    requires: ["subjects"],
    weight: 0.75,
    examples: {
      yes: ["The trial of Ann Lee opened in Minsk on Monday.", "Ann Lee's hearing was adjourned until May."],
      no: [
        "The trial of the drug began in May.",
        "Ann Lee got six years after a trial that she called a farce.",
      ],
    },
  },
];
