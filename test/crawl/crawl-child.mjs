// A process that crawls sources once, for tests that kill it. Prints a line for everything that a stage has done.
import { crawlOnce } from "../../dist/cli/crawl-once.js";
import { openPipeline } from "../../dist/queue/pipeline.js";

const { settings, sources } = JSON.parse(process.argv[2]);
const pipeline = await openPipeline({
  settings,
  sources,
  report: ({ stage }) => process.stdout.write(`${stage}\n`),
  onDone: (job, { kind, error }) => kind === "dead" && process.stdout.write(`dead ${job.key}: ${error}\n`),
});
await crawlOnce(pipeline, sources);
await pipeline.close();
