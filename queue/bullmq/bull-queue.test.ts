import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { describeQueue } from "../conformance.ts";
import { openQueue } from "../index.ts";

let url = process.env.TEST_REDIS ?? "";
describeQueue("BullMQ", async () => {
  const where = { dataFolder: "/nowhere", redisUrl: url, prefix: `test-${randomUUID()}`, leaseMs: 1_000 };
  return {
    where,
    open: () => openQueue(where),
    remove: async () => {},
  };
});
