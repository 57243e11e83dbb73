import type { FrameRule } from "../../frames.ts";
import { appealRules } from "./appeal.ts";
import { arrestRules } from "./arrest.ts";
import { takenRules } from "./arrest-taken.ts";
import { chargeRules } from "./charge.ts";
import { deathRules } from "./death.ts";
import { designationRules } from "./designation.ts";
import { disappearanceRules } from "./disappearance.ts";
import { exchangeRules } from "./exchange.ts";
import { extensionRules } from "./extension.ts";
import { healthRules } from "./health.ts";
import { negotiationRules } from "./negotiation.ts";
import { pardonRules } from "./pardon.ts";
import { releaseRules } from "./release.ts";
import { freedomRules } from "./release-freedom.ts";
import { sanctionRules } from "./sanction.ts";
import { sentenceRules } from "./sentence.ts";
import { sentenceNounRules } from "./sentence-nouns.ts";
import { statementRules } from "./statement.ts";
import { transferRules } from "./transfer.ts";
import { trialRules } from "./trial.ts";
import { visitRules } from "./visit.ts";

/** Rules of English by family; where two fit one trigger, the earlier one wins. */
export const englishRules: readonly FrameRule[] = [
  ...exchangeRules,
  ...pardonRules,
  ...releaseRules,
  ...freedomRules,
  ...extensionRules,
  ...sentenceRules,
  ...sentenceNounRules,
  ...trialRules,
  ...chargeRules,
  ...arrestRules,
  ...takenRules,
  ...transferRules,
  ...visitRules,
  ...healthRules,
  ...deathRules,
  ...disappearanceRules,
  ...sanctionRules,
  ...designationRules,
  ...appealRules,
  ...statementRules,
  ...negotiationRules,
];
