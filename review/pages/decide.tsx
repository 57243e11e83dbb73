import { z } from "zod";
import type { DecisionRequest } from "../../ledger/decide.ts";
import { hasRole } from "../../model/accounts.ts";
import type { Decision } from "../../model/decision.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import { restrictable } from "../../model/restriction.ts";
import { isoTime } from "../access/time.ts";
import { restrict, RestrictingSchema, unrestrict } from "../api/restrictions.ts";
import type { Decided } from "../deciding.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";
import { formOf, parsed } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { hideableFields } from "../reading.ts";
import { DecisionBar, DecisionLog, differences } from "../views/decision-parts.tsx";
import { EventFacts, eventTitle } from "../views/event-parts.tsx";
import { page } from "../views/layout.tsx";
import { moment } from "../views/words.ts";
import { localPath } from "./login.tsx";

const analyst = { role: "analyst" } as const;
const editor = { role: "editor" } as const;

export const decideRoutes: readonly Route[] = [
  { method: "POST", path: "/events/:id/decide", access: analyst, handle: decideOnEvent },
  { method: "POST", path: "/events/:id/comment", access: analyst, handle: comment },
  { method: "POST", path: "/decisions/:id/undo", access: analyst, handle: undoById },
  { method: "POST", path: "/inbox/undo", access: analyst, handle: undoLast },
  { method: "POST", path: "/inbox/bulk", access: analyst, handle: decideOnMany },
  { method: "POST", path: "/restrict/:kind/:id", access: editor, handle: hide },
  { method: "POST", path: "/unrestrict/:kind/:id", access: editor, handle: show },
];

/** How long a decision may have waited for a connection. */
const maxOfflineMs = 7 * 86_400_000;

/** Who decides, and when: a decision that waited for a connection counts from when it was made. */
export function decidedBy(c: ReviewContext, reason: string | null = null, at?: string): Decided {
  const now = c.var.services.now();
  const given = at === undefined ? Number.NaN : Date.parse(at);
  const isFitting = given <= now && given > now - maxOfflineMs;
  return { by: viewerOf(c).user.login, at: isoTime(isFitting ? given : now), reason };
}

/** Records a decision about an event and tells the audit log. @throws HttpFault 404, 409, 422 */
export async function decide(
  c: ReviewContext,
  event: LedgerEvent,
  request: DecisionRequest,
  { decided, version }: { decided: Decided; version: string | null },
): Promise<Decision> {
  const decision = await c.var.services.deciding.decide(event, request, decided, version);
  await audit(c, `event.${request.kind}`, { kind: "event", id: event.id }, { decision: decision.id });
  return decision;
}

export async function eventOf(c: ReviewContext): Promise<LedgerEvent> {
  const event = await c.var.reading.event(c.req.param("id") ?? "");
  if (event === null) throw notFound("event");
  return event;
}

const DecideSchema = z.object({
  kind: z.string().regex(/^(confirm|unsure|reject .{1,200})$/),
  version: z.string().max(40).optional(),
  seenAt: z.iso.datetime().optional(),
  at: z.iso.datetime().optional(),
  next: z.string().max(2000).optional(),
});

async function decideOnEvent(c: ReviewContext) {
  const form = parsed(DecideSchema, await formOf(c));
  const event = await eventOf(c);
  const [kind, ...reason] = form.kind.split(" ") as ["confirm" | "unsure" | "reject", ...string[]];
  const decided = decidedBy(c, reason.length === 0 ? null : reason.join(" "), form.at);
  try {
    await decide(c, event, { kind, eventId: event.id }, { decided, version: form.version ?? null });
  } catch (error) {
    if (error instanceof HttpFault && error.status === 409) return conflictPage(c, event, form);
    throw error;
  }
  return c.redirect(localPath(form.next), 303);
}

/** Shows what changed since the viewer opened the event, and lets them decide on what is now. */
async function conflictPage(c: ReviewContext, event: LedgerEvent, form: z.infer<typeof DecideSchema>) {
  const now = (await c.var.reading.event(event.id)) ?? event;
  const dossier = await c.var.services.deciding.dossier(now);
  const since = form.seenAt ?? "";
  const changes = dossier.history.filter(({ at }) => at > since);
  const decisions = dossier.decisions.filter(({ at }) => at > since);
  return page(
    c,
    { title: "Changed meanwhile", status: 409 },
    <>
      <h1>{eventTitle(now)}</h1>
      <div class="note bad" role="alert">
        <p>
          <strong>Somebody changed this event after you opened it.</strong> Your decision ({form.kind}) has
          not been recorded. See what is different, then decide again.
        </p>
      </div>
      <div class="grid">
        <section class="card" aria-labelledby="meanwhile">
          <h2 id="meanwhile">Meanwhile</h2>
          <ol class="log bare tight">
            {changes.flatMap((change) =>
              differences(change.before, change.after).map((line) => (
                <li>
                  {line} <span class="small quiet">{moment(change.at)}</span>
                </li>
              )),
            )}
          </ol>
          <DecisionLog c={c} dossier={{ ...dossier, decisions }} />
        </section>
        <EventFacts event={now} />
      </div>
      <DecisionBar c={c} eventId={now.id} dossier={dossier} next={localPath(form.next)} />
    </>,
  );
}

const CommentSchema = z.object({ text: z.string().trim().min(1).max(4000) });

async function comment(c: ReviewContext) {
  const { text } = parsed(CommentSchema, await formOf(c));
  const event = await eventOf(c);
  const request = { kind: "comment", eventId: event.id, text } as const;
  await decide(c, event, request, { decided: decidedBy(c), version: null });
  return c.redirect(`/events/${encodeURIComponent(event.id)}#decisions`, 303);
}

/** Takes a decision back: one's own, or anybody's for editors. @throws HttpFault 403, 404 */
export async function undo(c: ReviewContext, decisionId: string): Promise<Decision> {
  const { deciding } = c.var.services;
  const decision = await deciding.decision(decisionId);
  const { user } = viewerOf(c);
  if (decision === null || !(await isShown(c, decision))) throw notFound("decision");
  if (decision.by !== user.login && !hasRole(user.role, "editor"))
    throw new HttpFault(403, "Only editors take back what others decided.");
  const request = { kind: "undo", decisionId } as const;
  if (decision.target.kind === "event") {
    const event = await c.var.reading.event(decision.target.id);
    if (event !== null) {
      await decide(c, event, request, { decided: decidedBy(c), version: null });
      return decision;
    }
  }
  if (decision.target.kind === "persons") await deciding.onPersons(request, decidedBy(c));
  else await deciding.record(request, decidedBy(c));
  await audit(c, "decision.undo", { kind: "decision", id: decisionId });
  return decision;
}

async function isShown(c: ReviewContext, { target }: Decision): Promise<boolean> {
  if (target.kind === "persons")
    return (await Promise.all(target.ids.map((id) => c.var.reading.shows("person", id)))).every(Boolean);
  return target.kind !== "event" || c.var.reading.shows("event", target.id);
}

async function undoById(c: ReviewContext) {
  const decision = await undo(c, c.req.param("id") ?? "");
  const { target } = decision;
  if (target.kind === "persons")
    return c.redirect(`/persons/${encodeURIComponent(target.ids[0] ?? "")}`, 303);
  return c.redirect(target.kind === "event" ? `/events/${encodeURIComponent(target.id)}` : "/inbox", 303);
}

/** Takes back what the viewer decided last, and shows them that event again. */
async function undoLast(c: ReviewContext) {
  const form = await formOf(c);
  const back = new URL(localPath(form["next"]), "http://local.invalid");
  const last = await c.var.services.deciding.lastBy(viewerOf(c).user.login);
  if (last === null) return c.redirect(back.pathname + back.search, 303);
  await undo(c, last.id);
  if (last.target.kind === "persons")
    return c.redirect(`/persons/${encodeURIComponent(last.target.ids[0] ?? "")}`, 303);
  if (last.target.kind === "event") back.searchParams.set("event", last.target.id);
  return c.redirect(back.pathname + back.search, 303);
}

/** One decision about many events, each recorded by itself. */
async function decideOnMany(c: ReviewContext) {
  const form = await formOf(c);
  const kind = parsed(z.enum(["confirm", "unsure"]), form["kind"]);
  const ids = Object.keys(form).flatMap((name) => (name.startsWith("event-") ? [name.slice(6)] : []));
  const decided = decidedBy(c);
  let count = 0;
  for (const id of ids.slice(0, 200)) {
    const event = await c.var.reading.event(id);
    if (event === null) continue;
    await decide(c, event, { kind, eventId: event.id }, { decided, version: null });
    count++;
  }
  await audit(c, "events.bulk", null, { kind, count });
  return c.redirect(localPath(form["back"]), 303);
}

const KindSchema = z.enum(restrictable);

async function hide(c: ReviewContext) {
  const form = await formOf(c);
  const target = { kind: parsed(KindSchema, c.req.param("kind"), 400), id: c.req.param("id") ?? "" };
  const fields = hideableFields.filter((field) => form[`field-${field}`] !== undefined);
  const wanted = { reason: form["reason"], fields: fields.length === 0 ? null : fields };
  await restrict(c, target, parsed(RestrictingSchema, wanted));
  return backTo(c, target);
}

async function show(c: ReviewContext) {
  const target = { kind: parsed(KindSchema, c.req.param("kind"), 400), id: c.req.param("id") ?? "" };
  await unrestrict(c, target);
  return backTo(c, target);
}

const backTo = (c: ReviewContext, { kind, id }: { kind: string; id: string }) =>
  c.redirect(`/${kind}s/${encodeURIComponent(id)}`, 303);
