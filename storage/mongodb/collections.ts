import { type Collection, type Db, type IndexDescription, MongoServerError } from "mongodb";
import type { Assertion, EventType } from "../../model/extraction.ts";
import type { Stage } from "../../model/article.ts";
import type { DecisionKind } from "../../model/decision.ts";
import type { Standing } from "../../model/ledger.ts";
import type { ReviewTaskKind, ReviewTaskStatus } from "../../model/review-task.ts";
import type { StoredDocument } from "../documents.ts";
import type { ReportCollection } from "../reports.ts";

/** Every stored document: its natural key, the document itself, and beside it what is filtered and sorted by. */
export interface Kept<D> {
  _id: string;
  doc: D;
}

export interface KeptEndpoint extends Kept<StoredDocument<"endpoints">> {
  sourceId: string;
}
export interface KeptArticle extends Kept<StoredDocument<"articles">> {
  sourceId: string;
  lang: string | null;
  stage: Stage;
  stageAt: string;
  discoveredAt: string;
  revisitAt: string | null;
  copyKeys: string[];
  words: string[];
  /** Changes with every write, see `revisions.ts`. */
  revision: string;
}
interface KeptCapture extends Kept<StoredDocument<"captures">> {
  hash: string;
  fetchedAt: string;
  url: string;
}
export interface KeptExtraction extends Kept<StoredDocument<"extractions">> {
  articleId: string;
  /** Epoch milliseconds of the last put, and a number that tells puts within one millisecond apart. */
  putAt: number;
  putSerial: number;
}
export interface KeptClaim extends Kept<StoredDocument<"claims">> {
  articleId: string;
  blocks: string[];
}
export interface KeptSupersededClaim extends Kept<StoredDocument<"supersededClaims">> {
  claimId: string;
  extractionId: string;
  articleId: string;
}
export interface KeptEvent extends Kept<StoredDocument<"events">> {
  blockKey: string;
  type: EventType;
  assertion: Assertion;
  standing: Standing;
  date: string | null;
  sort: string;
  personIds: string[];
  sourceIds: string[];
}
export interface KeptReport<C extends ReportCollection> extends Kept<StoredDocument<C>> {
  articleId: string;
  personIds: string[];
  sort: string;
}
export interface KeptPerson extends Kept<StoredDocument<"persons">> {
  curated: boolean;
  sort: string;
  words: string[];
  revision: string;
}
export interface KeptCandidate extends Kept<StoredDocument<"candidates">> {
  personId: string;
  keys: string[];
}
interface KeptCandidateMention extends Kept<StoredDocument<"candidateMentions">> {
  candidateId: string;
  articleId: string;
}
interface KeptPersonNote extends Kept<StoredDocument<"personNotes">> {
  personId: string;
  articleId: string;
}
export interface KeptSuccession extends Kept<StoredDocument<"eventSuccessions">> {
  successorId: string;
}
export interface KeptDecision extends Kept<StoredDocument<"decisions">> {
  by: string;
  kind: DecisionKind;
  at: string;
  about: string[];
}
export interface KeptStandingChange {
  /** Place in the order of all changes: 1, 2, 3 … without a gap. */
  _id: number;
  id: string;
  eventId: string;
  seq: number;
  doc: StoredDocument<"standingChanges">;
}
export interface KeptReviewTask extends Kept<StoredDocument<"reviewTasks">> {
  kind: ReviewTaskKind;
  status: ReviewTaskStatus;
  assignee: string | null;
  targetIds: string[];
  sort: string;
  revision: string;
}
interface KeptLease {
  _id: string;
  holder: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

export interface Collections {
  endpoints: Collection<KeptEndpoint>;
  hosts: Collection<Kept<StoredDocument<"hosts">>>;
  robots: Collection<Kept<StoredDocument<"robots">>>;
  sourceHabits: Collection<Kept<StoredDocument<"sourceHabits">>>;
  sourceHealth: Collection<Kept<StoredDocument<"sourceHealth">>>;
  sourceNotices: Collection<Kept<StoredDocument<"sourceNotices">>>;
  backfills: Collection<Kept<StoredDocument<"backfills">>>;
  revisions: Collection<Kept<StoredDocument<"revisions">>>;
  articles: Collection<KeptArticle>;
  captures: Collection<KeptCapture>;
  extractions: Collection<KeptExtraction>;
  claims: Collection<KeptClaim>;
  supersededClaims: Collection<KeptSupersededClaim>;
  events: Collection<KeptEvent>;
  conditionReports: Collection<KeptReport<"conditionReports">>;
  relationClaims: Collection<KeptReport<"relationClaims">>;
  persons: Collection<KeptPerson>;
  personNotes: Collection<KeptPersonNote>;
  candidates: Collection<KeptCandidate>;
  candidateMentions: Collection<KeptCandidateMention>;
  eventSuccessions: Collection<KeptSuccession>;
  decisions: Collection<KeptDecision>;
  standingChanges: Collection<KeptStandingChange>;
  reviewTasks: Collection<KeptReviewTask>;
  locks: Collection<KeptLease>;
}

export function collectionsOf(db: Db): Collections {
  return {
    endpoints: db.collection("endpoints"),
    hosts: db.collection("hosts"),
    robots: db.collection("robots"),
    sourceHabits: db.collection("sourceHabits"),
    sourceHealth: db.collection("sourceHealth"),
    sourceNotices: db.collection("sourceNotices"),
    backfills: db.collection("backfills"),
    revisions: db.collection("revisions"),
    articles: db.collection("articles"),
    captures: db.collection("captures"),
    extractions: db.collection("extractions"),
    claims: db.collection("claims"),
    supersededClaims: db.collection("supersededClaims"),
    events: db.collection("events"),
    conditionReports: db.collection("conditionReports"),
    relationClaims: db.collection("relationClaims"),
    persons: db.collection("persons"),
    personNotes: db.collection("personNotes"),
    candidates: db.collection("candidates"),
    candidateMentions: db.collection("candidateMentions"),
    eventSuccessions: db.collection("eventSuccessions"),
    decisions: db.collection("decisions"),
    standingChanges: db.collection("standingChanges"),
    reviewTasks: db.collection("reviewTasks"),
    locks: db.collection("locks"),
  };
}

const reportIndexes: IndexDescription[] = [
  { key: { articleId: 1, _id: 1 } },
  { key: { personIds: 1, sort: -1, _id: -1 } },
  { key: { sort: -1, _id: -1 } },
];

/**
 * Indexes by collection. Search goes by an array of folded words: a text index would stem and drop words by a language
 * that an article may not have, and two servers of the protocol would not do it in the same way.
 */
const indexes: { [C in keyof Collections | "bodies.chunks"]?: IndexDescription[] } = {
  endpoints: [{ key: { sourceId: 1, _id: 1 } }],
  articles: [
    { key: { discoveredAt: -1, _id: -1 } },
    { key: { sourceId: 1, discoveredAt: -1, _id: -1 } },
    { key: { lang: 1, discoveredAt: -1, _id: -1 } },
    { key: { stage: 1, discoveredAt: -1, _id: -1 } },
    { key: { stage: 1, stageAt: 1, _id: 1 } },
    { key: { revisitAt: 1, _id: 1 } },
    { key: { copyKeys: 1 } },
    { key: { words: 1 } },
  ],
  captures: [{ key: { hash: 1, fetchedAt: 1, url: 1 } }],
  extractions: [{ key: { articleId: 1, putAt: -1, putSerial: -1 } }],
  claims: [{ key: { articleId: 1, _id: 1 } }, { key: { blocks: 1, _id: 1 } }],
  supersededClaims: [{ key: { articleId: 1, claimId: 1, extractionId: 1 } }],
  events: [
    { key: { sort: -1, _id: -1 } },
    { key: { type: 1, sort: -1, _id: -1 } },
    { key: { assertion: 1, sort: -1, _id: -1 } },
    { key: { standing: 1, sort: -1, _id: -1 } },
    { key: { personIds: 1, sort: -1, _id: -1 } },
    { key: { sourceIds: 1, sort: -1, _id: -1 } },
    { key: { blockKey: 1, _id: 1 } },
  ],
  conditionReports: reportIndexes,
  relationClaims: reportIndexes,
  persons: [{ key: { sort: 1, _id: 1 } }, { key: { curated: 1, sort: 1, _id: 1 } }, { key: { words: 1 } }],
  personNotes: [{ key: { personId: 1, articleId: 1 } }, { key: { articleId: 1 } }],
  candidates: [{ key: { personId: 1, _id: 1 } }, { key: { keys: 1 } }],
  candidateMentions: [{ key: { candidateId: 1, articleId: 1 } }, { key: { articleId: 1, candidateId: 1 } }],
  eventSuccessions: [{ key: { successorId: 1, _id: 1 } }],
  decisions: [
    { key: { at: -1, _id: -1 } },
    { key: { by: 1, at: -1, _id: -1 } },
    { key: { kind: 1, at: -1, _id: -1 } },
    { key: { about: 1, at: 1, _id: 1 } },
  ],
  standingChanges: [{ key: { eventId: 1, seq: 1 }, unique: true }, { key: { id: 1 } }],
  reviewTasks: [
    { key: { sort: 1, _id: 1 } },
    { key: { status: 1, sort: 1, _id: 1 } },
    { key: { assignee: 1, status: 1, sort: 1, _id: 1 } },
    { key: { targetIds: 1 } },
  ],
  "bodies.chunks": [{ key: { files_id: 1, n: 1 }, unique: true }],
};

const tries = 5;

/** Creates what is missing. Several processes may do so at once: who loses a race finds the index there on its next try. */
export async function createIndexes(db: Db): Promise<void> {
  for (const [name, wanted] of Object.entries(indexes)) await createIndexesOf(db, name, wanted);
}

export async function createIndexesOf(db: Db, name: string, wanted: IndexDescription[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await db.collection(name).createIndexes(wanted);
      return;
    } catch (error) {
      if (!(error instanceof MongoServerError) || attempt === tries) throw error;
    }
  }
}
