import type { ArticleRecord } from "../model/article.ts";
import type { ConditionReport } from "../model/condition-report.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Claim } from "../model/ledger.ts";
import type { Source } from "../model/source.ts";
import type { Store } from "../storage/store.ts";
import { blockKeysOf } from "./blocks.ts";
import { claimsOf, type Provenance } from "./claims.ts";
import { conditionReportsOf } from "./condition-reports.ts";
import { normaliseName } from "./identity.ts";
import type { Regrouping } from "./persons/identify.ts";
import { type KnownPeople, nobodyKnown } from "./persons/known-people.ts";
import { moveBlocks } from "./persons/move-blocks.ts";
import { type ResolvedPersons, resolvePersons } from "./persons/resolve-persons.ts";
import { relationClaimsOf } from "./relations.ts";
import { rebuildBlock } from "./rebuild-block.ts";
import { tellConditions } from "./tell-conditions.ts";

/** What the ledger needs to know of a publisher. */
export type SourceWeight = Pick<Source, "id" | "name" | "kind" | "tier">;

export interface ResolveOptions {
  /** ISO time that the history gives to what changes. */
  at: string;
  /** Publishers by id; one that is not here counts as an established newsroom. */
  sources?: ReadonlyMap<string, SourceWeight>;
  /** The people of the gazetteers; nobody when absent. */
  known?: KnownPeople;
}

interface Resolved {
  claims: number;
  blocks: number;
}

/**
 * Brings what one article says into the ledger: its persons, its claims, and the events of every block that its
 * claims stand in or stood in before. Each block is rebuilt from all its claims under its lock, so that any order of
 * articles, any number of workers and any repetition after a crash end with the same ledger. When the article shows
 * that others mean somebody else than was thought, those are resolved again.
 */
export async function resolveArticle(
  store: Store,
  record: ArticleRecord,
  extraction: Extraction,
  options: ResolveOptions,
): Promise<Resolved> {
  const { at, known = nobodyKnown, sources = new Map() } = options;
  const provenance = await provenanceOf(store, record, sources);
  const regroupings: Regrouping[] = [];
  for (;;) {
    const persons = await resolvePersons(store, extraction, { at, known, outletIds: provenance.outletIds });
    regroupings.push(persons.regrouping);
    const resolved = await writeArticle(store, record, extraction, { persons, provenance, at });
    // Somebody may have become another person while the claims were written under the old id.
    if (!(await persons.stillHolds())) continue;
    await follow(store, regroupings, options, record.id);
    return resolved;
  }
}

/**
 * Brings claims and events to where they belong after it was seen anew who is who.
 *
 * @param except an article that is up to date already
 */
export async function follow(
  store: Store,
  regroupings: readonly Regrouping[],
  options: ResolveOptions,
  except: string | null = null,
): Promise<void> {
  const { at } = options;
  for (const { absorptions } of regroupings)
    for (const absorption of absorptions) await moveBlocks(store, absorption, at);
  const behind = new Set(regroupings.flatMap(({ articleIds }) => articleIds));
  for (const id of [...behind].toSorted()) {
    if (id === except) continue;
    const record = await store.articles.get(id);
    const extraction = await store.extractions.latest(id);
    // What has no extraction any longer cannot be told anew.
    if (record === null || extraction === null) continue;
    await resolveArticle(store, record, extraction, options);
    await store.articles.advance(id, { stage: "resolved", at });
  }
}

async function writeArticle(
  store: Store,
  record: ArticleRecord,
  extraction: Extraction,
  { persons, provenance, at }: { persons: ResolvedPersons; provenance: Provenance; at: string },
): Promise<Resolved> {
  const { article } = record;
  if (article === null) return { claims: 0, blocks: 0 };
  const claims = claimsOf(article, extraction, provenance, persons.identified);
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
  await writeConditions(
    store,
    record.id,
    conditionReportsOf(article, extraction, provenance, persons.identified),
    at,
  );
  await store.relationClaims.replaceForArticle(
    record.id,
    relationClaimsOf(article, extraction, provenance, persons.identified),
  );
  await store.persons.noteMentions(record.id, persons.mentions);
  return { claims: claims.length, blocks: touched.size };
}

/** What is new is told before it is kept: whoever dies between tells it once more, which changes nothing. */
async function writeConditions(
  store: Store,
  articleId: string,
  reports: readonly ConditionReport[],
  at: string,
): Promise<void> {
  const before = await store.conditionReports.forArticle(articleId);
  if (before.length + reports.length === 0) return;
  const known = new Set(before.map(({ id }) => id));
  await tellConditions(
    store,
    reports.filter(({ id }) => !known.has(id)),
    at,
  );
  await store.conditionReports.replaceForArticle(articleId, reports);
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
