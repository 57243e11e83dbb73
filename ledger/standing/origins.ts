import type { Claim } from "../../model/ledger.ts";

/** A publisher without an entry counts as an established newsroom. */
const unknownTier = 2;

/** Publisher in whose voice a claim is told. */
export const outletOf = ({ outlet, sourceId }: Claim): string => outlet?.id ?? sourceId;
export const tierOf = ({ outlet }: Claim): number => outlet?.tier ?? unknownTier;

/**
 * Independent roots of a claim: those whom it quotes, else the outlet in its own voice. Whoever copies an agency or
 * quotes it, and all who quote one list, share its root.
 */
export function originsOf(claim: Claim): string[] {
  if (claim.attributedTo.length === 0) return [outletOf(claim)];
  return [...new Set(claim.attributedTo.map(({ id }) => id))].toSorted();
}

export const isOwnVoice = ({ attributedTo }: Claim): boolean => attributedTo.length === 0;
