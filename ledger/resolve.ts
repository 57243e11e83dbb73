import type { ArticleRecord } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Claim } from "../model/ledger.ts";
import type { Source } from "../model/source.ts";
import type { Store } from "../storage/store.ts";
import { blockKeysOf } from "./blocks.ts";
import { claimsOf, type Provenance } from "./claims.ts";
import { normaliseName, personId } from "./identity.ts";
import { rebuildBlock } from "./rebuild-block.ts";

/** What the ledger needs to know of a publisher. */
export type SourceWeight = Pick<Source, "id" | "name" | "kind" | "tier">;

export interface ResolveOptions {
  /** ISO time that the history gives to what changes. */
  at: string;
  /** Publishers by id; one that is not here counts as an established newsroom. */
  sources?: ReadonlyMap<string, SourceWeight>;
}

/**
 * Brings what one article says into the ledger: its claims, its persons, and the events of every block that its
 * claims stand in or stood in before. Each block is rebuilt from all its claims under its lock, so that any order of
 * articles, any number of workers and any repetition after a crash end with the same ledger.
 */
export async function resolveArticle(
  store: Store,
  record: ArticleRecord,
  extraction: Extraction,
  { at, sources = new Map() }: ResolveOptions,
): Promise<{ claims: number; blocks: number }> {
  const { article } = record;
  if (article === null) return { claims: 0, blocks: 0 };
  const claims = claimsOf(article, extraction, await provenanceOf(store, record, sources));
  const byBlock = new Map<string, Claim[]>();
  for (const claim of claims)
    for (const blockKey of blockKeysOf(claim))
      byBlock.set(blockKey, [...(byBlock.get(blockKey) ?? []), claim]);
  const touched = new Set([...(await store.claims.blocksOf(record.id)), ...byBlock.keys()]);
  for (const blockKey of [...touched].toSorted()) {
    await store.withLock(`block:${blockKey}`, async () => {
      const own = byBlock.get(blockKey) ?? [];
      const standing = await store.claims.inBlock(blockKey);
      const others = standing.filter((claim) => claim.articleId !== record.id);
      await rebuildBlock(store, blockKey, {
        claims: [...others, ...own],
        leaving: standing.filter((claim) => claim.articleId === record.id),
        at,
        cause: { kind: "article", articleId: record.id },
      });
      await store.claims.replaceInBlock(record.id, blockKey, own);
    });
  }
  await store.persons.noteMentions(
    record.id,
    extraction.persons.map((person) => ({
      id: personId(person.gazetteerId, person.canonical, record.id),
      name: person.canonical,
      names: [person.name, ...person.aliases],
      curated: person.gazetteerId !== null,
      role: person.role,
    })),
  );
  return { claims: claims.length, blocks: touched.size };
}

const maxCopies = 5;

/** Follows copies back to the article that was there first: its publisher's voice is what is heard. */
async function provenanceOf(
  store: Store,
  record: ArticleRecord,
  sources: ReadonlyMap<string, SourceWeight>,
): Promise<Provenance> {
  let root = record;
  for (let copies = 0; root.copyOf !== null && copies < maxCopies; copies++) {
    const copied = await store.articles.get(root.copyOf.articleId);
    if (copied === null) break;
    root = copied;
  }
  const source = sources.get(root.sourceId);
  return {
    originId: record.copyOf?.articleId ?? record.id,
    outlet: source === undefined ? null : { id: source.id, kind: source.kind, tier: source.tier },
    outletIds: new Map([...sources.values()].map(({ id, name }) => [normaliseName(name), id])),
  };
}
