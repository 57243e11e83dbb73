// A process that plans and delivers alerts until it is killed or nothing waits, for tests that kill it.
import { openPipeline } from "../../dist/queue/pipeline.js";
import { loadSettings } from "../../dist/config/load-settings.js";

const { settings } = loadSettings({ flags: JSON.parse(process.argv[2]) });
const pipeline = await openPipeline({
  settings,
  sources: [],
  report: ({ attempt }) => process.stdout.write(`${attempt.ok ? "ok" : attempt.answer}\n`),
  onError: (error) => process.stderr.write(`${error}\n`),
});
await pipeline.work(["notify", "deliver"]);
pipeline.schedule();
process.stdout.write("ready\n");
