import type { ConditionLexicon } from "../../conditions/frame.ts";
import { conditionClasses } from "./conditions-classes.ts";
import { contactFrames } from "./conditions-contact.ts";
import { healthFrames } from "./conditions-health.ts";
import { isolationFrames } from "./conditions-isolation.ts";
import { regimeFrames } from "./conditions-regime.ts";
import { violenceFrames } from "./conditions-violence.ts";
import { lawyers, relations } from "./titles-nouns.ts";
import { words } from "./names-words.ts";

/** English conditions of detention. */
export const englishConditions: ConditionLexicon = {
  classes: conditionClasses,
  frames: [...isolationFrames, ...contactFrames, ...violenceFrames, ...healthFrames, ...regimeFrames],
  nulls: ["could|might|may set a precedent"],
  denials: [
    "stories|reports|allegations|claims|accounts|talk|rumours|rumors ~8 invention|inventions|lies|false|fabricat*|untrue|fiction|nonsense|slander|fake|baseless|unfounded",
    "called|dismissed|rejected|denied ~6 allegations|reports|claims|stories|accusations of",
    "not|no ~3 confirmed|true",
  ],
  kin: new Set([
    ...relations.keys(),
    ...lawyers,
    ...words("family families relatives parents children friends sons daughters"),
  ]),
  detention: [
    "prison*|jail*|colony|colonies|custody|detention|detain*|imprison*|inmate*|cell|cells|cellmate*|prisoner*|arrest*|convict*|camp|camps|captiv*|hostage*|shizo|pkt|interrogat*|remand*|sentenced|incarcerat*|penal|penitentiary",
    "death row",
  ],
  general: words(`
    prisoners detainees inmates convicts captives hostages people men women those others many most some anyone everyone
    whoever protesters dissidents opponents critics journalists activists patients foreigners citizens persons
  `),
};
