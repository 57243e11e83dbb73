import { z } from "zod";
import type { DecisionRequest } from "../../ledger/decide.ts";
import { type Decision, standingDecisions } from "../../model/decision.ts";
import type { Person } from "../../model/ledger.ts";
import { audit, type ReviewContext } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";
import { formOf, parsed } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { DecisionLog } from "../views/decision-parts.tsx";
import { CsrfField } from "../views/layout.tsx";
import { plural } from "../views/words.ts";
import { decidedBy } from "./decide.tsx";

const analyst = { role: "analyst" } as const;

export const personIdentityRoutes: readonly Route[] = [
  { method: "POST", path: "/persons/:id/merge", access: analyst, handle: (c) => relate(c, "merge") },
  { method: "POST", path: "/persons/:id/not-same", access: analyst, handle: (c) => relate(c, "not_same") },
  { method: "POST", path: "/persons/:id/split", access: analyst, handle: split },
];

const address = (id: string) => `/persons/${encodeURIComponent(id)}`;

/** Records a decision on who is who and tells the audit log. @throws HttpFault 404, 422 */
export async function decideOnPersons(
  c: ReviewContext,
  request: Exclude<DecisionRequest, { eventId: string } | { changes: unknown } | { decisionId: string }>,
  reason: string | null,
): Promise<Decision> {
  const ids = "personId" in request ? [request.personId, request.into] : request.personIds;
  for (const id of ids)
    if (id !== null && (await c.var.reading.person(id)) === null) throw notFound("person");
  const decision = await c.var.services.deciding.onPersons(request, decidedBy(c, reason));
  await audit(
    c,
    `person.${request.kind}`,
    { kind: "person", id: ids[0] ?? "" },
    { decision: decision.id, others: ids.slice(1).join(",") },
  );
  return decision;
}

/** The id in what somebody pasted: an id, or the address of a person's page. */
function pastedId(text: string): string {
  const [, tail] = /\/persons\/([^/?#]+)/.exec(text) ?? [];
  try {
    return decodeURIComponent(tail ?? text.trim());
  } catch {
    throw new HttpFault(422, "This is no person's id or address.");
  }
}

async function personHere(c: ReviewContext): Promise<Person> {
  const person = await c.var.reading.person(c.req.param("id") ?? "");
  if (person === null) throw notFound("person");
  return person;
}

const RelateSchema = z.object({
  other: z.string().trim().min(1).max(600),
  reason: z.string().trim().max(2000).optional(),
});

async function relate(c: ReviewContext, kind: "merge" | "not_same") {
  const person = await personHere(c);
  const { other, reason } = parsed(RelateSchema, await formOf(c));
  await decideOnPersons(c, { kind, personIds: [person.id, pastedId(other)] }, reason || null);
  return c.redirect(address(person.id), 303);
}

const SplitSchema = z.object({
  into: z.string().trim().max(600).optional(),
  reason: z.string().trim().max(2000).optional(),
});

async function split(c: ReviewContext) {
  const person = await personHere(c);
  const form = await formOf(c);
  const { into, reason } = parsed(SplitSchema, form);
  const names = person.names.filter((_, index) => form[`name-${index}`] !== undefined);
  const articleIds = person.articleIds.filter((id) => form[`article-${id}`] !== undefined);
  if (names.length + articleIds.length === 0)
    throw new HttpFault(422, "Tick the articles or the forms of the name that mean somebody else.");
  const request = {
    kind: "split",
    personId: person.id,
    names,
    articleIds,
    into: into ? pastedId(into) : null,
  } as const;
  await decideOnPersons(c, request, reason || null);
  return c.redirect(address(person.id), 303);
}

const maxSplitArticles = 60;

interface IdentityProps {
  c: ReviewContext;
  person: Person;
  mayDecide: boolean;
}

/** How it is known who this is: what is open, what was decided, and the means to decide. */
export async function IdentityCard({ c, person, mayDecide }: IdentityProps) {
  const { tasks, decisions, candidates } = await c.var.reading.identity(person.id);
  const dossier = { version: "", decisions, standing: standingDecisions(decisions), history: [] };
  const waiting = await Promise.all(
    tasks.map(async (task) => {
      const ids = task.target.kind === "persons" ? task.target.ids.filter((id) => id !== person.id) : [];
      const others = await Promise.all(ids.map((id) => c.var.reading.person(id)));
      return { task, others: others.filter((one) => one !== null) };
    }),
  );
  return (
    <section class="card" aria-labelledby="identity">
      <h2 id="identity">Who this is</h2>
      {waiting.length === 0 ? null : (
        <>
          <h3>Candidates waiting</h3>
          <ul class="tight bare">
            {waiting.map(({ task, others }) => (
              <li>
                Is it{" "}
                {others.map((other) => (
                  <a href={address(other.id)}>{other.name}</a>
                ))}
                ? <span class="small quiet">{task.reason}</span>{" "}
                {mayDecide ? <a href={`/tasks?task=${task.id}`}>Decide</a> : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {candidates.length < 2 ? null : (
        <details>
          <summary>{plural(candidates.length, "form")} put together</summary>
          <ul>
            {candidates.map(({ id, name, country, side }) => (
              <li>
                {name}{" "}
                <span class="small quiet">
                  {[id, country, side].filter((one) => one !== null && one !== "").join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {decisions.length === 0 ? null : <DecisionLog c={c} dossier={dossier} />}
      {mayDecide ? (
        <>
          <RelateForm c={c} person={person} />
          <SplitForm c={c} person={person} />
        </>
      ) : null}
    </section>
  );
}

function Reason() {
  return (
    <label>
      Why
      <input name="reason" maxlength={2000} />
    </label>
  );
}

function RelateForm({ c, person }: { c: ReviewContext; person: Person }) {
  return (
    <details>
      <summary>The same as somebody else, or not</summary>
      <form class="tight" method="post" action={`${address(person.id)}/merge`}>
        <CsrfField c={c} />
        <label>
          The other person's page or id
          <input name="other" required maxlength={600} autocomplete="off" />
        </label>
        <Reason />
        <div class="row">
          <button type="submit">Merge: they are one</button>
          <button type="submit" formaction={`${address(person.id)}/not-same`}>
            Not the same
          </button>
        </div>
      </form>
    </details>
  );
}

/** What is said of somebody else goes to them, or to a new person. */
async function SplitForm({ c, person }: { c: ReviewContext; person: Person }) {
  const ids = person.articleIds.slice(-maxSplitArticles);
  const articles = await Promise.all(ids.map((id) => c.var.reading.article(id)));
  return (
    <details>
      <summary>Split: some of this is somebody else</summary>
      <form class="tight" method="post" action={`${address(person.id)}/split`}>
        <CsrfField c={c} />
        {person.names.length < 2 ? null : (
          <fieldset class="tight">
            <legend>Forms of the name that mean the other one</legend>
            {person.names.map((name, index) => (
              <label class="check">
                <input type="checkbox" name={`name-${index}`} /> {name}
              </label>
            ))}
          </fieldset>
        )}
        <fieldset class="tight">
          <legend>Articles that mean the other one</legend>
          {articles.map((record) =>
            record === null ? null : (
              <label class="check">
                <input type="checkbox" name={`article-${record.id}`} />
                <span>{record.article?.title ?? record.hint.title ?? record.url}</span>
              </label>
            ),
          )}
        </fieldset>
        <label>
          The other person's page or id; empty for a new person
          <input name="into" maxlength={600} autocomplete="off" />
        </label>
        <Reason />
        <div>
          <button type="submit">Split</button>
        </div>
      </form>
    </details>
  );
}
