import { Bug, Permanent } from "../../model/errors.ts";
import {
  assigned,
  closed,
  newReviewTask,
  reopened,
  type ReviewTask,
  reviewTaskId,
} from "../../model/review-task.ts";
import { checkDocument, storable, storableDocument } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import { reviewTargetIds, reviewTaskSort } from "../review-task-record.ts";
import type { ReviewTaskRepository } from "../store.ts";
import type { Collections, KeptReviewTask } from "./collections.ts";
import { pageDocuments } from "./paging.ts";
import { revise } from "./writes.ts";

const read = (kept: KeptReviewTask): ReviewTask => checkDocument("reviewTasks", kept._id, kept.doc);

function keep(task: ReviewTask): Omit<KeptReviewTask, "_id" | "revision"> {
  const doc = storableDocument(task);
  const { kind, status, assignee } = doc;
  return { kind, status, assignee, targetIds: reviewTargetIds(doc), sort: reviewTaskSort(doc), doc };
}

function known(id: string, task: ReviewTask | null): ReviewTask {
  if (task === null) throw new Permanent(`no review task ${id}`);
  return task;
}

export function createReviewTasks({ reviewTasks }: Collections): ReviewTaskRepository {
  const change = async (id: string, to: (task: ReviewTask | null) => ReviewTask): Promise<ReviewTask> => {
    let result: ReviewTask | null = null;
    await revise(reviewTasks, storable(id), async (now) => {
      const task = now === null ? null : read(now);
      result = to(task);
      return result === task ? null : keep(result);
    });
    if (result === null) throw new Bug(`review task ${id} was not changed`);
    return result;
  };

  return {
    async open(task) {
      return change(reviewTaskId(task.kind, task.target), (now) =>
        now === null ? newReviewTask(task) : reopened(now, task),
      );
    },

    async get(id) {
      const kept = await reviewTasks.findOne({ _id: storable(id) });
      return kept === null ? null : read(kept);
    },

    async assign(id, assignee, at) {
      return change(id, (now) => assigned(known(id, now), assignee, at));
    },

    async close(id, closing) {
      return change(id, (now) => closed(known(id, now), closing));
    },

    async list({ status, kind, assignee, targetId }, page) {
      const { limit, after } = readPageRequest(page);
      const filters: object[] = [];
      if (status !== undefined) filters.push({ status });
      if (kind !== undefined) filters.push({ kind });
      if (assignee !== undefined) filters.push({ assignee: storable(assignee) });
      if (targetId !== undefined) filters.push({ targetIds: storable(targetId) });
      const list = { filters, sortField: "sort", descending: false, after, limit };
      const found = await pageDocuments(reviewTasks, list);
      return pageOf(found.map(read), limit, (task) => ({ sort: reviewTaskSort(task), id: task.id }));
    },
  };
}
