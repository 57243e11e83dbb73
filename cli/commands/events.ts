import { assertions, eventTypes } from "../../model/extraction.ts";
import { Permanent } from "../../model/errors.ts";
import type { EventFilter, Store } from "../../storage/store.ts";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { linksOf } from "../../ledger/links/links-of.ts";
import { createKnownPeople } from "../../ledger/persons/known-people.ts";
import { explainEvent } from "../../ledger/explain.ts";
import { choiceOption, dateOption, numberOption } from "../arguments.ts";
import { UsageError } from "../explain.ts";
import type { LedgerReader } from "../remote-ledger.ts";
import { eventDetails, eventTable } from "../event-view.ts";
import { historyLines, linkLines, reasonLines } from "../history-view.ts";
import type { CommandContext } from "../program.ts";
import { settingsOf } from "../settings.ts";
import { withLedger, withStore } from "../with-store.ts";

export interface EventOptions {
  type?: string;
  person?: string;
  source?: string;
  assertion?: string;
  from?: string;
  to?: string;
}

/** The store's filter for options given by hand. */
export function eventFilter({ type, person, source, assertion, from, to }: EventOptions): EventFilter {
  return {
    ...(type === undefined ? {} : { type: choiceOption("type", type, eventTypes) }),
    ...(assertion === undefined ? {} : { assertion: choiceOption("assertion", assertion, assertions) }),
    ...(person === undefined ? {} : { personId: person }),
    ...(source === undefined ? {} : { sourceId: source }),
    ...(from === undefined ? {} : { from: dateOption("from", from) }),
    ...(to === undefined ? {} : { to: dateOption("to", to) }),
  };
}

export async function listEvents({
  options,
  globals,
  terminal,
}: CommandContext<EventOptions & { limit: string; json?: true }>): Promise<undefined> {
  const filter = eventFilter(options);
  const limit = numberOption("limit", options.limit);
  await withLedger(globals, async (store) => {
    const { items, next } = await store.events.list(filter, { limit });
    if (options.json) {
      for (const event of items) terminal.out(JSON.stringify(event));
      return;
    }
    if (items.length === 0) terminal.out("No events. `habeas crawl SOURCE` or `habeas demo` brings some.");
    else for (const line of eventTable(items, terminal)) terminal.out(line);
    if (next !== null) terminal.err(`The first ${limit}; --limit shows more.`);
  });
}

export async function showEvent({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true; history?: true; why?: true; related?: true }>): Promise<undefined> {
  const [id = ""] = args;
  const show = async (ledger: LedgerReader, store: Store | null) => {
    const event = await ledger.events.get(id);
    if (event === null) throw new Permanent(`no event ${id}; habeas events list shows their ids`);
    const claims = await ledger.claims.get(event.claimIds);
    const history = options.history ? await store?.standingChanges.ofEvent(event.id) : undefined;
    const reasons = options.why && store !== null ? await explainEvent(store, event) : undefined;
    const { settings } = settingsOf(globals);
    const related =
      options.related && store !== null
        ? await linksOf(
            store,
            event,
            createKnownPeople(loadGazetteers({ userFolder: settings.gazetteers.folder })),
          )
        : undefined;
    if (options.json) {
      terminal.out(JSON.stringify({ ...event, claims, history, why: reasons, related }, null, 2));
      return;
    }
    const articles = await Promise.all(claims.map((claim) => ledger.articles.get(claim.articleId)));
    const byId = new Map(
      articles.flatMap((record) => (record === null ? [] : [[record.id, record] as const])),
    );
    for (const line of eventDetails(event, claims, byId, terminal)) terminal.out(line);
    for (const line of history === undefined ? [] : historyLines(history, terminal)) terminal.out(line);
    for (const line of reasons === undefined ? [] : reasonLines(reasons, claims, terminal))
      terminal.out(line);
    for (const line of related === undefined ? [] : linkLines(related, terminal)) terminal.out(line);
  };
  if (!options.history && !options.why && !options.related) {
    await withLedger(globals, (ledger) => show(ledger, null));
    return;
  }
  if (process.env["HABEAS_URL"])
    throw new UsageError(
      "--history, --why and --related read the store itself; unset HABEAS_URL, or look at the event's page",
    );
  await withStore(globals, (store) => show(store, store));
}
