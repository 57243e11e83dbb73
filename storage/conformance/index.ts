import { afterEach, beforeEach, describe } from "vitest";
import type { Clock } from "../locks.ts";
import type { Store } from "../store.ts";
import { articleTests } from "./articles.ts";
import { candidateTests } from "./candidates.ts";
import { captureTests } from "./captures.ts";
import { decisionTests } from "./decisions.ts";
import { eventTests } from "./events.ts";
import { claimTests } from "./claims.ts";
import { keyedTests } from "./keyed.ts";
import { listTests } from "./lists.ts";
import { inboxTests } from "./inbox.ts";
import { lockTests } from "./locks.ts";
import { personTests } from "./persons.ts";
import { reportTests } from "./reports.ts";
import { reviewTests } from "./review.ts";
import { reviewTaskTests } from "./review-tasks.ts";
import { robustnessTests } from "./robustness.ts";
import { searchTests } from "./search.ts";
import { standingChangeTests } from "./standing-changes.ts";

/** Somewhere that a store can be: a folder, a database. */
export interface StorePlace {
  /** Opens the store; several may be open at once, as in several processes. */
  open: (options?: { clock?: Clock }) => Promise<Store>;
  /** Puts another document behind the store's back in the place of one that is there. */
  spoil(collection: "articles" | "events", id: string, document: object): Promise<void>;
  /** Removes everything; stores that are still open have been closed before. */
  remove(): Promise<void>;
}

/** What every test gets: an empty place and ways to open stores in it that are closed by themselves. */
export interface Fixture {
  readonly place: StorePlace;
  open: (options?: { clock?: Clock }) => Promise<Store>;
}

/** What `Store` promises, as tests: every backend has to pass all of them. */
export function describeStore(name: string, createPlace: () => Promise<StorePlace>): void {
  describe(`the ${name} store`, () => {
    let place: StorePlace;
    const stores: Store[] = [];
    beforeEach(async () => {
      place = await createPlace();
    });
    afterEach(async () => {
      await Promise.all(stores.splice(0).map((store) => store.close()));
      await place.remove();
    });
    const fixture: Fixture = {
      get place() {
        return place;
      },
      open: async (options) => {
        const store = await place.open(options);
        stores.push(store);
        return store;
      },
    };
    articleTests(fixture);
    keyedTests(fixture);
    listTests(fixture);
    captureTests(fixture);
    claimTests(fixture);
    eventTests(fixture);
    personTests(fixture);
    candidateTests(fixture);
    reportTests(fixture);
    decisionTests(fixture);
    standingChangeTests(fixture);
    reviewTaskTests(fixture);
    lockTests(fixture);
    reviewTests(fixture);
    inboxTests(fixture);
    searchTests(fixture);
    robustnessTests(fixture);
  });
}
