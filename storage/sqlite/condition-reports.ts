import type { ConditionReport } from "../../model/condition-report.ts";
import { storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { ConditionReportRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, pageRows } from "./query.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): ConditionReport => documentOf("conditionReports", String(row["id"]), row);

const sortOf = ({ published }: ConditionReport) => storable(published ?? "");

export function createConditionReports(database: Database, tags: Tags): ConditionReportRepository {
  const idsOf = (articleId: string) =>
    database
      .prepare("SELECT id FROM condition_reports WHERE article_id = ?")
      .all(storable(articleId))
      .map((row) => String(row["id"]));
  return {
    async replaceForArticle(articleId, reports) {
      database.transaction(() => {
        const kept = new Set(reports.map(({ id }) => storable(id)));
        for (const id of idsOf(articleId)) {
          if (kept.has(id)) continue;
          tags.set("condition.person", id, []);
          database.prepare("DELETE FROM condition_reports WHERE id = ?").run(id);
        }
        for (const report of reports) {
          const id = storable(report.id);
          const sort = sortOf(report);
          database
            .prepare(
              `INSERT INTO condition_reports (id, article_id, sort, doc) VALUES (?, ?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, doc = excluded.doc`,
            )
            .run(id, storable(report.articleId), sort, toJson(report));
          const persons = new Set(report.persons.map((person) => storable(person.id)));
          tags.set("condition.person", id, persons, sort);
        }
      });
    },

    async forArticle(articleId) {
      return database
        .prepare("SELECT id, doc FROM condition_reports WHERE article_id = ? ORDER BY id")
        .all(storable(articleId))
        .map(read);
    },

    async list({ personId }, page) {
      const { limit, after } = readPageRequest(page);
      const rows = pageRows(database, {
        table: "condition_reports",
        sortColumn: "sort",
        descending: true,
        where: createWhere(),
        tag: personId === undefined ? undefined : { kind: "condition.person", value: storable(personId) },
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (report) => ({ sort: sortOf(report), id: report.id }));
    },
  };
}
