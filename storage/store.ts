import type { Article, ArticleRecord, Capture, FetchOutcome, Stage } from "../model/article.ts";
import type { Backfill } from "../model/backfill.ts";
import type { ArticleRevision } from "../model/revision.ts";
import type { SourceHealth, SourceNotice } from "../model/source-health.ts";
import type { HostRecord, RobotsRecord, SourceHabit } from "../model/crawl-state.ts";
import type { EndpointState } from "../model/endpoint-state.ts";
import type { Assertion, EventType, Extraction, PersonRole } from "../model/extraction.ts";
import type { AlertStore } from "./alert-store.ts";
import type { ReviewStore } from "./review-store.ts";
import type { SearchRepository } from "./search.ts";
import type { Decision, DecisionKind } from "../model/decision.ts";
import type { ConditionReport } from "../model/condition-report.ts";
import type { Candidate, CandidateMention } from "../model/candidate.ts";
import type { Claim, LedgerEvent, Person, Standing } from "../model/ledger.ts";
import type { RelationClaim } from "../model/relation-claim.ts";
import type { NewReviewTask, ReviewTask, ReviewTaskKind, ReviewTaskStatus } from "../model/review-task.ts";
import type { StandingChange } from "../model/standing-change.ts";

/** An article that has just been announced; everything else of its record starts empty. */
export type Discovery = Pick<
  ArticleRecord,
  "url" | "sourceId" | "endpointUrl" | "discoveredAt" | "hint" | "priority"
>;

/** What moving an article to a stage brings along; what is absent stays as it was. */
export interface ArticleChange {
  stage: Stage;
  /** ISO time at which the article came to the stage. */
  at: string;
  outcome?: FetchOutcome;
  article?: Article;
  copyKeys?: string[];
  /** When to look at the page again; null: never. */
  revisit?: ArticleRecord["revisit"];
  /** Number of earlier versions. */
  revisions?: number;
  force?: boolean;
}

/**
 * A page of a list: articles by discovery, events by date and decisions by time, newest first; persons by name; review
 * tasks by priority, then the oldest first. `next` goes into the next call's `after`.
 */
export interface Page<T> {
  items: T[];
  next: string | null;
}
export interface PageRequest {
  limit: number;
  after?: string;
}

export interface ArticleFilter {
  sourceId?: string;
  stage?: Stage;
  lang?: string;
  /** Articles that contain all of these words in title or text, whatever their case and diacritics. */
  text?: string;
  /** Articles that are left out, whatever else holds. */
  exceptIds?: readonly string[];
}
export interface EventFilter {
  type?: EventType;
  personId?: string;
  assertion?: Assertion;
  standing?: Standing;
  sourceId?: string;
  /** Partial dates compare as strings: `2025-12` ≤ date. Undated events fall out as soon as a bound is given. */
  from?: string;
  /** Inclusive, with everything inside it: `2025-12` takes in `2025-12-31`. */
  to?: string;
  /** Events that are left out, whatever else holds: these, and all that name one of these persons in any part. */
  except?: { ids: readonly string[]; personIds: readonly string[] };
}
export interface PersonFilter {
  /** Persons with a name in which every one of these words begins a word, whatever their case and diacritics. */
  text?: string;
  curated?: boolean;
  /** Persons who are left out, whatever else holds. */
  exceptIds?: readonly string[];
}
export interface DecisionFilter {
  by?: string;
  kind?: DecisionKind;
}
export interface ReviewTaskFilter {
  status?: ReviewTaskStatus;
  kind?: ReviewTaskKind;
  assignee?: string;
  /** Id of a person, event or decision that the task is about. */
  targetId?: string;
}

export interface EndpointRepository {
  get(url: string): Promise<EndpointState | null>;
  put(state: EndpointState): Promise<void>;
  list(sourceId?: string): Promise<EndpointState[]>;
}

/** Documents of one kind under their natural keys, for states that are read and written whole. */
export interface KeyedRepository<T> {
  get(key: string): Promise<T | null>;
  put(document: T): Promise<void>;
  /**
   * By key: all of them, or those whose keys begin with `prefix` and stand behind `after`, as far as `limit` goes. Keys
   * compare by code points.
   */
  list(range?: { prefix?: string; after?: string; limit?: number }): Promise<T[]>;
}

export interface ArticleRepository {
  /** Inserts what is not known yet; returns the ids that are new. Known articles stay untouched. */
  discover(found: readonly Discovery[]): Promise<string[]>;
  get(id: string): Promise<ArticleRecord | null>;
  /**
   * Moves an article to a stage, never backwards unless `force`; also stores what came with it. A change that would go
   * backwards changes nothing.
   *
   * @throws Permanent when the article is not known.
   */
  advance(id: string, change: ArticleChange): Promise<void>;
  /** @throws Permanent when the article is not known. */
  setCopyOf(id: string, copyOf: ArticleRecord["copyOf"]): Promise<void>;
  /** Articles other than `id` that share at least one copy key. */
  sharingCopyKeys(id: string, keys: readonly string[]): Promise<ArticleRecord[]>;
  /** Articles that have stood in `stage` since before `before` (ISO), oldest first. */
  behind(stage: Stage, before: string, limit: number): Promise<ArticleRecord[]>;
  /** Articles whose next visit was due before `before` (ISO), longest due first. */
  dueForRevisit(before: string, limit: number): Promise<ArticleRecord[]>;
  list(filter: ArticleFilter, page: PageRequest): Promise<Page<ArticleRecord>>;
  countByStage(): Promise<Record<Stage, number>>;
}

export interface CaptureRepository {
  /**
   * Keeps the bytes under their hash; the same bytes are kept once, every fetch of them is noted.
   *
   * @throws Permanent when the bytes do not have the capture's hash.
   */
  put(capture: Capture, body: Uint8Array): Promise<void>;
  /** The fetch notes of these bytes, newest first. */
  notes(hash: string): Promise<Capture[]>;
  /** @throws Permanent when the kept bytes no longer have their hash. */
  body(hash: string): Promise<Uint8Array | null>;
}

export interface ExtractionRepository {
  put(extraction: Extraction): Promise<void>;
  get(id: string): Promise<Extraction | null>;
  /** Newest extraction of an article: the one put last, also when it had been put before. */
  latest(articleId: string): Promise<Extraction | null>;
}

export interface ClaimRepository {
  /**
   * Makes the article's claims in one block exactly these. New ones are added (a claim may stand in several blocks);
   * others of the article leave the block, and are superseded once they stand in none; so is what another extraction
   * worded differently. Called under the block's lock, block by block, so that a process killed half-way leaves nothing
   * that the next try cannot see and mend.
   */
  replaceInBlock(articleId: string, blockKey: string, claims: readonly Claim[]): Promise<void>;
  /** Keys of the blocks in which claims of the article stand, sorted. */
  blocksOf(articleId: string): Promise<string[]>;
  /** Claims of one article, ordered by id. */
  forArticle(articleId: string): Promise<Claim[]>;
  /** What earlier extractions of an article claimed and later ones no longer do, or not in these words; ordered by id. */
  superseded(articleId: string): Promise<Claim[]>;
  get(ids: readonly string[]): Promise<Claim[]>;
  /** All claims of one block, ordered by id. */
  inBlock(blockKey: string): Promise<Claim[]>;
}

export interface EventRepository {
  /**
   * Makes the block's events exactly these: upserts them and removes others of the block. Whoever asks for an event
   * that became part of another gets that other from then on, until an event has the id again.
   *
   * @param change `before`: what `inBlock` gave to the caller under the block's lock; read once more when absent.
   *   `langs`: languages of claims that are not written yet, by id
   */
  replaceBlock(
    blockKey: string,
    events: readonly LedgerEvent[],
    change?: {
      successions?: readonly Succession[];
      before?: readonly LedgerEvent[];
      langs?: ReadonlyMap<string, string>;
    },
  ): Promise<void>;
  /** The event, or the one that it became part of. */
  get(id: string): Promise<LedgerEvent | null>;
  /** Events that have these very ids, ordered by id. */
  withIds(ids: readonly string[]): Promise<LedgerEvent[]>;
  /** Ids of events that became part of this one, directly or by way of others, sorted. */
  predecessors(id: string): Promise<string[]>;
  /** The events of a block, ordered by id. */
  inBlock(blockKey: string): Promise<LedgerEvent[]>;
  list(filter: EventFilter, page: PageRequest): Promise<Page<LedgerEvent>>;
}

/** What articles say of persons and what nothing is made of: each article's word stays beside those of others. */
export interface ReportRepository<T> {
  /** Makes the article's reports exactly these. */
  replaceForArticle(articleId: string, reports: readonly T[]): Promise<void>;
  /** Reports of one article, ordered by id. */
  forArticle(articleId: string): Promise<T[]>;
  /** By publication, newest first; those without a date come last. */
  list(filter: { personId?: string }, page: PageRequest): Promise<Page<T>>;
}

export interface PersonRepository {
  /**
   * Makes what one article says about persons exactly this: persons are computed from the notes of all articles, in
   * any order, so saying it again changes nothing and saying it differently replaces what the article said before.
   */
  noteMentions(articleId: string, mentions: readonly PersonMention[]): Promise<void>;
  get(id: string): Promise<Person | null>;
  list(filter: PersonFilter, page: PageRequest): Promise<Page<Person>>;
}

/** Forms of names with their contexts, and whom they mean. All lists are ordered by id. */
export interface CandidateRepository {
  get(ids: readonly string[]): Promise<Candidate[]>;
  /** Candidates that have any of the keys, each once. */
  withKeys(keys: readonly string[]): Promise<Candidate[]>;
  ofPersons(personIds: readonly string[]): Promise<Candidate[]>;
  put(candidates: readonly Candidate[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Makes the candidates whom an article names exactly these. */
  noteMentions(articleId: string, mentions: readonly CandidateMention[]): Promise<void>;
  /** Mentions of these candidates, ordered by candidate and article. */
  mentions(candidateIds: readonly string[]): Promise<CandidateMention[]>;
  /** Ids of the candidates whom an article names, sorted. */
  namedIn(articleId: string): Promise<string[]>;
}

/** An event that is part of another now. */
export interface Succession {
  id: string;
  successorId: string;
}

/** Decisions of analysts. Nothing changes or removes one. */
export interface DecisionRepository {
  /** Keeps the decision; one with its id that is there already stays as it is. */
  add(decision: Decision): Promise<void>;
  get(id: string): Promise<Decision | null>;
  /** Decisions that name any of the keys in `about`, oldest first. */
  about(keys: readonly string[]): Promise<Decision[]>;
  list(filter: DecisionFilter, page: PageRequest): Promise<Page<Decision>>;
}

/**
 * The histories of all events in one order, in which entries are only ever added at the end: a reader who has seen an
 * entry has seen all before it, however late a writer comes.
 */
export interface StandingChangeRepository {
  /** Adds the entries whose event and seq are not there yet, in this order; returns those that were added. */
  append(changes: readonly StandingChange[]): Promise<StandingChange[]>;
  /** Each event's last entry. */
  latest(eventIds: readonly string[]): Promise<Map<string, StandingChange>>;
  /** The history of one event, in order. */
  ofEvent(eventId: string): Promise<StandingChange[]>;
  /**
   * Entries behind a cursor (null: from the beginning), oldest first, and the cursor behind the last of them; with
   * nothing new the cursor comes back as it was.
   *
   * @throws Permanent when `cursor` is none that this method gave.
   */
  after(cursor: string | null, limit: number): Promise<{ items: StandingChange[]; cursor: string | null }>;
  /** The cursor behind everything that is there now: for a reader who wants what is new only. */
  end(): Promise<string | null>;
  /** A cursor before everything of an ISO time or later, and not long before it. */
  before(time: string): Promise<string | null>;
}

export interface ReviewTaskRepository {
  /** Opens the task of this kind about this target, or renews it, see `reopened`. */
  open(task: NewReviewTask): Promise<ReviewTask>;
  get(id: string): Promise<ReviewTask | null>;
  /**
   * Gives the task to somebody, or back to everybody with null.
   *
   * @throws Permanent when there is no such task or it is closed.
   */
  assign(id: string, assignee: string | null, at: string): Promise<ReviewTask>;
  /**
   * Closes the task; one that is closed stays as it is.
   *
   * @throws Permanent when there is no such task.
   */
  close(id: string, closing: { by: string; outcome: string; at: string }): Promise<ReviewTask>;
  list(filter: ReviewTaskFilter, page: PageRequest): Promise<Page<ReviewTask>>;
}

/** What one article says about one person of the ledger. */
export interface PersonMention {
  id: string;
  name: string;
  names: readonly string[];
  curated: boolean;
  role: PersonRole;
}

/** The documents of Habeas. Every write is an idempotent upsert on a natural key. */
export interface Store {
  readonly backend: "sqlite" | "mongodb";
  readonly endpoints: EndpointRepository;
  readonly hosts: KeyedRepository<HostRecord>;
  readonly robots: KeyedRepository<RobotsRecord>;
  readonly sourceHabits: KeyedRepository<SourceHabit>;
  readonly sourceHealth: KeyedRepository<SourceHealth>;
  /** For the operators; ids sort by time, so that a reader goes on behind the last one that it has seen. */
  readonly sourceNotices: KeyedRepository<SourceNotice>;
  /** Earlier versions of articles, by article and number. */
  readonly revisions: KeyedRepository<ArticleRevision>;
  readonly backfills: KeyedRepository<Backfill>;
  readonly articles: ArticleRepository;
  readonly captures: CaptureRepository;
  readonly extractions: ExtractionRepository;
  readonly claims: ClaimRepository;
  readonly events: EventRepository;
  /** How people are treated and fare. */
  readonly conditionReports: ReportRepository<ConditionReport>;
  /** Who is whose wife, lawyer, …, found by both. */
  readonly relationClaims: ReportRepository<RelationClaim>;
  readonly persons: PersonRepository;
  readonly candidates: CandidateRepository;
  /** What the review app keeps beside the ledger: users, sessions, the audit log, … */
  readonly review: ReviewStore;
  /** Rules made in the app, what was told to whom, and what waits to be told. */
  readonly alerts: AlertStore;
  readonly search: SearchRepository;
  readonly decisions: DecisionRepository;
  readonly standingChanges: StandingChangeRepository;
  readonly reviewTasks: ReviewTaskRepository;
  /**
   * Runs `work` while nobody else holds `key`. The lock is a lease: it frees itself when its holder dies.
   * Waits up to `waitMs`, then throws {@link Retryable}.
   */
  withLock<T>(
    key: string,
    work: () => Promise<T>,
    options?: { leaseMs?: number; waitMs?: number },
  ): Promise<T>;
  /**
   * Every document, collection by collection in the order of ids (by code points), without what the backend adds for
   * itself: two stores that went through the same crawl give the same sequence.
   */
  dump(): AsyncIterable<StoreEntry>;
  close(): Promise<void>;
}

export interface StoreEntry {
  collection: string;
  id: string;
  document: unknown;
}
