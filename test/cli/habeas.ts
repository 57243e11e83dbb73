import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the compiled command as a user would: with a clean environment, arguments and standard input. */
export async function habeas(
  args: readonly string[],
  { input = "", env = {}, cwd }: { input?: string; env?: Record<string, string>; cwd?: string } = {},
): Promise<Ran> {
  const running = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  running.stdin.on("error", () => undefined).end(input);
  const ended = new Promise<number | null>((resolve) => {
    running.on("close", resolve);
  });
  const [out, err, code] = await Promise.all([text(running.stdout), text(running.stderr), ended]);
  return { code, out, err };
}
