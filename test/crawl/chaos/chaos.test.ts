import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { mongoForTests, redisForTests } from "../../services/for-tests.ts";

const main = fileURLToPath(new URL("main.mjs", import.meta.url));
const mongodb = await mongoForTests("a crawl around which the servers break");
const redis = await redisForTests("a crawl around which the servers break");

/** Runs the short version of `npm run chaos`; gives its exit code and what it printed. */
async function chaos(backend: string): Promise<{ code: number | null; output: string }> {
  const args = [main, "--articles", "60", "--faults", "8", "--backend", backend, "--seed", "7"];
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
    const { code, output } = await chaos("embedded");
    expect(output).toContain("0 lost, 0 doubled, 0 dead letters");
    expect(code, output).toBe(0);
  }, 600_000);

  it.skipIf(mongodb === null || redis === null)(
    "finds what an undisturbed one finds, on servers",
    async () => {
      const { code, output } = await chaos("servers");
      expect(output).toContain("0 lost, 0 doubled, 0 dead letters");
      expect(code, output).toBe(0);
    },
    600_000,
  );
});
