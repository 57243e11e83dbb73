import { Permanent } from "../../model/errors.ts";
import {
  assigned,
  closed,
  newReviewTask,
  reopened,
  type ReviewTask,
  reviewTaskId,
} from "../../model/review-task.ts";
import { storable, toJson } from "../documents.ts";
import { pageOf, readPageRequest } from "../paging.ts";
import { reviewTargetIds, reviewTaskSort } from "../review-task-record.ts";
import type { ReviewTaskRepository } from "../store.ts";
import type { Database, Row } from "./database.ts";
import { createWhere, documentOf, pageRows } from "./query.ts";
import type { Tags } from "./tags.ts";

const read = (row: Row): ReviewTask => documentOf("reviewTasks", String(row["id"]), row);

export function createReviewTasks(database: Database, tags: Tags): ReviewTaskRepository {
  const find = (id: string) => {
    const row = database.prepare("SELECT id, doc FROM review_tasks WHERE id = ?").get(storable(id));
    return row === undefined ? null : read(row);
  };

  const put = (task: ReviewTask): ReviewTask => {
    const sort = reviewTaskSort(task);
    database
      .prepare(
        `INSERT INTO review_tasks (id, kind, status, assignee, sort, doc) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET status = excluded.status, assignee = excluded.assignee, sort = excluded.sort,
           doc = excluded.doc`,
      )
      .run(
        task.id,
        task.kind,
        task.status,
        task.assignee === null ? null : storable(task.assignee),
        sort,
        toJson(task),
      );
    tags.set("task.target", task.id, reviewTargetIds(task).map(storable), sort);
    return task;
  };

  const change = (id: string, to: (task: ReviewTask) => ReviewTask): ReviewTask =>
    database.transaction(() => {
      const task = find(id);
      if (task === null) throw new Permanent(`no review task ${id}`);
      const changed = to(task);
      return changed === task ? task : put(changed);
    });

  return {
    async open(task) {
      return database.transaction(() => {
        const known = find(reviewTaskId(task.kind, task.target));
        return put(known === null ? newReviewTask(task) : reopened(known, task));
      });
    },

    async get(id) {
      return find(id);
    },

    async assign(id, assignee, at) {
      return change(id, (task) => assigned(task, assignee, at));
    },

    async close(id, closing) {
      return change(id, (task) => closed(task, closing));
    },

    async list({ status, kind, assignee, targetId }, page) {
      const { limit, after } = readPageRequest(page);
      const where = createWhere();
      if (status !== undefined) where.add("status = ?", status);
      if (kind !== undefined) where.add("review_tasks.kind = ?", kind);
      if (assignee !== undefined) where.add("assignee = ?", storable(assignee));
      const rows = pageRows(database, {
        table: "review_tasks",
        sortColumn: "sort",
        descending: false,
        where,
        tag: targetId === undefined ? undefined : { kind: "task.target", value: storable(targetId) },
        after,
        limit,
      });
      return pageOf(rows.map(read), limit, (task) => ({ sort: reviewTaskSort(task), id: task.id }));
    },
  };
}
