import { z } from "zod";
import { type ReviewTask, reviewTaskKinds, reviewTaskStatuses } from "../../model/review-task.ts";
import { isoTime } from "../access/time.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";
import { CursorSchema, formOf, parsed, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { CsrfField, page } from "../views/layout.tsx";
import { InboxTabs } from "../views/inbox-tabs.tsx";
import { Choices, Pager } from "../views/parts.tsx";
import { moment } from "../views/words.ts";
import { localPath } from "./login.tsx";
import { decideOnPersons } from "./person-identity.tsx";
import { kept, questionOf, TaskMatter } from "./task-matter.tsx";

const analyst = { role: "analyst" } as const;

export const tasksRoutes: readonly Route[] = [
  { method: "GET", path: "/tasks", access: analyst, handle: showTasks },
  { method: "POST", path: "/tasks/:id/decide", access: analyst, handle: decideTask },
  { method: "POST", path: "/tasks/:id/assign", access: analyst, handle: assignTask },
];

const pageLength = 25;

const QuerySchema = z.object({
  kind: z.enum(reviewTaskKinds).optional(),
  status: z.enum(reviewTaskStatuses).default("open"),
  task: z.string().max(100).optional(),
  after: CursorSchema.optional(),
});

async function showTasks(c: ReviewContext) {
  const { reading } = c.var;
  const query = queryOf(c, QuerySchema);
  const { items, next } = await reading.tasks(
    { status: query.status, ...(query.kind === undefined ? {} : { kind: query.kind }) },
    { limit: pageLength, ...(query.after === undefined ? {} : { after: query.after }) },
  );
  const chosen = query.task === undefined ? (items[0] ?? null) : await reading.task(query.task);
  if (query.task !== undefined && chosen === null) throw notFound("question");
  const titles = await Promise.all(items.map((task) => questionOf(reading, task)));
  const url = new URL(c.req.url);
  const linkTo = (id: string | undefined) => {
    const link = new URL(url);
    if (id === undefined) link.searchParams.delete("task");
    else link.searchParams.set("task", id);
    return link.pathname + link.search;
  };
  const at = items.findIndex(({ id }) => id === chosen?.id);
  return page(
    c,
    { title: "Questions" },
    <>
      <h1>Inbox</h1>
      <InboxTabs c={c} current="questions" />
      <form class="filters" method="get" aria-label="Filter the questions">
        <Choices name="kind" label="About" any="anything" values={kindNames} chosen={query.kind} />
        <Choices
          name="status"
          label="State"
          any="open"
          values={reviewTaskStatuses}
          chosen={query.status === "open" ? undefined : query.status}
        />
        <button type="submit">Filter</button>
      </form>
      {chosen === null ? (
        <p class="empty">No question waits here.</p>
      ) : (
        <div class="inbox">
          <nav class="queue" aria-label="Waiting questions">
            <ol class="bare">
              {items.map((task, index) => (
                <li>
                  <a
                    href={linkTo(task.id)}
                    class="queued"
                    aria-current={task.id === chosen.id ? "true" : undefined}
                  >
                    <span>{titles[index]}</span>
                    <span class="row small quiet">
                      <span class="badge">{kindWords[task.kind]}</span>
                      {task.assignee === null ? null : <span>{task.assignee}</span>}
                    </span>
                  </a>
                </li>
              ))}
            </ol>
            <Pager url={url} next={next} />
          </nav>
          <TaskDesk
            c={c}
            task={chosen}
            next={linkTo(items[at + 1]?.id)}
            previous={linkTo(items[Math.max(0, at - 1)]?.id)}
          />
        </div>
      )}
    </>,
  );
}

const kindWords: Readonly<Record<ReviewTask["kind"], string>> = {
  identity: "who is who",
  reattach: "decision without its evidence",
  dispute: "disputed",
  silence: "silence",
};
const kindNames = reviewTaskKinds.map((kind) => [kind, kindWords[kind]] as const);

interface DeskProps {
  c: ReviewContext;
  task: ReviewTask;
  next: string;
  previous: string;
}

async function TaskDesk({ c, task, next, previous }: DeskProps) {
  const { login } = viewerOf(c).user;
  const isOpen = task.status !== "closed";
  const isMine = task.assignee === login;
  return (
    <section class="stack desk" aria-labelledby="in-hand">
      <div class="tight">
        <h2 id="in-hand">{await questionOf(c.var.reading, task)}</h2>
        <p>{task.reason}</p>
        <p class="small quiet">
          {kindWords[task.kind]}, since {moment(task.openedAt)}
          {task.closedBy === null ? "" : `; closed by ${task.closedBy}: ${task.outcome ?? ""}`}
        </p>
      </div>
      {isOpen ? (
        <div class="bar" role="group" aria-label="Decide">
          <form class="row" method="post" action={`/tasks/${task.id}/decide`}>
            <CsrfField c={c} />
            <input type="hidden" name="next" value={next} />
            {task.kind === "identity" ? (
              <>
                <Button letter="x" kind="good" answer="merge" title="The same" />
                <Button letter="n" kind="bad" answer="not_same" title="Not the same" />
                <Button letter="u" kind="" answer="unsure" title="Unsure" />
              </>
            ) : (
              <Button letter="d" kind="good" answer="done" title="Done: it is settled" />
            )}
          </form>
        </div>
      ) : null}
      <div class="row small">
        <a href={next} data-key="j">
          <kbd aria-hidden="true">j</kbd> Next
        </a>
        <a href={previous} data-key="k">
          <kbd aria-hidden="true">k</kbd> Previous
        </a>
        <form method="post" action="/inbox/undo">
          <CsrfField c={c} />
          <input type="hidden" name="next" value={previous} />
          <button class="plain" data-key="z">
            <kbd aria-hidden="true">z</kbd> Undo my last
          </button>
        </form>
        {isOpen ? (
          <form method="post" action={`/tasks/${task.id}/assign`}>
            <CsrfField c={c} />
            <input type="hidden" name="to" value={isMine ? "" : login} />
            <button class="plain" data-key="a">
              <kbd aria-hidden="true">a</kbd> {isMine ? "Give it back" : "Assign to me"}
            </button>
          </form>
        ) : null}
      </div>
      <TaskMatter c={c} task={task} />
    </section>
  );
}

interface ButtonProps {
  letter: string;
  kind: string;
  answer: string;
  title: string;
}

function Button({ letter, kind, answer, title }: ButtonProps) {
  return (
    <button class={kind} name="answer" value={answer} data-key={letter}>
      <kbd aria-hidden="true">{letter}</kbd> {title}
    </button>
  );
}

async function openTask(c: ReviewContext): Promise<ReviewTask> {
  const task = await c.var.reading.task(c.req.param("id") ?? "");
  if (task === null) throw notFound("question");
  if (task.status === "closed") throw new HttpFault(409, "Somebody answered this question meanwhile.");
  return task;
}

export const taskAnswers = ["merge", "not_same", "unsure", "done"] as const;

/** Answers a question: about persons by a decision, else by saying that it is settled. @throws HttpFault 404, 409, 422 */
export async function answerTask(
  c: ReviewContext,
  answer: (typeof taskAnswers)[number],
  note: string | null,
): Promise<ReviewTask> {
  const task = await openTask(c);
  const { target } = task;
  if (answer === "merge" || answer === "not_same") {
    if (target.kind !== "persons" || task.kind !== "identity")
      throw new HttpFault(422, "This question is not about who is who.");
    const personIds = (await kept(c.var.reading, target.ids)).map(({ id }) => id);
    await decideOnPersons(c, { kind: answer, personIds }, note);
  }
  const { login } = viewerOf(c).user;
  const outcome = note ?? answer.replace("_", " ");
  const closed = await c.var.services.tasks.close(task.id, {
    by: login,
    outcome,
    at: isoTime(c.var.services.now()),
  });
  await audit(c, "task.close", { kind: "task", id: task.id }, { answer });
  return closed;
}

const DecideSchema = z.object({
  answer: z.enum(taskAnswers),
  note: z.string().trim().max(2000).optional(),
  next: z.string().max(2000).optional(),
});

async function decideTask(c: ReviewContext) {
  const { answer, note, next } = parsed(DecideSchema, await formOf(c));
  await answerTask(c, answer, note || null);
  return c.redirect(localPath(next ?? "/tasks"), 303);
}

/** Gives a question to somebody, or back to all. @throws HttpFault 404, 409 */
export async function assignTaskTo(c: ReviewContext, assignee: string | null): Promise<ReviewTask> {
  const task = await openTask(c);
  if (assignee !== null && (await c.var.services.review.users.get(assignee)) === null) throw notFound("user");
  const assigned = await c.var.services.tasks.assign(task.id, assignee, isoTime(c.var.services.now()));
  await audit(c, "task.assign", { kind: "task", id: task.id }, { to: assignee });
  return assigned;
}

async function assignTask(c: ReviewContext) {
  const { to } = parsed(z.object({ to: z.string().max(64) }), await formOf(c));
  const task = await assignTaskTo(c, to === "" ? null : to);
  return c.redirect(`/tasks?task=${task.id}`, 303);
}
