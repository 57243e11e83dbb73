import { describe, expect, it } from "vitest";
import type { ConditionReport } from "../../model/condition-report.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import { conditionReport, event as sampleEvent } from "../../storage/conformance/samples.ts";
import { isolationClock } from "./clock.ts";
import { daysTold, sinceTold } from "./told-times.ts";

let serial = 0;
const report = (published: string, quote: string, change: Partial<ConditionReport> = {}) =>
  conditionReport(`r${serial++}`, { published: `${published}T09:00:00Z`, quote, ...change });
const event = (type: LedgerEvent["type"], date: string, change: Partial<LedgerEvent> = {}) =>
  sampleEvent(`e${serial++}`, { type, date, firstPublished: `${date}T09:00:00Z`, ...change });
const clock = (reports: ConditionReport[], events: LedgerEvent[], asOf: string) =>
  isolationClock({ reports, events }, asOf);

describe("the isolation clock", () => {
  it("chains orders that follow each other into one spell", () => {
    const reports = [
      report("2025-03-01", "She was sent to the punishment cell for ten days."),
      report("2025-03-12", "She was given another 15 days in the cell."),
      report("2025-05-20", "He was put in SHIZO."),
    ];
    const { spells, current, daysThisYear } = clock(reports, [], "2025-05-25");
    expect(spells.map(({ from, to, days }) => [from, to, days])).toEqual([
      ["2025-03-01", "2025-03-26", 26],
      ["2025-05-20", "2025-05-20", 1],
    ]);
    expect(current?.from).toBe("2025-05-20");
    expect(daysThisYear).toBe(27);
  });

  it("counts what was spent before the report, and only days of the year", () => {
    const reports = [report("2025-01-10", "She has spent 20 days in a cell on her own.")];
    expect(clock(reports, [], "2025-01-12").spells[0]).toMatchObject({
      from: "2024-12-22",
      to: "2025-01-10",
    });
    expect(clock(reports, [], "2025-01-12").daysThisYear).toBe(10);
    const since = [report("2025-01-10", "He has been in the isolation ward since 5 November 2024.")];
    expect(clock(since, [], "2025-01-12").spells[0]).toMatchObject({ from: "2024-11-05", days: 67 });
  });

  it("knows on a day only what was published by then, and never counts days to come", () => {
    const reports = [report("2025-03-01", "He was sent to the cell for fifteen days.")];
    expect(clock(reports, [], "2025-02-27").spells).toEqual([]);
    expect(clock(reports, [], "2025-03-05").spells[0]?.days).toBe(5);
  });

  it("stops when the person is free, whatever is told of it later", () => {
    const reports = [
      report("2025-03-01", "She was sent to the cell for 15 days."),
      report("2025-04-02", "She spent 400 days in isolation."),
    ];
    const freed = [event("release", "2025-03-04")];
    const { current, spells, daysThisYear } = clock(reports, freed, "2025-04-10");
    expect(current).toBeNull();
    expect(spells.at(-1)?.to).toBe("2025-03-04");
    expect(daysThisYear).toBe(63);
  });

  it("leaves out what is denied, demanded or only feared", () => {
    const reports = [
      report("2025-03-01", "No one was sent to SHIZO.", { assertion: "negated" }),
      report("2025-03-01", "He may be sent to SHIZO.", { assertion: "uncertain" }),
    ];
    expect(clock(reports, [], "2025-03-05").spells).toEqual([]);
  });

  it("tells since when nobody wrote, called, visited or defended", () => {
    const reports = [
      report("2025-03-01", "She has had no letters since February 2023.", {
        category: "denied_correspondence",
      }),
      report("2025-03-01", "He has not been allowed to phone for two months.", {
        category: "denied_correspondence",
      }),
    ];
    const events = [
      event("visit", "2025-01-20", { agents: [{ id: "m", name: "Mother", kind: "relative" }] }),
      event("visit", "2025-02-20", { agents: [{ id: "l", name: "Lawyer", kind: "lawyer" }] }),
      event("visit", "2025-02-25", { assertion: "negated" }),
    ];
    const { contacts } = clock(reports, events, "2025-03-02");
    expect(contacts.letter).toMatchObject({ date: "2023-02", days: 733 });
    expect(contacts.call).toMatchObject({ date: "2024-12-31" });
    expect(contacts.visit).toMatchObject({ date: "2025-01-20", days: 41 });
    expect(contacts.lawyer).toMatchObject({ date: "2025-02-20" });
  });

  it("takes calls by others and reports of silence for no news", () => {
    const reports = [
      report("2025-03-01", "Nothing has been heard of her since 2023.", { category: "incommunicado" }),
    ];
    const events = [event("transfer", "2023-02-12"), event("appeal", "2025-02-01")];
    const { news, contacts } = clock(reports, events, "2025-03-02");
    expect(news).toMatchObject({ date: "2023-02-12", days: 749 });
    expect(contacts.lawyer).toMatchObject({ date: "2023" });
  });
});

describe("times in a report", () => {
  it.each([
    ["sent there for another 15 days", 15],
    ["больше двух недель в ШИЗО", 14],
    ["правёў у ізалятары дзесяць сутак", 10],
    ["llevaba tres meses aislado", 90],
    ["on the second day of the trial", null],
    ["99999 years", null],
  ])("%s", (quote, days) => {
    expect(daysTold(quote)).toBe(days);
  });

  it.each([
    ["in the cell since 12 February 2023", "en", "2023-02-12"],
    ["no letters since last March", "en", "2024-03"],
    ["писем нет с февраля 2023 года", "ru", "2023-02"],
    ["лістоў няма з 12 лютага 2023 года", "be", "2023-02-12"],
    ["sin cartas desde febrero de 2023", "es", "2023-02"],
    ["held since 2021", "en", "2021"],
    ["since she was moved there", "en", null],
    ["since 12 May 2031", "en", null],
  ])("%s", (quote, lang, date) => {
    expect(sinceTold(quote, lang, "2025-02-15T09:00:00Z")).toBe(date);
  });
});
