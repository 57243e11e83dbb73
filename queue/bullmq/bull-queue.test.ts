import { describe } from "vitest";
import { redisForTests } from "../../test/services/for-tests.ts";
import { describeQueue } from "../conformance.ts";
import { openQueue } from "../index.ts";

const redis = await redisForTests("the queue on BullMQ");

describe.skipIf(redis === null)("with Redis", () => {
  let serial = 0;
  describeQueue("BullMQ", async () => {
    const { url = "", prefix = "" } = redis ?? {};
    serial += 1;
    const where = { dataFolder: "/nowhere", redisUrl: url, prefix: `${prefix}-${serial}`, leaseMs: 1_000 };
    return { where, open: () => openQueue(where), remove: async () => undefined };
  });
});
