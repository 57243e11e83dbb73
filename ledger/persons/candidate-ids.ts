import type { Candidate, CandidateSide } from "../../model/candidate.ts";

/** Id of a full name: one candidate wherever the context is the same. */
export function contextualId(bareName: string, country: string | null, side: CandidateSide | null): string {
  return `candidate:${bareName}${country === null ? "" : `@${country}`}${side === null ? "" : `#${side}`}`;
}

/** Id of a name that is no identity beyond its article. */
export const localId = (bareName: string, articleId: string): string => `candidate:${bareName}:${articleId}`;

export const isContextual = (id: string): boolean => /[@#]/u.test(id);

/** The id without the context that tells namesakes apart; ids of the record have none. */
export function plainId(id: string): string {
  return id.startsWith("candidate:") ? id.replace(/(?:@[A-Z]{2})?(?:#[a-z]+)?$/u, "") : id;
}

/** Key by which a candidate is found when only its id without context is known. */
export const plainKey = (id: string): string => `id ${plainId(id)}`;

/**
 * The candidates that a decision means by the id of a person: the one that bears it, else those who are that person
 * now, else those with the plain name.
 */
export function meantBy(personId: string, candidates: readonly Candidate[]): string[] {
  const ids = (of: (candidate: Candidate) => boolean) => candidates.filter(of).map(({ id }) => id);
  const bearer = ids(({ id }) => id === personId);
  if (bearer.length > 0) return bearer;
  const now = ids((candidate) => candidate.personId === personId);
  return now.length > 0 ? now : ids(({ id }) => plainId(id) === personId);
}
