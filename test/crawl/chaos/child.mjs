// One process of a disturbed crawl: a worker of all stages, or the schedule. Prints a line for everything that is done.
import { openPipeline } from "../../../dist/queue/pipeline.js";

const { settings, sources, role } = JSON.parse(process.argv[2]);
const print = (line) => process.stdout.write(`${line}\n`);
const open = async () => {
  for (;;)
    try {
      return await openPipeline({
        settings,
        sources,
        report: ({ stage }) => print(stage),
        onDone: (job, { kind, error }) => kind === "dead" && print(`dead ${job.key}: ${error}`),
        onError: (error) => print(`trouble ${String(error)}`),
      });
    } catch (error) {
      // A service is away at this moment; whoever supervises processes would start this one again.
      print(`trouble ${String(error)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
};
const pipeline = await open();
if (role === "work") await pipeline.work();
else pipeline.schedule();
