import type { ConditionReport } from "../../model/condition-report.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import type { ConditionReportRepository } from "../store.ts";
import type { Collections, KeptConditionReport } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { putAll } from "./writes.ts";

const read = (kept: KeptConditionReport): ConditionReport =>
  checkDocument("conditionReports", kept._id, kept.doc);

const sortOf = ({ published }: ConditionReport) => published ?? "";

function keep(report: ConditionReport): KeptConditionReport {
  const doc = storableDocument(report);
  const personIds = [...new Set(doc.persons.map(({ id }) => id))];
  return { _id: doc.id, articleId: doc.articleId, personIds, sort: sortOf(doc), doc };
}

export function createConditionReports({ conditionReports }: Collections): ConditionReportRepository {
  return {
    async replaceForArticle(articleId, reports) {
      const kept = reports.map(keep);
      await putAll(conditionReports, kept);
      const others = { articleId: storable(articleId), _id: { $nin: kept.map(({ _id }) => _id) } };
      await conditionReports.deleteMany(others);
    },

    async forArticle(articleId) {
      const found = await conditionReports
        .find({ articleId: storable(articleId) })
        .sort({ _id: 1 })
        .toArray();
      return found.map(read);
    },

    async list({ personId }, page) {
      const { limit, after } = readPageRequest(page);
      const found = await pageDocuments(conditionReports, {
        filters: personId === undefined ? [] : [{ personIds: storable(personId) }],
        sortField: "sort",
        descending: true,
        after,
        limit,
      });
      return pageOf(found.map(read), limit, (report) => ({ sort: sortOf(report), id: report.id }));
    },
  };
}
