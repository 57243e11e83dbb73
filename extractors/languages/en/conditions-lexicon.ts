import type { ConditionLexicon } from "../../conditions/frame.ts";
import { abuseFrames } from "./conditions-abuse.ts";
import { barredFrames } from "./conditions-barred.ts";
import { careFrames } from "./conditions-care.ts";
import { cellFrames } from "./conditions-cells.ts";
import { artsAndSports, conditionClasses } from "./conditions-classes.ts";
import { coercedFrames } from "./conditions-coerced.ts";
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
  frames: [
    ...isolationFrames,
    ...contactFrames,
    ...violenceFrames,
    ...healthFrames,
    ...regimeFrames,
    ...cellFrames,
    ...barredFrames,
    ...careFrames,
    ...abuseFrames,
    ...coercedFrames,
  ],
  nulls: [
    "lift|lifts|lifted|lifting|eased|easing ~2 ban|restriction|restrictions",
    "could|might|may set a precedent",
  ],
  denials: [
    "stories|reports|allegations|claims|accounts|talk|rumours|rumors ~8 invention|inventions|lies|false|fabricat*|untrue|fiction|nonsense|slander|fake|baseless|unfounded",
    "called|dismissed|rejected|denied ~6 allegations|reports|claims|stories|accusations of",
    "stories|talk|tales|rumours|claims ~10 spread|invented|made|concocted|circulated ~1 up|by",
    "not ~3 confirmed|true",
    "no ~2 truth|such",
  ],
  kin: new Set([
    ...relations.keys(),
    ...lawyers,
    ...words("family families relatives parents children friends sons daughters"),
  ]),
  detention: [
    "prison*|jail*|colony|colonies|custody|detention|detain*|imprison*|inmate*|cell|cells|cellmate*|prisoner*|arrest*|convict*|camp|camps|captiv*|captor*|hostage*|kidnap*|abduct*|warden*|guards|jailer*|freed|lashed|flogged|shizo|pkt|interrogat*|remand*|sentenced|incarcerat*|penal|penitentiary",
    "death row",
    "sign|proof of life",
    "red cross",
    "behind bars",
  ],
  elsewhere: artsAndSports,
  general: words(`
    prisoners detainees inmates convicts captives hostages people men women those others many most some anyone everyone
    whoever every protesters dissidents opponents critics journalists activists patients foreigners citizens persons
  `),
};
