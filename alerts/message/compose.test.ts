import { describe, expect, it } from "vitest";
import type { Notice } from "../../model/alert.ts";
import { sampleDelivery, sampleNotice, stateOf } from "../samples.ts";
import { messageOf, passageOf } from "./compose.ts";

const lineOf = (changes: Parameters<typeof sampleNotice>[0]) => passageOf(sampleNotice(changes), null).line;

describe("the line of a message", () => {
  it.each([
    ["a release", {}, "Released: Alena Karpovich, Belarus, 13 Dec 2025: claimed by 1 source"],
    [
      "what was told before",
      { before: stateOf({}), after: stateOf({ standing: "confirmed", origins: 4 }) },
      "Released: Alena Karpovich, Belarus, 13 Dec 2025: confirmed by 4 sources (was: claimed by 1 source)",
    ],
    [
      "a plan",
      { after: stateOf({ assertion: "planned", date: "2026-01" }) },
      "Release (planned): Alena Karpovich, Belarus, January 2026: claimed by 1 source",
    ],
    [
      "a group",
      { after: stateOf({ subjects: [], group: { count: 123, label: "123 prisoners" }, date: null }) },
      "Released: 123 prisoners, Belarus: claimed by 1 source",
    ],
    [
      "many people",
      {
        after: stateOf({
          subjects: ["A", "B", "C", "D", "E", "F", "G"].map((name) => ({ id: name, name })),
        }),
      },
      "Released: A, B, C, D, E and 2 more, Belarus, 13 Dec 2025: claimed by 1 source",
    ],
    [
      "what nobody tells any longer",
      { before: stateOf({}), after: null },
      "Released: Alena Karpovich, Belarus, 13 Dec 2025: no source tells it any longer (was: claimed by 1 source)",
    ],
    [
      "in Russian, with the name in its script",
      {
        language: "ru",
        names: { "sample-alena-karpovich": "Алена Карпович" },
        after: stateOf({ origins: 3 }),
      },
      "На свободе: Алена Карпович, Беларусь, 13 дек. 2025 г.: сообщается, 3 источника",
    ],
  ] as const)("tells %s", (_what, changes, line) => {
    expect(lineOf(changes as never)).toBe(line);
  });
});

describe("a message", () => {
  it("says what is uncertain and what changed", () => {
    const { uncertain, changed } = passageOf(
      sampleNotice({
        before: stateOf({ date: "2025-12-12" }),
        after: stateOf({ date: null, standing: "disputed" }),
        attributedTo: ["BelTA"],
      }),
      null,
    );
    expect(uncertain).toBe(
      "Uncertain: sources contradict each other; only one independent source tells it; no source says when it happened; according to BelTA",
    );
    expect(changed).toBe("Changed: date 12 Dec 2025 → –; standing claimed → disputed");
  });

  it.each([
    [
      "en",
      "Reported: Alena Karpovich, Belarus: medical care denied",
      "In isolation: Alena Karpovich, Belarus: 21 days, since 1 Dec 2025",
    ],
    [
      "ru",
      "Сообщают: Alena Karpovich, Беларусь: отказ в медицинской помощи",
      "В изоляции: Alena Karpovich, Беларусь: 21 день, с 1 дек. 2025 г.",
    ],
  ] as const)("tells of the person while the event is as it was (%s)", (language, reported, lasting) => {
    const line = (remark: Notice["remark"]) => passageOf(sampleNotice({ language, remark }), null).line;
    expect(line({ kind: "condition", category: "medical_neglect" })).toBe(reported);
    expect(line({ kind: "clock", what: "isolation", since: "2025-12-01", days: 21 })).toBe(lasting);
  });

  it("tells what else belongs to the deal", () => {
    const parts: NonNullable<Notice["deal"]>["parts"] = [
      { eventId: "s", type: "sanction_relief", date: "2025-12-12", who: "Norvania", reasons: [] },
      { eventId: "n", type: "negotiation", date: null, who: "", reasons: [] },
    ];
    const { details } = passageOf(sampleNotice({ deal: { id: "s", parts } }), null);
    expect(details).toContainEqual({
      label: "Part of a deal with",
      value: "Sanctions relief (Norvania), 12 Dec 2025; Negotiations",
    });
  });

  it("of a digest puts together what is of one deal", () => {
    const deal = { id: "s", parts: [] };
    const other = stateOf({ subjects: [{ id: "b", name: "B" }] });
    const notices = [
      sampleNotice({ deal }),
      sampleNotice({ eventId: "2", after: stateOf({ subjects: [{ id: "c", name: "C" }] }) }),
      sampleNotice({ eventId: "3", after: other, deal }),
    ];
    const { passages } = messageOf(sampleDelivery({ kind: "digest", notices }), null);
    expect(passages.map(({ notice }) => notice?.eventId)).toEqual(["sample-event", "3", "2"]);
  });

  it("links to event and persons when there is an app", () => {
    const { links } = passageOf(sampleNotice(), "https://habeas.example/");
    expect(links.map(({ url }) => url)).toEqual([
      "https://habeas.example/events/sample-event",
      "https://habeas.example/persons/sample-alena-karpovich",
    ]);
  });

  it("of a digest puts together what is about one person", () => {
    const other = stateOf({ subjects: [{ id: "b", name: "B" }] });
    const message = messageOf(
      sampleDelivery({
        kind: "digest",
        notices: [
          sampleNotice(),
          sampleNotice({ eventId: "2", after: other, names: { b: "B" } }),
          sampleNotice({ eventId: "3", after: stateOf({ type: "sentence" }) }),
        ],
      }),
      null,
    );
    expect(message.subject).toBe("Habeas digest: 3 changes");
    expect(message.passages.map(({ line }) => line.split(",")[0])).toEqual([
      "Released: Alena Karpovich",
      "Sentenced: Alena Karpovich",
      "Released: B",
    ]);
  });
});
