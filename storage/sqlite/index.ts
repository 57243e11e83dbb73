import { join } from "node:path";
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
import { migrate, openDatabase } from "./database.ts";
import { createDecisions } from "./decisions.ts";
import { dumpDatabase } from "./dump.ts";
import { createEndpoints } from "./endpoints.ts";
import { createEvents } from "./events.ts";
import { createExtractions } from "./extractions.ts";
import { createKeyed } from "./keyed.ts";
import { createInbox } from "./inbox.ts";
import { createLeases } from "./leases.ts";
import { createPersons } from "./persons.ts";
import { createRecords, reviewSchemaSteps } from "./records.ts";
import { conditionReports, createReports, relationClaims } from "./reports.ts";
import { createReviewTasks } from "./review-tasks.ts";
import { schemaSteps } from "./schema.ts";
import { createStandingChanges } from "./standing-changes.ts";
import { createSearch } from "./search.ts";
import { createTags } from "./tags.ts";

export interface SqliteStoreOptions {
  /** Data folder; created when absent. Holds `habeas.db` and `captures/`. */
  folder: string;
  busyTimeoutMs?: number;
  clock?: Clock;
  countriesOf?: CountriesOf;
}

/**
 * The store of one machine: no server, one file, and the captures beside it.
 *
 * @throws Permanent when the folder cannot be used or was written by a newer Habeas.
 */
export async function createSqliteStore({
  folder,
  busyTimeoutMs,
  clock,
  countriesOf = () => [],
}: SqliteStoreOptions): Promise<Store> {
  const database = openDatabase(folder, busyTimeoutMs === undefined ? {} : { busyTimeoutMs });
  try {
    migrate(database, "store", schemaSteps);
    migrate(database, "review", reviewSchemaSteps);
  } catch (error) {
    database.close();
    throw error;
  }
  const tags = createTags(database);
  const search = createSearch(database, countriesOf);
  return {
    backend: "sqlite",
    endpoints: createEndpoints(database),
    hosts: createKeyed(database, "hosts", "hosts", ({ host }) => host),
    robots: createKeyed(database, "robots", "robots", ({ origin }) => origin),
    sourceHabits: createKeyed(database, "sourceHabits", "source_habits", ({ sourceId }) => sourceId),
    sourceHealth: createKeyed(database, "sourceHealth", "source_health", ({ sourceId }) => sourceId),
    sourceNotices: createKeyed(database, "sourceNotices", "source_notices", ({ id }) => id),
    backfills: createKeyed(database, "backfills", "backfills", ({ id }) => id),
    revisions: createKeyed(database, "revisions", "revisions", ({ id }) => id),
    articles: createArticles(database, tags, search),
    captures: createCaptures(database, join(folder, "captures")),
    extractions: createExtractions(database),
    claims: createClaims(database, tags),
    events: createEvents(database, tags, search),
    conditionReports: createReports(database, tags, conditionReports),
    relationClaims: createReports(database, tags, relationClaims),
    persons: createPersons(database, search),
    alerts: createAlertStore((kind) => createRecords(database, kind)),
    candidates: createCandidates(database, tags),
    search,
    review: createReviewStore((kind) => createRecords(database, kind), {
      audit: createAudit(database),
      inbox: createInbox(database, tags),
    }),
    decisions: createDecisions(database, tags),
    standingChanges: createStandingChanges(database),
    reviewTasks: createReviewTasks(database, tags),
    withLock: createLocks(createLeases(database), clock),
    dump: () => dumpDatabase(database, tags),
    async close() {
      database.close();
    },
  };
}
