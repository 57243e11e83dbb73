import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("main.mjs", import.meta.url));

/**
 * Runs the short version of `npm run chaos`; gives its exit code and what it printed. The same on servers takes minutes
 * of database recoveries, so that it is left to `npm run chaos -- --backend servers`.
 */
async function chaos(): Promise<{ code: number | null; output: string }> {
  const args = [main, "--articles", "60", "--faults", "8", "--backend", "embedded", "--seed", "7"];
  const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding("utf8").on("data", (data: string) => {
      output += data;
    });
  const code = await new Promise<number | null>((resolve) => running.once("close", resolve));
  return { code, output };
}

describe("a crawl around which everything breaks", () => {
  it("finds what an undisturbed one finds, embedded", async () => {
    const { code, output } = await chaos();
    expect(output).toContain("0 lost, 0 doubled, 0 dead letters");
    expect(code, output).toBe(0);
  }, 600_000);
});
