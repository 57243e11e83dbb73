import type { AlertDeal, AlertLanguage, AlertRemark, Delivery, Notice, Urgency } from "../../model/alert.ts";
import type { EventState } from "../../model/standing-change.ts";
import { type Catalog, catalogOf, counted, countryName, fill, written } from "./catalog.ts";

/** One thing to tell, in a reader's language, without the markup of a channel. */
export interface Passage {
  /** Null for what is about a source, not about an event. */
  notice: Notice | null;
  /** Stands alone: who, where, when, and how sure. */
  line: string;
  /** Term, charge, who did it: label and value. */
  details: { label: string; value: string }[];
  uncertain: string | null;
  /** What is different from what the reader was told last. */
  changed: string | null;
  evidence: { label: string; quote: string; sourceName: string; url: string } | null;
  links: { label: string; url: string }[];
  /** Values from the event for tags: its type and its countries. */
  tags: string[];
}

/** A delivery in words. */
export interface Message {
  deliveryId: string;
  language: AlertLanguage;
  urgency: Urgency;
  /** The line of an alert, or the heading of a digest. */
  subject: string;
  passages: Passage[];
  /** Why the reader gets it. */
  footer: string;
  /** Messages about one event have one. */
  threadKey: string;
  /** First message of its thread. */
  first: boolean;
  createdAt: string;
}

const maxNames = 5;

function people(notice: Notice, state: EventState, text: Catalog): string {
  const names = state.subjects.map(({ id, name }) => notice.names[id] ?? name);
  if (names.length > maxNames)
    return fill(text.andMore, {
      names: names.slice(0, maxNames).join(", "),
      count: String(names.length - maxNames),
    });
  if (names.length > 0) return names.join(", ");
  const { group } = state;
  if (group === null) {
    const bodies = state.agents.map(({ name }) => name);
    return bodies.length > 0 ? bodies.join(", ") : text.unnamed;
  }
  if (group.count === null) return group.label;
  return group.label === ""
    ? counted(notice.language, text.persons, group.count)
    : `${group.count} ${group.label.replace(/^(?:\d[\d.,  ]*|(?:at least|more than|some)\s+)+/u, "")}`.trim();
}

function standing(notice: Notice, state: EventState, text: Catalog): string {
  return fill(text.by, {
    standing: text.standing[state.standing],
    sources: counted(notice.language, text.sources, state.origins),
  });
}

function headline(notice: Notice, state: EventState, text: Catalog): string {
  const what =
    state.assertion === "asserted"
      ? text.happened[state.type]
      : `${text.subject[state.type]} (${text.assertion[state.assertion]})`;
  const when = state.date === null ? "" : written(notice.language, state.date);
  return `${what}: ${[people(notice, state, text), countriesOf(notice), when].filter((part) => part !== "").join(", ")}`;
}

const countriesOf = ({ countries, language }: Notice) =>
  countries.map((country) => countryName(language, country)).join(", ");

/** "No visit: Alena Karpovich, Belarus: 92 days, since 10 Jan 2025"; "Reported: …: torture". */
function remarkLine(notice: Notice, remark: AlertRemark, state: EventState, text: Catalog): string {
  const whom = [people(notice, state, text), countriesOf(notice)].filter((part) => part !== "").join(", ");
  if (remark.kind === "condition") return `${text.reported}: ${whom}: ${text.condition[remark.category]}`;
  const { language } = notice;
  const days = counted(language, text.days, remark.days);
  const lasting = fill(text.lasting, { days, date: written(language, remark.since) });
  return `${text.clock[remark.what]}: ${whom}: ${lasting}`;
}

function lineOf(notice: Notice, text: Catalog): string {
  const { before, after, remark } = notice;
  if (remark !== null && after !== null) return remarkLine(notice, remark, after, text);
  const was = before === null ? "" : ` (${fill(text.was, { before: standing(notice, before, text) })})`;
  if (after !== null) {
    const sameStanding = before !== null && standing(notice, before, text) === standing(notice, after, text);
    return `${headline(notice, after, text)}: ${standing(notice, after, text)}${sameStanding ? "" : was}`;
  }
  return before === null ? text.gone : `${headline(notice, before, text)}: ${text.gone}${was}`;
}

function uncertainties(notice: Notice, state: EventState, text: Catalog): string | null {
  const found: string[] = [];
  if (notice.remark?.kind === "clock") return null;
  if (notice.remark !== null) {
    if (notice.attributedTo.length === 0) return null;
    return `${text.uncertain}: ${fill(text.reportedBy, { names: notice.attributedTo.join(", ") })}`;
  }
  if (state.standing === "disputed") found.push(text.disputed);
  if (state.origins <= 1 && state.standing !== "confirmed") found.push(text.oneSource);
  if (state.date === null) found.push(text.noDate);
  // Whose word it is matters as long as somebody's word is all there is.
  if (found.length > 0 && notice.attributedTo.length > 0)
    found.push(fill(text.reportedBy, { names: notice.attributedTo.join(", ") }));
  return found.length === 0 ? null : `${text.uncertain}: ${found.join("; ")}`;
}

const namesIn = ({ subjects }: EventState) => subjects.map(({ name }) => name).join(", ") || "–";

function changed({ before, after, language }: Notice, text: Catalog): string | null {
  if (before === null || after === null) return null;
  const { fields } = text;
  const date = (value: string | null) => (value === null ? "–" : written(language, value));
  const rows: [string, string, string][] = [
    [fields.people, namesIn(before), namesIn(after)],
    [fields.date, date(before.date), date(after.date)],
    [fields.place, before.place ?? "–", after.place ?? "–"],
    [fields.term, before.term ?? "–", after.term ?? "–"],
    [fields.charge, before.charge ?? "–", after.charge ?? "–"],
    [fields.standing, text.standing[before.standing], text.standing[after.standing]],
  ];
  const found = rows.filter(([, a, b]) => a !== b).map(([label, a, b]) => `${label} ${a} → ${b}`);
  return found.length === 0 ? null : `${text.changed}: ${found.join("; ")}`;
}

function dealPart(
  { language }: Notice,
  { type, who, date }: AlertDeal["parts"][number],
  text: Catalog,
): string {
  const when = date === null ? "" : written(language, date);
  return [`${text.subject[type]}${who === "" ? "" : ` (${who})`}`, when]
    .filter((part) => part !== "")
    .join(", ");
}

/**
 * A notice in words.
 *
 * @param baseUrl address of the review app, for links; null without one
 */
export function passageOf(notice: Notice, baseUrl: string | null): Passage {
  const text = catalogOf(notice.language);
  const state = notice.after ?? notice.before;
  const details: Passage["details"] = [];
  if (state !== null && notice.after !== null && notice.remark === null) {
    if (state.term !== null) details.push({ label: text.term, value: state.term });
    if (state.charge !== null) details.push({ label: text.charge, value: state.charge });
    if (state.agents.length > 0 && state.subjects.length + (state.group === null ? 0 : 1) > 0)
      details.push({ label: text.agents, value: state.agents.map(({ name }) => name).join(", ") });
  }
  if (notice.deal !== null)
    details.push({
      label: text.deal,
      value: notice.deal.parts.map((part) => dealPart(notice, part, text)).join("; "),
    });
  const links = [];
  if (baseUrl !== null) {
    const base = baseUrl.replace(/\/$/, "");
    links.push({ label: text.open, url: `${base}/events/${encodeURIComponent(notice.eventId)}` });
    for (const { id, name } of state?.subjects.slice(0, maxNames) ?? [])
      links.push({ label: notice.names[id] ?? name, url: `${base}/persons/${encodeURIComponent(id)}` });
  }
  return {
    notice,
    line: lineOf(notice, text),
    details,
    uncertain: notice.after === null ? null : uncertainties(notice, notice.after, text),
    changed: changed(notice, text),
    evidence:
      notice.evidence === null
        ? null
        : {
            label: text.evidence,
            quote: notice.evidence.quote,
            sourceName: notice.evidence.sourceName,
            url: notice.evidence.url,
          },
    links,
    tags: state === null ? [] : [state.type, ...notice.countries],
  };
}

/** A delivery in words; a digest puts together what is about the same people. */
export function messageOf(delivery: Delivery, baseUrl: string | null): Message {
  if (delivery.operations !== null) return operationsMessage(delivery, delivery.operations);
  const [first] = delivery.notices;
  if (first === undefined) throw new RangeError(`delivery ${delivery.id} tells nothing`);
  const text = catalogOf(first.language);
  const passages = grouped(delivery.notices).map((notice) => passageOf(notice, baseUrl));
  return {
    deliveryId: delivery.id,
    language: first.language,
    urgency: first.urgency,
    subject:
      delivery.kind === "digest"
        ? fill(text.digest, { changes: counted(first.language, text.changesCount, delivery.notices.length) })
        : (passages[0]?.line ?? ""),
    passages,
    footer: fill(text.rule, { name: first.ruleName }),
    threadKey: delivery.threadKey,
    first: delivery.seq === 1,
    createdAt: delivery.createdAt,
  };
}

/** Notices with those of one deal and those about one person beside each other, in the order in which each was first told of. */
function grouped(notices: readonly Notice[]): Notice[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const state = notice.after ?? notice.before;
    const key = notice.deal?.id ?? state?.subjects[0]?.id ?? notice.eventId;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()].flat();
}

/** For those who run Habeas; in English, like its log. */
function operationsMessage(
  { id, threadKey, seq, createdAt }: Delivery,
  { subject, text }: NonNullable<Delivery["operations"]>,
): Message {
  return {
    deliveryId: id,
    language: "en",
    urgency: "high",
    subject,
    passages: [
      {
        notice: null,
        line: subject,
        details: [],
        uncertain: null,
        changed: text,
        evidence: null,
        links: [],
        tags: ["source"],
      },
    ],
    footer: "You get this because you run Habeas (operators in the file of alerts).",
    threadKey,
    first: seq === 1,
    createdAt,
  };
}
