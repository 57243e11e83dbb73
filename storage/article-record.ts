import { type Article, type ArticleRecord, articleId, type Stage, stages } from "../model/article.ts";
import type { ArticleChange, Discovery } from "./store.ts";
import { wordsOf } from "./words.ts";

/** The record of an article that has just been announced. */
export function newRecord(found: Discovery): ArticleRecord {
  return {
    id: articleId(found.url),
    url: found.url,
    sourceId: found.sourceId,
    endpointUrl: found.endpointUrl,
    discoveredAt: found.discoveredAt,
    hint: found.hint,
    priority: found.priority,
    stage: "discovered",
    stageAt: found.discoveredAt,
    outcome: null,
    article: null,
    revisit: null,
    revisions: 0,
    copyKeys: [],
    copyOf: null,
  };
}

/** The stages that a record may stand in so that it can be moved to `stage` without force. */
function stagesUpTo(stage: Stage): Stage[] {
  return stages.slice(0, stages.indexOf(stage) + 1);
}

/**
 * The record after a change, or null when the change would move it backwards. Coming to the stage in which it
 * already stands keeps the time at which it came there, so that repeating a change changes nothing.
 */
export function advanced(record: ArticleRecord, change: ArticleChange): ArticleRecord | null {
  if (change.force !== true && !stagesUpTo(change.stage).includes(record.stage)) return null;
  const moved = change.stage !== record.stage;
  return {
    ...record,
    stage: change.stage,
    stageAt: moved ? change.at : record.stageAt,
    outcome: change.outcome ?? record.outcome,
    article: change.article ?? record.article,
    revisit: change.revisit === undefined ? record.revisit : change.revisit,
    revisions: change.revisions ?? record.revisions,
    copyKeys: change.copyKeys === undefined ? record.copyKeys : [...new Set(change.copyKeys)].toSorted(),
  };
}

/** What the full-text search over an article looks at; before it was read, the announced title. */
export function articleWords({
  article,
  hint,
}: {
  article: Article | null;
  hint: ArticleRecord["hint"];
}): string[] {
  return wordsOf(article === null ? (hint.title ?? "") : `${article.title}\n${article.text}`);
}
