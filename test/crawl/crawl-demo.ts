import { crawlOnce } from "../../cli/crawl-once.ts";
import type { Settings } from "../../config/settings.ts";
import type { Source } from "../../model/source.ts";
import { openPipeline } from "../../queue/pipeline.ts";
import type { Store } from "../../storage/store.ts";

/** Crawls sources once through the whole pipeline, then looks at the store before everything is closed. */
export async function crawlThen<T>(
  settings: Settings,
  sources: readonly Source[],
  look: (store: Store) => Promise<T>,
): Promise<T> {
  const problems: unknown[] = [];
  const pipeline = await openPipeline({
    settings,
    sources,
    onError: (error) => problems.push(error),
    onDone: (job, outcome) => {
      if (outcome.kind === "dead") problems.push(`${job.key}: ${String(outcome.error)}`);
    },
  });
  try {
    await crawlOnce(pipeline, sources);
    if (problems.length > 0)
      throw new Error(`${problems.length} jobs of the crawl had trouble, first: ${String(problems[0])}`);
    return await look(pipeline.store);
  } finally {
    await pipeline.close();
  }
}
