import type { ArticleRecord, Stage } from "../../model/article.ts";
import { stages } from "../../model/article.ts";
import { Permanent } from "../../model/errors.ts";
import { advanced, articleWords, newRecord } from "../article-record.ts";
import { storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { ArticleRepository } from "../store.ts";
import { queryWords } from "../words.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, matchAll, pageRows, whereNotIn } from "./query.ts";
import type { SearchIndex } from "./search.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): ArticleRecord => documentOf("articles", String(row["id"]), row);

const commonFrom = 1000;

export function createArticles(database: Database, tags: Tags, search: SearchIndex): ArticleRepository {
  const find = (id: string): ArticleRecord | null => {
    const row = database.prepare("SELECT id, doc FROM articles WHERE id = ?").get(storable(id));
    return row === undefined ? null : read(row);
  };

  const known = (id: string): ArticleRecord => {
    const record = find(id);
    if (record === null) throw new Permanent(`there is no article ${id}`);
    return record;
  };

  const index = (record: ArticleRecord) => {
    const row = Number(database.prepare("SELECT row FROM articles WHERE id = ?").get(record.id)?.["row"]);
    database
      .prepare("INSERT OR REPLACE INTO article_words (rowid, words) VALUES (?, ?)")
      .run(row, articleWords(record).join(" "));
    search.article(record);
  };

  const insert = (record: ArticleRecord): boolean => {
    const isNew =
      database
        .prepare(
          `INSERT INTO articles (id, source_id, lang, stage, stage_at, discovered_at, doc) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO NOTHING`,
        )
        .run(
          record.id,
          storable(record.sourceId),
          null,
          record.stage,
          record.stageAt,
          record.discoveredAt,
          toJson(record),
        ) > 0;
    if (isNew) index(record);
    return isNew;
  };

  const update = (record: ArticleRecord) => {
    const lang = record.article?.lang;
    database
      .prepare("UPDATE articles SET lang = ?, stage = ?, stage_at = ?, revisit_at = ?, doc = ? WHERE id = ?")
      .run(
        lang === undefined ? null : storable(lang),
        record.stage,
        record.stageAt,
        record.revisit?.dueAt ?? null,
        toJson(record),
        record.id,
      );
  };

  const isCommon = (words: readonly string[]) => {
    const row = database
      .prepare("SELECT count(*) AS n FROM (SELECT 1 FROM article_words WHERE words MATCH ? LIMIT ?)")
      .get(matchAll(words), commonFrom);
    return Number(row?.["n"]) >= commonFrom;
  };

  return {
    async discover(found) {
      return database.transaction(() =>
        found
          .map(newRecord)
          .filter(insert)
          .map((record) => record.id),
      );
    },

    async get(id) {
      return find(id);
    },

    async advance(id, change) {
      database.transaction(() => {
        const next = advanced(known(id), change);
        if (next === null) return;
        update(next);
        if (change.copyKeys !== undefined) tags.set("article.copyKey", next.id, next.copyKeys.map(storable));
        if (change.article !== undefined) index(next);
      });
    },

    async setCopyOf(id, copyOf) {
      database.transaction(() => update({ ...known(id), copyOf }));
    },

    async sharingCopyKeys(id, keys) {
      return database
        .prepare(
          `SELECT id, doc FROM articles WHERE id <> ? AND id IN (
             SELECT id FROM tags WHERE kind = 'article.copyKey' AND value IN (SELECT value FROM json_each(?)))
           ORDER BY id`,
        )
        .all(storable(id), toJson(keys))
        .map(read);
    },

    async behind(stage, before, limit) {
      return database
        .prepare(
          "SELECT id, doc FROM articles WHERE stage = ? AND stage_at < ? ORDER BY stage_at, id LIMIT ?",
        )
        .all(stage, before, limit)
        .map(read);
    },

    async dueForRevisit(before, limit) {
      return database
        .prepare("SELECT id, doc FROM articles WHERE revisit_at < ? ORDER BY revisit_at, id LIMIT ?")
        .all(before, limit)
        .map(read);
    },

    async list(filter, page) {
      const { limit, after } = readPageRequest(page);
      const where = createWhere();
      const words = queryWords(filter.text);
      if (words?.length === 0) return { items: [], next: null };
      // A plus sign keeps the planner from an index: few articles match a query, many share a stage.
      const column = words === null ? "" : "+";
      if (filter.sourceId !== undefined) where.add(`${column}source_id = ?`, storable(filter.sourceId));
      if (filter.stage !== undefined) where.add(`${column}stage = ?`, filter.stage);
      if (filter.lang !== undefined) where.add(`${column}lang = ?`, storable(filter.lang));
      whereNotIn(where, "articles.id", filter.exceptIds ?? []);
      if (words !== null)
        // Few that match are looked up; of many the newest are met soon on the way through time.
        where.add(
          `${isCommon(words) ? "+" : ""}row IN (SELECT rowid FROM article_words WHERE words MATCH ?)`,
          matchAll(words),
        );
      const rows = pageRows(database, {
        table: "articles",
        sortColumn: "discovered_at",
        descending: true,
        where,
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (record) => ({ sort: record.discoveredAt, id: record.id }));
    },

    async countByStage() {
      const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
      for (const row of database.prepare("SELECT stage, count(*) AS n FROM articles GROUP BY stage").all())
        counts[row["stage"] as Stage] = Number(row["n"]);
      return counts;
    },
  };
}
