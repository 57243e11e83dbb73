import { z } from "zod";
import {
  type Challenge,
  ChallengeSchema,
  type Invitation,
  InvitationSchema,
  type SavedView,
  SavedViewSchema,
  type Session,
  SessionSchema,
  type Throttle,
  ThrottleSchema,
  type Token,
  TokenSchema,
  type User,
  UserSchema,
  type ViewFeed,
  ViewFeedSchema,
} from "../model/accounts.ts";
import type { AuditEntry, NewAuditEntry } from "../model/audit.ts";
import { type Restriction, RestrictionSchema } from "../model/restriction.ts";
import type { InboxRepository } from "./inbox.ts";
import { recordKind, type RecordKind, type Records } from "./records.ts";
import type { Page, PageRequest } from "./store.ts";

const CursorSchema = z.strictObject({ id: z.string(), cursor: z.string().nullable() });
type Cursor = z.infer<typeof CursorSchema>;

export interface AuditFilter {
  actor?: string;
  action?: string;
}

export interface AuditRepository {
  /** Adds an entry to the end of the chain, however many processes do so at once. */
  append(entry: NewAuditEntry): Promise<AuditEntry>;
  /** Newest first. */
  list(filter: AuditFilter, page: PageRequest): Promise<Page<AuditEntry>>;
  /** Entries after `seq` in the order of the chain, at most `limit`. */
  after(seq: number, limit: number): Promise<AuditEntry[]>;
}

/** What the review app keeps beside the ledger. */
export interface ReviewStore {
  readonly users: Records<User>;
  /** By owner; ordered by the time of their end. */
  readonly sessions: Records<Session>;
  readonly tokens: Records<Token>;
  readonly invitations: Records<Invitation>;
  readonly challenges: Records<Challenge>;
  readonly throttles: Records<Throttle>;
  readonly views: Records<SavedView>;
  readonly viewFeeds: Records<ViewFeed>;
  /** By kind; ordered by target. */
  readonly restrictions: Records<Restriction>;
  /** How far readers of the ledger's history have come. */
  readonly cursors: Records<Cursor>;
  readonly audit: AuditRepository;
  readonly inbox: InboxRepository;
}

const none = "";

const recordKinds = {
  users: recordKind<User>("users", UserSchema, ({ login }) => [login, none, login]),
  sessions: recordKind<Session>("sessions", SessionSchema, ({ id, login, expiresAt }) => [
    id,
    login,
    expiresAt,
  ]),
  tokens: recordKind<Token>("tokens", TokenSchema, ({ id, login, createdAt }) => [id, login, createdAt]),
  invitations: recordKind<Invitation>("invitations", InvitationSchema, ({ id, login, expiresAt }) => [
    id,
    login ?? none,
    expiresAt,
  ]),
  challenges: recordKind<Challenge>("challenges", ChallengeSchema, (one) => [
    one.id,
    one.login,
    one.expiresAt,
  ]),
  throttles: recordKind<Throttle>("throttles", ThrottleSchema, ({ id, lastAt }) => [id, none, lastAt]),
  views: recordKind<SavedView>("savedViews", SavedViewSchema, ({ id, login, name }) => [id, login, name]),
  viewFeeds: recordKind<ViewFeed>("viewFeeds", ViewFeedSchema, ({ id, login, createdAt }) => [
    id,
    login,
    createdAt,
  ]),
  restrictions: recordKind<Restriction>("restrictions", RestrictionSchema, (one) => [
    one.id,
    one.kind,
    one.targetId,
  ]),
  cursors: recordKind<Cursor>("cursors", CursorSchema, ({ id }) => [id, none, id]),
} as const;

/** The review app's repositories on what a backend offers for small documents. */
export function createReviewStore(
  records: <T>(kind: RecordKind<T>) => Records<T>,
  { audit, inbox }: Pick<ReviewStore, "audit" | "inbox">,
): ReviewStore {
  return {
    users: records(recordKinds.users),
    sessions: records(recordKinds.sessions),
    tokens: records(recordKinds.tokens),
    invitations: records(recordKinds.invitations),
    challenges: records(recordKinds.challenges),
    throttles: records(recordKinds.throttles),
    views: records(recordKinds.views),
    viewFeeds: records(recordKinds.viewFeeds),
    restrictions: records(recordKinds.restrictions),
    cursors: records(recordKinds.cursors),
    audit,
    inbox,
  };
}
