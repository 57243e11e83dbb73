import { resolveArticle } from "../../ledger/resolve.ts";
import type { Article } from "../../model/article.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Claim, LedgerEvent, Person } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import { articleOf, evidenceOf, extractionOf, urlOf } from "./documents.ts";
import type { GoldClaim, Story, StoryOutlet } from "./story.ts";
import { articleId } from "../../model/article.ts";

const later = "2026-01-31T00:00:00.000Z";

/** Something of a story by where it stands in it. */
interface Place {
  story: Story;
  index: number;
}

/**
 * Brings all articles into the ledger, in an order of the caller's.
 *
 * @param stores one store, or one for each worker: the same documents, opened several times
 * @param extract what is found in an article; the gold when absent
 */
export async function resolveStories(
  stores: Store | readonly Store[],
  stories: readonly Story[],
  outlets: ReadonlyMap<string, StoryOutlet>,
  order: (places: readonly Place[]) => Place[] = (places) => [...places],
  extract: (article: Article, place: Place) => Extraction = (article, { story, index }) =>
    extractionOf(story, index, article),
): Promise<void> {
  const workers = [stores].flat();
  const [store] = workers;
  if (store === undefined) throw new Error("nobody is there to resolve anything");
  const places = stories.flatMap((story) => story.articles.map((_, index) => ({ story, index })));
  for (const { story, index } of places) {
    const article = articleOf(story, index, outlets);
    const { id, url, sourceId, title, published } = article;
    const hint = { title, published };
    await store.articles.discover([
      { url, sourceId, endpointUrl: null, discoveredAt: later, hint, priority: 5 },
    ]);
    await store.articles.advance(id, { stage: "extracted", at: later, article });
    const copied = story.articles[index]?.copyOf;
    if (copied !== undefined)
      await store.articles.setCopyOf(id, { articleId: articleId(urlOf(story, copied)), similarity: 1 });
  }
  const waiting = order(places);
  const work = async (own: Store) => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      const article = articleOf(place.story, place.index, outlets);
      const record = await own.articles.get(article.id);
      if (record === null) throw new Error(`no article ${article.url}`);
      const extraction = extract(article, place);
      await own.extractions.put(extraction);
      await resolveArticle(own, record, extraction, { at: later, sources: outlets });
    }
  };
  await Promise.all(workers.map(work));
}

interface Ratio {
  right: number;
  found: number;
  wanted: number;
}
const f1 = ({ right, found, wanted }: Ratio): number => (right === 0 ? 0 : (2 * right) / (found + wanted));

interface Figures {
  /** Pairs of claims that tell of one event. */
  pairs: Ratio;
  /** B³ over mentions of persons in articles. */
  persons: { precision: number; recall: number };
  standings: { right: number; all: number };
  /** What went wrong, for stories that may be looked at. */
  faults: string[];
}

async function everyEvent(store: Store): Promise<LedgerEvent[]> {
  const all: LedgerEvent[] = [];
  for await (const { collection, document } of store.dump())
    if (collection === "events") all.push(document as LedgerEvent);
  return all;
}

/** Compares the ledger in a store with the gold of the stories. */
async function measure(
  store: Store,
  stories: readonly Story[],
  outlets: ReadonlyMap<string, StoryOutlet>,
): Promise<Figures> {
  const events = await everyEvent(store);
  const predicted = new Map<string, Set<string>>();
  for (const event of events)
    for (const id of event.claimIds) predicted.set(id, (predicted.get(id) ?? new Set()).add(event.id));
  const figures: Figures = {
    pairs: { right: 0, found: 0, wanted: 0 },
    persons: await personFigures(store, stories),
    standings: { right: 0, all: 0 },
    faults: [],
  };
  for (const story of stories) {
    const told: { gold: GoldClaim; id: string; events: ReadonlySet<string> }[] = [];
    for (const [index] of story.articles.entries()) {
      const article = articleOf(story, index, outlets);
      const claims = await store.claims.forArticle(article.id);
      for (const gold of story.articles[index]?.claims ?? []) {
        const id = claimOf(claims, gold, article)?.id ?? `missing ${index} ${gold.say}`;
        told.push({ gold, id, events: predicted.get(id) ?? new Set() });
      }
    }
    const fault = (text: string) => {
      if (story.set === "open") figures.faults.push(`${story.id}: ${text}`);
    };
    for (const [at, a] of told.entries())
      for (const b of told.slice(at + 1)) {
        const wanted = a.gold.e.some((key) => b.gold.e.includes(key));
        const found = [...a.events].some((id) => b.events.has(id));
        figures.pairs.right += Number(wanted && found);
        figures.pairs.found += Number(found);
        figures.pairs.wanted += Number(wanted);
        if (wanted !== found) fault(`${wanted ? "apart" : "together"}: "${a.gold.say}" | "${b.gold.say}"`);
      }
    for (const [key, wanted] of Object.entries(story.standing)) {
      const own = told.filter(({ gold }) => gold.e.includes(key)).map(({ id }) => id);
      const best = events
        .map((event) => ({ event, shared: event.claimIds.filter((id) => own.includes(id)).length }))
        .filter(({ shared }) => shared > 0)
        .toSorted(
          (a, b) => b.shared - a.shared || a.event.claimIds.length - b.event.claimIds.length,
        )[0]?.event;
      figures.standings.all++;
      if (best?.standing === wanted) figures.standings.right++;
      else fault(`${key} is ${best?.standing ?? "missing"} by ${best?.basis.join()}, wanted ${wanted}`);
    }
  }
  return figures;
}

/** The claim with the gold's evidence, else the one of its type whose evidence shares most of it. */
function claimOf(claims: readonly Claim[], gold: GoldClaim, article: Article): Claim | undefined {
  const { start, end } = evidenceOf(gold, article);
  const shared = ({ evidence }: Claim) => Math.min(evidence.end, end) - Math.max(evidence.start, start);
  const distance = ({ evidence }: Claim) => Math.abs(evidence.start - start) + Math.abs(evidence.end - end);
  return claims
    .filter((claim) => claim.type === gold.t && shared(claim) > 0)
    .toSorted((a, b) => shared(b) - shared(a) || distance(a) - distance(b))[0];
}

async function personFigures(store: Store, stories: readonly Story[]): Promise<Figures["persons"]> {
  const persons: Person[] = [];
  for await (const { collection, document } of store.dump())
    if (collection === "persons") persons.push(document as Person);
  const mentions = stories.flatMap((story) =>
    story.articles.flatMap((article, index) => {
      const id = articleId(urlOf(story, index));
      return Object.entries(article.people).map(([key, form]) => {
        const person = persons.find((one) => one.articleIds.includes(id) && one.names.includes(form));
        return { gold: `${story.id} ${key}`, found: person?.id ?? `none ${id} ${form}` };
      });
    }),
  );
  let precision = 0;
  let recall = 0;
  for (const mention of mentions) {
    const together = mentions.filter((other) => other.found === mention.found);
    const alike = mentions.filter((other) => other.gold === mention.gold);
    const both = together.filter((other) => other.gold === mention.gold).length;
    precision += both / together.length;
    recall += both / alike.length;
  }
  // A story without named persons has nothing to confuse.
  if (mentions.length === 0) return { precision: 1, recall: 1 };
  return { precision: precision / mentions.length, recall: recall / mentions.length };
}

interface Summary {
  pairF1: number;
  personF1: number;
  standing: number;
  faults: string[];
}

/** Measures each story in a store of its own and puts the figures together. */
export async function measureApart(
  open: () => Promise<Store>,
  stories: readonly Story[],
  outlets: ReadonlyMap<string, StoryOutlet>,
  extract?: (article: Article, place: Place) => Extraction,
): Promise<Summary> {
  const all: Figures[] = [];
  for (const story of stories) {
    const store = await open();
    try {
      await resolveStories(store, [story], outlets, undefined, extract);
      all.push(await measure(store, [story], outlets));
    } finally {
      await store.close();
    }
  }
  const sum = (of: (figures: Figures) => number) => all.reduce((total, figures) => total + of(figures), 0);
  const precision = sum(({ persons }) => persons.precision) / all.length;
  const recall = sum(({ persons }) => persons.recall) / all.length;
  return {
    pairF1: f1({
      right: sum(({ pairs }) => pairs.right),
      found: sum(({ pairs }) => pairs.found),
      wanted: sum(({ pairs }) => pairs.wanted),
    }),
    personF1: (2 * precision * recall) / (precision + recall),
    standing: sum(({ standings }) => standings.right) / sum(({ standings }) => standings.all),
    faults: all.flatMap(({ faults }) => faults),
  };
}
