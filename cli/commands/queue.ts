import { type JobName, jobNames } from "../../model/jobs.ts";
import { choiceOption } from "../arguments.ts";
import { UsageError } from "../explain.ts";
import type { CommandContext } from "../program.ts";
import { printable, table } from "../terminal.ts";
import { withQueue } from "../with-store.ts";

const shownDead = 20;
const stageOf = (name: string | undefined): JobName | undefined =>
  name === undefined ? undefined : choiceOption("stage", name, jobNames);

export async function queueStatus({
  options,
  globals,
  terminal,
}: CommandContext<{ json?: true }>): Promise<undefined> {
  await withQueue(globals, async (queue) => {
    const counts = await queue.counts();
    const dead = await queue.dead.list(shownDead);
    if (options.json) {
      terminal.out(JSON.stringify({ backend: queue.backend, counts, dead }, null, 2));
      return;
    }
    const rows = jobNames.map((name) => {
      const { waiting, active, delayed, dead: failed, paused } = counts[name];
      return [name, ...[waiting, active, delayed, failed].map(String), paused ? "paused" : ""];
    });
    for (const line of table(["STAGE", "WAITING", "ACTIVE", "DELAYED", "DEAD", ""], rows, Infinity))
      terminal.out(line);
    if (dead.length === 0) return;
    terminal.out("\nDead letters (habeas queue retry ID, or drop ID):");
    const lines = dead.map((job) => [
      job.id,
      job.name,
      job.failedAt,
      `${job.error.class}: ${job.error.message}`,
    ]);
    for (const line of table(["ID", "STAGE", "FAILED", "ERROR"], lines, terminal.columns))
      terminal.out(printable(line));
  });
}

export async function retryJobs({
  args,
  options,
  globals,
  terminal,
}: CommandContext<{ all?: true; stage?: string }>): Promise<undefined> {
  if (args.length === 0 && !options.all)
    throw new UsageError("name the jobs to retry, or use --all; habeas queue status lists them");
  const stage = stageOf(options.stage);
  await withQueue(globals, async (queue) => {
    const ids = options.all ? (await queue.dead.list(100_000, stage)).map(({ id }) => id) : args;
    const count = await queue.dead.replay(ids);
    terminal.out(`${count} of ${ids.length} jobs put back.`);
  });
}

export async function dropJobs({ args, globals, terminal }: CommandContext<object>): Promise<undefined> {
  await withQueue(globals, async (queue) => {
    terminal.out(`${await queue.dead.drop(args)} of ${args.length} jobs dropped.`);
  });
}

export async function pauseQueue({ args, globals, terminal }: CommandContext<object>): Promise<undefined> {
  await withQueue(globals, (queue) => queue.pause(stageOf(args[0])));
  terminal.out(`Paused ${args[0] ?? "all stages"}. habeas queue resume takes jobs again.`);
}

export async function resumeQueue({ args, globals, terminal }: CommandContext<object>): Promise<undefined> {
  await withQueue(globals, (queue) => queue.resume(stageOf(args[0])));
  terminal.out(`Resumed ${args[0] ?? "all stages"}.`);
}
