/**
 * Points of a match between a claim and an event; with `enough` or more the claim joins. A reason that rules a match out
 * has no points. Each is explained in `docs/ledger.md`, which is generated from this list.
 */
export const weights = {
  sameDay: { points: 4, says: "the same day" },
  nextDay: { points: 3, says: "one day apart" },
  nearDay: { points: 1.5, says: "days apart, but near enough for the type" },
  once: { points: 1.5, says: "happens to a person only once" },
  withinVagueDate: { points: 2, says: "a vague date that contains the day" },
  justBefore: { points: 2.5, says: "no date, published within three days of it" },
  weeksBefore: { points: 1.5, says: "no date, published within two weeks of it" },
  monthsBefore: { points: 0.6, says: "no date, published within the type's time after it" },
  background: { points: 0.5, says: "no date, long afterwards: the last one before it" },
  announced: { points: 1.5, says: "announced or demanded before it" },
  bothUndated: { points: 1.5, says: "no dates, published within two weeks of one another" },
  bothUndatedFar: { points: 0.6, says: "no dates, published further apart" },
  slotAgrees: { points: 2, says: "the slot that tells events of this type apart agrees" },
  slotDiffers: { points: -2, says: "the slot that tells events of this type apart differs" },
  agentsOverlap: { points: 1, says: "an actor in common" },
  placeDiffers: { points: -1, says: "another place" },
  countsAgree: { points: 2, says: "numbers of the same size" },
  countsDiffer: { points: -5, says: "numbers that contradict each other" },
  otherUnit: { points: 0, says: "numbers in different units, kept side by side" },
  passedCustody: { points: -0.3, says: "custody began or ended in between" },
  afterTheBreak: { points: 1, says: "published after custody had ended in between" },
} as const;
export type Reason = keyof typeof weights;

/** Reasons why a claim cannot be part of an event at all. */
export const vetoes = {
  farApart: "the days lie too far apart for the type",
  outsideVagueDate: "the day lies outside the vague date",
  toldBefore: "published before it happened, and not as an announcement",
  toldAfter: "announced after it had happened: it is the next one",
  tooLate: "no date, and too long after it for the type",
  otherTerm: "another term",
  otherAgents: "other actors",
  custodyBetween: "custody began or ended in between",
  secondTime: "one is told as the second time, the other is not",
  onlyWanted: "one is only demanded",
} as const;
export type Veto = keyof typeof vetoes;

export const enough = 0.5;
