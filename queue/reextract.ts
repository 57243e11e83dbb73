import { loadExtractorCode } from "../config/extractor-code.ts";
import { loadGazetteers } from "../config/load-gazetteers.ts";
import type { Settings } from "../config/settings.ts";
import { extractorVersion } from "../extractors/version.ts";
import { isRowUrl } from "../ledger/import/documents.ts";
import type { ArticleRecord } from "../model/article.ts";
import type { Store } from "../storage/store.ts";
import type { Queue } from "./queue.ts";
import { nextJobOf } from "./stages/jobs.ts";

/** Version of the extractors that this process would extract with. */
export const currentExtractor = (settings: Settings): string =>
  extractorVersion(loadExtractorCode(), loadGazetteers({ userFolder: settings.gazetteers.folder }));

export interface Reextraction {
  /** Only articles of these sources; of all when absent. */
  sourceIds?: readonly string[];
  /** Partial date; only articles published (or, undated, found) then or later. */
  since?: string;
  version: string;
  /** Also what this version has extracted already. */
  again?: boolean;
  now: () => number;
}

const pageSize = 200;
const isSince = ({ article, discoveredAt }: ArticleRecord, since: string | undefined) =>
  since === undefined || (article?.published ?? discoveredAt) >= since;

/**
 * Sends kept articles back to the stage before extraction and queues them; nothing is fetched. What this version has
 * extracted and resolved already is left alone, so an interrupted run goes on where it stood when it is started again,
 * and so does any other process that works or sweeps.
 *
 * @returns the ids of the articles that were sent back, and how many were up to date.
 */
export async function sendBackForExtraction(
  { store, queue }: { store: Pick<Store, "articles" | "extractions">; queue: Pick<Queue, "add"> },
  { sourceIds, since, version, again = false, now }: Reextraction,
): Promise<{ articleIds: string[]; upToDate: number }> {
  const articleIds: string[] = [];
  let upToDate = 0;
  for (const filter of sourceIds === undefined ? [{}] : sourceIds.map((sourceId) => ({ sourceId })))
    for (let after: string | null | undefined; after !== null; ) {
      const page = await store.articles.list(filter, {
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      });
      for (const record of page.items) {
        if (record.article === null || record.stage === "closed" || !isSince(record, since)) continue;
        if (isRowUrl(record.url)) continue;
        const latest = await store.extractions.latest(record.id);
        if (!again && latest?.extractorVersion === version && record.stage === "resolved") {
          upToDate++;
          continue;
        }
        const at = new Date(now()).toISOString();
        await store.articles.advance(record.id, { stage: "fetched", at, force: true });
        const job = nextJobOf({ ...record, stage: "fetched" });
        if (job !== null) await queue.add([job]);
        articleIds.push(record.id);
      }
      after = page.next;
    }
  return { articleIds, upToDate };
}
