import { describe, expect, it } from "vitest";
import { loadFixture } from "../config/load-fixtures.ts";
import { loadSources } from "../config/load-sources.ts";
import { checkRecording, checkSpec } from "../crawlers/contract.ts";

const sources = loadSources();
const recorded = sources.flatMap((source) => {
  const fixture = loadFixture(source.id);
  return fixture === null ? [] : [{ id: source.id, source, fixture }];
});

describe("every source's file", () => {
  it.each(sources)("$id has selectors that can be used", (source) => {
    expect(checkSpec(source)).toEqual([]);
  });
});

describe("recorded endpoints and pages", () => {
  it("are there for thirty sources and more", () => {
    expect(recorded.length).toBeGreaterThanOrEqual(30);
  });

  it.each(recorded)("of $id are crawled as expected", async ({ source, fixture }) => {
    expect((await checkRecording(source, fixture)).problems).toEqual([]);
  });
});
