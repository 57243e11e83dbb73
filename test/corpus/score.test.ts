import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

interface Score {
  layers: Record<"persons" | "actors" | "conditions" | "events" | "releases", { f1: number }>;
  falselyAsserted: { count: number; of: number };
  missingArticles: number;
}

it("extraction from the open English corpus stays above its floors", () => {
  const script = fileURLToPath(new URL("run-score.mjs", import.meta.url));
  const run = spawnSync(process.execPath, [script, "--lang", "en", "--json"], { encoding: "utf8" });
  expect(run.stderr).toBe("");
  const { layers, falselyAsserted, missingArticles } = JSON.parse(run.stdout) as Score;
  expect(missingArticles).toBe(0);
  expect(layers.persons.f1).toBeGreaterThan(0.93);
  expect(layers.conditions.f1).toBeGreaterThan(0.7);
  expect(layers.events.f1).toBeGreaterThan(0.55);
  expect(layers.releases.f1).toBeGreaterThan(0.65);
  expect(falselyAsserted.count / falselyAsserted.of).toBeLessThan(0.12);
}, 60_000);
