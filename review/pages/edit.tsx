import { z } from "zod";
import type { Article } from "../../model/article.ts";
import type { EventEdit } from "../../model/decision.ts";
import { assertions, eventTypes, PartialDateSchema } from "../../model/extraction.ts";
import type { LedgerEvent, Party } from "../../model/ledger.ts";
import { audit, type ReviewContext } from "../http/context.ts";
import { HttpFault, notFound } from "../http/fault.ts";
import { formOf, parsed } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import { eventTitle } from "../views/event-parts.tsx";
import { CsrfField, page } from "../views/layout.tsx";
import { plain } from "../views/words.ts";
import { decide, decidedBy, eventOf } from "./decide.tsx";

const access = { role: "analyst" } as const;

export const editRoutes: readonly Route[] = [
  { method: "GET", path: "/events/:id/edit", access, handle: showEdit },
  { method: "POST", path: "/events/:id/edit", access, handle: saveEdit },
  { method: "GET", path: "/articles/:id/add", access, handle: showAdd },
  { method: "POST", path: "/articles/:id/add", access, handle: saveAdd },
];

/** Slots as they stand in the form; persons and bodies one a line. */
interface Slots {
  type: string;
  subjects: string;
  agents: string;
  recipients: string;
  date: string;
  place: string;
  term: string;
  charge: string;
  assertion: string;
}
const slotNames = [
  "type",
  "subjects",
  "agents",
  "recipients",
  "date",
  "place",
  "term",
  "charge",
  "assertion",
] as const satisfies readonly (keyof Slots)[];

const lines = (parties: readonly Party[]) => parties.map(({ name }) => name).join("\n");

const slotsOf = (event: LedgerEvent): Slots => ({
  type: event.type,
  subjects: lines(event.subjects),
  agents: lines(event.agents),
  recipients: lines(event.recipients),
  date: event.date ?? "",
  place: event.place ?? "",
  term: event.term ?? "",
  charge: event.charge ?? "",
  assertion: event.assertion,
});

/** Words that were selected in the text come along in the address and fill a slot; names are added to those there. */
function withSelected(c: ReviewContext, slots: Slots): Slots {
  const filled = { ...slots };
  for (const name of slotNames) {
    const selected = c.req.query(name)?.trim().slice(0, 300);
    if (selected === undefined || selected === "") continue;
    const isList = name === "subjects" || name === "agents" || name === "recipients";
    filled[name] = isList && filled[name] !== "" ? `${filled[name]}\n${selected}` : selected;
  }
  return filled;
}

async function showEdit(c: ReviewContext) {
  const event = await eventOf(c);
  const { version } = await c.var.services.deciding.dossier(event);
  return page(
    c,
    { title: `Edit ${eventTitle(event)}` },
    <>
      <h1>{eventTitle(event)}</h1>
      <p class="quiet">
        What you write stands beside what the sources say, and wins. Empty means: not known.
      </p>
      <SlotForm c={c} slots={withSelected(c, slotsOf(event))} before={slotsOf(event)} version={version} />
    </>,
  );
}

function PickList({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option value={value} />
      ))}
    </datalist>
  );
}

function SlotForm({
  c,
  slots,
  before,
  version,
  quote,
}: {
  c: ReviewContext;
  slots: Slots;
  before?: Slots;
  version?: string;
  quote?: string;
}) {
  const { people, actors, places } = c.var.services.pickLists;
  const area = (name: "subjects" | "agents" | "recipients", label: string) => (
    <label>
      {label}
      <textarea name={name} rows={Math.max(2, slots[name].split("\n").length)} data-pick={name}>
        {slots[name]}
      </textarea>
      <span class="hint">One a line.</span>
    </label>
  );
  const input = (
    name: "date" | "place" | "term" | "charge",
    label: string,
    more: Record<string, string> = {},
  ) => (
    <label>
      {label}
      <input name={name} value={slots[name]} {...more} />
    </label>
  );
  const select = (name: "type" | "assertion", label: string, values: readonly string[]) => (
    <label>
      {label}
      <select name={name}>
        {values.map((value) => (
          <option value={value} selected={value === slots[name]}>
            {plain(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="card" method="post">
      <CsrfField c={c} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {before === undefined ? null : <input type="hidden" name="before" value={JSON.stringify(before)} />}
      {quote === undefined ? null : (
        <>
          <input type="hidden" name="quote" value={quote} />
          <blockquote class="text">
            <mark class="evidence">{quote}</mark>
          </blockquote>
        </>
      )}
      <div class="grid">
        {select("type", "What", eventTypes)}
        {select("assertion", "Told as", assertions)}
        {input("date", "When", { placeholder: "2025-12-13", pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?" })}
        {input("place", "Where", { list: "places" })}
        {area("subjects", "Who")}
        {area("agents", "By whom")}
        {area("recipients", "To whom")}
        {input("term", "Term", { placeholder: "6 years" })}
        {input("charge", "Charge")}
      </div>
      <label>
        Add somebody from the lists
        <input list="parties" data-pick-source placeholder="begin to type a name" />
        <span class="hint">Picked names go to the last field of names that you were in.</span>
      </label>
      <PickList id="places" values={places} />
      <PickList id="parties" values={[...people, ...actors].map(({ name }) => name)} />
      <label>
        Why
        <input name="reason" maxlength={500} placeholder="what you know and from where" />
      </label>
      <div class="row">
        <button class="primary" type="submit">
          Save
        </button>
      </div>
    </form>
  );
}

const FormSchema = z.object({
  type: z.enum(eventTypes),
  assertion: z.enum(assertions),
  date: z.union([z.literal(""), PartialDateSchema]),
  place: z.string().trim().max(300),
  term: z.string().trim().max(100),
  charge: z.string().trim().max(500),
  subjects: z.string().max(10_000),
  agents: z.string().max(10_000),
  recipients: z.string().max(10_000),
  reason: z.string().trim().max(500).optional(),
  version: z.string().max(40).optional(),
  before: z.string().max(40_000).optional(),
  quote: z.string().max(5000).optional(),
});

const namesIn = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The slots of a form as an edit; only what differs from `before` is said. */
function editOf(c: ReviewContext, form: z.infer<typeof FormSchema>, before: Partial<Slots>): EventEdit {
  const { pickLists } = c.var.services;
  const changed = (name: keyof Slots) =>
    namesIn(form[name]).join("\n") !== namesIn(before[name] ?? "").join("\n");
  const parties = (name: "subjects" | "agents" | "recipients") =>
    changed(name) ? { [name]: namesIn(form[name]).map((one) => pickLists.party(one)) } : {};
  const text = (name: "date" | "place" | "term" | "charge") =>
    changed(name) ? { [name]: form[name] === "" ? null : form[name] } : {};
  return {
    ...(changed("type") ? { type: form.type } : {}),
    ...(changed("assertion") ? { assertion: form.assertion } : {}),
    ...parties("subjects"),
    ...parties("agents"),
    ...parties("recipients"),
    ...text("date"),
    ...text("place"),
    ...text("term"),
    ...text("charge"),
  };
}

const BeforeSchema = z.record(z.string(), z.string());

async function saveEdit(c: ReviewContext) {
  const form = parsed(FormSchema, await formOf(c), 422);
  const event = await eventOf(c);
  const before = parsed(BeforeSchema, jsonOf(form.before ?? "{}"), 422);
  const changes = editOf(c, form, before);
  if (Object.keys(changes).length > 0) {
    const decided = decidedBy(c, form.reason || null);
    const request = { kind: "edit", eventId: event.id, changes } as const;
    await decide(c, event, request, { decided, version: form.version ?? null });
  }
  return c.redirect(`/events/${encodeURIComponent(event.id)}`, 303);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpFault(400, "The form is broken; open the page again.");
  }
}

async function articleOf(c: ReviewContext): Promise<Article> {
  const record = await c.var.reading.article(c.req.param("id") ?? "");
  if (record?.article === undefined || record.article === null) throw notFound("article");
  return record.article;
}

const empty: Slots = {
  type: "arrest",
  subjects: "",
  agents: "",
  recipients: "",
  date: "",
  place: "",
  term: "",
  charge: "",
  assertion: "asserted",
};

async function showAdd(c: ReviewContext) {
  const article = await articleOf(c);
  const quote = (c.req.query("quote") ?? "").slice(0, 2000);
  if (quote !== "" && !article.text.includes(quote))
    throw new HttpFault(400, "The words are not in the article.");
  const date = article.published?.slice(0, 10) ?? "";
  return page(
    c,
    { title: "Add an event" },
    <>
      <h1>Add an event</h1>
      <p class="quiet">
        Told in <a href={`/articles/${article.id}`}>{article.title}</a>
      </p>
      <SlotForm c={c} slots={withSelected(c, { ...empty, date })} quote={quote} />
    </>,
  );
}

async function saveAdd(c: ReviewContext) {
  const form = parsed(FormSchema, await formOf(c), 422);
  const article = await articleOf(c);
  const changes = { ...editOf(c, form, {}), type: form.type };
  const evidence = form.quote ? `“${form.quote}”, ${article.url}` : article.url;
  const reason = form.reason ? `${form.reason} (${evidence})` : evidence;
  const decision = await c.var.services.deciding.record({ kind: "add", changes }, decidedBy(c, reason));
  await audit(c, "event.add", { kind: "article", id: article.id }, { decision: decision.id });
  return c.redirect(`/articles/${article.id}`, 303);
}
