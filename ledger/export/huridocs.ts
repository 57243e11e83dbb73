import type { Party } from "../../model/ledger.ts";
import { type ExportedEvent, summaryOf, titleOf } from "./record.ts";

const person = ({ id, name }: Party) => ({ person_record_number: id, person_name: name });

/**
 * An event in the manner of the HURIDOCS Events Standard Formats: the event, the act with its victims, the involvement of
 * those who did it, and the information with its sources.
 */
export function huridocsRecord(exported: ExportedEvent): object {
  const { event, claims, articles } = exported;
  return {
    event: {
      event_record_number: event.id,
      event_title: titleOf(event),
      confidentiality: "no",
      geographical_term: event.place,
      initial_date: event.date,
      final_date: event.date,
      event_description: summaryOf(event),
      impact_of_event: null,
      remarks: event.basis.join(" "),
    },
    acts: [
      {
        type_of_act: event.type,
        initial_date: event.date,
        exact_date: event.date?.length === 10,
        victims: event.subjects.map(person),
        group: event.group,
        statistics: event.counts.map(({ count, label, originIds }) => ({
          count,
          label,
          given_by: originIds,
        })),
        status_as_term: event.term,
        legal_basis: event.charge,
        reliability: event.standing,
        status_of_act: event.assertion,
      },
    ],
    involvements: event.agents.map((agent) => ({
      ...person(agent),
      involvement: "acting",
      affiliation: null,
    })),
    interventions: event.recipients.map((recipient) => ({ ...person(recipient), role: "addressed" })),
    information: claims.map((claim) => ({
      source_record_number: claim.sourceId,
      source_name: articles.get(claim.articleId)?.article?.sourceName ?? claim.sourceId,
      connection: claim.attributedTo.map(({ name }) => name).join(", ") || "own report",
      date_of_source_material: claim.published,
      language_of_source_material: claim.lang,
      source_address: articles.get(claim.articleId)?.url ?? null,
      status_of_information: claim.assertion,
      comments: claim.quote,
    })),
  };
}
