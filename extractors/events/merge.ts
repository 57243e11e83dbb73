import type { EventType } from "../../model/extraction.ts";
import { custody } from "./custody.ts";
import { datesAgree } from "../dates/resolve.ts";
import type { Trace } from "../trace.ts";
import { type Candidate, product } from "./candidate.ts";

/** Types of which the agent is what tells two events apart. */
const byAgent: ReadonlySet<EventType> = new Set([
  "appeal",
  "statement",
  "negotiation",
  "sanction",
  "sanction_relief",
  "visit",
]);
const byTerm: ReadonlySet<EventType> = new Set(["sentence", "sentence_extension"]);

/** Keys of groups that mean the same: the caller knows their counts. */
export interface GroupInfo {
  count(key: string): number | null;
}

const overlaps = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((key) => b.has(key));

function sameGroup(a: Candidate, b: Candidate, groups: GroupInfo): boolean {
  if (a.groups.size === 0 || b.groups.size === 0) return false;
  if (overlaps(a.groups, b.groups)) return true;
  const counts = new Set([...a.groups].map((key) => groups.count(key)));
  return [...b.groups].some((key) => groups.count(key) !== null && counts.has(groups.count(key)));
}

/** Whether two tellings are about one event. */
function sameEvent(a: Candidate, b: Candidate, groups: GroupInfo): boolean {
  if (a.type !== b.type) return false;
  if (a.assertion !== b.assertion && !softens(a, b) && !isAnonymous(a) && !isAnonymous(b)) return false;
  if (a.date !== null && b.date !== null && !datesAgree(a.date, b.date) && !spans(a, b)) return false;
  if (byTerm.has(a.type) && a.term !== null && b.term !== null && a.term !== b.term) return false;
  const people = overlaps(a.subjects, b.subjects) || sameGroup(a, b, groups);
  const nobody = a.subjects.size + a.groups.size === 0 || b.subjects.size + b.groups.size === 0;
  if (byAgent.has(a.type)) {
    const agents = a.agents.size === 0 || b.agents.size === 0 || overlaps(a.agents, b.agents);
    return agents && (people || nobody);
  }
  return people || namesOfGroup(a, b, groups) || namesOfGroup(b, a, groups);
}

/** "let two bloggers go. The men, A and B, walked out": a number without names, then as many names. */
function namesOfGroup(a: Candidate, b: Candidate, groups: GroupInfo): boolean {
  const [group, ...others] = a.groups;
  if (group === undefined || others.length > 0 || a.subjects.size > 0 || b.groups.size > 0) return false;
  return b.subjects.size > 1 && groups.count(group) === b.subjects.size && b.sentence - a.sentence <= 3;
}

/** A hunger strike that begins, goes on and ends within a year is one. */
const spans = (a: Candidate, b: Candidate): boolean =>
  a.type === "hunger_strike" && a.date?.slice(0, 4) === b.date?.slice(0, 4);

/** "agreed to lift" beside "lifted": what is told as done outweighs its announcement. */
const softens = (a: Candidate, b: Candidate): boolean =>
  a.type !== "trial" &&
  (a.assertion === "asserted" || b.assertion === "asserted") &&
  (a.assertion === "planned" || b.assertion === "planned");

const earlier = (a: string, b: string): string => (datesAgree(a, b) ? (longer(a, b) ?? a) : a < b ? a : b);

function longer(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  if (b === null) return a;
  return b.length > a.length ? b : a;
}

/** Of a telling as a fact and one as a plan the fact is what the event is: its words prove it, and its source tells it. */
function join(kept: Candidate, other: Candidate): void {
  const differ = kept.assertion !== other.assertion;
  const told = differ && other.assertion === "asserted" ? other : kept;
  if (differ ? told === other : score(other) > score(kept) && !other.headline) {
    kept.evidence = other.evidence;
    kept.trigger = other.trigger;
    kept.rule = other.rule;
    kept.parts = other.parts;
    kept.headline = other.headline;
  }
  if (!differ) for (const key of other.sources) kept.sources.add(key);
  else if (told === other) kept.sources = new Set(other.sources);
  kept.assertion = told.assertion;
  kept.cues = told.cues;
  for (const field of ["subjects", "groups", "agents", "recipients"] as const)
    for (const key of other[field]) kept[field].add(key);
  kept.date =
    kept.type === "hunger_strike" && kept.date !== null && other.date !== null && spans(kept, other)
      ? earlier(kept.date, other.date)
      : longer(kept.date, other.date);
  kept.headline &&= other.headline;
  kept.unnamed ??= other.unnamed;
  kept.place ??= other.place;
  kept.term ??= other.term;
  kept.charge ??= other.charge;
  kept.tellings += other.tellings;
}

/** A headline about a group ("Court jails seven journalists") that the article tells by their names. */
const isEcho = (event: Candidate, events: readonly Candidate[]): boolean =>
  event.headline &&
  event.subjects.size === 0 &&
  events.some((other) => other.type === event.type && !other.headline && other.subjects.size > 0);

/** "responded to the appeals": an appeal of which the article tells nowhere who made it. */
const isAnonymous = ({ type, agents, nameless }: Candidate): boolean =>
  type === "appeal" && agents.size === 0 && !nameless;

/** "Freed, she thanked the director": what those say who were held is no statement of an official or an organisation. */
const isOwnWord = (event: Candidate, events: readonly Candidate[]): boolean =>
  event.type === "statement" &&
  event.agents.size > 0 &&
  [...event.agents].every((key) =>
    events.some(
      (other) => custody.has(other.type) && other.assertion === "asserted" && other.subjects.has(key),
    ),
  );

/** "voiced concern and urged Iran to free her": who also asks makes an appeal. */
const isPartOfAppeal = (candidate: Candidate, candidates: readonly Candidate[]): boolean =>
  candidate.type === "statement" &&
  candidates.some(
    (other) =>
      other.type === "appeal" &&
      other.sentence === candidate.sentence &&
      overlaps(other.agents, candidate.agents),
  );

const score = (candidate: Candidate): number =>
  product(candidate.parts) +
  (candidate.date === null ? 0 : 0.1) +
  (candidate.agents.size > 0 ? 0.05 : 0) -
  (candidate.headline ? 0.3 : 0);

/** Merges the tellings of one article: one event however often it is told. */
export function mergeCandidates(
  candidates: readonly Candidate[],
  groups: GroupInfo,
  trace?: Trace,
): Candidate[] {
  const drop = ({ rule, token }: Candidate, because: string): false => {
    trace?.fate({ ruleId: rule.id, token, became: "dropped", because, features: null });
    return false;
  };
  const events: Candidate[] = [];
  for (const candidate of candidates) {
    if (isPartOfAppeal(candidate, candidates)) {
      drop(candidate, "who also asks makes an appeal");
      continue;
    }
    const known = events.find((event) => sameEvent(event, candidate, groups));
    if (known === undefined) events.push({ ...candidate });
    else {
      trace?.fate({
        ruleId: candidate.rule.id,
        token: candidate.token,
        became: "merged",
        because: `told before, by ${known.rule.id} in sentence ${known.sentence + 1}`,
        features: null,
      });
      join(known, candidate);
    }
  }
  return events.filter((event) => {
    if (isEcho(event, events)) return drop(event, "a headline about people whom the text names");
    if (isOwnWord(event, events)) return drop(event, "a statement of somebody who was held");
    return !isAnonymous(event) || drop(event, "an appeal of which nobody tells who made it");
  });
}
