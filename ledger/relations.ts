import { createHash } from "node:crypto";
import type { Article } from "../model/article.ts";
import type { Extraction, RelationKind } from "../model/extraction.ts";
import type { Party } from "../model/ledger.ts";
import type { RelationClaim } from "../model/relation-claim.ts";
import type { Store } from "../storage/store.ts";
import type { Provenance } from "./claims.ts";
import type { Identified } from "./persons/resolve-persons.ts";

/**
 * What an article says that people are to each other. The identifier is the natural key.
 *
 * @param identified who bears a name of the extraction
 */
export function relationClaimsOf(
  article: Article,
  extraction: Extraction,
  { originId }: Pick<Provenance, "originId">,
  identified: (name: string) => Identified,
): RelationClaim[] {
  const claims = new Map<string, RelationClaim>();
  for (const relation of extraction.relations) {
    const [person, of] = [identified(relation.person), identified(relation.of)];
    // Two names of one article that turned out to be one person's.
    if (person.party.id === of.party.id) continue;
    const key = [article.id, relation.kind, person.candidateId, of.candidateId].join("|");
    const id = createHash("sha256").update(key).digest("hex").slice(0, 24);
    if (claims.has(id)) continue;
    const { start, end } = relation.evidence;
    claims.set(id, {
      ...relation,
      id,
      articleId: article.id,
      extractionId: extraction.id,
      sourceId: article.sourceId,
      originId,
      published: article.published,
      lang: article.lang,
      person: person.party,
      of: of.party,
      quote: article.text.slice(start, end),
    });
  }
  return [...claims.values()];
}

/** What one person is to another by what articles claim, with everybody who tells it. */
export interface Relation {
  /** What the other is to the person: their lawyer, their parent … */
  kind: RelationKind;
  other: Party;
  /** As it is told of the other ("younger brother"), the most frequent words first. */
  words: string[];
  /** The newest first. */
  claims: RelationClaim[];
  sourceIds: string[];
  /** Independent roots of the claims: one means that nobody else knows it. */
  originIds: string[];
}

/** What the second is to the first, when the first is this to the second; all others are the same both ways. */
const inverse: Partial<Record<RelationKind, RelationKind>> = {
  parent: "child",
  child: "parent",
  lawyer: "client",
  client: "lawyer",
};
const maxClaims = 500;

/**
 * What others are to a person by what articles claim, what most independent origins tell first. Claims that cannot
 * both be true, such as two fathers, stand side by side.
 */
export async function relationsOf(
  store: { relationClaims: Pick<Store["relationClaims"], "list"> },
  personId: string,
): Promise<Relation[]> {
  const { items } = await store.relationClaims.list({ personId }, { limit: maxClaims });
  const relations = new Map<string, Relation>();
  for (const claim of items) {
    const isOther = claim.of.id === personId;
    const other = isOther ? claim.person : claim.of;
    const kind = isOther ? claim.kind : (inverse[claim.kind] ?? claim.kind);
    const key = `${kind} ${other.id}`;
    const known = relations.get(key);
    const relation = known ?? { kind, other, words: [], claims: [], sourceIds: [], originIds: [] };
    relations.set(key, { ...relation, claims: [...relation.claims, claim] });
  }
  return [...relations.values()]
    .map((relation) => ({
      ...relation,
      words: byFrequency(
        relation.claims.filter(({ of }) => of.id === personId).map(({ words }) => words.toLowerCase()),
      ),
      sourceIds: distinct(relation.claims.map(({ sourceId }) => sourceId)),
      originIds: distinct(relation.claims.map(({ originId }) => originId)),
    }))
    .toSorted((a, b) => b.originIds.length - a.originIds.length || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ kind, other }: Relation) => `${kind} ${other.id}`;
const distinct = (all: readonly string[]) => [...new Set(all)].toSorted();

function byFrequency(all: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
}
