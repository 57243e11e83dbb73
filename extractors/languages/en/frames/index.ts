import type { FrameRule } from "../../frames.ts";
import { appealRules } from "./appeal.ts";
import { custodyRules } from "./custody.ts";
import { courtRules } from "./court.ts";
import { designationRules } from "./designation.ts";
import { lifeRules } from "./life.ts";
import { releaseRules } from "./release.ts";
import { sanctionRules } from "./sanction.ts";

/** Rules of English by family; where two fit one trigger, the earlier one wins. */
export const englishRules: readonly FrameRule[] = [
  ...releaseRules,
  ...courtRules,
  ...custodyRules,
  ...lifeRules,
  ...sanctionRules,
  ...designationRules,
  ...appealRules,
];
