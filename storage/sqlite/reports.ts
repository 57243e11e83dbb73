import { storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import { concernedIds, type Report, type ReportCollection, reportSort } from "../reports.ts";
import type { ReportRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, type PagedList, pageRows } from "./query.ts";
import type { TagKind, Tags } from "./tags.ts";

interface ReportTable<C extends ReportCollection> {
  collection: C;
  table: Extract<PagedList["table"], "condition_reports" | "relation_claims">;
  tag: TagKind;
}
export const conditionReports: ReportTable<"conditionReports"> = {
  collection: "conditionReports",
  table: "condition_reports",
  tag: "condition.person",
};
export const relationClaims: ReportTable<"relationClaims"> = {
  collection: "relationClaims",
  table: "relation_claims",
  tag: "relation.person",
};

export function createReports<C extends ReportCollection>(
  database: Database,
  tags: Tags,
  { collection, table, tag }: ReportTable<C>,
): ReportRepository<Report<C>> {
  const read = (row: Row): Report<C> => documentOf(collection, String(row["id"]), row);
  const sortOf = (report: Report<C>) => storable(reportSort(report));
  const idsOf = (articleId: string) =>
    database
      .prepare(`SELECT id FROM ${table} WHERE article_id = ?`)
      .all(storable(articleId))
      .map((row) => String(row["id"]));
  return {
    async replaceForArticle(articleId, reports) {
      database.transaction(() => {
        const kept = new Set(reports.map(({ id }) => storable(id)));
        for (const id of idsOf(articleId)) {
          if (kept.has(id)) continue;
          tags.set(tag, id, []);
          database.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
        }
        for (const report of reports) {
          const id = storable(report.id);
          const sort = sortOf(report);
          database
            .prepare(
              `INSERT INTO ${table} (id, article_id, sort, doc) VALUES (?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, doc = excluded.doc`,
            )
            .run(id, storable(report.articleId), sort, toJson(report));
          const persons = new Set(concernedIds(collection, report).map(storable));
          tags.set(tag, id, persons, sort);
        }
      });
    },

    async forArticle(articleId) {
      return database
        .prepare(`SELECT id, doc FROM ${table} WHERE article_id = ? ORDER BY id`)
        .all(storable(articleId))
        .map(read);
    },

    async list({ personId }, page) {
      const { limit, after } = readPageRequest(page);
      const rows = pageRows(database, {
        table,
        sortColumn: "sort",
        descending: true,
        where: createWhere(),
        tag: personId === undefined ? undefined : { kind: tag, value: storable(personId) },
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (report) => ({ sort: sortOf(report), id: report.id }));
    },
  };
}
