import type { Claim, Party } from "../../model/ledger.ts";
import { isOwnVoice, outletOf, tierOf } from "./origins.ts";

/** What weight somebody's word has. */
export type VoiceKind =
  | "official"
  | "family"
  | "lawyer"
  | "self"
  | "actor"
  | "monitor"
  | "newsroom"
  | "partisan"
  | "rewriter";

/** Somebody independent of the others who says something about an event, with what they say at present. */
export interface Voice {
  origin: string;
  party: Party;
  kind: VoiceKind;
  /** Null when they only announce, want or doubt it. */
  says: "asserts" | "denies" | null;
  /** They told it as fact before and deny it now. */
  tookBack: boolean;
}

const official = new Set(["official", "state", "state_body"]);
const monitors = new Set(["ngo", "igo"]);
/** What is done by saying it: who does it, and says so, is its record. */
const doneBySaying = new Set<Claim["type"]>([
  "appeal",
  "statement",
  "designation",
  "pardon",
  "sanction",
  "sanction_relief",
]);

function ownVoiceKind(claim: Claim): VoiceKind {
  if (claim.outlet?.kind === "government") return "official";
  if (tierOf(claim) === 4) return "rewriter";
  if (claim.outlet?.kind === "human_rights_ngo" || claim.outlet?.kind === "intergovernmental")
    return "monitor";
  return tierOf(claim) === 3 ? "partisan" : "newsroom";
}

function quotedKind(party: Party, claim: Claim): VoiceKind {
  const { kind } = party;
  if (kind !== undefined && official.has(kind)) return "official";
  // What propaganda lays into the mouth of a family or a rival is not their word.
  if (tierOf(claim) === 4) return "rewriter";
  if (claim.subjects.some(({ id }) => id === party.id)) return "self";
  if (kind === "relative") return "family";
  if (kind === "lawyer") return "lawyer";
  if (kind !== undefined && monitors.has(kind)) return "monitor";
  return "newsroom";
}

/** The more a kind weighs the further in front; one origin has the weightiest kind under which it speaks. */
const byWeight: readonly VoiceKind[] = [
  "actor",
  "official",
  "self",
  "family",
  "lawyer",
  "monitor",
  "newsroom",
  "partisan",
  "rewriter",
];

interface Word {
  voice: { party: Party; kind: VoiceKind };
  claim: Claim;
}

function wordsIn(claim: Claim): Word[] {
  const isActor = (id: string) =>
    doneBySaying.has(claim.type) && claim.agents.some((agent) => agent.id === id);
  const word = (party: Party, kind: VoiceKind): Word => ({
    voice: { party, kind: isActor(party.id) ? "actor" : kind },
    claim,
  });
  if (isOwnVoice(claim)) {
    const id = outletOf(claim);
    return [word({ id, name: id }, ownVoiceKind(claim))];
  }
  return claim.attributedTo.map((party) => word(party, quotedKind(party, claim)));
}

/**
 * Who says what at present. The last word of an origin counts; an assertion and a denial in the same moment count as a
 * denial. Sorted by origin.
 */
export function voicesOf(claims: readonly Claim[]): Voice[] {
  const byOrigin = new Map<string, Word[]>();
  for (const word of claims.flatMap(wordsIn)) {
    const { id } = word.voice.party;
    byOrigin.set(id, [...(byOrigin.get(id) ?? []), word]);
  }
  return [...byOrigin]
    .map(([origin, words]) => {
      const decided = words
        .filter(({ claim }) => claim.assertion === "asserted" || claim.assertion === "negated")
        .toSorted(
          (a, b) =>
            (a.claim.published ?? "").localeCompare(b.claim.published ?? "") ||
            Number(a.claim.assertion === "negated") - Number(b.claim.assertion === "negated"),
        );
      const last = decided.at(-1)?.claim.assertion;
      const kind = byWeight.find((one) => words.some(({ voice }) => voice.kind === one)) ?? "newsroom";
      const party = words
        .map(({ voice }) => voice.party)
        .toSorted((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))[0];
      return {
        origin,
        party: party ?? { id: origin, name: origin },
        kind,
        says: last === "asserted" ? ("asserts" as const) : last === "negated" ? ("denies" as const) : null,
        tookBack: last === "negated" && decided.some(({ claim }) => claim.assertion === "asserted"),
      };
    })
    .toSorted((a, b) => (a.origin < b.origin ? -1 : 1));
}
