import { MongoClient } from "mongodb";
import { Permanent, Unavailable } from "../../model/errors.ts";
import { type Clock, createLocks } from "../locks.ts";
import { createAlertStore } from "../alert-store.ts";
import { createReviewStore } from "../review-store.ts";
import type { CountriesOf } from "../search.ts";
import type { Store } from "../store.ts";
import { createArticles } from "./articles.ts";
import { createAudit } from "./audit.ts";
import { createCandidates } from "./candidates.ts";
import { createCaptures } from "./captures.ts";
import { createClaims } from "./claims.ts";
import { collectionsOf, createIndexes } from "./collections.ts";
import { createDecisions } from "./decisions.ts";
import { dumpDatabase } from "./dump.ts";
import { createEndpoints } from "./endpoints.ts";
import { maskPassword, translatingErrors } from "./errors.ts";
import { createEvents } from "./events.ts";
import { createExtractions } from "./extractions.ts";
import { createKeyed } from "./keyed.ts";
import { createInbox, createInboxIndexes } from "./inbox.ts";
import { createLeases } from "./leases.ts";
import { createPersons } from "./persons.ts";
import { createRecords, createRecordIndexes } from "./records.ts";
import { createReports } from "./reports.ts";
import { createReviewTasks } from "./review-tasks.ts";
import { createSearch, createSearchIndexes } from "./search.ts";
import { createServerClock } from "./server-clock.ts";
import { createStandingChanges } from "./standing-changes.ts";

export interface MongoStoreOptions {
  /** `mongodb://` or `mongodb+srv://` address; a database named in it is not used. */
  url: string;
  database: string;
  /** How long to look for a server before giving up. */
  serverSelectionTimeoutMs?: number;
  clock?: Clock;
  countriesOf?: CountriesOf;
}

/**
 * The store of many machines: MongoDB 6 or newer, or a server that speaks its protocol. No transactions are needed.
 *
 * @throws Permanent when the address is malformed or the server refuses us.
 * @throws Unavailable when no server answers.
 */
export async function createMongoStore({
  url,
  database,
  serverSelectionTimeoutMs = 5_000,
  clock,
  countriesOf = () => [],
}: MongoStoreOptions): Promise<Store> {
  const shown = maskPassword(url);
  let client: MongoClient;
  try {
    client = new MongoClient(url, {
      appName: "habeas",
      ignoreUndefined: true,
      serverSelectionTimeoutMS: serverSelectionTimeoutMs,
    });
  } catch (cause) {
    throw new Permanent(`the MongoDB address ${shown} is malformed: ${(cause as Error).message}`);
  }
  const db = client.db(database);
  const translating = translatingErrors(shown);
  try {
    await translating(async () => {
      await createIndexes(db);
      await createRecordIndexes(db);
      await createInboxIndexes(db);
      await createSearchIndexes(db);
    });
  } catch (error) {
    await client.close();
    if (error instanceof Unavailable)
      throw new Unavailable(
        `no MongoDB answers at ${shown}; start it or correct MONGODB_URL, or unset it to keep everything in the data folder (${error.message})`,
        { cause: error },
      );
    throw error;
  }
  const time = clock ?? (await translating(() => createServerClock(db)));
  const collections = collectionsOf(db);
  const search = createSearch(db, collections, countriesOf);
  const repository = <R extends object>(made: R): R => translating.all(made);
  return {
    backend: "mongodb",
    endpoints: repository(createEndpoints(collections)),
    hosts: repository(createKeyed(collections.hosts, "hosts", ({ host }) => host)),
    robots: repository(createKeyed(collections.robots, "robots", ({ origin }) => origin)),
    sourceHabits: repository(
      createKeyed(collections.sourceHabits, "sourceHabits", ({ sourceId }) => sourceId),
    ),
    sourceHealth: repository(
      createKeyed(collections.sourceHealth, "sourceHealth", ({ sourceId }) => sourceId),
    ),
    sourceNotices: repository(createKeyed(collections.sourceNotices, "sourceNotices", ({ id }) => id)),
    backfills: repository(createKeyed(collections.backfills, "backfills", ({ id }) => id)),
    revisions: repository(createKeyed(collections.revisions, "revisions", ({ id }) => id)),
    articles: repository(createArticles(collections, search)),
    captures: repository(createCaptures(db, collections)),
    extractions: repository(createExtractions(collections, time)),
    claims: repository(createClaims(collections)),
    events: repository(createEvents(collections, search)),
    conditionReports: repository(createReports("conditionReports", collections.conditionReports)),
    relationClaims: repository(createReports("relationClaims", collections.relationClaims)),
    persons: repository(createPersons(collections, search)),
    alerts: createAlertStore((kind) => repository(createRecords(db, kind))),
    candidates: repository(createCandidates(collections)),
    search: repository(search),
    review: createReviewStore((kind) => repository(createRecords(db, kind)), {
      audit: repository(createAudit(db)),
      inbox: repository(createInbox(db)),
    }),
    decisions: repository(createDecisions(collections)),
    standingChanges: repository(createStandingChanges(collections)),
    reviewTasks: repository(createReviewTasks(collections)),
    withLock: createLocks(repository(createLeases(collections)), time),
    dump: () => dumpDatabase(collections),
    close: () => client.close(),
  };
}
