import { createHash } from "node:crypto";
import { personRoles } from "../../model/extraction.ts";
import type { Party } from "../../model/ledger.ts";
import { addressesOf, type ExportedEvent, summaryOf, titleOf } from "./record.ts";

/** An entity of the FollowTheMoney model, as OpenSanctions and Aleph read it. */
export interface FtmEntity {
  id: string;
  schema: "Event" | "Person" | "LegalEntity";
  properties: Record<string, string[]>;
}

/** Ids there are letters, digits, dots and hyphens; others are hashed. */
const entityId = (kind: string, id: string): string =>
  /^[a-z0-9.-]+$/i.test(id)
    ? `habeas-${kind}-${id}`
    : `habeas-${kind}-${createHash("sha256").update(id).digest("hex").slice(0, 20)}`;

const isPerson = ({ kind }: Party) => kind !== undefined && (personRoles as readonly string[]).includes(kind);

function partyEntity(party: Party, named: boolean): FtmEntity {
  return {
    id: entityId("party", party.id),
    schema: named || isPerson(party) ? "Person" : "LegalEntity",
    properties: { name: [party.name] },
  };
}

const list = (value: string | null): string[] => (value === null ? [] : [value]);

/**
 * An event and those that it involves, as entities. Parties come first, so that a reader line by line knows them.
 *
 * @see https://followthemoney.tech/explorer/schemata/Event/
 */
export function ftmEntities(exported: ExportedEvent): FtmEntity[] {
  const { event, claims } = exported;
  const subjects = event.subjects.map((party) =>
    partyEntity(party, party.kind === undefined || isPerson(party)),
  );
  const agents = event.agents.map((party) => partyEntity(party, false));
  const recipients = event.recipients.map((party) => partyEntity(party, false));
  const properties: FtmEntity["properties"] = {
    name: [titleOf(event)],
    summary: [summaryOf(event)],
    description: claims.map(({ quote }) => quote),
    date: list(event.date),
    location: list(event.place),
    involved: [...subjects, ...recipients].map(({ id }) => id),
    organizer: agents.map(({ id }) => id),
    keywords: [event.type, event.standing, event.assertion],
    sourceUrl: addressesOf(exported).filter((url) => /^https?:/.test(url)),
    recordId: [event.id],
  };
  const filled = Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0));
  const own: FtmEntity = { id: entityId("event", event.id), schema: "Event", properties: filled };
  const parties = new Map([...subjects, ...agents, ...recipients].map((entity) => [entity.id, entity]));
  return [...parties.values(), own];
}
