import type { Trace } from "../trace.ts";
import type { Candidate } from "./candidate.ts";
import { custody } from "./custody.ts";
import type { GroupInfo } from "./merge.ts";

const maxSentencesBack = 6;

/**
 * Gives tellings without people of their own ("condemned the verdict", "the hearing was adjourned") those of the last
 * event before them, else of the next one in the same sentence. Tellings that need people and get none are dropped.
 */
export function resolveAnaphora(
  candidates: readonly Candidate[],
  groups: GroupInfo,
  trace?: Trace,
): Candidate[] {
  const found: Candidate[] = [];
  candidates.forEach((candidate, at) => {
    const named = namesOfGroup(candidate, found, groups);
    if (named !== undefined) {
      found.push({ ...candidate, subjects: new Set(named.subjects), groups: new Set() });
      return;
    }
    if (!candidate.anaphoric) {
      found.push(candidate);
      return;
    }
    const fits = (other: Candidate): boolean =>
      !other.anaphoric &&
      custody.has(other.type) &&
      other.subjects.size + other.groups.size > 0 &&
      ![...other.subjects].some((key) => candidate.agents.has(key));
    const reach = candidate.rule.sharesPeople === true ? 0 : maxSentencesBack;
    const near = candidates
      .slice(0, at)
      .filter((other) => fits(other) && candidate.sentence - other.sentence <= reach);
    const { pointsTo } = candidate;
    const before =
      pointsTo === null
        ? near.at(-1)
        : candidates.slice(0, at).findLast((other) => fits(other) && pointsTo.has(other.type));
    if (near.length === 0 && candidate.headline) {
      const lead = candidates.slice(at + 1).find((other) => !other.headline && fits(other));
      if (lead !== undefined) near.push(lead);
    }
    const after = candidates
      .slice(at + 1)
      .find((other) => other.sentence === candidate.sentence && fits(other));
    const source = candidate.sentence === before?.sentence || after === undefined ? before : after;
    if (source !== undefined) {
      found.push({
        ...candidate,
        subjects: new Set([...candidate.subjects, ...source.subjects]),
        groups: new Set([...candidate.groups, ...(candidate.groups.size === 0 ? source.groups : [])]),
        parts: { ...candidate.parts, anaphora: 0.85 },
        anaphoric: false,
      });
    } else if (
      candidate.subjects.size + candidate.groups.size > 0 ||
      !(candidate.rule.requires ?? ["subjects"]).includes("subjects")
    )
      found.push({ ...candidate, anaphoric: false });
    else
      trace?.fate({
        ruleId: candidate.rule.id,
        token: candidate.token,
        became: "dropped",
        because: "points back to people, but no event before tells of any",
        features: null,
      });
  });
  return found;
}

/** "The two women": as many people as the last event told by their names. */
function namesOfGroup(
  candidate: Candidate,
  before: readonly Candidate[],
  groups: GroupInfo,
): Candidate | undefined {
  const [group, ...others] = candidate.groups;
  if (!candidate.definite || candidate.subjects.size > 0 || group === undefined || others.length > 0)
    return undefined;
  const count = groups.count(group);
  return before.findLast(
    (other) =>
      custody.has(other.type) &&
      other.groups.size === 0 &&
      other.subjects.size === count &&
      candidate.sentence - other.sentence <= maxSentencesBack,
  );
}
