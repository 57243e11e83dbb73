import { hasRole } from "../../model/accounts.ts";
import type { AlertRule } from "../../model/alert.ts";
import { HabeasError } from "../../model/errors.ts";
import { presets } from "../../alerts/presets.ts";
import { shownTarget } from "../../alerts/shown-target.ts";
import { rulesFor, type ShownRule } from "../alerts/rules.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import type { Route } from "../http/route.ts";
import { AlertTabs } from "../views/alert-parts.tsx";
import { CsrfField, page } from "../views/layout.tsx";
import { moment, plain } from "../views/words.ts";

export const alertRoutes: readonly Route[] = [
  { method: "GET", path: "/alerts", access: { role: "analyst" }, handle: (c) => alertsPage(c, null) },
  { method: "POST", path: "/alerts/targets/:id/try", access: { role: "editor" }, handle: tryTarget },
];

interface Tried {
  targetId: string;
  ok: boolean;
  answer: string;
}

async function alertsPage(c: ReviewContext, tried: Tried | null) {
  const rules = await rulesFor(c);
  const mayWrite = hasRole(viewerOf(c).user.role, "editor");
  return page(
    c,
    { title: "Alerts" },
    <>
      <div class="head">
        <h1>Alerts</h1>
        <p class="quiet">Who is told of what, and whether it reached them.</p>
      </div>
      <AlertTabs here="/alerts" />
      {tried === null ? null : (
        <p class={`note ${tried.ok ? "good" : "bad"}`} role={tried.ok ? "status" : "alert"}>
          {tried.ok ? `${tried.targetId} took the sample` : `${tried.targetId} did not take the sample`}
          {tried.answer === "" ? "." : `: ${tried.answer}`}
        </p>
      )}
      <section class="stack" aria-labelledby="rules">
        <div class="head">
          <h2 id="rules">Rules</h2>
          {mayWrite ? (
            <a class="button primary" href="/alerts/new">
              New rule
            </a>
          ) : null}
        </div>
        {rules.length === 0 ? <p class="empty">No rules yet.</p> : <RuleTable rules={rules} />}
        {mayWrite ? <Presets /> : null}
      </section>
      <Targets c={c} mayWrite={mayWrite} />
    </>,
  );
}

function RuleTable({ rules }: { rules: readonly ShownRule[] }) {
  return (
    <div class="table">
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Tells</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col">To</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, fromFile }) => (
            <tr>
              <td>
                <a href={`/alerts/rules/${rule.id}`}>{rule.name}</a>
              </td>
              <td>{tells(rule)}</td>
              <td>{rule.where.countries.join(", ") || "anywhere"}</td>
              <td>{rule.digest === null ? `at once, ${rule.urgency}` : rule.digest.every}</td>
              <td>{rule.to.join(", ")}</td>
              <td>
                <span class="row">
                  <span class={`badge ${rule.enabled ? "confirmed" : ""}`}>
                    {rule.enabled ? "on" : "off"}
                  </span>
                  {fromFile ? <span class="badge">from the file</span> : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const shownTypes = 4;

function tells({ what: { types }, who: { persons, lists } }: AlertRule): string {
  const some = types.slice(0, shownTypes).map(plain).join(", ");
  const what = types.length > shownTypes ? `${some} and ${types.length - shownTypes} more` : some;
  const whom = [...lists, ...(persons.length === 0 ? [] : [`${persons.length} named`])].join(", ");
  return `${what || "anything"} of ${whom || "anybody"}`;
}

function Presets() {
  return (
    <details>
      <summary>Begin with a ready-made rule</summary>
      <ul class="stack bare">
        {presets.map(({ rule, description }) => (
          <li>
            <a href={`/alerts/new?preset=${rule.id}`}>{rule.name}</a>{" "}
            <span class="quiet small">{description}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

async function Targets({ c, mayWrite }: { c: ReviewContext; mayWrite: boolean }) {
  const { alerts, now } = c.var.services;
  const { targets, operators } = await alerts.setup();
  const known = await Promise.all(
    [...targets.values()].map(async (target) => ({ target, state: await alerts.target(target.id) })),
  );
  return (
    <section class="stack" aria-labelledby="targets">
      <div class="head">
        <h2 id="targets">Targets</h2>
        <p class="quiet small">They stand in the file of alerts; secrets are shown by their place only.</p>
      </div>
      {known.length === 0 ? (
        <p class="empty">
          No targets. Name some in the file of <code>alerts.file</code>; until then rules have nobody to tell.
        </p>
      ) : (
        <ul class="grid bare">
          {known.map(({ target, state }) => {
            const closed = state?.closedUntil != null && Date.parse(state.closedUntil) > now();
            return (
              <li class="card">
                <h3>
                  {target.id} <span class="quiet">{target.channel}</span>
                </h3>
                <dl class="facts">
                  {shownTarget(target).map(({ name, value }) => (
                    <div>
                      <dt>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
                {operators.includes(target.id) ? <p class="small quiet">Hears of dark sources.</p> : null}
                {closed ? (
                  <p class="small">
                    <span class="badge disputed">left alone</span> until {moment(state.closedUntil ?? "")}
                    {state.lastError === null ? "" : `: ${state.lastError}`}
                  </p>
                ) : null}
                {mayWrite ? (
                  <form method="post" action={`/alerts/targets/${target.id}/try`}>
                    <CsrfField c={c} />
                    <button type="submit">Send a sample</button>
                  </form>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

async function tryTarget(c: ReviewContext) {
  const { alerts } = c.var.services;
  const targetId = c.req.param("id") ?? "";
  if (!(await alerts.setup()).targets.has(targetId)) throw notFound("target");
  let tried: Tried;
  try {
    tried = { targetId, ok: true, answer: await alerts.sendSample(targetId) };
  } catch (error) {
    if (!(error instanceof HabeasError)) throw error;
    tried = { targetId, ok: false, answer: error.message };
  }
  await audit(c, "alerts.try", { kind: "alertTarget", id: targetId }, { ok: tried.ok });
  return alertsPage(c, tried);
}
