import { type ArticleRecord, type Stage, stages } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import { advanced, articleWords, newRecord } from "../article-record.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { ArticleFilter, ArticleRepository } from "../store.ts";
import { queryWords } from "../words.ts";
import type { Collections, KeptArticle } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import type { SearchIndex } from "./search.ts";
import { insertMissing, newRevision, revise } from "./writes.ts";

const read = (kept: KeptArticle): ArticleRecord => checkDocument("articles", kept._id, kept.doc);

function keep(record: ArticleRecord): Omit<KeptArticle, "_id" | "revision"> {
  const doc = storableDocument(record);
  return {
    sourceId: doc.sourceId,
    lang: doc.article?.lang ?? null,
    stage: doc.stage,
    stageAt: doc.stageAt,
    discoveredAt: doc.discoveredAt,
    revisitAt: doc.revisit?.dueAt ?? null,
    copyKeys: doc.copyKeys,
    words: [...new Set(articleWords(doc))],
    doc,
  };
}

export function createArticles({ articles }: Collections, search: SearchIndex): ArticleRepository {
  const change = (id: string, to: (record: ArticleRecord) => ArticleRecord | null) =>
    revise(articles, storable(id), async (kept) => {
      if (kept === null) throw new Permanent(`there is no article ${id}`);
      const next = to(read(kept));
      if (next !== null && next.article !== kept.doc.article) await search.article(next);
      return next === null ? null : keep(next);
    });

  return {
    async discover(found) {
      const records = new Map(
        found
          .map(newRecord)
          .toReversed()
          .map((record) => [record.id, record]),
      );
      for (const record of records.values())
        if ((await articles.findOne({ _id: record.id }, { projection: { _id: 1 } })) === null)
          await search.article(record);
      const isNew = new Set(
        await insertMissing(
          articles,
          [...records.values()].map((record) => ({
            ...keep(record),
            _id: record.id,
            revision: newRevision(),
          })),
        ),
      );
      return [...new Set(found.map((one) => newRecord(one).id))].filter((id) => isNew.has(id));
    },

    async get(id) {
      const kept = await articles.findOne({ _id: storable(id) });
      return kept === null ? null : read(kept);
    },

    async advance(id, step) {
      await change(id, (record) => advanced(record, step));
    },

    async setCopyOf(id, copyOf) {
      await change(id, (record) => ({ ...record, copyOf }));
    },

    async sharingCopyKeys(id, keys) {
      const found = await articles
        .find({ copyKeys: { $in: keys.map(storable) }, _id: { $ne: storable(id) } })
        .sort({ _id: 1 })
        .toArray();
      return found.map(read);
    },

    async behind(stage, before, limit) {
      const found = await articles
        .find({ stage, stageAt: { $lt: before } })
        .sort({ stageAt: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(read);
    },

    async dueForRevisit(before, limit) {
      const found = await articles
        .find({ revisitAt: { $lt: before } })
        .sort({ revisitAt: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(read);
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const filters = filtersOf(filter);
      if (filters === null) return { items: [], next: null };
      const found = await pageDocuments(articles, {
        filters,
        sortField: "discoveredAt",
        descending: true,
        after,
        limit,
      });
      return pageOf(found.map(read), limit, (record) => ({ sort: record.discoveredAt, id: record.id }));
    },

    async countByStage() {
      const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
      const groups = articles.aggregate<{ _id: Stage; count: number }>([
        { $group: { _id: "$stage", count: { $sum: 1 } } },
      ]);
      for await (const { _id, count } of groups) counts[_id] = count;
      return counts;
    },
  };
}

/** Null when nothing can match. */
function filtersOf({ sourceId, stage, lang, text, exceptIds = [] }: ArticleFilter): object[] | null {
  const words = queryWords(text);
  if (words?.length === 0) return null;
  const filters: object[] = [];
  if (sourceId !== undefined) filters.push({ sourceId: storable(sourceId) });
  if (stage !== undefined) filters.push({ stage });
  if (lang !== undefined) filters.push({ lang: storable(lang) });
  if (words !== null) filters.push({ words: { $all: words } });
  if (exceptIds.length > 0) filters.push({ _id: { $nin: exceptIds.map(storable) } });
  return filters;
}
