import { stringify } from "yaml";
import { z } from "zod";
import { parseRule, parseRuleText } from "../../alerts/load.ts";
import { presets } from "../../alerts/presets.ts";
import { ruleText } from "../../alerts/rule-text.ts";
import { ConfigError } from "../../config/config-error.ts";
import { hasRole } from "../../model/accounts.ts";
import type { AlertRule } from "../../model/alert.ts";
import { addRule, changeRule, previewFor, removeRule, ruleFor, switchRule } from "../alerts/rules.ts";
import { type Fields, formOfDraft, formOfRule, ruleOfForm } from "../alerts/rule-form.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";
import { formOf, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { PreviewTable } from "../views/alert-parts.tsx";
import { CsrfField, page } from "../views/layout.tsx";
import { RuleFields } from "../views/rule-fields.tsx";

const reads = { role: "analyst" } as const;
const writes = { role: "editor" } as const;

export const alertRuleRoutes: readonly Route[] = [
  { method: "GET", path: "/alerts/new", access: writes, handle: newRule },
  { method: "POST", path: "/alerts/new", access: writes, handle: (c) => save(c, null) },
  { method: "POST", path: "/alerts/preview", access: writes, handle: previewDraft },
  { method: "GET", path: "/alerts/rules/:id", access: reads, handle: showRule },
  { method: "GET", path: "/alerts/rules/:id/edit", access: writes, handle: editRule },
  { method: "POST", path: "/alerts/rules/:id/edit", access: writes, handle: (c) => save(c, idOf(c)) },
  { method: "POST", path: "/alerts/rules/:id/switch", access: writes, handle: turn },
  { method: "POST", path: "/alerts/rules/:id/remove", access: writes, handle: remove },
];

const idOf = (c: ReviewContext) => c.req.param("id") ?? "";
const defaultDays = 30;
const DaysSchema = z.object({ days: z.coerce.number().int().min(1).max(365).default(defaultDays) });
const AsSchema = z.object({
  as: z.enum(["form", "yaml"]).default("form"),
  preset: z.string().max(64).optional(),
  copy: z.string().max(64).optional(),
});

async function showRule(c: ReviewContext) {
  const { days } = queryOf(c, DaysSchema);
  const { rule, fromFile } = await ruleFor(c, idOf(c));
  const preview = await previewFor(c, rule, days);
  const mayWrite = hasRole(viewerOf(c).user.role, "editor");
  const address = `/alerts/rules/${rule.id}`;
  return page(
    c,
    { title: rule.name },
    <>
      <p class="small">
        <a href="/alerts">Alerts</a>
      </p>
      <div class="head">
        <h1>{rule.name}</h1>
        <span class="row">
          <span class={`badge ${rule.enabled ? "confirmed" : ""}`}>{rule.enabled ? "on" : "off"}</span>
          {fromFile ? <span class="badge">from the file</span> : null}
        </span>
      </div>
      {mayWrite ? (
        <div class="row">
          {fromFile ? (
            <p class="quiet small">It stands in the file of alerts and is changed there.</p>
          ) : (
            <>
              <a class="button" href={`${address}/edit`}>
                Edit
              </a>
              <form method="post" action={`${address}/switch`}>
                <CsrfField c={c} />
                {rule.enabled ? null : <input type="hidden" name="enabled" value="on" />}
                <button type="submit">{rule.enabled ? "Turn off" : "Turn on"}</button>
              </form>
            </>
          )}
          <a class="button" href={`/alerts/new?copy=${rule.id}`}>
            Copy
          </a>
          <a href={`/alerts/deliveries?rule=${rule.id}`}>Its deliveries</a>
          {fromFile ? null : (
            <details class="menu">
              <summary>Remove</summary>
              <form class="menu-body" method="post" action={`${address}/remove`}>
                <CsrfField c={c} />
                <p class="small">What it has told stays in the deliveries.</p>
                <button class="bad" type="submit">
                  Remove this rule
                </button>
              </form>
            </details>
          )}
        </div>
      ) : null}
      <details>
        <summary>As it is written down</summary>
        <pre class="card code" tabindex={0}>
          <code>{ruleText(rule)}</code>
        </pre>
      </details>
      <section class="stack" aria-labelledby="preview">
        <h2 id="preview">What it would have told</h2>
        <PreviewTable preview={preview} days={days} />
      </section>
    </>,
  );
}

/** What the editor shows: a rule's form or its text, and what is wrong with it. */
interface Draft {
  /** Null for a new rule. */
  id: string | null;
  /** The rule as it was when it was opened, to see whether somebody else changed it. */
  seen: string;
  written: { fields: Fields } | { yaml: string };
  faults?: readonly string[];
  status?: 200 | 409 | 422;
  preview?: Awaited<ReturnType<typeof previewFor>>;
}

async function newRule(c: ReviewContext) {
  const { as, preset, copy } = queryOf(c, AsSchema);
  const draft = await begun(c, preset, copy);
  return editor(c, {
    id: null,
    seen: "",
    written: as === "yaml" ? { yaml: draft.text } : { fields: formOfDraft(draft.rule) },
  });
}

async function begun(c: ReviewContext, preset: string | undefined, copy: string | undefined) {
  const { lists } = await c.var.services.alerts.setup();
  if (copy !== undefined) {
    const rule: AlertRule = { ...(await ruleFor(c, copy)).rule, id: `${copy.slice(0, 58)}-copy` };
    return { rule, text: ruleText(rule) };
  }
  const { rule } = presets.find((one) => one.rule.id === preset) ?? { rule: {} };
  if (preset !== undefined && !("id" in rule)) throw notFound("ready-made rule");
  // Lists that a ready-made rule names and that are not there yet are left out: the form cannot offer them.
  const { who, ...rest } = rule as Record<string, unknown> & { who?: { lists?: string[] } };
  const known = who?.lists?.filter((name) => lists[name] !== undefined) ?? [];
  const draft = known.length === 0 ? rest : { ...rest, who: { lists: known } };
  return { rule: draft, text: stringify({ id: "my-rule", name: "My rule", ...draft, to: [] }) };
}

async function editRule(c: ReviewContext) {
  const { as } = queryOf(c, AsSchema);
  const { rule, fromFile } = await ruleFor(c, idOf(c));
  if (fromFile) throw new HttpFault(409, "This rule stands in the file of alerts; it is changed there.");
  const text = ruleText(rule);
  return editor(c, {
    id: rule.id,
    seen: text,
    written: as === "yaml" ? { yaml: text } : { fields: formOfRule(rule) },
  });
}

async function editor(c: ReviewContext, { id, seen, written, faults = [], status = 200, preview }: Draft) {
  const { alerts } = c.var.services;
  const setup = await alerts.setup();
  const title = id === null ? "New rule" : `Edit ${id}`;
  const action = id === null ? "/alerts/new" : `/alerts/rules/${id}/edit`;
  const other = "yaml" in written ? "form" : "yaml";
  return page(
    c,
    { title, status },
    <>
      <p class="small">
        <a href="/alerts">Alerts</a>
      </p>
      <div class="head">
        <h1>{title}</h1>
        <a href={`${action}?as=${other}`}>{other === "yaml" ? "Write it as YAML" : "Fill in a form"}</a>
      </div>
      {faults.length === 0 ? null : (
        <div class="note bad" role="alert">
          <p>This rule cannot be used yet:</p>
          <ul>
            {faults.map((fault) => (
              <li>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <form class="stack" method="post" action={action}>
        <CsrfField c={c} />
        <input type="hidden" name="seen" value={seen} />
        {id === null ? null : <input type="hidden" name="editing" value={id} />}
        {"yaml" in written ? (
          <label>
            The rule
            <textarea class="code" name="yaml" rows={22} spellcheck={false} required>
              {`\n${written.yaml}`}
            </textarea>
          </label>
        ) : (
          <RuleFields
            fields={written.fields}
            isNew={id === null}
            lists={Object.keys(setup.lists)}
            targets={[...setup.targets.keys()]}
            seesRestricted={viewerOf(c).user.seesRestricted}
          />
        )}
        <div class="row">
          <button class="primary" type="submit">
            Save
          </button>
          <button type="submit" formaction="/alerts/preview">
            Preview on the last {defaultDays} days
          </button>
          <a href={id === null ? "/alerts" : `/alerts/rules/${id}`}>Leave it</a>
        </div>
      </form>
      {preview === undefined ? null : (
        <section class="stack" aria-labelledby="preview">
          <h2 id="preview">What it would have told</h2>
          <p class="note">Nothing was saved.</p>
          <PreviewTable preview={preview} days={defaultDays} />
        </section>
      )}
    </>,
  );
}

interface Read {
  draft: Pick<Draft, "id" | "seen" | "written">;
  rule: AlertRule | null;
  faults: string[];
}

/** What was sent, checked; the id of a rule that is edited stays. */
async function readDraft(c: ReviewContext, id: string | null): Promise<Read> {
  const { _csrf, seen = "", yaml, editing, ...fields } = await formOf(c);
  const setup = await c.var.services.alerts.setup();
  // Browsers send line ends as CR LF.
  const opened = seen.replaceAll("\r\n", "\n");
  const written = yaml === undefined ? { fields } : { yaml: yaml.replaceAll("\r\n", "\n") };
  const draft = { id: id ?? editing ?? null, seen: opened, written };
  try {
    const rule =
      "yaml" in written
        ? parseRuleText(written.yaml, setup)
        : parseRule({ ...ruleOfForm(fields), ...(draft.id === null ? {} : { id: draft.id }) }, setup);
    const renamed = draft.id !== null && rule.id !== draft.id;
    return { draft, rule: renamed ? null : rule, faults: renamed ? [`id: it stays ${draft.id}`] : [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const faults = error.issues.map(
      ({ line, key, found, expected }) =>
        `${line === null ? "" : `line ${line}, `}${key || "the rule"}: found ${found ?? "nothing"}, expected ${expected}`,
    );
    return { draft, rule: null, faults };
  }
}

async function save(c: ReviewContext, id: string | null) {
  if (id !== null) await ruleFor(c, id);
  const { draft, rule, faults } = await readDraft(c, id);
  if (rule === null) return editor(c, { ...draft, id, faults, status: 422 });
  try {
    await (id === null ? addRule(c, rule) : changeRule(c, rule, draft.seen));
  } catch (error) {
    if (!(error instanceof HttpFault) || error.status !== 409) throw error;
    return editor(c, { ...draft, id, faults: [error.message], status: 409 });
  }
  return c.redirect(`/alerts/rules/${rule.id}`, 303);
}

async function previewDraft(c: ReviewContext) {
  const { draft, rule, faults } = await readDraft(c, null);
  if (rule === null) return editor(c, { ...draft, faults, status: 422 });
  return editor(c, { ...draft, preview: await previewFor(c, rule, defaultDays) });
}

async function turn(c: ReviewContext) {
  const { enabled } = await formOf(c);
  await switchRule(c, idOf(c), enabled === "on");
  return c.redirect(`/alerts/rules/${encodeURIComponent(idOf(c))}`, 303);
}

async function remove(c: ReviewContext) {
  await removeRule(c, idOf(c));
  return c.redirect("/alerts", 303);
}
