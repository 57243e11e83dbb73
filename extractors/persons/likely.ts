import type { PersonRole } from "../../model/extraction.ts";
import type { Entities } from "../entities.ts";
import type { GazetteerIndex } from "./gazetteer-index.ts";
import type { NameLexicon } from "./lexicon.ts";
import type { RoleLexicon } from "./role-lexicon.ts";

/** `direct`: the grammar itself says that it is done to the person; then relatives are as likely as others. */
export type Unlikely = (key: string, direct: boolean) => boolean;

/** jailed, hostage: what the text calls a person says that the person is held. */
export function isCalledHeld(descriptions: readonly string[], roles: RoleLexicon): boolean {
  return (
    descriptions.some((word) => roles.custodyWords.has(word)) &&
    !descriptions.some((word) => roles.custodyAffairs.has(word))
  );
}

/**
 * Persons who by what the text calls them are hardly the ones held: relatives, lawyers, officials, unless it also
 * calls them jailed or the gazetteer knows them as prisoners.
 */
export function createUnlikely(
  entities: Entities,
  index: GazetteerIndex,
  { names, roles }: { names: NameLexicon; roles: RoleLexicon },
): Unlikely {
  const answers = new Map<string, boolean>();
  const decide = (key: string): boolean => {
    const entity = entities.byKey.get(key);
    if (entity?.kind !== "person") return false;
    const known = entity.gazetteerId === null ? undefined : index.person(entity.gazetteerId);
    if (known?.entry != null && known.entry.role !== "relative") return false;
    if (isCalledHeld(entity.descriptions, roles)) return false;
    if (known !== undefined && known.offices.length > 0) return true;
    const former = entity.descriptions.some((word) => roles.former.has(word));
    return entity.descriptions.some((word) => {
      if (roles.representatives.has(word)) return true;
      const role = names.personNouns.get(word)?.role ?? names.titleHeads.get(word)?.role;
      return (
        names.relations.has(word) ||
        names.lawyers.has(word) ||
        (role === "official" && !former) ||
        role === "expert"
      );
    });
  };
  const relative = (key: string): boolean => {
    const entity = entities.byKey.get(key);
    return entity?.kind === "person" && entity.descriptions.some((word) => names.relations.has(word));
  };
  return (key, direct) => {
    if (direct && relative(key)) return false;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = decide(key);
    answers.set(key, answer);
    return answer;
  };
}

/** Events that are told of relatives outside too. */
const ALSO_OUTSIDE = new Set(["visit", "hospitalisation", "hunger_strike", "appeal"]);

/**
 * Persons who are or were held, by their roles so far; not somebody's relative of whom only a visit or a hospital is
 * told.
 */
export function createDetainees(
  entities: Entities,
  roles: ReadonlyMap<string, PersonRole>,
  events: readonly { type: string; subjects: readonly string[] }[],
  lexicons: { names: NameLexicon; roles: RoleLexicon },
): (key: string) => boolean {
  const subjectsOf = (outside: boolean) =>
    new Set(
      events.filter(({ type }) => ALSO_OUTSIDE.has(type) === outside).flatMap(({ subjects }) => subjects),
    );
  const held = subjectsOf(false);
  const seen = subjectsOf(true);
  return (key) => {
    if (roles.get(key) !== "detainee") return false;
    const entity = entities.byKey.get(key);
    if (entity?.kind !== "person" || held.has(key) || !seen.has(key)) return true;
    const isRelative = entity.descriptions.some((word) => lexicons.names.relations.has(word));
    return !isRelative || entity.gazetteerId !== null || isCalledHeld(entity.descriptions, lexicons.roles);
  };
}
