import { describe, expect, it } from "vitest";
import { jobNames } from "../model/jobs.ts";
import { handle, parsePayload, registerHandlers } from "./registry.ts";

const noop = async () => undefined;
const all = jobNames.map((name) => handle(name, noop));

describe("the registry of handlers", () => {
  it("takes exactly one handler for every job", () => {
    expect(Object.keys(registerHandlers(all)).toSorted()).toEqual(jobNames.toSorted());
  });

  it("refuses to start without one", () => {
    expect(() => registerHandlers(all.slice(1))).toThrow('no handler for job "poll"');
  });

  it("refuses to start with two for one job", () => {
    expect(() => registerHandlers([...all, handle("fetch", noop)])).toThrow('two handlers for job "fetch"');
  });

  it("refuses a handler for a job that does not exist", () => {
    expect(() => registerHandlers([...all, handle("paint" as "poll", noop)])).toThrow(
      'unknown job "paint"; known: poll, fetch, extract, resolve',
    );
  });

  it("can serve some jobs only, and then refuses handlers for others", () => {
    expect(Object.keys(registerHandlers([handle("poll", noop)], ["poll"]))).toEqual(["poll"]);
    expect(() => registerHandlers(all, ["poll"])).toThrow("not served here");
  });
});

describe("payloads", () => {
  it("pass when they fit their job", () => {
    expect(parsePayload("fetch", { articleId: "a" })).toEqual({ articleId: "a" });
  });

  it("are refused with the job and the field when they do not", () => {
    expect(() => parsePayload("fetch", { articleId: 1 })).toThrow(
      /payload of job "fetch" is wrong: articleId: /,
    );
    expect(() => parsePayload("fetch", { articleId: "a", html: "<p>" })).toThrow(/html/);
    expect(() => parsePayload("paint" as "fetch", {})).toThrow('unknown job "paint"');
  });
});
