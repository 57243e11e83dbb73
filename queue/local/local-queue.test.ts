import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeQueue } from "../conformance.ts";
import { openQueue } from "../index.ts";

describeQueue("SQLite", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "habeas-queue-"));
  const where = { dataFolder };
  return {
    where,
    open: () => openQueue(where),
    remove: () => rm(dataFolder, { recursive: true }),
  };
});
