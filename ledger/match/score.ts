import { type EventType, personRoles } from "../../model/extraction.ts";
import type { Claim, Party } from "../../model/ledger.ts";
import { type DayRange, dayRange } from "../date-range.ts";
import { normaliseName } from "../identity.ts";
import { compareCounts } from "./counts.ts";
import { tellsRepetition } from "./cues.ts";
import { typeRules } from "./type-rules.ts";
import { type Reason, type Veto, weights } from "./weights.ts";

/** A claim with what is compared of it worked out once. */
export interface Told {
  claim: Claim;
  /** The day it names, when it names one. */
  day: number | null;
  /** The days it may mean when it names a month or a year. */
  vague: DayRange | null;
  /** Day of its publication. */
  published: number | null;
  again: boolean;
}

export function toldOf(claim: Claim): Told {
  const range = claim.date === null ? null : dayRange(claim.date);
  const isDay = claim.date?.length === 10;
  return {
    claim,
    day: isDay && range !== null ? range.first : null,
    vague: isDay ? null : range,
    published: claim.published === null ? null : dayRange(claim.published).first,
    again: tellsRepetition(claim.quote),
  };
}

/** An event in the making: the claim that opened it, and those that joined. */
export interface Cluster {
  opened: Told;
  told: Told[];
}

/** What else is known where claims are compared. */
export interface MatchContext {
  ofGroup: boolean;
  /** Day and earliest publication of what began or ended the person's custody, told as fact with its day. */
  custody: readonly { kind: "begins" | "ends"; day: number; published: string | null }[];
}

export interface Match {
  /** Null when a veto rules it out. */
  score: number | null;
  reasons: Reason[];
  veto: Veto | null;
}

const isAhead = ({ claim }: Told) => claim.assertion === "planned" || claim.assertion === "uncertain";
const announcedDays = 60;

/** How well a claim fits an event, with the reasons. */
export function matchClaim(cluster: Cluster, told: Told, context: MatchContext): Match {
  const reasons: Reason[] = [];
  const veto = compareTime(cluster, told, context, reasons) ?? compareSlots(cluster, told, context, reasons);
  const score = veto === null ? reasons.reduce((sum, reason) => sum + weights[reason].points, 0) : null;
  return { score, reasons, veto };
}

function compareTime({ opened }: Cluster, told: Told, context: MatchContext, reasons: Reason[]): Veto | null {
  const rule = typeRules[told.claim.type];
  if ((told.claim.assertion === "demanded") !== (opened.claim.assertion === "demanded")) return "onlyWanted";
  const anchor = opened.day;
  if (anchor === null) return compareWithoutDay(opened, told, rule.undatedDays, reasons);
  if (rule.once && told.claim.assertion !== "demanded") {
    reasons.push(told.day === anchor ? "sameDay" : "once");
    return null;
  }
  if (isAhead(told) && told.published !== null && told.published > anchor + 1) return "toldAfter";
  if (told.day !== null) {
    const gap = Math.abs(told.day - anchor);
    const reach = context.ofGroup ? rule.groupReachDays : rule.reachDays;
    if (gap > reach) return "farApart";
    reasons.push(gap === 0 ? "sameDay" : gap === 1 ? "nextDay" : "nearDay");
    return betweenThem(opened, told, told.day, context, reasons);
  }
  if (told.vague !== null) {
    const slack = isAhead(told) ? 7 : 0;
    if (anchor < told.vague.first || anchor > told.vague.last + slack) return "outsideVagueDate";
    reasons.push("withinVagueDate");
    return null;
  }
  return compareUndated(anchor, opened, told, context, reasons);
}

/** A claim without any date and an event whose day is known: what counts is when the claim was published. */
function compareUndated(
  anchor: number,
  opened: Told,
  told: Told,
  context: MatchContext,
  reasons: Reason[],
): Veto | null {
  const rule = typeRules[told.claim.type];
  if (told.published === null) return "tooLate";
  const after = told.published - anchor;
  if (after < -1) {
    const announces = isAhead(told) || told.claim.assertion === "demanded";
    if (!announces || after < -announcedDays) return "toldBefore";
    reasons.push("announced");
    return null;
  }
  if (after <= 3) reasons.push("justBefore");
  else if (after <= 14) reasons.push("weeksBefore");
  else if (after <= rule.undatedDays) reasons.push("monthsBefore");
  else if (rule.background && told.claim.assertion === "asserted") reasons.push("background");
  else return "tooLate";
  return betweenThem(opened, told, told.published, context, reasons);
}

function compareWithoutDay(opened: Told, told: Told, undatedDays: number, reasons: Reason[]): Veto | null {
  if (opened.vague !== null && told.vague !== null) {
    if (told.vague.first > opened.vague.last || told.vague.last < opened.vague.first)
      return "outsideVagueDate";
    reasons.push("withinVagueDate");
    return null;
  }
  if (opened.vague !== null || told.vague !== null) {
    const range = opened.vague ?? told.vague;
    const published = (opened.vague === null ? opened : told).published;
    if (range === null || published === null) return "outsideVagueDate";
    if (published < range.first || published > range.last + undatedDays) return "outsideVagueDate";
    reasons.push("withinVagueDate");
    return null;
  }
  if (opened.published === null || told.published === null) {
    if (opened.published !== told.published) return "tooLate";
    reasons.push("bothUndatedFar");
    return null;
  }
  const gap = Math.abs(opened.published - told.published);
  if (gap > undatedDays) return "tooLate";
  reasons.push(gap <= 14 ? "bothUndated" : "bothUndatedFar");
  return null;
}

/** Whether custody began or ended between an event and the day that a claim speaks of. */
function betweenThem(
  opened: Told,
  told: Told,
  day: number,
  { custody }: MatchContext,
  reasons: Reason[],
): Veto | null {
  const { custody: own } = typeRules[told.claim.type];
  if (own === null || opened.day === null || custody.length === 0) return null;
  const [low, high] = [Math.min(opened.day, day), Math.max(opened.day, day)];
  const others = custody.filter(({ kind }) => kind !== own);
  const isBetween = (at: number) => (own === "begins" ? low <= at && at < high : low < at && at <= high);
  if (others.some(({ day: at }) => isBetween(at))) {
    if (told.day !== null || told.again) return "custodyBetween";
    reasons.push("passedCustody");
    return null;
  }
  const sameDay = others.filter(({ day: at }) => at === low || at === high);
  if (own !== "begins" || sameDay.length === 0) return null;
  if (told.again !== opened.again) {
    const isAfter = sameDay.some(({ published }) => (told.claim.published ?? "") > (published ?? "~"));
    if (told.again || !isAfter) return "secondTime";
    reasons.push("afterTheBreak");
  }
  return null;
}

function compareSlots(
  cluster: Cluster,
  { claim }: Told,
  { ofGroup }: MatchContext,
  reasons: Reason[],
): Veto | null {
  const { by } = typeRules[claim.type];
  const agents = overlap(
    claim.agents,
    cluster.told.flatMap((told) => told.claim.agents),
  );
  if (agents === true) reasons.push("agentsOverlap");
  if (agents === false && (by === "agents" || ofGroup)) return "otherAgents";
  if (by === "term" && claim.term !== null) {
    const terms = cluster.told.flatMap((told) => told.claim.term ?? []);
    if (terms.length > 0 && !terms.includes(claim.term)) return "otherTerm";
    if (terms.length > 0) reasons.push("slotAgrees");
  }
  if (by === "charge" || by === "place") {
    const agrees = sameWords(
      claim[by],
      cluster.told.map((told) => told.claim[by]),
    );
    if (agrees !== null) reasons.push(agrees ? "slotAgrees" : "slotDiffers");
  }
  if (
    by !== "place" &&
    sameWords(
      claim.place,
      cluster.told.map((told) => told.claim.place),
    ) === false
  )
    reasons.push("placeDiffers");
  if (ofGroup && claim.group !== null) reasons.push(...countReasons(cluster, claim.group));
  return null;
}

function countReasons(cluster: Cluster, group: NonNullable<Claim["group"]>): Reason[] {
  const compared = new Set(
    cluster.told.flatMap((told) =>
      told.claim.group === null ? [] : (compareCounts(group, told.claim.group) ?? []),
    ),
  );
  if (compared.has("agree")) return ["countsAgree"];
  if (compared.has("differ")) return ["countsDiffer"];
  return compared.has("other unit") ? ["otherUnit"] : [];
}

/** True when an actor is on both sides, false when both sides name only others, null when one names nobody. */
function overlap(a: readonly Party[], b: readonly Party[]): boolean | null {
  if (a.length === 0 || b.length === 0) return null;
  const known = new Set(b.map(({ id }) => id));
  if (a.some(({ id }) => known.has(id))) return true;
  return a.some((one) => b.some((other) => mayBeOneActor(one, other))) ? null : false;
}

const persons: ReadonlySet<string> = new Set(personRoles);

/** A minister and their ministry, an envoy and their state, a state and its court may act as one. */
function mayBeOneActor({ kind: a = "other" }: Party, { kind: b = "other" }: Party): boolean {
  if (persons.has(a) !== persons.has(b)) return true;
  const ofState = [a, b].toSorted().join(" ");
  return ofState === "state state_body";
}

const script = (text: string) =>
  /\p{Script=Cyrillic}/u.test(text) ? "cyrl" : /\p{Script=Latin}/u.test(text) ? "latn" : "other";
const wordsOf = (text: string) =>
  normaliseName(text)
    .split(" ")
    .filter((word) => word.length > 2 || /\d/.test(word));

/** Whether a text shares a word with any of the others; null when none of them is in its script. */
function sameWords(text: string | null, others: readonly (string | null)[]): boolean | null {
  if (text === null) return null;
  const comparable = others.filter((other) => other !== null && script(other) === script(text));
  if (comparable.length === 0) return null;
  const words = new Set(comparable.flatMap((other) => wordsOf(other ?? "")));
  return wordsOf(text).some((word) => words.has(word));
}

/** Types that claims of this one may be one event with. */
export const typesOf = (type: EventType): readonly EventType[] => {
  const { same } = typeRules[type];
  return same.length === 0 ? [type] : same;
};
