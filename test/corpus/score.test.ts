import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

/** Results on the open English corpus; `npm run score -- --save` renews the saved ones. */
interface Summary {
  articles: number;
  layers: Record<"persons" | "actors" | "conditions" | "events" | "releases", number>;
  slots: Record<string, number>;
  falselyAsserted: number;
  sureEvents: { events: number; right: number };
}

/** A layer may lose this much before somebody must look at it. */
const onePoint = 0.01;
const runScore = fileURLToPath(new URL("run-score.mjs", import.meta.url));

describe("extraction from the open English corpus", () => {
  let now: Summary;
  let saved: Summary;
  beforeAll(() => {
    const run = spawnSync(process.execPath, [runScore, "--gate"], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    ({ now, saved } = JSON.parse(run.stdout) as { now: Summary; saved: Summary });
  }, 120_000);

  it("is measured on the articles that the saved results are of", () => {
    expect(now.articles).toBe(saved.articles);
  });

  it.each(["persons", "actors", "conditions", "events", "releases"] as const)(
    "finds %s no more than a point worse than saved",
    (layer) => {
      expect(now.layers[layer]).toBeGreaterThanOrEqual(saved.layers[layer] - onePoint);
    },
  );

  it("tells the roles of persons no more than a point worse than saved", () => {
    expect(now.slots["person role"]).toBeGreaterThanOrEqual((saved.slots["person role"] ?? 0) - onePoint);
  });

  it("does not assert more of what was denied, planned or demanded than saved, and never a tenth", () => {
    expect(now.falselyAsserted).toBeLessThanOrEqual(saved.falselyAsserted + onePoint);
    expect(now.falselyAsserted).toBeLessThan(0.1);
  });

  it("is right in nine of ten events of which it is sure, in texts that no rule was written from", () => {
    expect(now.sureEvents.events).toBeGreaterThan(20);
    expect(now.sureEvents.right).toBeGreaterThanOrEqual(0.9);
  });
});

describe("the scoring command", () => {
  it("draws how often events of a confidence are right", () => {
    const run = spawnSync(process.execPath, [runScore, "--calibration"], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.stdout).toMatch(/^texts that no rule was written from: \d+ events told as facts$/m);
    expect(run.stdout).toMatch(/^0\.8–0\.9 +\d+ +0\.8\d +[01]\.\d\d +[█┃]+/m);
    expect(run.stdout).toMatch(/^from 0\.8: \d+ events, \d+\.\d % right/m);
  }, 120_000);
});
