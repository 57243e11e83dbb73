import type { RelationKind } from "../../../model/extraction.ts";
import type { RelationLexicon } from "../../persons/relation-lexicon.ts";

const nouns: Readonly<Record<RelationKind, string>> = {
  spouse: "husband wife spouse widow widower ex-wife ex-husband",
  partner: "partner boyfriend girlfriend fiancé fiancée fiance fiancee",
  parent: "father mother parent dad mum mom stepfather stepmother",
  child: "son daughter child stepson stepdaughter",
  sibling: "brother sister sibling twin half-brother half-sister",
  relative:
    "grandfather grandmother grandson granddaughter uncle aunt nephew niece cousin relative father-in-law mother-in-law brother-in-law sister-in-law son-in-law daughter-in-law",
  lawyer: "lawyer attorney barrister solicitor counsel",
  client: "client",
  colleague: "colleague co-worker coworker associate aide ally",
  friend: "friend",
  cellmate: "cellmate",
  codefendant: "co-defendant codefendant",
};

export const englishRelations: RelationLexicon = {
  nouns: new Map(
    (Object.keys(nouns) as RelationKind[]).flatMap((kind) =>
      nouns[kind].split(" ").map((noun) => [noun, kind] as const),
    ),
  ),
  owners: new Set(["of", "for"]),
  articles: new Set(["the", "a", "an"]),
  copulas: new Set(["is", "was"]),
};
