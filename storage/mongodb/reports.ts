import type { Collection, Filter } from "mongodb";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import { concernedIds, type Report, type ReportCollection, reportSort } from "../reports.ts";
import type { ReportRepository } from "../store.ts";
import type { KeptReport } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { putAll } from "./writes.ts";

export function createReports<C extends ReportCollection>(
  name: C,
  collection: Collection<KeptReport<C>>,
): ReportRepository<Report<C>> {
  const read = (kept: KeptReport<C>): Report<C> => checkDocument(name, kept._id, kept.doc);
  const keep = (report: Report<C>): KeptReport<C> => {
    const doc = storableDocument(report);
    return {
      _id: doc.id,
      articleId: doc.articleId,
      personIds: concernedIds(name, doc),
      sort: reportSort(doc),
      doc,
    };
  };
  return {
    async replaceForArticle(articleId, reports) {
      const kept = reports.map(keep);
      await putAll(collection, kept);
      const others = { articleId: storable(articleId), _id: { $nin: kept.map(({ _id }) => _id) } };
      await collection.deleteMany(others);
    },

    async forArticle(articleId) {
      const own = { articleId: storable(articleId) } as Filter<KeptReport<C>>;
      const found = await collection.find(own).sort({ _id: 1 }).toArray();
      return (found as KeptReport<C>[]).map(read);
    },

    async list({ personId }, page) {
      const { limit, after } = readPageRequest(page);
      const own = { personIds: storable(personId ?? "") } as Filter<KeptReport<C>>;
      const found = await pageDocuments(collection, {
        filters: personId === undefined ? [] : [own],
        sortField: "sort",
        descending: true,
        after,
        limit,
      });
      return pageOf(found.map(read), limit, (report) => ({ sort: reportSort(report), id: report.id }));
    },
  };
}
