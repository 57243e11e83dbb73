import { afterEach, beforeEach, describe } from "vitest";
import { describeAddingAndWorking } from "./conformance/adding-and-working.ts";
import { type Bench, createBench, type QueueHarness } from "./conformance/bench.ts";
import { describeFailing } from "./conformance/failing.ts";
import { describePausingAndEnding } from "./conformance/pausing-and-ending.ts";

/** Everything that callers may rely on, whatever the backend. Both backends' tests run it. */
export function describeQueue(backend: string, createHarness: () => Promise<QueueHarness>): void {
  describe(`a queue on ${backend}`, () => {
    let current: Bench;
    beforeEach(async () => {
      current = await createBench(await createHarness());
    });
    afterEach(() => current.close());

    /** The tests are declared before there is a bench, so they reach the current one through this. */
    const bench: Bench = {
      get harness() {
        return current.harness;
      },
      get queue() {
        return current.queue;
      },
      open: () => current.open(),
      serve: (...given) => current.serve(...given),
      bury: (ids) => current.bury(ids),
      close: () => current.close(),
    };
    describeAddingAndWorking(bench);
    describeFailing(bench);
    describePausingAndEnding(bench);
  });
}
