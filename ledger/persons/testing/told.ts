import { articleId, composeText } from "../../../model/article.ts";
import type { ExtractedEvent, ExtractedRelation, Extraction, PersonRole } from "../../../model/extraction.ts";
import type { Store } from "../../../storage/store.ts";
import { resolveArticle } from "../../resolve.ts";
import type { KnownPeople } from "../known-people.ts";

/** An article in short, for tests. */
export interface Told {
  id: string;
  persons: { name: string; role?: PersonRole; gazetteerId?: string }[];
  relations?: Pick<ExtractedRelation, "kind" | "words" | "person" | "of">[];
  events: (Pick<ExtractedEvent, "type" | "subjects"> & Partial<ExtractedEvent>)[];
}

const confidence = { value: 0.9, parts: {} };
const span = { start: 0, end: 5 };

/** Brings an article into the store as the stages do, with this extraction. Told again, it has a newer extraction. */
export async function tellArticle(
  store: Store,
  told: Told,
  known: KnownPeople,
  at = "2026-03-02T00:00:00.000Z",
) {
  const url = `https://example.org/${told.id}`;
  const id = articleId(url);
  const hint = { title: null, published: null };
  await store.articles.discover([
    { url, sourceId: told.id, endpointUrl: null, discoveredAt: at, hint, priority: 5 },
  ]);
  const article = {
    id,
    url,
    sourceId: told.id,
    sourceName: told.id,
    captureHash: null,
    title: "Told",
    authors: [],
    published: at,
    modified: null,
    lang: "en",
    section: null,
    leadImage: null,
    ...composeText("Told in a test", []),
  };
  const extraction: Extraction = {
    id: `${id}_${JSON.stringify(told).length}_${told.persons.map(({ name }) => name).join()}`,
    articleId: id,
    captureHash: null,
    extractorVersion: "test",
    persons: told.persons.map(({ name, role = "detainee", gazetteerId = null }) => ({
      name,
      aliases: [],
      mentions: [span],
      ruleId: "test",
      confidence,
      canonical: name,
      role,
      gazetteerId,
    })),
    actors: [],
    relations: (told.relations ?? []).map((relation) => ({
      evidence: span,
      ruleId: "test",
      confidence,
      ...relation,
    })),
    conditions: [],
    events: told.events.map((event) => ({
      group: null,
      agents: [],
      recipients: [],
      date: null,
      place: null,
      term: null,
      charge: null,
      assertion: "asserted",
      cues: [],
      attributedTo: [],
      trigger: span,
      evidence: span,
      ruleId: "test",
      confidence,
      ...event,
    })),
  };
  await store.extractions.put(extraction);
  await store.articles.advance(id, { stage: "extracted", at, article, force: true });
  const record = await store.articles.get(id);
  if (record === null) throw new Error("the article was not stored");
  await resolveArticle(store, record, extraction, { at, known });
  await store.articles.advance(id, { stage: "resolved", at });
}

/** Who is one person: the names, or the candidates, of every person that articles name. */
export async function groupsOf(store: Store, by: "names" | "candidates" = "names"): Promise<string[][]> {
  const groups: string[][] = [];
  for (const person of (await store.persons.list({}, { limit: 200 })).items) {
    const candidates = await store.candidates.ofPersons([person.id]);
    const members = by === "names" ? person.names : candidates.map(({ id }) => id);
    groups.push([...new Set(members)].toSorted());
  }
  return groups.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}
