import { actorClasses, personRoles } from "./extraction.ts";

/** What a person or an organisation is in an affair: a person's role, or the class of an actor. */
export const partyKinds = [...personRoles, ...actorClasses] as const;
