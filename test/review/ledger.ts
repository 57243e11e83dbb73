import { readText } from "../../crawlers/read/text.ts";
import { resolveArticle } from "../../ledger/resolve.ts";
import { cpuTasks } from "../../queue/cpu-tasks.ts";
import type { Store } from "../../storage/store.ts";

export interface ToldArticle {
  url: string;
  title: string;
  /** Paragraphs, with an empty line between them. */
  text: string;
  source?: string;
  published?: string;
  lang?: string;
}

/** Brings articles into a store the way that a crawl does: read, extracted, resolved. */
export async function tell(store: Store, articles: readonly ToldArticle[]): Promise<void> {
  for (const {
    url,
    title,
    text,
    source = "news",
    published = "2025-12-14T08:00:00Z",
    lang = "en",
  } of articles) {
    const article = readText(text, { url, title, published, sourceId: source, sourceName: source, lang });
    const at = published;
    await store.articles.discover([
      {
        url,
        sourceId: source,
        endpointUrl: null,
        discoveredAt: new Date(at).toISOString(),
        hint: { title, published },
        priority: 5,
      },
    ]);
    await store.articles.advance(article.id, { stage: "fetched", at, article });
    const extraction = cpuTasks.extract({ article, gazetteersFolder: null });
    await store.extractions.put(extraction);
    await store.articles.advance(article.id, { stage: "extracted", at });
    const record = await store.articles.get(article.id);
    if (record === null) throw new Error("the article that was just written is not there");
    await resolveArticle(store, record, extraction, { at });
    await store.articles.advance(article.id, { stage: "resolved", at });
  }
}

/** Some releases and denials, told by three sources. */
export const sampleArticles: readonly ToldArticle[] = [
  {
    url: "https://one.example/release",
    source: "one",
    title: "Belarus frees Maria Kalesnikava",
    text: "Belarus released opposition leader Maria Kalesnikava from prison on 13 December 2025.\n\nShe was taken to Ukraine, officials in Minsk said.",
  },
  {
    url: "https://two.example/release",
    source: "two",
    title: "Kalesnikava is free",
    text: "Maria Kalesnikava was released from prison on 13 December 2025, her sister said.",
  },
  {
    url: "https://three.example/denial",
    source: "three",
    title: "No release of Barouski",
    text: "Dzianis Barouski was not released on 13 December 2025, his lawyer said.",
  },
  {
    url: "https://three.example/sentence",
    source: "three",
    title: "Court in Homel sentences activist",
    text: "A court in Homel sentenced activist Alena Sample to six years in prison on 1 December 2025 for extremism.",
    published: "2025-12-02T08:00:00Z",
  },
];
